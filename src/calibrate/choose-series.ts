import type { BandEnds } from '../measure/band.ts';
import { bandIds } from '../model/measurement.ts';
import type { Unit } from '../model/reference.ts';
import type { NationalTargets } from '../model/targets.ts';
import { chooseScores, HIGHEST, LOWEST, MARGIN, priorOf } from './choose-scores.ts';
import { average } from './average.ts';
import { bandLimits } from './band-limits.ts';
import { hasAllBands } from './contradictions.ts';
import { crossing } from './inverse.ts';

/**
 * Chooses overall scores for all units in each year of a series. What was published of a year is kept; a year of which the
 * bands of all units are known, or the scores of most, is chosen first; one with a mean only takes the spread of the
 * nearest of these; the rest lies between its neighbours. All that was not published is an assumption of ours.
 */

type Scores = ReadonlyMap<string, number>;

/** What an order of units counts more for those that were named for their progress. */
const PROGRESS = 2;
/** Least lead of the unit that came first. */
const LEAD = 0.6;
/** A unit not named for its progress rises this much at most, if it can, and the named ones so much more than any other. */
const MOST_RISE = 1.2;
const MORE_RISE = 1.2;
/** So much more is told from chance. */
const CLEARLY = 0.6;
/** Scores before a year of better effectiveness fall no further than this. */
const MOST_FALL = 2;

export function chooseSeries(
  years: readonly NationalTargets[],
  units: readonly Unit[],
  ends: BandEnds,
): ReadonlyMap<number, Scores> {
  const chosen = new Map<number, Scores>();
  const printed = years.filter(({ units: scores }) => Object.keys(scores).length >= units.length / 2);
  for (const targets of printed) chosen.set(targets.year, plain(targets, units, ends));
  for (const targets of years.filter(({ bands }) => hasAllBands(bands.province ?? {}))) {
    if (chosen.has(targets.year)) continue;
    const near = nearest(chosen, targets.year);
    const prior = near === undefined ? () => 0 : (code: string) => near.get(code) ?? 0;
    chosen.set(
      targets.year,
      chooseScores(targets, units, ends, (code) =>
        targets.progress.includes(code) ? prior(code) + PROGRESS : prior(code),
      ),
    );
  }
  if (chosen.size === 0) for (const targets of years) chosen.set(targets.year, plain(targets, units, ends));
  for (const targets of years) {
    const near = nearest(chosen, targets.year);
    const { overall } = targets.means;
    if (chosen.has(targets.year) || near === undefined || overall === undefined) continue;
    chosen.set(targets.year, shifted(near, overall, targets, units, ends));
  }
  for (const targets of years) {
    if (chosen.has(targets.year)) continue;
    chosen.set(targets.year, between(chosen, targets, units, years, ends));
  }
  return chosen;
}

/** A year that says all itself, or of which nothing tells the order of the units. */
const plain = (targets: NationalTargets, units: readonly Unit[], ends: BandEnds): Scores =>
  chooseScores(targets, units, ends, () => 0);

const nearest = (chosen: ReadonlyMap<number, Scores>, year: number): Scores | undefined =>
  [...chosen].sort(([a], [b]) => Math.abs(a - year) - Math.abs(b - year))[0]?.[1];

const provincesOf = (units: readonly Unit[]): string[] =>
  units.filter(({ kind }) => kind === 'province').map(({ code }) => code);

/** The scores of another year, moved to a mean and put into the order that was published of the first units. */
function shifted(
  other: Scores,
  mean: number,
  targets: NationalTargets,
  units: readonly Unit[],
  ends: BandEnds,
): Scores {
  const provinces = provincesOf(units);
  const of = (code: string): number => other.get(code) ?? 0;
  const places = provinces.map(of).sort((a, b) => b - a);
  const { leading } = targets;
  const order = [
    ...leading,
    ...provinces.filter((code) => !leading.includes(code)).sort((a, b) => of(b) - of(a)),
  ];
  const ranked = new Map(order.map((code, i) => [code, places[i] ?? 0]));
  const moved = (by: number): Map<string, number> =>
    new Map(provinces.map((code) => [code, within((ranked.get(code) ?? 0) + by, code, targets, ends)]));
  const rise = crossing(-30, 30, (by) => average([...moved(by).values()]) < mean);
  const scores = moved(rise);
  for (const { code, kind, province } of units) {
    if (kind !== 'city') continue;
    const withProvince = (scores.get(province ?? '') ?? 0) - of(province ?? '');
    // A city follows its province half, and the mean of all half.
    scores.set(code, within(of(code) + (withProvince + rise) / 2, code, targets, ends));
  }
  return scores;
}

