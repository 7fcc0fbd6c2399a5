import type { ServiceBatch } from '../model/record/batch.ts';
import { MAX_SERVICES, serviceNumberOf } from '../model/record/key.ts';
import { serviceStage } from '../model/record/packed-fields.ts';
import type { CountTable } from './count-table.ts';
import { monthOfSecond } from './month-of-day.ts';
import { serviceColumn } from './service-columns.ts';

/** Stage (环节) of a service that supplements an application (补正). */
export const SUPPLEMENT = 4;

/** A service of a case that is stored. */
interface StoredService {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly serviceAt: number;
}

/** What is known of a case: item and month of its first service (month -1 while that has not come), and whether it was supplemented. */
export interface CountedCase {
  readonly task: number;
  readonly month: number;
  readonly supplemented: boolean;
}

/**
 * Counts the cases that have a supplement, each once, in the month of its first service, where the case itself counts. Services
 * come by rising key; those of a case may come in several batches and in any order, and the count is the same.
 */
export class SupplementedCases {
  private caseKey = -1;
  private task = 0;
  private month = -1;
  private supplemented = false;

  constructor(
    private readonly services: CountTable,
    /** What came of a case before, by the key of its first service. */
    private readonly before?: (caseKey: number) => CountedCase | undefined,
  ) {}

  /** The accepted services of a batch, in any order. */
  addBatch(rows: ServiceBatch, packed: Int32Array, refused: Uint8Array): void {
    const order = rowsByKey(rows);
    for (let i = 0; i < rows.length; i++) {
      const row = order?.[i] ?? i;
      if (refused[row] !== 0) continue;
      this.add(rows.key[row] ?? 0, rows.task[row] ?? 0, packed[row] ?? 0, rows.serviceAt[row] ?? 0);
    }
  }

  add(key: number, task: number, packed: number, serviceAt: number): void {
    const number = serviceNumberOf(key);
    const caseKey = key - number + 1;
    if (caseKey !== this.caseKey) this.turnTo(caseKey);
    if (number === 1) {
      this.task = task;
      this.month = monthOfSecond(serviceAt);
      if (this.supplemented) this.count();
    }
    if (serviceStage(packed) === SUPPLEMENT && !this.supplemented) {
      this.supplemented = true;
      this.count();
    }
  }

  private turnTo(caseKey: number): void {
    const known = this.before?.(caseKey);
    this.caseKey = caseKey;
    this.task = known?.task ?? 0;
    this.month = known?.month ?? -1;
    this.supplemented = known?.supplemented ?? false;
  }

  private count(): void {
    if (this.month < 0) return;
    this.services.add(this.services.row(this.task, this.month), serviceColumn.supplemented, 1);
  }
}

/** What the stored services of a case say of it; nothing where there are none. */
export function countedCase(services: readonly StoredService[]): CountedCase | undefined {
  if (services.length === 0) return undefined;
  const first = services.find(({ key }) => serviceNumberOf(key) === 1);
  return {
    task: first?.task ?? 0,
    month: first === undefined ? -1 : monthOfSecond(first.serviceAt),
    supplemented: services.some(({ packed }) => serviceStage(packed) === SUPPLEMENT),
  };
}

/** The keys that the services of a case may have: its own and fifteen more. */
export const lastKeyOf = (caseKey: number): number => caseKey + MAX_SERVICES - 1;

/** The rows of a batch by rising key; undefined where they come so already. */
function rowsByKey({ key, length }: ServiceBatch): Int32Array | undefined {
  for (let row = 1; row < length; row++) {
    if ((key[row - 1] ?? 0) < (key[row] ?? 0)) continue;
    return Int32Array.from({ length }, (_, one) => one).sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0));
  }
  return undefined;
}
