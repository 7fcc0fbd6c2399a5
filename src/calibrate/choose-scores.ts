import { bandIds, type Band, type BandCounts } from '../model/measurement.ts';
import type { Unit, UnitKind } from '../model/reference.ts';
import type { NationalTargets } from '../model/targets.ts';
import type { BandEnds } from '../measure/band.ts';
import { bandLimits } from './band-limits.ts';
import { hasAllBands } from './contradictions.ts';

/**
 * Chooses overall scores for units of which a report prints none. Nothing tells which of the many choices that agree with
 * means and bands was true, so this one is an assumption of ours: the order of another year, spread smoothly.
 */

/** Distance that a chosen score keeps from a cut, and from the mean. */
export const MARGIN = 0.4;
/** Ends of what is chosen at the ends of the scale. */
export const HIGHEST = 96.5;
export const LOWEST = 55;

/** Score of a unit in the year whose order is used; 0 where that year has none. */
export type Prior = (code: string) => number;

export function priorOf(targets: NationalTargets | undefined): Prior {
  return (code) => {
    const range = targets?.ranges[code];
    return targets?.units[code] ?? (range ? (range[0] + range[1]) / 2 : 0);
  };
}

/** Overall scores of all units: those printed, the middles of printed ranges, and chosen ones for the rest. */
export function chooseScores(
  targets: NationalTargets,
  units: readonly Unit[],
  ends: BandEnds,
  prior: Prior,
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const printed = priorOf(targets);
  for (const { code } of units) if (printed(code) > 0) scores.set(code, printed(code));
  for (const kind of ['province', 'city'] as const) {
    const open = units.filter((unit) => unit.kind === kind && !scores.has(unit.code));
    const bands = targets.bands[kind];
    const isWhole = open.length === units.filter((unit) => unit.kind === kind).length;
    if (bands !== undefined && isWhole && hasAllBands(bands))
      chooseByBand(targets, kind, open, bands, ends, prior, scores);
  }
  chooseCities(targets, units, ends, prior, scores);
  return scores;
}

/** Places units into bands in the order of the prior and spreads each group until the mean is met. */
function chooseByBand(
  targets: NationalTargets,
  kind: UnitKind,
  units: readonly Unit[],
  bands: BandCounts,
  ends: BandEnds,
  prior: Prior,
  scores: Map<string, number>,
): void {
  const mean = kind === 'province' ? targets.means.overall : undefined;
  const above = kind === 'province' ? targets.aboveMean : undefined;
  const namedBand = (code: string): number => {
    const at = bandIds.findIndex((band) => targets.inBand[band]?.includes(code) === true);
    return at < 0 ? bandIds.length : at;
  };
  // Nobody falls far below where the lowest stood in the other year.
  const lowest = Math.min(...units.map(({ code }) => prior(code)));
  const groups = groupsOf(bands, ends, Math.max(LOWEST, lowest), mean, above);
  const ordered = [...units].sort((a, b) => prior(b.code) - prior(a.code));
  const left = new Set(ordered);
  const placed = groups.flatMap((group) => {
    const at = bandIds.indexOf(group.band);
    // The units named for a band come first; the others follow in their order, but never into a place another needs.
    const fit = [...left].filter(({ code }) => namedBand(code) === at || namedBand(code) === bandIds.length);
    const chosen = fit.sort((a, b) => namedBand(a.code) - namedBand(b.code)).slice(0, group.count);
    for (const unit of chosen) left.delete(unit);
    return chosen.map(({ code }, i) => ({ code, group, place: (i + 0.5) / group.count }));
  });
  const spread = (bend: number): number[] =>
    placed.map(({ group, place }) => group.high - (group.high - group.low) * place ** bend);
  const meanAt = (bend: number): number => spread(bend).reduce((sum, v) => sum + v, 0) / placed.length;
  let [least, most] = [0.1, 10];
  if (mean !== undefined) {
    for (let step = 0; step < 60; step++) {
      const middle = Math.sqrt(least * most);
      if (meanAt(middle) < mean) least = middle;
      else most = middle;
    }
  }
  const chosen = spread(mean === undefined ? 1 : least);
  placed.forEach(({ code }, i) => scores.set(code, chosen[i] ?? 0));
}

interface Group {
  readonly band: Band;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** The bands, that of the mean cut in two where the number of units above the mean is known. */
function groupsOf(
  bands: BandCounts,
  ends: BandEnds,
  lowest: number,
  mean: number | undefined,
  above: number | undefined,
): Group[] {
  const limits = bandLimits(ends);
  let higher = 0;
  return bandIds.flatMap((band) => {
    const [low, high] = [Math.max(lowest, limits[band][0]), Math.min(HIGHEST, limits[band][1])];
    const count = bands[band];
    const before = higher;
    higher += count;
    const group = (n: number, from: number, to: number): Group[] =>
      n > 0 ? [{ band, count: n, low: from + MARGIN, high: to - MARGIN }] : [];
    if (mean === undefined || above === undefined || mean <= low || mean >= high)
      return group(count, low, high);
    const upper = Math.min(count, Math.max(0, above - before));
    return [...group(upper, mean, high), ...group(count - upper, low, mean)];
  });
}

/** How far a city stands from its province, as a share of the distance in the other year. */
const KEPT = 0.25;

/** Cities of which nothing is known but perhaps the band: near their province, as in the other year. */
function chooseCities(
  targets: NationalTargets,
  units: readonly Unit[],
  ends: BandEnds,
  prior: Prior,
  scores: Map<string, number>,
): void {
  const limits = bandLimits(ends);
  for (const { code, kind, province } of units) {
    if (kind !== 'city' || province === null || scores.has(code)) continue;
    const near = (scores.get(province) ?? 0) + KEPT * (prior(code) - prior(province));
    const band = bandIds.find((id) => targets.inBand[id]?.includes(code) === true);
    const [low, high] = band === undefined ? [LOWEST, HIGHEST] : limits[band];
    scores.set(code, Math.min(Math.min(HIGHEST, high) - MARGIN, Math.max(low + 2 * MARGIN, near)));
  }
}
