import { bandCountsOf, meansOf } from '../../src/measure/average.ts';
import { bandOf } from '../../src/measure/band.ts';
import type { ResponsibleDepartments } from '../../src/measure/losses/responsible-departments.ts';
import { normalise } from '../../src/measure/normalise.ts';
import { rank } from '../../src/measure/rank.ts';
import { scoreUnit } from '../../src/measure/score-unit.ts';
import { tQuantile } from '../../src/model/math/student-t.ts';
import type { IndicatorValue, Measurement, ScoreSpread, UnitResult } from '../../src/model/measurement.ts';
import { indicatorsOf, type Indicator } from '../../src/model/method.ts';
import { unitKinds, type UnitKind } from '../../src/model/reference.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { ReportFacts } from '../../src/report/report-facts.ts';
import { knowledge } from '../builders.ts';
import { madeCounts, noOrigin } from './hand-made.ts';

const { methods, reference } = knowledge;

export interface MadeUnit {
  /** Code of a unit of the reference list. */
  readonly code: string;
  /** Score 0..100 of each indicator; null without a figure. */
  readonly score: number | ((indicator: Indicator) => number | null);
  /** Standard error of the scores, for other persons and for a new draw; null where nothing is known of it. */
  readonly error?: number | null;
}

const DENOMINATOR = 1000;

/** The value of an indicator that has this score. */
function valueAt({ id, goalposts: [worst, best] }: Indicator, score: number | null): IndicatorValue {
  if (score === null)
    return {
      id,
      value: null,
      numerator: 0,
      denominator: 0,
      low: null,
      high: null,
      redraw: null,
      normalised: null,
    };
  const value = worst + (score / 100) * (best - worst);
  const interval = { low: value - 0.001, high: value + 0.001 };
  const counted = { numerator: value * DENOMINATOR, denominator: DENOMINATOR };
  const normalised = normalise(value, [worst, best]);
  return { id, value, ...counted, ...interval, redraw: { ...interval, designEffect: 1 }, normalised };
}

function madeResult({ code, score, error = 0.3 }: MadeUnit): UnitResult {
  const unit = reference.units.find((one) => one.code === code);
  if (unit === undefined) throw new Error(`there is no unit ${code}`);
  const method = methods[unit.kind];
  const indicators = indicatorsOf(method).map((indicator) =>
    valueAt(indicator, typeof score === 'number' ? score : score(indicator)),
  );
  const scores = scoreUnit(method, indicators);
  const sure = (at: { score: number } | null): ScoreSpread => {
    if (at === null || error === null) return null;
    const half = error * tQuantile(0.975, 31);
    const around = { low: at.score - half, high: at.score + half };
    return { error, freedom: 31, designEffect: 1, samePlaces: around, worstCase: around };
  };
  const { effectiveness, maturity, completeness, coverage, accuracy } = scores.dimensions;
  return {
    code,
    name: unit.name,
    nameEn: unit.nameEn,
    kind: unit.kind,
    region: unit.region,
    rank: null,
    rankLow: null,
    rankHigh: null,
    tier: null,
    bandChance: null,
    band: scores.overall === null ? null : bandOf(scores.overall.score, method.bands),
    ...scores,
    spread: {
      overall: sure(scores.overall),
      dimensions: {
        effectiveness: sure(effectiveness),
        maturity: sure(maturity),
        completeness: sure(completeness),
        coverage: sure(coverage),
        accuracy: sure(accuracy),
      },
      groups: {},
    },
    indicators,
  };
}

/** Results of a year of some units, as a measurement has them; a rank is known to within `ranks` places. */
export function madeMeasurement(period: string, made: readonly MadeUnit[], ranks = 0): Measurement {
  const units = made.map(madeResult);
  const of = (kind: UnitKind, region?: string): UnitResult[] =>
    units.filter((unit) => unit.kind === kind && (region === undefined || unit.region === region));
  for (const kind of unitKinds) {
    const places = rank(
      of(kind).map(({ overall }) => overall?.score ?? null),
      'dense',
    );
    of(kind).forEach((unit, i) => {
      const place = places[i] ?? null;
      unit.rank = place;
      const isKnown = place !== null && unit.spread?.overall !== null;
      [unit.rankLow, unit.rankHigh] = isKnown ? [Math.max(1, place - ranks), place + ranks] : [null, null];
    });
  }
  const weights = { effectiveness: 0.25, maturity: 0.25, completeness: 0.2, coverage: 0.15, accuracy: 0.15 };
  return {
    method: { province: methods.province.id, city: methods.city.id },
    version: methods.province.version,
    period,
    data: 'made',
    weights,
    units,
    means: { province: meansOf(of('province')), city: meansOf(of('city')) },
    bands: { province: bandCountsOf(of('province')), city: bandCountsOf(of('city')) },
    regions: reference.regions
      .filter(({ id }) => units.some(({ region }) => region === id))
      .map(({ id }) => ({ id, province: meansOf(of('province', id)), city: meansOf(of('city', id)) })),
  };
}

/** What a report of some years is written from; the last one is reported. */
export function madeFacts(
  years: readonly Measurement[],
  given: Partial<ReportFacts> & { readonly responsible?: ResponsibleDepartments } = {},
): ReportFacts {
  const measurement = years.at(-1);
  if (measurement === undefined) throw new Error('a report needs a year');
  const { responsible = {}, ...rest } = given;
  return {
    period: parsePeriod(measurement.period),
    knowledge,
    measurement,
    years,
    months: [],
    origin: noOrigin,
    runs: [],
    unpublished: [],
    programVersion: 'test',
    analysis: { counts: madeCounts(measurement.period), responsible },
    ...rest,
  };
}
