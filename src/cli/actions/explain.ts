import { explainScore, type ExplainedScore } from '../../jobs/measure/explain-score.ts';
import { measurePeriod } from '../../jobs/measure/measure-period.ts';
import { translate } from '../../model/language.ts';
import { dimensionIds } from '../../model/reference.ts';
import { notice, type Output } from '../output.ts';
import { knowledgeBy } from '../method-option.ts';
import { periodOf } from '../period-of.ts';
import { withStore } from '../with-store.ts';

/** A step from the overall score down to a count. */
type Explanation = ExplainedScore['tree'];

export interface ExplainFlags {
  readonly method?: string;
  readonly period?: string;
  readonly db: string;
  readonly json?: true;
}

/** Prints a figure of a unit with everything below it. */
export function explainAction(
  unitText: string,
  indicator: string,
  options: ExplainFlags,
  output: Output,
): void {
  const knowledge = knowledgeBy(options.method);
  withStore(options.db, { mustExist: true }, (store) => {
    const period = periodOf(store, options.period);
    const measurement = measurePeriod(store, knowledge, period);
    // The overall score is the root of the tree that holds every dimension.
    const overall = indicator === 'overall';
    const { unit, tree, ...found } = explainScore(
      measurement,
      knowledge,
      unitText,
      overall ? dimensionIds[0] : indicator,
    );
    const path = overall ? [tree] : found.path;
    if (options.json) {
      output.json({
        notice: `${notice.zh} / ${notice.en}`,
        unit: unit.code,
        period: period.label,
        data: measurement.data,
        path: path.map(withoutChildren),
        below: path.at(-1)?.children ?? [],
      });
      return;
    }
    output.line(translate(notice, output.language));
    output.line(
      `${output.language === 'zh' ? unit.name : unit.nameEn} ${period.label} (${measurement.data})`,
    );
    path.forEach((node, depth) => {
      printNode(node, depth, output);
    });
    const last = path.at(-1);
    if (last) printBelow(last, path.length, output);
  });
}

function withoutChildren({ children: _, ...node }: Explanation): Omit<Explanation, 'children'> {
  return node;
}

function printBelow(node: Explanation, depth: number, output: Output): void {
  for (const child of node.children) {
    printNode(child, depth, output);
    printBelow(child, depth + 1, output);
  }
}

function printNode(node: Explanation, depth: number, output: Output): void {
  const zh = output.language === 'zh';
  const none = zh ? '无数据' : 'no data';
  const score = node.score === null ? none : node.score.score.toFixed(4);
  const weight = node.step === 'overall' ? '' : ` × ${(node.effective * 100).toFixed(2)}%`;
  const mark = node.assumption ? (zh ? '［假设］' : ' [assumption]') : '';
  output.line(
    `${'  '.repeat(depth)}${translate(node.name, output.language)} (${node.id}) = ${score}${weight}${mark}`,
  );
  const detail = node.indicator;
  if (!detail) return;
  const few = detail.denominator < detail.minimum ? ` (n < ${String(detail.minimum)})` : '';
  const value = detail.value === null ? `${none}${few}` : detail.value.toFixed(6);
  // What is read from a sample of equal size is no quotient of the two counts.
  const quotient = detail.numerator / detail.denominator;
  const sign = detail.value !== null && Math.abs(detail.value - quotient) > 1e-9 ? '→' : '=';
  const range =
    detail.low === null || detail.high === null
      ? ''
      : ` [${detail.low.toFixed(6)}, ${detail.high.toFixed(6)}]`;
  output.line(
    `${'  '.repeat(depth + 1)}${String(detail.numerator)} ${translate(detail.formula.numerator, output.language)} / ${String(detail.denominator)} ${translate(detail.formula.denominator, output.language)} ${sign} ${value}${range}; ${detail.goalposts.join(' … ')} → 0 … 100`,
  );
}
