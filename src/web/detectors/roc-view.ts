import { rocCurve } from '../../charts/roc-curve.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { detectorsTexts } from './detectors-texts.ts';
import { printArea, type FoundByDetector, type ShownScore } from './score-cells.ts';
import { ruleName } from './score-tables.ts';

/** The curves of one detector, and the form that chooses another. */
export interface RocView {
  readonly choices: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly curves: readonly {
    readonly title: string;
    readonly rocChart: string;
    readonly table: FiguresTable;
  }[];
  /** Why there is none. */
  readonly missing: string;
}

/** The curve of the detector that the address chooses, of the first that has one otherwise; undefined where nothing is scored. */
export function rocView(context: RequestContext, { detectors }: Answered['detection']): RocView | undefined {
  const asked = readChoice(
    context.query,
    'detector',
    detectors.map(({ rule }) => rule.id),
    '',
  );
  const first = detectors.find(hasCurve);
  if (first === undefined) return undefined;
  const chosen = detectors.find(({ rule }) => rule.id === asked) ?? first;
  const t = translator(detectorsTexts, context.language);
  return {
    choices: detectors
      .filter((one) => hasCurve(one) || one === chosen)
      .map((one) => ({ value: one.rule.id, name: ruleName(one, context), selected: one === chosen })),
    curves: curvesOf(chosen).map(([by, score]) => curveOf(context, chosen, by, score)),
    missing: hasCurve(chosen) ? '' : t('noCurve', { rule: chosen.rule.name[context.language] }),
  };
}

function curvesOf({ scores }: FoundByDetector): ['byRecord' | 'byMonth', ShownScore][] {
  return (['byRecord', 'byMonth'] as const).flatMap((by) => {
    const score = scores?.[by] ?? null;
    return score === null || score.roc.length === 0 ? [] : [[by, score]];
  });
}

const hasCurve = (one: FoundByDetector): boolean => curvesOf(one).length > 0;

function curveOf(
  context: RequestContext,
  detector: FoundByDetector,
  by: 'byRecord' | 'byMonth',
  score: ShownScore,
): RocView['curves'][number] {
  const t = translator(detectorsTexts, context.language);
  const { area, averagePrecision, roc, falseRate, recall } = score;
  const title = t('curveChart', { rule: ruleName(detector, context), by: t(by) });
  const share = (value: number): string => printShare(value, '');
  return {
    title,
    rocChart: rocCurve(
      simulatedCaption(context.language, {
        id: `roc-${by}`,
        title,
        desc: t('curveDesc', { area: printArea(area), average: printArea(averagePrecision) }),
      }),
      { across: t('falseRateAxis'), upright: t('recallAxis') },
      roc,
      falseRate === null || recall === null
        ? undefined
        : { falseRate, recall, printed: t('inUse', { falseRate: share(falseRate), recall: share(recall) }) },
      printFixed,
    ),
    table: {
      id: `points-${by}`,
      title: `${title} · ${t('points')}`,
      note: t('curveDesc', { area: printArea(area), average: printArea(averagePrecision) }),
      first: t('point'),
      headings: [t('falseRate'), t('recall')],
      rows: roc.map((point, i) => ({
        name: printCount(i + 1),
        cells: [share(point.falseRate), share(point.recall)],
      })),
      sum: falseRate === null || recall === null ? [] : [t('threshold'), share(falseRate), share(recall)],
    },
  };
}
