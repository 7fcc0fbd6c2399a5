import { compareEditions, type EditionRow } from '../../measure/editions/compare-editions.ts';
import { withEdition, type Knowledge } from '../../model/knowledge.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { measurePeriod } from './measure-period.ts';

/** The units in a period by two editions of the methods. Throws a Mistake where there is no such edition. */
export function editionRows(
  store: Store,
  knowledge: Knowledge,
  period: Period,
  from: string,
  to: string,
): EditionRow[] {
  const by = (edition: string, field: string) =>
    measurePeriod(store, withEdition(knowledge, edition, field), period);
  return compareEditions(by(from, 'from'), by(to, 'to'));
}
