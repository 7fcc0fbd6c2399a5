import { countUnits } from '../../measure/count.ts';
import { countGroups, type GroupedCounts } from '../../measure/group-counts.ts';
import { measureUnits, measuringVersion, versionOf } from '../../measure/measure.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { UnitCounts } from '../../measure/unit-counts.ts';
import type { Reference } from '../../model/reference.ts';
import { unitsInPlay, type Register } from '../../model/register.ts';
import type { Period } from '../../model/time/period.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { assessmentCells } from '../../store/read/assessments.ts';
import { periodCells, tagCells } from '../../store/read/cells.ts';
import { groupCells } from '../../store/read/group-cells.ts';
import { namedRectificationCells, rectificationCells } from '../../store/read/rectifications.ts';
import { contentOf } from '../../store/read/content.ts';
import { storedMeasurement } from '../../store/read/results/measurements.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { writeMeasurement } from '../../store/write/measurements.ts';
import type { Knowledge, Methods } from '../../model/knowledge.ts';

/** The item register as it stands at the end of a period. */
export const registerIn = (store: Store, period: Period): Register =>
  knownRegister(store, firstDayOfMonth(period.last + 1) - 1);

/** The cells of all units in a period. */
export const cellsIn = (store: Store, period: Period) => ({
  ...periodCells(store, period),
  tags: tagCells(store, period),
  rectifications: rectificationCells(store, period),
  named: namedRectificationCells(store, period),
  assessments: assessmentCells(store, period),
});

/** The counts of every unit in a period, in the order of the reference list. */
export const countPeriod = (
  store: Store,
  register: Register,
  reference: Reference,
  period: Period,
): UnitCounts[] => countUnits(cellsIn(store, period), register, reference);

/** The same, and the counts by group. */
export function countByGroup(
  store: Store,
  register: Register,
  reference: Reference,
  period: Period,
): { counts: UnitCounts[]; groups: GroupedCounts[] } {
  const cells = cellsIn(store, period);
  const counts = countUnits(cells, register, reference);
  const groups = countGroups({ ...cells, groups: groupCells(store, period) }, counts, register, reference);
  return { counts, groups };
}

/** What the results of both methods are stored under: another version of the computing does not find them. */
export const methodKey = ({ province, city }: Methods): string =>
  `${province.id}+${city.id}@${String(measuringVersion)}`;

/** The result of both methods over a period, computed from the counts. */
export const computeMeasurement = (
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
): Measurement => measureCounted(store, knowledge, period, countByGroup);

/** The same scores without what needs counts by group: nothing is said of a new draw. Takes a fraction of the time. */
export const computeScores = (
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
): Measurement => measureCounted(store, knowledge, period, (...asked) => ({ counts: countPeriod(...asked) }));

function measureCounted(
  store: Store,
  { reference: known, methods }: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
  count: (...asked: Parameters<typeof countPeriod>) => {
    readonly counts: readonly UnitCounts[];
    readonly groups?: readonly GroupedCounts[];
  },
): Measurement {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  const counted = count(store, register, reference, period);
  const listed = unitsInPlay(reference, register);
  return measureUnits({ methods, ...counted, reference, listed, period, data: contentOf(store).digest });
}

/**
 * The result of both methods over a period: the stored one where the data have not changed since, else computed from
 * the counts and stored. A database opened read-only gets it computed and not stored.
 */
export function measurePeriod(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
): Measurement {
  const { methods } = knowledge;
  const method = methodKey(methods);
  const data = contentOf(store).digest;
  const stored = storedMeasurement(store, {
    method,
    version: versionOf(methods),
    period: period.label,
    data,
  });
  if (stored) return stored;
  const measurement = computeMeasurement(store, knowledge, period);
  if (!store.db.readonly) writeMeasurement(store, method, measurement);
  return measurement;
}
