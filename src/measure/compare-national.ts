import { bandIds, type Measurement, type UnitResult } from '../model/measurement.ts';
import { withoutFictional } from '../model/names/fictional-units.ts';
import { unitKinds } from '../model/reference.ts';
import type { NationalTargets, TargetRow } from '../model/targets.ts';
import { spearman } from './correlation.ts';

/** Counts and bands must agree exactly; half of one guards against rounding. */
const EXACT = 0.5;

/** What targets ask besides the measurement of their year. */
export interface BesidesMeasurement {
  /** The measurement of the year before. */
  readonly before?: Measurement | undefined;
  /** Share of the licence items of provincial units that are accepted online with one visit at most. */
  readonly oneVisitLicences?: number | null | undefined;
}

/**
 * Compares a measurement with a national report, row by row. No figure where the measurement lacks a unit it needs; fictional
 * units are none of these.
 */
export function compareWithReport(
  measurement: Measurement,
  targets: NationalTargets,
  besides: BesidesMeasurement = {},
): TargetRow[] {
  const { tolerance } = targets;
  const assessed = withoutFictional(measurement.units);
  const of = (kind: UnitResult['kind']): UnitResult[] => assessed.filter((unit) => unit.kind === kind);
  const complete = (units: readonly UnitResult[]): boolean =>
    units.length > 0 && units.every(({ overall }) => overall !== null);
  const provinces = of('province');
  const whole = complete(provinces);
  const means = Object.entries(targets.means).map(([key, published]) => {
    const simulated = whole && isMean(key) ? measurement.means.province[key] : null;
    return row('means', key, published, simulated, around(published, tolerance.means ?? 0));
  });
  const bands = unitKinds.flatMap((kind) => {
    return bandIds.flatMap((band) => {
      const published = targets.bands[kind]?.[band];
      if (published === undefined) return [];
      const simulated = complete(of(kind)) ? measurement.bands[kind][band] : null;
      return [{ ...row('bands', band, published, simulated, around(published, EXACT)), kind }];
    });
  });
  const mean = measurement.means.province.overall ?? 0;
  const above =
    targets.aboveMean === undefined
      ? []
      : [
          row(
            'aboveMean',
            'aboveMean',
            targets.aboveMean,
            whole ? provinces.filter(({ overall }) => (overall?.score ?? 0) > mean).length : null,
            around(targets.aboveMean, EXACT),
          ),
        ];
  const scoreOf = new Map(assessed.map(({ code, overall }) => [code, overall?.score ?? null]));
  const inBand = bandIds.flatMap((band) =>
    (targets.inBand[band] ?? []).map((code) => {
      const known = assessed.find((unit) => unit.code === code)?.band ?? null;
      const at = bandIds.indexOf(band);
      return row('inBand', code, at, known === null ? null : bandIds.indexOf(known), around(at, EXACT));
    }),
  );
  const units = [
    ...Object.entries(targets.units).map(([code, published]) =>
      row('units', code, published, scoreOf.get(code) ?? null, around(published, tolerance.units ?? 0)),
    ),
    // Less is known of a unit with a range than of one with a printed score, so no more is asked of it.
    ...Object.entries(targets.ranges).map(([code, [low, high]]) => {
      const middle = (low + high) / 2;
      const [least, most] = around(middle, tolerance.units ?? 0);
      return row('units', code, middle, scoreOf.get(code) ?? null, [
        Math.min(low, least),
        Math.max(high, most),
      ]);
    }),
  ];
  const order = unitKinds.flatMap((kind) => {
    if (targets.spearman === undefined) return [];
    const pairs = of(kind).flatMap(({ code, overall }) => {
      const published = targets.units[code];
      return published === undefined || overall === null ? [] : [{ published, simulated: overall.score }];
    });
    const published = pairs.map((pair) => pair.published);
    const simulated = pairs.map((pair) => pair.simulated);
    const correlation = pairs.length < 2 ? null : spearman(published, simulated);
    return [{ ...row('order', 'spearman', 1, correlation, [targets.spearman, 1]), kind }];
  });
  return [
    ...means,
    ...bands,
    ...above,
    ...inBand,
    ...units,
    ...order,
    ...standings(provinces, scoreOf, targets),
    ...progressed(provinces, targets, besides.before),
    ...shares(targets, besides),
  ];
}

/** Who came first, and who stood above whom. */
function standings(
  provinces: readonly UnitResult[],
  scoreOf: ReadonlyMap<string, number | null>,
  { first, above }: NationalTargets,
): TargetRow[] {
  const rank = provinces.find(({ code }) => code === first)?.rank ?? null;
  return [
    ...(first === undefined ? [] : [row('first', first, 1, rank, around(1, EXACT))]),
    ...above.map(([higher, lower]) => {
      const [a, b] = [scoreOf.get(higher) ?? null, scoreOf.get(lower) ?? null];
      return row('above', `${higher}>${lower}`, 0, a === null || b === null ? null : a - b, [0, 100]);
    }),
  ];
}

/** How many of the units named for their progress are among as many that rose most. */
function progressed(
  provinces: readonly UnitResult[],
  { progress }: NationalTargets,
  before: Measurement | undefined,
): TargetRow[] {
  if (progress.length === 0) return [];
  const earlier = new Map(before?.units.map(({ code, overall }) => [code, overall?.score ?? null]));
  const rises = provinces.flatMap(({ code, overall }) => {
    const was = earlier.get(code) ?? null;
    return overall === null || was === null ? [] : [{ code, rise: overall.score - was }];
  });
  const rose = rises.sort((a, b) => b.rise - a.rise).slice(0, progress.length);
  const found = rose.filter(({ code }) => progress.includes(code)).length;
  const simulated = rises.length < provinces.length || provinces.length === 0 ? null : found;
  return [row('progress', 'progress', progress.length, simulated, around(progress.length, EXACT))];
}

const shares = (
  { oneVisitLicences, tolerance }: NationalTargets,
  besides: BesidesMeasurement,
): TargetRow[] =>
  oneVisitLicences === undefined
    ? []
    : [
        row(
          'shares',
          'oneVisitLicences',
          oneVisitLicences,
          besides.oneVisitLicences ?? null,
          around(oneVisitLicences, tolerance.shares ?? 0),
        ),
      ];

const isMean = (key: string): key is keyof Measurement['means']['province'] =>
  ['overall', 'effectiveness', 'maturity', 'completeness', 'coverage', 'accuracy'].includes(key);

const around = (published: number, tolerance: number): [number, number] => [
  published - tolerance,
  published + tolerance,
];

/** Guards the end of a range against the rounding of a sum. */
const ROUNDING = 1e-9;

function row(
  group: TargetRow['group'],
  key: string,
  published: number,
  simulated: number | null,
  [low, high]: readonly [number, number],
): TargetRow {
  const inside = simulated === null ? null : low - ROUNDING <= simulated && simulated <= high + ROUNDING;
  return { group, key, published, simulated, low, high, inside };
}
