import { AssessmentIntake, type CollectedAssessments } from '../collect/assessment-intake.ts';
import type { Clock } from '../clock.ts';
import { assertAllRowsKept } from '../runs/assert-compatible.ts';
import { siteOfUnit, unitsWithSites } from '../site/site-of-unit.ts';
import { wrongUse } from '../../model/errors.ts';
import type { EvaluationPlan } from '../../model/evaluation/evaluation-plan.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { assessmentLines } from '../../portal/evaluators/assessment-lines.ts';
import { itemTruth } from '../../portal/item-truth.ts';
import type { SiteUnit } from '../../portal/site-unit.ts';
import type { Store } from '../../store/open.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { parseDay, printMonth } from '../../model/time/time.ts';
import { monthOfDay } from '../../rollup/month-of-day.ts';
import { storedPlans } from '../../store/read/assessments.ts';
import { listRuns } from '../../store/read/runs.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { beginRun } from '../../store/write/runs.ts';

/** What came of the assessments of a plan, and the run that they came by; no run where they had come before. */
export interface EvaluatedPlan extends CollectedAssessments {
  readonly run: number | null;
}

/**
 * Sends simulated evaluators to the sites of a database by a plan: what they find becomes lines, and these go through the collection like
 * anyone’s. A plan that was carried out before is not again. The sites are those of the last day of the plan.
 */
export async function evaluateByPlan(
  store: Store,
  plan: EvaluationPlan,
  knowledge: Knowledge,
  programVersion: string,
  clock: Clock,
): Promise<EvaluatedPlan> {
  assertAllRowsKept(store);
  const began = clock.elapsed();
  // Looked up with the write lock held: of two that come at once the second finds the work of the first.
  return inOneTransaction(store, (): Promise<EvaluatedPlan> => {
    const done = storedPlans(store).find((one) => one.plan === plan.plan);
    if (done !== undefined) {
      assertSamePlan(store, plan);
      return Promise.resolve({ run: null, assessments: 0, duplicates: done.assessments, refused: {} });
    }
    assertDaysOfData(store, plan);
    const sites = sitesOfPlan(store, plan, knowledge);
    const run = beginRun(store, {
      kind: 'collect',
      scenario: runName(plan),
      seed: null,
      programVersion,
      firstDay: parseDay(plan.from),
      lastDay: parseDay(plan.to),
      settings: JSON.stringify({ plan }),
      startedAt: clock.now(),
    });
    const intake = new AssessmentIntake(store, run, knowledge, clock.now());
    let number = 0;
    for (const text of assessmentLines(plan, sites, itemTruth)) {
      number++;
      intake.read({ number, text, bytes: Buffer.byteLength(text), terminated: true }, plan.plan);
    }
    return Promise.resolve({ run, ...intake.end(clock.elapsed() - began) });
  });
}

/** Assessments count in the months of their days: throws a Mistake where one of these has no services or ratings. */
function assertDaysOfData(store: Store, { plan, from, to }: EvaluationPlan): void {
  const months = monthsWithData(store);
  const [first, last] = [monthOfDay(parseDay(from)), monthOfDay(parseDay(to))];
  const missing = Array.from({ length: last - first + 1 }, (_, i) => first + i).find(
    (month) => !months.includes(month),
  );
  if (missing === undefined) return;
  const known = [months[0], months.at(-1)].flatMap((month) =>
    month === undefined ? [] : [printMonth(month)],
  );
  throw wrongUse(
    `方案 ${plan} 的 from、to：${printMonth(missing)} 没有数据；有数据的月份为 ${known.join(' 至 ') || '（无）'}`,
    `plan ${plan}, from and to: there are no data for ${printMonth(missing)}; the months with data are ${known.join(' to ') || '(none)'}`,
  );
}

const runName = ({ plan }: EvaluationPlan): string => `plan ${plan}`;

/** A name stands for one plan: throws a Mistake where assessments of another one, or from elsewhere, carry it. */
function assertSamePlan(store: Store, plan: EvaluationPlan): void {
  const settings = JSON.stringify({ plan });
  if (listRuns(store).some((run) => run.scenario === runName(plan) && run.settings === settings)) return;
  throw wrongUse(
    `plan = “${plan.plan}”：数据库中已有同名方案的评估记录，内容与此方案不同；请换一个名称`,
    `plan = “${plan.plan}”: the database holds assessments of another plan of this name; choose another name`,
  );
}

/** The sites that a plan names; a Mistake names the unit that has none. */
export function sitesOfPlan(
  store: Store,
  plan: Pick<EvaluationPlan, 'units' | 'to'>,
  knowledge: Pick<Knowledge, 'reference'>,
): readonly SiteUnit[] {
  const day = parseDay(plan.to);
  const codes = plan.units === 'all' ? unitsWithSites(store, knowledge, day) : plan.units;
  if (codes.length === 0)
    throw wrongUse(
      'units = "all"：数据库中没有编号单位或虚构单位，模拟政务服务网只有这些单位才有',
      'units = "all": the database has no coded or fictional unit, and only these have a simulated service site',
    );
  return codes.map((code) => {
    const site = siteOfUnit(store, knowledge, code, day);
    if (site !== undefined) return site;
    throw wrongUse(
      `units = “${code}”：该单位没有模拟政务服务网；只有已模拟的编号单位和虚构单位才有`,
      `units = “${code}”: this unit has no simulated service site; only simulated coded and fictional units have one`,
    );
  });
}
