import { personGroup } from '../model/counts/random-groups.ts';
import type { ServiceBatch } from '../model/record/batch.ts';
import { MAX_SERVICES, serviceNumberOf } from '../model/record/key.ts';
import { serviceStage } from '../model/record/packed-fields.ts';
import { monthOfSecond } from './month-of-day.ts';

/** Stage (环节) of a service that supplements an application (补正). */
export const SUPPLEMENT = 4;

/** A service of a case that is stored. */
interface StoredService {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly serviceAt: number;
  readonly person: number;
}

/**
 * What is known of a case: item, month and group of the person of its first service (month -1 while that has not come), and
 * whether it was supplemented.
 */
export interface CountedCase {
  readonly task: number;
  readonly month: number;
  readonly group: number;
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
  private group = 0;
  private supplemented = false;

  constructor(
    /** Told of each: item, month and group of the person of its first service. */
    private readonly counted: (task: number, month: number, group: number) => void,
    /** What came of a case before, by the key of its first service. */
    private readonly before?: (caseKey: number) => CountedCase | undefined,
  ) {}

  /** The accepted services of a batch, in any order. */
  addBatch(rows: ServiceBatch, packed: Int32Array, refused: Uint8Array): void {
    const order = rowsByKey(rows);
    for (let i = 0; i < rows.length; i++) {
      const row = order?.[i] ?? i;
      if (refused[row] !== 0) continue;
      const [key, task] = [rows.key[row] ?? 0, rows.task[row] ?? 0];
      this.add(key, task, packed[row] ?? 0, rows.serviceAt[row] ?? 0, rows.person[row] ?? 0);
    }
  }

  add(key: number, task: number, packed: number, serviceAt: number, person: number): void {
    const number = serviceNumberOf(key);
    const caseKey = key - number + 1;
    if (caseKey !== this.caseKey) this.turnTo(caseKey);
    if (number === 1) {
      this.task = task;
      this.month = monthOfSecond(serviceAt);
      this.group = personGroup(person, key);
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
    this.group = known?.group ?? 0;
    this.supplemented = known?.supplemented ?? false;
  }

  private count(): void {
    if (this.month < 0) return;
    this.counted(this.task, this.month, this.group);
  }
}

/** What the stored services of a case say of it; nothing where there are none. */
export function countedCase(services: readonly StoredService[]): CountedCase | undefined {
  if (services.length === 0) return undefined;
  const first = services.find(({ key }) => serviceNumberOf(key) === 1);
  return {
    task: first?.task ?? 0,
    month: first === undefined ? -1 : monthOfSecond(first.serviceAt),
    group: first === undefined ? 0 : personGroup(first.person, first.key),
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
