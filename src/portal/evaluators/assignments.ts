import type { AssessmentSubject } from '../../model/evaluation/assessment.ts';
import type { EvaluationPlan, Evaluator } from '../../model/evaluation/evaluation-plan.ts';
import { basicCode } from '../../model/items/basic-code.ts';
import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import { draw, stream, uniform } from '../../model/math/random.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';

/** One piece of work of a plan: who assesses what, when, and how far into the own work. */
export interface Assignment {
  readonly site: SiteUnit;
  readonly item: SiteItem;
  readonly subject: AssessmentSubject;
  readonly round: 1 | 2;
  readonly evaluator: Evaluator;
  /** How much of the evaluator’s work is done, 0 at the first assessment, 1 at the last. */
  readonly progress: number;
}

/** Purposes of the draws of a plan. */
const purpose = { item: 0, order: 1, repeated: 2 } as const;

/**
 * The work of a plan (任务分派), first rounds before second ones: of every unit the items that stand first in one keyed order of all items, so
 * that units are compared on the same ones as far as they offer them; evaluators take turns in a keyed order, so that each meets
 * many units and items; of a share of the work a second round goes to the next evaluator.
 */
export function assignmentsOf(plan: EvaluationPlan, sites: readonly SiteUnit[]): readonly Assignment[] {
  const { seed, evaluators, double } = plan;
  const word = (group: number, entity: number, n: number): number =>
    draw(seed, stream.evaluator, group, entity, n);
  const work = sites
    .flatMap((site) =>
      plan.subjects.flatMap((subject, s) =>
        itemsOf(plan, site, subject).map((item) => ({
          site,
          item,
          subject,
          order: word(site.index, item.slot, purpose.order + 4 * (s + 1)),
          repeated: uniform(word(site.index, item.slot, purpose.repeated + 4 * (s + 1))) < double,
        })),
      ),
    )
    .sort((a, b) => a.order - b.order || a.site.index - b.site.index || a.item.slot - b.item.slot);
  const turns = [
    ...work.map((piece, i) => ({ ...piece, round: 1 as const, turn: i })),
    ...work.flatMap((piece, i) => (piece.repeated ? [{ ...piece, round: 2 as const, turn: i + 1 }] : [])),
  ];
  const done = evaluators.map(() => 0);
  const whole = evaluators.map((_, e) => turns.filter(({ turn }) => turn % evaluators.length === e).length);
  return turns.flatMap(({ site, item, subject, round, turn }) => {
    const e = turn % evaluators.length;
    const evaluator = evaluators[e];
    if (evaluator === undefined) return [];
    const before = done[e] ?? 0;
    done[e] = before + 1;
    const progress = before / Math.max(1, (whole[e] ?? 1) - 1);
    return [{ site, item, subject, round, evaluator, progress }];
  });
}

/** The items of a unit that a plan assesses, the same ones as in other units as far as the unit offers them. */
function itemsOf(plan: EvaluationPlan, { items }: SiteUnit, subject: AssessmentSubject): readonly SiteItem[] {
  const offered = subject === 'application' ? items.filter(({ depth }) => depth >= ONLINE_DEPTH) : items;
  return offered
    .map((item) => ({
      item,
      order: draw(plan.seed, stream.evaluator, 0xffff, codeNumber(item), purpose.item),
    }))
    .sort((a, b) => a.order - b.order || (a.item.taskCode < b.item.taskCode ? -1 : 1))
    .slice(0, plan.items)
    .map(({ item }) => item);
}

/** The basic code of an item as a number of 32 bits, the same in every unit. */
function codeNumber({ taskCode }: SiteItem): number {
  let number = 0;
  for (const character of basicCode(taskCode))
    number = (Math.imul(number, 31) + character.charCodeAt(0)) >>> 0;
  return number;
}
