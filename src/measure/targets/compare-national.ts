import type { Interval } from '../../model/math/interval.ts';
import { bandIds, type Measurement, type UnitResult } from '../../model/measurement.ts';
import { withoutFictional } from '../../model/names/fictional-units.ts';
import { unitKinds, type DimensionId, type UnitKind } from '../../model/reference.ts';
import type { NationalTargets, TargetRow } from '../../model/targets.ts';
import type { BandEnds } from '../band.ts';
import { spearman } from '../correlation.ts';
import { around, decideTarget, liesIn } from './decide-target.ts';
import {
  aboveInterval,
  bandInterval,
  differenceOf,
  inBandInterval,
  meanInterval,
  orderInterval,
  rankInterval,
} from './target-intervals.ts';

/** Counts and bands must agree exactly; half of one guards against rounding. */
const EXACT = 0.5;

/** What targets ask besides the measurement of their year. */
export interface BesidesMeasurement {
  /** The ends of the bands, by kind of unit. */
  readonly bandEnds: Readonly<Record<UnitKind, BandEnds>>;
  /** The measurement of the year before. */
  readonly before?: Measurement | undefined;
  /** Share of the licence items of provincial units that are accepted online with one visit at most. */
  readonly oneVisitLicences?: number | null | undefined;
}

/** A simulated figure with the interval it may lie in. */
interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

type ScoreInterval = NonNullable<UnitResult['overall']>;

/** The scores of units, where every one has one; none otherwise. */
function allScores(
  units: readonly UnitResult[],
  scoreOf: (unit: UnitResult) => UnitResult['overall'] | undefined = ({ overall }) => overall,
): ScoreInterval[] | undefined {
  const scores = units.flatMap((unit) => scoreOf(unit) ?? []);
  return units.length > 0 && scores.length === units.length ? scores : undefined;
}

/**
 * Compares a measurement with a national report, row by row. No figure where the measurement lacks a unit it needs; fictional
 * units are none of these.
 */
export function compareWithReport(
  measurement: Measurement,
  targets: NationalTargets,
  besides: BesidesMeasurement,
): TargetRow[] {
  const { tolerance } = targets;
  const { bandEnds } = besides;
  const assessed = withoutFictional(measurement.units);
  const of = (kind: UnitKind): UnitResult[] => assessed.filter((unit) => unit.kind === kind);
  const provinces = of('province');
  const mean = (key: 'overall' | DimensionId): Figure | null => {
    const value = measurement.means.province[key];
    const scores = allScores(provinces, ({ overall, dimensions }) =>
      key === 'overall' ? overall : dimensions[key],
    );
    return value === null || scores === undefined ? null : { value, interval: meanInterval(value, scores) };
  };
  const means = Object.entries(targets.means).map(([key, published]) =>
    row('means', key, published, isMean(key) ? mean(key) : null, around(published, tolerance.means ?? 0)),
  );
  const bands = unitKinds.flatMap((kind) =>
    bandIds.flatMap((band) => {
      const published = targets.bands[kind]?.[band];
      if (published === undefined) return [];
      const scores = allScores(of(kind));
      const figure = scores && {
        value: measurement.bands[kind][band],
        interval: inBandInterval(scores, band, bandEnds[kind]),
      };
      return [{ ...row('bands', band, published, figure ?? null, around(published, EXACT)), kind }];
    }),
  );
  const overallOf = (code: string): UnitResult['overall'] =>
    assessed.find((unit) => unit.code === code)?.overall ?? null;
  const inBand = bandIds.flatMap((band) =>
    (targets.inBand[band] ?? []).map((code) => {
      const unit = assessed.find((one) => one.code === code);
      const at = bandIds.indexOf(band);
      const figure =
        unit?.band && unit.overall
          ? {
              value: bandIds.indexOf(unit.band),
              interval: bandInterval(unit.overall, bandEnds[unit.kind]),
            }
          : null;
      return row('inBand', code, at, figure, around(at, EXACT));
    }),
  );
  const scoreRow = (code: string, published: number, accepted: Interval): TargetRow => {
    const overall = overallOf(code);
    return row('units', code, published, overall && { value: overall.score, interval: overall }, accepted);
  };
  const units = [
    ...Object.entries(targets.units).map(([code, published]) =>
      scoreRow(code, published, around(published, tolerance.units ?? 0)),
    ),
    // Less is known of a unit with a range than of one with a printed score, so no more is asked of it.
    ...Object.entries(targets.ranges).map(([code, [low, high]]) => {
      const middle = (low + high) / 2;
      const least = around(middle, tolerance.units ?? 0);
      return scoreRow(code, middle, { low: Math.min(low, least.low), high: Math.max(high, least.high) });
    }),
  ];
  return [
    ...means,
    ...bands,
    ...aboveMean(provinces, targets, mean('overall')),
    ...inBand,
    ...units,
    ...unitKinds.flatMap((kind) => order(kind, of(kind), targets)),
    ...standings(provinces, overallOf, targets),
    ...progressed(provinces, targets, besides.before),
    ...shares(targets, besides),
  ];
}

