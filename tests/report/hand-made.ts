import { bandCountsOf, meansOf } from '../../src/measure/average.ts';
import { bandOf } from '../../src/measure/band.ts';
import type { PeriodCounts, RecordTotals } from '../../src/measure/totals/period-counts.ts';
import { emptyServices } from '../../src/measure/unit-counts.ts';
import { emptyHandling } from '../../src/model/counts/handling-counts.ts';
import { rank } from '../../src/measure/rank.ts';
import type { Measurement, UnitResult } from '../../src/model/measurement.ts';
import type { DimensionId } from '../../src/model/reference.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { PeriodOrigin, ReportFacts } from '../../src/report/report-facts.ts';
import { knowledge } from '../builders.ts';
import { measuredUnit } from '../measure/measured-unit.ts';

/** Scores of one unit: the same everywhere, or of each first-level indicator apart (null for none). */
export interface GivenScores {
  readonly code: string;
  readonly score: number | null;
  readonly dimensions?: Partial<Record<DimensionId, number | null>>;
}

const whole = (score: number | null): UnitResult['overall'] =>
  score === null ? null : { score, low: score, high: score };

/** An indicator that was counted and has no figure of its own: the unit has data. */
const counted: UnitResult['indicators'][number] = {
  id: 'goodRate',
  value: null,
  numerator: 1,
  denominator: 1,
  low: null,
  high: null,
  redraw: null,
  normalised: null,
};

/** The result of a year whose units have these scores, with means, levels and ranks as they are computed. */
export function measurementOf(period: string, given: readonly GivenScores[]): Measurement {
  const units = given.map(({ code, score, dimensions = {} }): UnitResult => {
    const unit = knowledge.reference.places.real.units.find((one) => one.code === code)!;
    const { name, nameEn, kind, region } = unit;
    const of = (id: DimensionId) => whole(id in dimensions ? dimensions[id]! : score);
    return {
      ...measuredUnit({ code }),
      name,
      nameEn,
      kind,
      region,
      overall: whole(score),
      band: score === null ? null : bandOf(score, knowledge.methods[kind].bands),
      dimensions: {
        effectiveness: of('effectiveness'),
        maturity: of('maturity'),
        completeness: of('completeness'),
        coverage: of('coverage'),
        accuracy: of('accuracy'),
      },
      spread: null,
      indicators: [counted],
    };
  });
  const kindOf = (kind: UnitResult['kind']): UnitResult[] => units.filter((unit) => unit.kind === kind);
  for (const kind of ['province', 'city'] as const) {
    const ranks = rank(
      kindOf(kind).map(({ overall }) => overall?.score ?? null),
      'dense',
    );
    kindOf(kind).forEach((unit, i) => (unit.rank = ranks[i] ?? null));
  }
  const regions = [...new Set(units.map(({ region }) => region))];
  return {
    method: { province: knowledge.methods.province.id, city: knowledge.methods.city.id },
    version: '1',
    period,
    data: 'digest',
    weights: { effectiveness: 0.25, maturity: 0.25, completeness: 0.2, coverage: 0.15, accuracy: 0.15 },
    units,
    means: { province: meansOf(kindOf('province')), city: meansOf(kindOf('city')) },
    bands: { province: bandCountsOf(kindOf('province')), city: bandCountsOf(kindOf('city')) },
    regions: regions.map((id) => ({
      id,
      province: meansOf(kindOf('province').filter(({ region }) => region === id)),
      city: meansOf(kindOf('city').filter(({ region }) => region === id)),
    })),
  };
}

export const noOrigin: PeriodOrigin = {
  services: 0,
  ratings: 0,
  rectifications: 0,
  refusals: [],
  register: {
    day: 0,
    items: 0,
    published: 0,
    provinces: 0,
    oneVisitLicences: null,
    tiers: { units: 0, reachVillages: 0, items: 0, near: 0, inVillages: 0 },
  },
  published: [],
  regimes: [],
};

const noRecords = (): RecordTotals => ({
  levels: [0, 0, 0, 0, 0, 0],
  handling: emptyHandling(),
  active: new Array<number>(48).fill(0),
  automatic: new Array<number>(48).fill(0),
  services: emptyServices(),
  tags: new Array<number>(40).fill(0),
});

/** Counts of a period in which nothing happened but what is given of all units together. */
export const madeCounts = (period: string, given: Partial<RecordTotals> = {}): PeriodCounts => ({
  period,
  all: { ...noRecords(), ...given },
  units: [],
  departments: [],
  items: [],
});

/** Facts of a report whose last year is the reported one; every month of every year has data. */
export function factsOf(years: readonly Measurement[], given: Partial<ReportFacts> = {}): ReportFacts {
  const measurement = years.at(-1)!;
  const periods = years.map(({ period }) => parsePeriod(period));
  return {
    period: periods.at(-1)!,
    knowledge: {
      methods: knowledge.methods,
      reference: { ...knowledge.reference, ...knowledge.reference.places.real },
    },
    measurement,
    years,
    months: periods.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    ),
    runs: [],
    origin: noOrigin,
    analysis: {
      counts: madeCounts(measurement.period),
      responsible: {},
    },
    unpublished: [],
    programVersion: 'test',
    ...given,
  };
}

/** Units of a kind with scores, in the order of the reference list. */
export const scoresOf = (kind: UnitResult['kind'], ...scores: readonly (number | null)[]): GivenScores[] =>
  knowledge.reference.places.real.units
    .filter((unit) => unit.kind === kind && !unit.fictional)
    .slice(0, scores.length)
    .map(({ code }, i) => ({ code, score: scores[i] ?? null }));
