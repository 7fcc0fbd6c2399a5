import type { Bilingual } from '../../model/language.ts';
import { rulesOfItem } from '../rules/rules-of-item.ts';
import { caseDraw, caseWordOf } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { serialOf } from './site-case-number.ts';

/** A step of a case that has been reached, in working days after the application was handed in. */
export interface ProgressEvent {
  readonly name: Bilingual;
  readonly note: Bilingual;
  readonly day: number;
}

/** How far a simulated case is (办件进度). */
export interface Progress {
  readonly caseNumber: string;
  readonly title: Bilingual;
  readonly events: readonly ProgressEvent[];
  /** Null where the case is closed; else what comes next. */
  readonly next: Bilingual | null;
}

/** The progress of a case of this item, the same for the same number; undefined for a number that is none of its cases. */
export function siteCaseProgress(site: SiteUnit, item: SiteItem, caseNumber: string): Progress | undefined {
  const serial = serialOf(item, caseNumber);
  if (serial === undefined) return undefined;
  const { title, steps } = rulesOfItem(site, item);
  const word = (n: number): number => caseWordOf(site, item, serial, n);
  // Handed in and accepted it is in any case; papers are accepted on the day after where it is not done on the spot.
  const reached = 2 + (word(caseDraw.stage) % (steps.length - 1));
  const allDays = steps.reduce((sum, { days }) => sum + days, 0);
  const accepted = allDays === 0 ? 0 : 1;
  // No office needs all of its promise every time, and none of these keeps applicants waiting longer.
  const share = 0.6 + 0.4 * ((word(caseDraw.decided) % 1000) / 999);
  let passed = 0;
  const events = steps.slice(0, reached).map(({ name, content, days }, i): ProgressEvent => {
    passed += days;
    return { name, note: content, day: i === 0 ? 0 : accepted + Math.floor(passed * share) };
  });
  return { caseNumber, title, events, next: steps[reached]?.name ?? null };
}
