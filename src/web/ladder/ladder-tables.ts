import type { Answered } from '../../jobs/answers/questions.ts';
import { printCount } from '../../wording/print-number.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';
import { rightnessCells, type ShownScore } from '../detectors/score-cells.ts';
import type { RequestContext } from '../request-context.ts';
import { ladderTexts } from './ladder-texts.ts';

type Steps = Answered['concealmentLadder']['steps'];

/** The tables of the ladder: by record, by office-month, and the plainest rules; those that say nothing are left out. */
export function ladderTables({ language }: RequestContext, steps: Steps, monthFrom: number): FiguresTable[] {
  const t = translator(ladderTexts, language);
  const scoreTable = (by: 'byRecord' | 'byMonth', note: string): FiguresTable => ({
    id: `ladder-${by}`,
    title: t(by),
    note,
    ...headsOf(t),
    rows: steps.flatMap(({ level, detectors }) =>
      detectors.flatMap((one) => {
        const score = one[by];
        if (score === null) return [];
        return [
          { name: t('ladderRow', { level, rule: one.rule.name[language] }), cells: cellsOfScore(score) },
        ];
      }),
    ),
    sum: [],
  });
  const baselines: FiguresTable = {
    id: 'ladder-baselines',
    title: t('baselines'),
    note: t('baselinesNote'),
    ...headsOf(t),
    rows: steps.flatMap(({ level, detectors, baselines: found }) =>
      found.flatMap(({ detector, topLevel, random }, i) => {
        const rule = detectors.find((one) => one.rule.id === detector)?.rule.name[language] ?? detector;
        return [
          // It is the same whichever rule it stands beside.
          ...(i === 0 ? [{ name: t('topLevel', { level }), cells: cellsOfScore(topLevel) }] : []),
          { name: t('random', { level, rule }), cells: cellsOfScore(random) },
        ];
      }),
    ),
    sum: [],
  };
  return [
    scoreTable('byRecord', t('recordNote')),
    scoreTable('byMonth', t('monthNote', { n: monthFrom })),
    baselines,
  ].filter(({ rows }) => rows.length > 0);
}

const headsOf = (t: Translate): Pick<FiguresTable, 'first' | 'headings'> => ({
  first: t('rule'),
  headings: (['injected', 'flagged', 'right', 'precision', 'recall', 'f1'] as const).map((name) => t(name)),
});

const cellsOfScore = (score: ShownScore): string[] => [
  ...[score.injected, score.flagged, score.right].map(printCount),
  ...rightnessCells(score),
];
