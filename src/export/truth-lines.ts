import { printCaseNumber } from '../national/case-number.ts';
import { printDay } from '../model/time/time.ts';
import { assessNumberOf, MAX_SLOTS, partsOf, serviceKeyOf, serviceNumberOf } from '../model/record/key.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import {
  lossCause,
  mechanism,
  type DefectTotalTruth,
  type DefectTruth,
  type LevelTruth,
  type LinkTruth,
  type RatingTruth,
  type ReformTruth,
  type UnitTruth,
} from '../model/truth.ts';

/** The rows of a truth file; each list is gone through once. */
export interface TruthRows {
  readonly units: Iterable<UnitTruth>;
  readonly reforms: Iterable<ReformTruth>;
  readonly links: Iterable<LinkTruth>;
  readonly levels: Iterable<LevelTruth>;
  readonly ratings: Iterable<RatingTruth>;
  readonly defects: Iterable<DefectTruth>;
  readonly totals: Iterable<DefectTotalTruth>;
  /** Faults of the simulated service sites, as they are printed. */
  readonly sites: Iterable<object>;
}

const nameOf = (names: Readonly<Record<string, number>>, number: number): string =>
  Object.entries(names).find(([, value]) => value === number)?.[0] ?? String(number);

const parsed = (json: string): unknown => JSON.parse(json);

/** A list of names, absent where all are meant. */
const listOf = (json: string | null): unknown => (json === null ? undefined : parsed(json));

/**
 * The truth behind a simulated database, a line each: the latent qualities, the reforms of units, the levels felt in all services of a unit,
 * ratings that were never recorded, what was felt behind every rating and how it came about, every defect injected
 * with what would have been, and every fault of the service sites with what would be right.
 */
export function* truthLines(rows: TruthRows, { units }: Reference, register: Register): Iterable<string> {
  for (const record of truthRecords(rows, register, (unit) => units[unit]?.code ?? '')) {
    yield JSON.stringify(record);
  }
}

function* truthRecords(
  { units, reforms, links, levels, ratings, defects, totals, sites }: TruthRows,
  { tasks, taskAt }: Register,
  unitCode: (unit: number) => string,
): Iterable<object> {
  const serviceOf = (serviceKey: number) => {
    const { unit, day, slot, serial } = partsOf(serviceKey);
    const task = tasks[taskAt[unit * MAX_SLOTS + slot] ?? -1];
    return {
      projectNo: printCaseNumber(task?.taskCode ?? '', day, serial),
      serviceNumber: serviceNumberOf(serviceKey),
    };
  };
  const ratingOf = (key: number) => ({ ...serviceOf(serviceKeyOf(key)), assessNumber: assessNumberOf(key) });

  for (const { unit, dimension, quality } of units) {
    yield { kind: 'unit-quality', unit: unitCode(unit), dimension, quality };
  }
  for (const { unit, titleZh, titleEn, departments, items, tagFactors, integrated, ...effect } of reforms) {
    yield {
      kind: 'reform',
      unit: unitCode(unit),
      title: { zh: titleZh, en: titleEn },
      departments: listOf(departments),
      items: listOf(items),
      ...effect,
      tagFactors: parsed(tagFactors),
      integrated: integrated === 1,
    };
  }
  for (const { unit, oneThing, begun, nth, step, integrated, key } of links) {
    const matter = `${unitCode(unit)}-${oneThing}-${printDay(begun)}-${String(nth + 1)}`;
    const { projectNo } = serviceOf(key);
    yield {
      kind: 'one-thing',
      matter,
      unit: unitCode(unit),
      oneThing,
      case: step + 1,
      projectNo,
      integrated,
    };
  }
  for (const { unit: index, cause, level, n } of levels) {
    const unit = unitCode(index);
    yield cause === 0
      ? { kind: 'felt', unit, level, services: n }
      : { kind: 'never-recorded', unit, level, cause: nameOf(lossCause, cause), ratings: n };
  }
  for (const { key, level, mechanism: how } of ratings) {
    yield { kind: 'rating-truth', ...ratingOf(key), felt: level, mechanism: nameOf(mechanism, how) };
  }
  for (const { record, key, sent, ...entry } of defects) {
    const keys = record === 'service' ? serviceOf(key) : ratingOf(key);
    const line: unknown = sent === null ? undefined : JSON.parse(sent);
    yield { kind: 'defect', record, ...keys, ...entry, sent: line };
  }
  for (const { run, ...total } of totals) yield { kind: 'defect-total', run, ...total };
  yield* sites;
}
