import type { Suspicion } from '../model/detection/suspicion.ts';
import type { Watch } from './detector.ts';
import { groupRows } from './grouped-rows.ts';
import type { UnitRecords } from './unit-records.ts';

/** Flags every rating that breaks a written rule, a lead for each office: no chance is involved. */
export function watchForBroken(
  detector: string,
  isBroken: (unit: UnitRecords, row: number) => boolean,
): Watch {
  const candidates: Suspicion[] = [];
  return {
    see(unit) {
      const offices = groupRows(unit, (row) => (isBroken(unit, row) ? (unit.office[row] ?? 0) : -1));
      for (const [office, rows] of offices)
        candidates.push({
          ...{ detector, unit: unit.unit, office, month: null, p: null },
          ...{ observed: rows.length, expected: 0, of: rows.length },
          keys: rows.map((row) => (unit.serviceKey[row] ?? 0) * 2),
        });
    },
    found: () => ({ candidates, tests: new Map() }),
  };
}
