import { printCaseNumber } from '../model/case-number.ts';
import { assessNumberOf, partsOf, serviceKeyOf, serviceNumberOf } from '../model/key.ts';
import { lossCause, mechanism } from '../model/truth.ts';
import type { Store } from '../store/open.ts';
import { readRegister } from '../store/read/register.ts';
import { eachRatingTruth, levelTruths, unitTruths } from '../store/read/truth.ts';
import type { Knowledge } from './knowledge.ts';

const nameOf = (names: Readonly<Record<string, number>>, number: number): string =>
  Object.entries(names).find(([, value]) => value === number)?.[0] ?? String(number);

/**
 * The truth behind a simulated database, a line each: what was felt behind every rating and how it came about, the
 * levels felt in all services of a unit, ratings that were never recorded, and the latent qualities. For training and
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
  for (const { key, level, mechanism: how } of eachRatingTruth(truth)) {
    const serviceKey = serviceKeyOf(key);
    const { unit, day, slot, serial } = partsOf(serviceKey);
    const task = tasks[taskAt[unit * 1024 + slot] ?? -1];
    yield JSON.stringify({
      kind: 'rating-truth',
      projectNo: printCaseNumber(task?.taskCode ?? '', day, serial),
      serviceNumber: serviceNumberOf(serviceKey),
      assessNumber: assessNumberOf(key),
      felt: level,
      mechanism: nameOf(mechanism, how),
    });
  }
}
