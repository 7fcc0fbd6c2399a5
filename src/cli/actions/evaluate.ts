import { writeFileSync } from 'node:fs';
import { analyseEvaluators, type SubjectAnalysis } from '../../jobs/evaluate/analyse-evaluators.ts';
import { assessmentsOfPlan } from '../../jobs/evaluate/assessments-of-plan.ts';
import { evaluateByPlan, type EvaluatedPlan } from '../../jobs/evaluate/evaluate-plan.ts';
import { translate } from '../../model/language.ts';
import type { Interval } from '../../model/math/interval.ts';
import { refusalReasons, refusalText } from '../../model/refusal.ts';
import { readKnowledge, readPlan } from '../../store/reference.ts';
import { subjectNames, variancePartNames } from '../../wording/evaluator-names.ts';
import { printCount, printFixed, printPercent } from '../../wording/print-number.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import { notice, type Output } from '../output.ts';
import { tableLines } from '../table.ts';
import { naming } from '../write-files.ts';
import { withStoreWhile } from '../with-store.ts';

export interface EvaluateFlags {
  readonly plan: string;
  readonly db: string;
  readonly out?: string;
  readonly json?: true;
}

/** Carries out a plan, unless it was before, and prints what its assessments say of units and evaluators. */
export async function evaluateAction(options: EvaluateFlags, output: Output): Promise<void> {
  const plan = readPlan(options.plan);
  const knowledge = readKnowledge();
  const { done, subjects, lines } = await withStoreWhile(options.db, { mustExist: true }, async (store) => ({
    done: await evaluateByPlan(store, plan, knowledge, programVersion, machineClock),
    subjects: analyseEvaluators(store, knowledge, plan.plan),
    lines: options.out === undefined ? [] : [...assessmentsOfPlan(store, plan.plan)],
  }));
  if (options.out !== undefined) writeLines(options.out, lines);
  if (options.json) {
    output.json({ notice: `${notice.zh} / ${notice.en}`, plan: plan.plan, ...done, subjects });
    return;
  }
  printCollected(plan.plan, done, output);
  for (const subject of subjects) printSubject(subject, output);
}

/** The accepted assessments as `collect` takes them; a file that is there is not replaced. */
function writeLines(file: string, lines: readonly string[]): void {
  naming(file, () => {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''), { flag: 'wx' });
  });
}

function printCollected(
  plan: string,
  { run, assessments, refused, duplicates }: EvaluatedPlan,
  output: Output,
): void {
  const { text, language, line } = output;
  line(translate(notice, language));
  line(
    run === null
      ? text(
          `方案 ${plan} 此前已执行，数据库中有 ${printCount(duplicates)} 条评估记录`,
          `plan ${plan} was carried out before: the database holds ${printCount(duplicates)} assessments`,
        )
      : text(
          `方案 ${plan}：接收评估记录 ${printCount(assessments)} 条（第 ${String(run)} 次运行）`,
          `plan ${plan}: ${printCount(assessments)} assessments accepted (run ${String(run)})`,
        ),
  );
  for (const reason of refusalReasons) {
    const n = refused[reason];
    if (n !== undefined)
      line(
        `${text('校验未通过', 'refused')} ${reason} ${translate(refusalText[reason].name, language)}: ${printCount(n)}`,
      );
  }
}

const DASH = '—';
const points = (value: number | null, digits = 2): string =>
  value === null ? DASH : printFixed(value, digits);
const range = (interval: Interval | null): string =>
  interval === null ? DASH : `${printFixed(interval.low, 2)} – ${printFixed(interval.high, 2)}`;

function printSubject(found: SubjectAnalysis, output: Output): void {
  const { text, language, line } = output;
  line('');
  line(
    text(
      `${subjectNames[found.subject].zh}：${printCount(found.assessments)} 次评估，${String(found.units)} 个单位，${String(found.items)} 个事项；平均 ${points(found.mean)} 分（标准误 ${points(found.meanError)}）`,
      `${subjectNames[found.subject].en}: ${printCount(found.assessments)} assessments of ${String(found.units)} units and ${String(found.items)} items; mean ${points(found.mean)} (standard error ${points(found.meanError)})`,
    ),
  );
  const variances = found.variances.map(({ part, variance, interval, share }) => [
    variancePartNames[part][language],
    points(variance),
    range(interval),
    share === null ? DASH : printPercent(share),
  ]);
  print(
    output,
    [
      text('方差来源', 'variance of'),
      text('方差', 'variance'),
      text('95% 区间', '95% interval'),
      text('占比', 'share'),
    ],
    variances,
  );
  print(
    output,
    [
      text('评估人员', 'evaluator'),
      text('评估次数', 'assessments'),
      text('宽严（分，正为宽）', 'leniency (points)'),
      text('95% 区间', '95% interval'),
    ],
    found.evaluators.map((row) => [
      row.evaluator,
      printCount(row.assessments),
      points(row.effect),
      range(row.interval),
    ]),
  );
  if (found.agreement !== null) {
    const { pairs, exact, kappa, ac1 } = found.agreement;
    line(
      text(
        `双人评估 ${printCount(pairs)} 项：结论相同 ${printPercent(exact)}，κ ${points(kappa)}，AC1 ${points(ac1)}`,
        `${printCount(pairs)} double assessments: ${printPercent(exact)} of the findings agree, κ ${points(kappa)}, AC1 ${points(ac1)}`,
      ),
    );
  }
  print(
    output,
    [
      text('每单位事项', 'items a unit'),
      text('每项评估次数', 'assessments an item'),
      text('单位得分标准误', 'standard error of a unit'),
      text('相差 2 分排对的概率', '2 points apart ranked rightly'),
      text('名次区间半宽', 'half-width of ranks'),
    ],
    found.options.map((option) => [
      String(option.plan.items),
      String(option.plan.evaluatorsPerItem),
      points(option.relativeError),
      printPercent(option.rankedRightly.find(({ difference }) => difference === 2)?.chance ?? 0),
      points(option.rankHalfWidth, 1),
    ]),
  );
}

/** A table whose first column holds names, the others figures. */
function print({ line }: Output, headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const columns = headings.map((heading, i) => ({
    heading,
    side: i === 0 ? ('left' as const) : ('right' as const),
  }));
  if (rows.length > 0) for (const text of tableLines(columns, rows)) line(text);
}
