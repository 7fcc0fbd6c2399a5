import { printCaseNumber } from '../../national/case-number.ts';
import { assessNumberOf, MAX_SLOTS, partsOf, serviceKeyOf, serviceNumberOf } from '../../model/record/key.ts';
import { lossCause, mechanism } from '../../model/truth.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import {
  defectTotals,
  eachDefectTruth,
  eachRatingTruth,
  levelTruths,
  unitTruths,
} from '../../store/read/truth.ts';
import type { Knowledge } from '../../model/knowledge.ts';

const nameOf = (names: Readonly<Record<string, number>>, number: number): string =>
  Object.entries(names).find(([, value]) => value === number)?.[0] ?? String(number);

/**
 * The truth behind a simulated database, a line each: what was felt behind every rating and how it came about, the
 * levels felt in all services of a unit, ratings that were never recorded, the latent qualities, and every defect injected with what
 * would have been. For training and
 * for scoring detectors; no result is computed from it.
 */
export function* truthLines(
  store: Store,
  truth: Store,
  { reference }: Pick<Knowledge, 'reference'>,
): Iterable<string> {
  const { tasks, taskAt } = readRegister(store);
  const unitCode = (unit: number): string => reference.units[unit]?.code ?? '';
  for (const { unit, dimension, quality } of unitTruths(truth)) {
    yield JSON.stringify({ kind: 'unit-quality', unit: unitCode(unit), dimension, quality });
  }
  for (const { unit, cause, level, n } of levelTruths(truth)) {
    yield JSON.stringify(
      cause === 0
        ? { kind: 'felt', unit: unitCode(unit), level, services: n }
        : {
            kind: 'never-recorded',
            unit: unitCode(unit),
            level,
            cause: nameOf(lossCause, cause),
            ratings: n,
          },
    );
  }
  const serviceOf = (serviceKey: number) => {
    const { unit, day, slot, serial } = partsOf(serviceKey);
    const task = tasks[taskAt[unit * MAX_SLOTS + slot] ?? -1];
    return {
      projectNo: printCaseNumber(task?.taskCode ?? '', day, serial),
      serviceNumber: serviceNumberOf(serviceKey),
    };
  };
  const ratingOf = (key: number) => ({ ...serviceOf(serviceKeyOf(key)), assessNumber: assessNumberOf(key) });
  for (const { key, level, mechanism: how } of eachRatingTruth(truth)) {
    yield JSON.stringify({
      kind: 'rating-truth',
      ...ratingOf(key),
      felt: level,
      mechanism: nameOf(mechanism, how),
    });
  }
  for (const { record, key, sent, ...entry } of eachDefectTruth(truth)) {
    const keys = record === 'service' ? serviceOf(key) : ratingOf(key);
    const line: unknown = sent === null ? undefined : JSON.parse(sent);
    yield JSON.stringify({ kind: 'defect', record, ...keys, ...entry, sent: line });
  }
  for (const { run, ...total } of defectTotals(truth)) {
    yield JSON.stringify({ kind: 'defect-total', run, ...total });
  }
}
