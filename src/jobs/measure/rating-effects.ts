import { countUnits } from '../../measure/count.ts';
import { ratingEffect, type RatingEffect } from '../../measure/rating-effect.ts';
import { scaleOf } from '../../measure/scale.ts';
import type { UnitCounts } from '../../measure/unit-counts.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Reference } from '../../model/reference.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { assessmentCells } from '../../store/read/assessments.ts';
import { periodCells, tagCells } from '../../store/read/cells.ts';
import { namedRectificationCells, rectificationCells } from '../../store/read/rectifications.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { measurePeriod, registerIn } from './measure-period.ts';

/** What bad ratings would do to the overall score of a unit. */
export interface RatingEffects {
  readonly one: RatingEffect | null;
  readonly percent: RatingEffect | null;
}

/** The effect of one rating, and of one in a hundred, turned from level 5 to level 1 in a unit and period. */
export function ratingEffects(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
  period: Period,
  code: string,
): RatingEffects {
  const { methods } = knowledge;
  const reference = referenceOfStore(store, knowledge.reference);
  const result = measurePeriod(store, knowledge, period).units.find((unit) => unit.code === code);
  const index = reference.units.findIndex((unit) => unit.code === code);
  const counts = countAlone(store, reference, period, index);
  if (result === undefined || counts === undefined) return { one: null, percent: null };
  const of = (share: number): RatingEffect | null =>
    ratingEffect(methods[result.kind], counts, scaleOf(reference), result, share);
  const percent = of(0.01);
  const veryGood = percent?.veryGood ?? 0;
  return { one: veryGood < 1 ? null : of(1 / veryGood), percent };
}

/** The counts of one unit, of whose records alone cells are read: its own and, of a province, those of its cities. */
function countAlone(
  store: Store,
  reference: Reference,
  period: Period,
  index: number,
): UnitCounts | undefined {
  const register = registerIn(store, period);
  const code = reference.units[index]?.code;
  const units = reference.units.flatMap(({ province }, i) => (i === index || province === code ? [i] : []));
  const tasks = register.tasks.flatMap(({ id, unitIndex }) => (units.includes(unitIndex) ? [id] : []));
  const cells = {
    ...periodCells(store, period, { units, tasks }),
    tags: tagCells(store, period),
    rectifications: rectificationCells(store, period, units),
    named: namedRectificationCells(store, period),
    assessments: assessmentCells(store, period),
  };
  return countUnits(cells, register, reference)[index];
}
