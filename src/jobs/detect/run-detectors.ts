import { DetectorRun, type DetectorResult } from '../../detect/detectors.ts';
import { officeMonthNumber } from '../../detect/office-months.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isFictionalCode } from '../../model/names/unit-codes.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { holdsInventedOffices } from '../../store/read/detection/placed-ratings.ts';
import { listRuns } from '../../store/read/runs.ts';
import { referenceOfStore, storedNames } from '../../store/read/unit-names.ts';
import { readRefused } from './read-refused.ts';
import { eachUnitRecords } from './read-unit-records.ts';

/** What detectors found in a database, and in how much. */
export interface DetectedDatabase {
  readonly results: readonly DetectorResult[];
  readonly services: number;
  /** First ratings. */
  readonly ratings: number;
  readonly rectifications: number;
  readonly refused: number;
  /** Offices and months that have a service. */
  readonly officeMonths: number;
  /** True where units under real names were passed over. */
  readonly onlyFictional: boolean;
}

/**
 * Real names with simulated records: detectors look at the fictional units only, so that no suspicion, not even a false one, is put
 * on a real place that nobody recorded anything of. Simulated files that were collected tell themselves by the codes of their offices.
 */
export const isOnlyFictional = (store: Store): boolean =>
  storedNames(store) === 'real' &&
  (listRuns(store).some(({ kind }) => kind === 'simulate') || holdsInventedOffices(store));

/** Runs every detector over the records of a database; nothing is written. */
export function runDetectors(
  store: Store,
  { reference, calendar }: Pick<Knowledge, 'reference' | 'calendar'>,
  progress?: (unit: string) => void,
): DetectedDatabase {
  const register = readRegister(store);
  const onlyFictional = isOnlyFictional(store);
  const { units } = referenceOfStore(store, reference);
  const detection = new DetectorRun();
  const months = new Set<number>();
  const counts = { services: 0, ratings: 0, rectifications: 0 };
  const isAskedFor = (unit: number): boolean => !onlyFictional || isFictionalCode(units[unit]?.code ?? '');
  for (const records of eachUnitRecords(store, register, calendar, isAskedFor)) {
    progress?.(units[records.unit]?.code ?? '');
    detection.see(records);
    counts.services += records.length;
    counts.rectifications += records.rectifications.length;
    for (let row = 0; row < records.length; row++) {
      if (records.rated[row] === 1) counts.ratings++;
      months.add(officeMonthNumber(records.office[row] ?? 0, records.month[row] ?? 0));
    }
  }
  const refused = readRefused(store, register).filter(({ unit }) =>
    unit < 0 ? !onlyFictional : isAskedFor(unit),
  );
  return {
    results: detection.results(refused),
    ...counts,
    refused: refused.length,
    officeMonths: months.size,
    onlyFictional,
  };
}
