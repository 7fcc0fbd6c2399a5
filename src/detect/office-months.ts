import type { PlaceCount } from './chance/usual-share.ts';
import type { UnitRecords } from './unit-records.ts';

/** Counts of an office in a month: k of n, and the keys of the k where a rule flags them. */
export interface OfficeMonth extends PlaceCount {
  readonly unit: number;
  readonly office: number;
  readonly month: number;
  readonly keys: readonly number[];
}

/** An office and a month as one number, for sets and look-ups. */
export const officeMonthNumber = (office: number, month: number): number => office * 8192 + month;

interface OpenMonth {
  k: number;
  n: number;
  readonly unit: number;
  readonly office: number;
  readonly month: number;
  readonly keys: number[];
}

/** What a record is in the count of its office and month. */
export type Counting = 'not' | 'other' | 'counted';

/** Counts records by office and month; with their rating keys where asked. */
export class OfficeMonths {
  readonly #months = new Map<number, OpenMonth>();

  constructor(private readonly keepsKeys: boolean) {}

  /** Counts the records of a unit by what `counting` says of each row. */
  see(unit: UnitRecords, counting: (row: number) => Counting): void {
    for (let row = 0; row < unit.length; row++) {
      const as = counting(row);
      if (as === 'not') continue;
      const place = this.#of(unit.unit, unit.office[row] ?? 0, unit.month[row] ?? 0);
      place.n++;
      if (as === 'other') continue;
      place.k++;
      if (this.keepsKeys) place.keys.push((unit.serviceKey[row] ?? 0) * 2);
    }
  }

  all(): readonly OfficeMonth[] {
    return [...this.#months.values()];
  }

  #of(unit: number, office: number, month: number): OpenMonth {
    const key = officeMonthNumber(office, month);
    let place = this.#months.get(key);
    if (place === undefined) {
      place = { unit, office, month, k: 0, n: 0, keys: [] };
      this.#months.set(key, place);
    }
    return place;
  }
}
