import { assessmentParts } from '../model/evaluation/assessment.ts';
import type { UnitKind } from '../model/reference.ts';
import { serviceMeasures, type ServiceMeasure } from '../model/cells.ts';
import { addHandlingCounts, emptyHandling, type HandlingCounts } from '../model/counts/handling-counts.ts';
import { itemKinds, type ItemKind } from '../model/items/item-kinds.ts';
import { addAssessed, emptyAssessed, type AssessedCounts } from './assessed-counts.ts';
import { addRegisterCounts, type RegisterCounts } from './register-counts.ts';

/** Channels 0..7 and levels 0..5; 0 = the record carries none. */
const CHANNELS = 8;
const LEVELS = 6;
const TAGS = 40;

/** Ratings by channel and level, at channel * 6 + level. */
export type LevelCounts = Float64Array;

export const addLevelCounts = (table: LevelCounts, channel: number, level: number, n: number): void => {
  const i = channel * LEVELS + level;
  table[i] = (table[i] ?? 0) + n;
};

/** Ratings by level 0..5 over some channels (all when not given). */
export function byLevel(table: LevelCounts, channels?: readonly number[]): number[] {
  const levels = [0, 0, 0, 0, 0, 0];
  for (let channel = 0; channel < CHANNELS; channel++) {
    if (channels !== undefined && !channels.includes(channel)) continue;
    for (let level = 0; level < LEVELS; level++) {
      levels[level] = (levels[level] ?? 0) + (table[channel * LEVELS + level] ?? 0);
    }
  }
  return levels;
}

/** Counts of services, ratings and their handling: sums over records, which can be counted in parts. */
export interface RecordCounts {
  /** All ratings, first and additional: those somebody gave, and those the system gave by default. */
  readonly active: LevelCounts;
  readonly defaulted: LevelCounts;
  readonly services: Record<ServiceMeasure, number>;
  /** Cases on items that need no visit: none in the guide, or fully online. */
  casesWithoutVisit: number;
  /** How often each tag was chosen, at (level - 1) * 8 + bit. */
  readonly tags: Float64Array;
  /** First ratings by kind of item and level 0..5. */
  readonly byItemKind: Readonly<Record<ItemKind, Float64Array>>;
  readonly handling: HandlingCounts;
}

/** All counts of one assessed unit in one period: what every indicator is made of. */
export interface UnitCounts extends RecordCounts {
  /** Position in the reference list of units. */
  readonly unit: number;
  readonly kind: UnitKind;
  /** Published items, and offices with a published item, that got at least one rating. */
  ratedItems: number;
  ratedOffices: number;
  /**
   * First ratings of each published item, and of the published items of each office that has one: a list for the unit's own
   * register, and one for that of each of its key cities.
   */
  readonly itemRatings: number[][];
  readonly officeRatings: number[][];
  readonly register: RegisterCounts;
  /** What evaluators found, by part of an assessment. */
  readonly assessed: AssessedCounts;
}

export const emptyServices = (): RecordCounts['services'] => ({
  services: 0,
  rated: 0,
  cases: 0,
  supplemented: 0,
  online: 0,
  supplements: 0,
  finished: 0,
  onTime: 0,
  sameDay: 0,
  limited: 0,
  halved: 0,
});

export const emptyRecordCounts = (): RecordCounts => ({
  active: new Float64Array(CHANNELS * LEVELS),
  defaulted: new Float64Array(CHANNELS * LEVELS),
  services: emptyServices(),
  casesWithoutVisit: 0,
  tags: new Float64Array(TAGS),
  byItemKind: {
    power: new Float64Array(LEVELS),
    public: new Float64Array(LEVELS),
    convenience: new Float64Array(LEVELS),
  },
  handling: emptyHandling(),
});

export const emptyCounts = (unit: number, kind: UnitKind, register: RegisterCounts): UnitCounts => ({
  ...emptyRecordCounts(),
  unit,
  kind,
  ratedItems: 0,
  ratedOffices: 0,
  itemRatings: [[]],
  officeRatings: [[]],
  register,
  assessed: emptyAssessed(),
});

const addArray = (target: Float64Array, source: Float64Array, times: number): void =>
  source.forEach((n, i) => (target[i] = (target[i] ?? 0) + n * times));

/** Adds so many times the counts of other records. */
export function addRecordCounts(target: RecordCounts, source: RecordCounts, times = 1): void {
  addArray(target.active, source.active, times);
  addArray(target.defaulted, source.defaulted, times);
  for (const measure of serviceMeasures) target.services[measure] += source.services[measure] * times;
  target.casesWithoutVisit += source.casesWithoutVisit * times;
  addArray(target.tags, source.tags, times);
  for (const kind of itemKinds) addArray(target.byItemKind[kind], source.byItemKind[kind], times);
  addHandlingCounts(target.handling, source.handling, times);
}

/** Adds the counts of a key city to those of its province: no item or office belongs to both. */
export function addCounts(target: UnitCounts, source: UnitCounts): void {
  addRecordCounts(target, source);
  target.ratedItems += source.ratedItems;
  target.ratedOffices += source.ratedOffices;
  target.itemRatings.push(...source.itemRatings);
  target.officeRatings.push(...source.officeRatings);
  addRegisterCounts(target.register, source.register);
  for (const part of assessmentParts) addAssessed(target.assessed[part], source.assessed[part]);
}