/** How many provincial units are above the mean of all. */
function aboveMean(
  provinces: readonly UnitResult[],
  { aboveMean: published }: NationalTargets,
  mean: Figure | null,
): TargetRow[] {
  if (published === undefined) return [];
  const scores = allScores(provinces);
  const figure =
    scores === undefined || mean === null
      ? null
      : {
          value: scores.filter(({ score }) => score > mean.value).length,
          interval: aboveInterval(scores, mean.interval),
        };
  return [row('aboveMean', 'aboveMean', published, figure, around(published, EXACT))];
}

/** How like the published order of the units of a kind theirs is. */
function order(
  kind: UnitKind,
  units: readonly UnitResult[],
  { units: printed, spearman: least }: NationalTargets,
): TargetRow[] {
  if (least === undefined) return [];
  const pairs = units.flatMap(({ code, overall }) => {
    const published = printed[code];
    return published === undefined || overall === null ? [] : [{ published, overall }];
  });
  const published = pairs.map((pair) => pair.published);
  const scores = pairs.map(({ overall }) => overall);
  const figure =
    pairs.length < 2
      ? null
      : {
          value: spearman(
            published,
            scores.map(({ score }) => score),
          ),
          interval: orderInterval(published, scores),
        };
  return [{ ...row('order', 'spearman', 1, figure, { low: least, high: 1 }), kind }];
}

/** Who came first, and who stood above whom. */
function standings(
  provinces: readonly UnitResult[],
  overallOf: (code: string) => UnitResult['overall'],
  { first, above }: NationalTargets,
): TargetRow[] {
  const leader = provinces.find(({ code }) => code === first);
  const others = provinces.flatMap(({ code, overall }) => (code === first ? [] : (overall ?? [])));
  const rank =
    leader?.rank && leader.overall
      ? { value: leader.rank, interval: rankInterval(leader.overall, others) }
      : null;
  return [
    ...(first === undefined ? [] : [row('first', first, 1, rank, around(1, EXACT))]),
    ...above.map(([higher, lower]) => {
      const [a, b] = [overallOf(higher), overallOf(lower)];
      const lead = a && b && differenceOf(a, b);
      const figure = lead && { value: lead.score, interval: lead };
      return row('above', `${higher}>${lower}`, 0, figure, { low: 0, high: 100 });
    }),
  ];
}

/** How many of the units named for their progress are among as many that rose most. */
function progressed(
  provinces: readonly UnitResult[],
  { progress }: NationalTargets,
  before: Measurement | undefined,
): TargetRow[] {
  const named = progress.length;
  if (named === 0) return [];
  const earlier = new Map(before?.units.map(({ code, overall }) => [code, overall]));
  const rises = provinces.flatMap(({ code, overall }) => {
    const was = earlier.get(code);
    return overall && was ? [{ code, rise: differenceOf(overall, was) }] : [];
  });
  const rose = rises.toSorted((a, b) => b.rise.score - a.rise.score).slice(0, named);
  const count = (found: readonly { readonly code: string }[]): number =>
    found.filter(({ code }) => progress.includes(code)).length;
  const ranks = rises.map(({ code, rise }) => ({
    code,
    rank: rankInterval(
      rise,
      rises.flatMap((other) => (other.code === code ? [] : [other.rise])),
    ),
  }));
  const figure =
    rises.length < provinces.length || provinces.length === 0
      ? null
      : {
          value: count(rose),
          interval: {
            low: count(ranks.filter(({ rank }) => rank.high <= named)),
            high: count(ranks.filter(({ rank }) => rank.low <= named)),
          },
        };
  return [row('progress', 'progress', named, figure, around(named, EXACT))];
}

/** The register is counted in full and holds no sampling error. */
function shares(
  { oneVisitLicences: published, tolerance }: NationalTargets,
  { oneVisitLicences: value = null }: BesidesMeasurement,
): TargetRow[] {
  if (published === undefined) return [];
  const figure = value === null ? null : { value, interval: around(value, 0) };
  return [row('shares', 'oneVisitLicences', published, figure, around(published, tolerance.shares ?? 0))];
}

const isMean = (key: string): key is 'overall' | DimensionId =>
  ['overall', 'effectiveness', 'maturity', 'completeness', 'coverage', 'accuracy'].includes(key);

function row(
  group: TargetRow['group'],
  key: string,
  published: number,
  figure: Figure | null,
  accepted: Interval,
): TargetRow {
  const { low, high } = accepted;
  const simulated = figure?.value ?? null;
  // Scores carry more than the two ends.
  const interval = figure && { low: figure.interval.low, high: figure.interval.high };
  const compared = { group, key, published, simulated, interval, accepted };
  const inside = simulated === null ? null : liesIn(accepted, simulated);
  return { ...compared, low, high, inside, verdict: decideTarget(compared) };
}