/** Between the years before and after, as far as the facts of the year allow. */
function between(
  chosen: ReadonlyMap<number, Scores>,
  targets: NationalTargets,
  units: readonly Unit[],
  years: readonly NationalTargets[],
  ends: BandEnds,
): Scores {
  const { year } = targets;
  const known = [...chosen.keys()].sort((a, b) => a - b);
  const before = known.filter((one) => one < year).at(-1) ?? known[0] ?? year;
  const after = known.find((one) => one > year) ?? before;
  const at = after === before ? 0 : (year - before) / (after - before);
  const [earlier, later] = [chosen.get(before), chosen.get(after)];
  const scores = new Map(
    units.map(({ code }) => {
      const [a, b] = [earlier?.get(code) ?? 0, later?.get(code) ?? 0];
      return [code, a + at * (b - a)];
    }),
  );
  const next = years.find((one) => one.year === year + 1);
  const then = next === undefined ? undefined : chosen.get(next.year);
  for (const { code } of units) scores.set(code, within(scores.get(code) ?? 0, code, targets, ends));
  if (next !== undefined && next.progress.length > 0 && then !== undefined)
    leaveRoomForProgress(scores, next.progress, then, targets, units, ends);
  keepBand(scores, targets, units, ends);
  if (next !== undefined && then !== undefined)
    fallWithEffectiveness(scores, next, then, targets, units, ends);
  const { first } = targets;
  if (first !== undefined) {
    const highest = Math.max(
      ...provincesOf(units)
        .filter((code) => code !== first)
        .map((code) => scores.get(code) ?? 0),
    );
    scores.set(first, Math.max(scores.get(first) ?? 0, highest + LEAD));
  }
  return scores;
}

/** Before a year in which some units rose most: the others were near where they are then, those further below. */
function leaveRoomForProgress(
  scores: Map<string, number>,
  progress: readonly string[],
  then: Scores,
  targets: NationalTargets,
  units: readonly Unit[],
  ends: BandEnds,
): void {
  const printed = priorOf(targets);
  const riseOf = (code: string): number => (then.get(code) ?? 0) - (scores.get(code) ?? 0);
  const open = provincesOf(units).filter((code) => printed(code) === 0);
  const others = provincesOf(units).filter((code) => !progress.includes(code));
  for (const code of open) {
    if (!progress.includes(code)) scores.set(code, (then.get(code) ?? 0) - Math.min(riseOf(code), MOST_RISE));
  }
  keepBand(scores, targets, units, ends);
  const most = Math.max(...others.map(riseOf));
  for (const code of open) {
    if (progress.includes(code))
      scores.set(code, (then.get(code) ?? 0) - Math.max(riseOf(code), most + MORE_RISE));
  }
}

/**
 * Before a year with a better mean effectiveness the overall scores were lower too: by as much in the mean, or by `MOST_FALL`,
 * or as far as the units named for their progress still rise most. No world has registers so good that higher scores would
 * go with that effectiveness.
 */
function fallWithEffectiveness(
  scores: Map<string, number>,
  next: NationalTargets,
  then: Scores,
  targets: NationalTargets,
  units: readonly Unit[],
  ends: BandEnds,
): void {
  const [now, later] = [targets.means.effectiveness, next.means.effectiveness];
  if (now === undefined || later === undefined || targets.means.overall !== undefined) return;
  const provinces = provincesOf(units);
  const meanOf = (of: Scores): number => average(provinces.map((code) => of.get(code) ?? 0));
  const mean = meanOf(then) + now - later;
  const moved = (by: number): Map<string, number> => {
    const lower = new Map(
      units.map(({ code }) => [code, within((scores.get(code) ?? 0) - by, code, targets, ends)]),
    );
    keepBand(lower, targets, units, ends);
    const riseOf = (code: string): number => (then.get(code) ?? 0) - (lower.get(code) ?? 0);
    const most = Math.min(...next.progress.map(riseOf)) - CLEARLY;
    for (const code of provinces) {
      const isOpen = priorOf(targets)(code) === 0 && !next.progress.includes(code);
      if (isOpen && riseOf(code) > most)
        lower.set(code, Math.min(scores.get(code) ?? 0, (then.get(code) ?? 0) - most));
    }
    return lower;
  };
  const fall = crossing(0, MOST_FALL, (by) => meanOf(moved(by)) > mean);
  for (const [code, score] of moved(fall)) scores.set(code, score);
}

/** Takes units out of the highest band until as many are in it as were published. */
function keepBand(
  scores: Map<string, number>,
  targets: NationalTargets,
  units: readonly Unit[],
  { veryHigh }: BandEnds,
): void {
  const count = targets.bands.province?.veryHigh;
  if (count === undefined) return;
  const printed = priorOf(targets);
  const order = provincesOf(units).sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const above = order.filter((code) => printed(code) > veryHigh);
  const open = order.filter((code) => printed(code) === 0);
  const chosen = new Set([...above, ...open.slice(0, Math.max(0, count - above.length))]);
  for (const code of open) {
    const score = scores.get(code) ?? 0;
    scores.set(
      code,
      chosen.has(code) ? Math.max(score, veryHigh + MARGIN) : Math.min(score, veryHigh - MARGIN),
    );
  }
}

/** A score within the scale, the printed one where there is one, and inside the band that a unit was named for. */
function within(score: number, code: string, targets: NationalTargets, ends: BandEnds): number {
  const printed = priorOf(targets)(code);
  if (printed > 0) return printed;
  const band = bandIds.find((id) => targets.inBand[id]?.includes(code) === true);
  const [low, high] = band === undefined ? [LOWEST, HIGHEST] : bandLimits(ends)[band];
  return Math.min(Math.min(HIGHEST, high) - MARGIN, Math.max(low + MARGIN, score));
}
