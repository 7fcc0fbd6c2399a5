import { assessmentSubjects } from '../../model/evaluation/assessment.ts';
import type { EvaluationPlan } from '../../model/evaluation/evaluation-plan.ts';
import { draw, stream, uniform } from '../../model/math/random.ts';
import type { ItemTruth } from '../../model/site/item-truth.ts';
import { parseDay, printDay } from '../../model/time/time.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { assess } from './assess.ts';
import { assignmentsOf, type Assignment } from './assignments.ts';

/** Draws of a plan that are not about which work is whose begin here; a subject and round has this many. */
const [FIRST, EACH] = [1000, 200];

/** How severe an evaluator is when so much of the work is done: severity with its drift, 0..1. */
const severityAt = ({ evaluator, progress }: Pick<Assignment, 'evaluator' | 'progress'>): number =>
  Math.min(1, Math.max(0, evaluator.severity + evaluator.drift * progress));

/**
 * The findings of simulated evaluators by a plan as lines of a file of assessments, in the order of their days. They enter by the same
 * checks as anyone’s; what the evaluators are like is in the plan and nowhere in the lines.
 */
export function* assessmentLines(
  plan: EvaluationPlan,
  sites: readonly SiteUnit[],
  truthOf: (site: SiteUnit, item: SiteItem) => ItemTruth,
): Generator<string> {
  const work = assignmentsOf(plan, sites);
  const [first, last] = [parseDay(plan.from), parseDay(plan.to)];
  // Several subjects and rounds look at the same item.
  const truths = new Map<SiteItem, ItemTruth>();
  for (const [i, assignment] of work.entries()) {
    const { site, item, subject, round, evaluator } = assignment;
    const offset = FIRST + EACH * (2 * assessmentSubjects.indexOf(subject) + round - 1);
    const truth = truths.get(item) ?? truthOf(site, item);
    truths.set(item, truth);
    const findings = assess(subject, truth, evaluator, severityAt(assignment), (n) =>
      uniform(draw(plan.seed, stream.evaluator, site.index, item.slot, offset + n)),
    );
    yield JSON.stringify({
      kind: 'assessment',
      plan: plan.plan,
      evaluator: evaluator.id,
      taskCode: item.taskCode,
      subject,
      day: printDay(first + Math.floor((i * (last - first + 1)) / work.length)),
      round,
      ...findings,
    });
  }
}
