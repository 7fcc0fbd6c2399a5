import { stepLines, type StepSeries } from '../../charts/step-lines.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { printFixed } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { printScoredShare, type ShownScore } from '../detectors/score-cells.ts';
import type { RequestContext } from '../request-context.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { ladderTexts } from './ladder-texts.ts';

type Steps = Answered['concealmentLadder']['steps'];

/** What each picture shows: a share, and of what. */
const pictures = [
  { name: 'recallByRecord', share: 'recall', by: 'byRecord' },
  { name: 'precisionByRecord', share: 'precision', by: 'byRecord' },
  { name: 'recallByMonth', share: 'recall', by: 'byMonth' },
  { name: 'precisionByMonth', share: 'precision', by: 'byMonth' },
] as const;

type Picture = (typeof pictures)[number];

/** The ladder as pictures: the simple and the strong detector at each level. One of which there is no point at all is left out. */
export function ladderPictures(
  { language }: RequestContext,
  steps: Steps,
): { readonly title: string; readonly ladderChart: string }[] {
  const t = translator(ladderTexts, language);
  const rules = (steps[0]?.detectors ?? []).map(({ rule }) => rule);
  return pictures.flatMap((picture) => {
    const series = rules
      .map((rule, i): StepSeries => ({
        name: rule.name[language],
        looks: i === rules.length - 1 ? 'full' : 'dashed',
        points: steps.map(({ detectors }) => {
          const score = detectors.find((one) => one.rule.id === rule.id)?.[picture.by] ?? null;
          return score === null ? null : pointOf(score, picture.share);
        }),
      }))
      .filter(({ points }) => points.some((point) => point !== null));
    if (series.length === 0) return [];
    const title = t(picture.name);
    return [
      {
        title,
        ladderChart: stepLines(
          simulatedCaption(language, {
            id: `ladder-${picture.name}`,
            title,
            desc: t('chartDesc', { figure: title }),
          }),
          { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] },
          steps.map(({ level }) => t('step', { level })),
          series,
          printFixed,
        ),
      },
    ];
  });
}

function pointOf(score: ShownScore, share: Picture['share']): StepSeries['points'][number] {
  const value = score[share];
  const interval = share === 'recall' ? score.recallInterval : score.precisionInterval;
  if (value === null) return null;
  return {
    value: 100 * value,
    low: interval === null ? null : 100 * interval.low,
    high: interval === null ? null : 100 * interval.high,
    printed: printScoredShare(value),
  };
}
