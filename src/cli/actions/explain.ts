import {
  explainFigure,
  isUnitKind,
  type ExplainedFigure,
  type FigureAsked,
} from '../../jobs/measure/explain/explain-figure.ts';
import type { ExplainedScore } from '../../jobs/measure/explain/explain-score.ts';
import { sampleRecords, type RecordSample } from '../../jobs/measure/explain/sample-records.ts';
import { wrongUse } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { notice, type Output } from '../output.ts';
import { methodNamed } from '../method-option.ts';
import { evidenceLines, standingLines } from '../explained-lines.ts';
import { periodOf } from '../period-of.ts';
import { unpublishedOf } from './unpublished-of.ts';
import { withStore } from '../with-store.ts';

/** A step from the overall score down to a count. */
type Explanation = ExplainedScore['tree'];

export interface ExplainFlags {
  readonly method?: string;
  readonly period?: string;
  readonly region?: string;
  readonly db: string;
  readonly json?: true;
}

/** Prints how a figure came about: of a unit with everything below it, or of a mean over units. */
export function explainAction(unitText: string, figure: string, options: ExplainFlags, output: Output): void {
  const { knowledge, measure } = methodNamed(options.method);
  withStore(options.db, { mustExist: true }, (store) => {
    const period = periodOf(store, options.period);
    const measurement = measure(store, period);
    const explained = explainFigure(
      measurement,
      { ...knowledge, reference: referenceOfStore(store, knowledge.reference) },
      period,
      askedOf(unitText, figure, options.region),
    );
    const sample =
      explained.of === 'score' && explained.node.indicator !== undefined
        ? sampleRecords(store, knowledge, period, explained.unit.code, explained.node.id)
        : null;
    const unpublished = unpublishedOf(store, knowledge, period);
    const { data } = measurement;
    if (options.json) {
      const says = { notice: `${notice.zh} / ${notice.en}`, unpublished: unpublished.document };
      const head = { ...says, period: period.label, data };
      output.json({ ...head, ...explainedDocument(explained, sample) });
      return;
    }
    output.line(translate(notice, output.language));
    unpublished.print(output);
    if (explained.of !== 'score') {
      output.line(`${period.label} (${data})`);
      for (const line of standingLines(explained, output)) output.line(line);
      return;
    }
    const { unit, path, node } = explained;
    output.line(`${output.text(unit.name, unit.nameEn)} ${period.label} (${data})`);
    path.forEach((step, depth) => {
      printNode(step, depth, output);
    });
    printBelow(node, path.length, output);
    for (const line of evidenceLines(explained, sample, output)) output.line(line);
  });
}

function askedOf(unitText: string, figure: string, region: string | undefined): FigureAsked {
  if (isUnitKind(unitText)) return { kind: unitText, figure, region };
  if (region === undefined) return { unit: unitText, figure };
  throw wrongUse(
    `--region = “${region}”：只用于 province 或 city 的平均值`,
    `--region = “${region}”: it is for the mean of province or city only`,
  );
}

/** What `--json` prints beside notice, period and digest. */
function explainedDocument(explained: ExplainedFigure, sample: RecordSample | null): object {
  switch (explained.of) {
    case 'score': {
      const { unit, path, node, interval, queries } = explained;
      return {
        unit: unit.code,
        path: path.map(withoutChildren),
        below: node.children,
        interval,
        queries,
        sample,
      };
    }
    case 'rank':
      return { unit: explained.unit.code, rank: explained.rank };
    case 'band':
      return { unit: explained.unit.code, band: explained.band };
    case 'mean': {
      const { kind, region = null, figure, mean } = explained;
      return { kind, region, figure, mean };
    }
  }
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
