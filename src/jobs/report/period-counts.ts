import {
  responsibleDepartments,
  type ResponsibleDepartments,
} from '../../measure/losses/responsible-departments.ts';
import { totalPeriod, type PeriodCounts } from '../../measure/totals/period-counts.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import type { Reference } from '../../model/reference.ts';
import { unitsInPlay } from '../../model/register.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { cellsIn, registerIn } from '../measure/measure-period.ts';

/** What was counted in a period, of all units, of each, by department and by item. */
export const periodCounts = (store: Store, known: Reference, period: Period): PeriodCounts =>
  totalPeriod(
    period.label,
    cellsIn(store, period),
    registerIn(store, period),
    referenceOfStore(store, known),
  );

/** Who answers for what each indicator of the compared units loses in a period. */
export function periodResponsible(
  store: Store,
  { reference: known, methods }: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
): ResponsibleDepartments {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  const { ranked } = separateFictional(unitsInPlay(reference, register));
  return responsibleDepartments(
    methods,
    { cells: cellsIn(store, period), register, reference },
    ranked.map(({ code }) => code),
  );
}
