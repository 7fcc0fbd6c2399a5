import { validityNames, type ValidityCheck, type ValidityName } from '../../model/quality-report.ts';
import { isForeign, MAX_SLOTS, partsOf, serviceNumberOf } from '../../model/record/key.ts';
import type { Register } from '../../model/register.ts';
import { printSecond } from '../../model/time/time.ts';

interface Found {
  checked: number;
  wrong: number;
  readonly examples: string[];
}

/** First wrong ones that are kept of a check. */
const EXAMPLES = 3;

/** What the checks have found so far. */
export class Findings {
  private readonly found = new Map<ValidityName, Found>();

  constructor(private readonly register: Register) {
    for (const name of validityNames) this.found.set(name, { checked: 0, wrong: 0, examples: [] });
  }

  check(name: ValidityName, right: boolean, example: () => string): void {
    const found = this.found.get(name);
    if (found === undefined) return;
    found.checked++;
    if (right) return;
    found.wrong++;
    if (found.examples.length < EXAMPLES) found.examples.push(example());
  }

  results(): ValidityCheck[] {
    return [...this.found].map(([name, found]) => ({ name, ...found }));
  }

  /** A wrong record of a service as it may be shown: its case number masked, and what was found. */
  example({ key }: { readonly key: number }, what: string): string {
    const { register } = this;
    const number = serviceNumberOf(key);
    if (isForeign(key)) return `***/${String(number)}: ${what}`;
    const { unit, slot, day, serial } = partsOf(key);
    const task = register.tasks[register.taskAt[unit * MAX_SLOTS + slot] ?? -1];
    const caseNumber = `${task?.taskCode ?? '????'}${String(day)}${String(serial + 1).padStart(6, '0')}`;
    return `${masked(caseNumber)}/${String(number)}: ${what}`;
  }
}

/** A case number as it may be shown. */
export const masked = (caseNumber: string): string => `${caseNumber.slice(0, 4)}***${caseNumber.slice(-3)}`;

/** A time as it is shown. */
export const printTime = (second: number): string => (second < 0 ? '—' : printSecond(second));
