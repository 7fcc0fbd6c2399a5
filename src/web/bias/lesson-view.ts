import { roundAxis } from '../../charts/axis.ts';
import { intervalRows } from '../../charts/interval-rows.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { usualBiasChoice } from '../../jobs/laboratory/bias-scenario.ts';
import { printFixed, printShare } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { simulated, simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { biasLessonTexts } from './bias-lesson-texts.ts';
import { biasTexts } from './bias-texts.ts';
import { lessonSentence, signedGap, type ShownLesson } from './lesson-sentence.ts';

/** A lesson as its page has it. */
export interface LessonView {
  readonly id: string;
  readonly title: string;
  /** Undefined where its regime is not among the chosen ones; `add` is the address with it. */
  readonly shown:
    | {
        readonly note: string;
        readonly sentence: string;
        readonly figureChart: string;
        readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
      }
    | undefined;
  readonly missing: string;
  readonly add: string;
}

const words = { ...siteTexts, ...biasTexts, ...biasLessonTexts };

/** The lessons in their order, and which regime each one needs. */
const shownLessons: readonly { readonly id: ShownLesson['id']; readonly regime: string | undefined }[] = [
  { id: 'automatic', regime: 'default-3' },
  { id: 'preselection', regime: 'prompted' },
  { id: 'successful', regime: 'only-successful' },
  { id: 'unhappy', regime: 'only-unhappy' },
  { id: 'suppression', regime: 'suppressed' },
  { id: 'entry', regime: undefined },
];

/** All lessons: those that cannot be shown say what is missing. */
export function lessonViews(context: RequestContext, found: Answered['regimeBias']): LessonView[] {
  const { language, site } = context;
  const t = translator(words, language);
  return shownLessons.map(({ id, regime }) => {
    const lesson = found.lessons.find((one) => one.id === id);
    const named = site.reference.regimes.find((one) => one.id === regime);
    return {
      id,
      title: t(id),
      shown: lesson && {
        note: id === 'entry' ? t('entryWorld') : named === undefined ? '' : nameIn(language, named),
        sentence: simulated(lessonSentence(lesson, t), language),
        figureChart: drawLesson(context, lesson),
        rows: lessonRows(context, lesson),
      },
      missing: named === undefined ? '' : t('notChosen', { regime: nameIn(language, named) }),
      add: regime === undefined ? '' : addressWith(context, regime),
    };
  });
}

/** This address with one regime more. */
function addressWith({ path, query }: RequestContext, regime: string): string {
  const more = new URLSearchParams(query);
  if (!more.has('regimes')) for (const usual of usualBiasChoice.regimes) more.append('regimes', usual);
  more.append('regimes', regime);
  return `${path}?${more.toString()}`;
}

const sides = ['felt', 'published', 'weighted'] as const;

function lessonRows({ language }: RequestContext, lesson: ShownLesson): { name: string; cells: string[] }[] {
  const t = translator(words, language);
  const missing = t('missing');
  const { felt } = lesson;
  return sides.map((side) => {
    const { goodRate, meanScore } = lesson[side];
    const isFelt = side === 'felt';
    const points =
      isFelt || goodRate === null || felt.goodRate === null ? null : 100 * (goodRate - felt.goodRate);
    const gap = isFelt || meanScore === null || felt.meanScore === null ? null : meanScore - felt.meanScore;
    return {
      name: t(side),
      cells: [
        printShare(goodRate, missing),
        points === null ? '' : `${points > 0 ? '+' : ''}${printFixed(points, 2)}`,
        meanScore === null ? missing : printFixed(meanScore, 4),
        gap === null ? '' : signedGap(gap),
      ],
    };
  });
}

function drawLesson({ language }: RequestContext, lesson: ShownLesson): string {
  const t = translator(words, language);
  const rows = (['goodRate', 'meanScore'] as const).flatMap((figure) =>
    sides.flatMap((side) => {
      const inPercent = (value: number): number => (figure === 'goodRate' ? 100 : 10) * value;
      const [value, felt] = [lesson[side][figure], lesson.felt[figure]];
      if (value === null || felt === null) return [];
      const [at, from] = [inPercent(value), inPercent(felt)];
      return [
        {
          name: t('row', { figure: t(figure === 'goodRate' ? figure : 'shortMean'), side: t(side) }),
          value: at,
          low: side === 'felt' ? undefined : Math.min(at, from),
          high: side === 'felt' ? undefined : Math.max(at, from),
          printed: figure === 'goodRate' ? printShare(value, '') : printFixed(value, 4),
        },
      ];
    }),
  );
  const axis = roundAxis(
    rows.map(({ value }) => value),
    5,
    [0, 100],
  );
  return intervalRows(
    simulatedCaption(language, {
      id: `${lesson.id}-chart`,
      title: `${t(lesson.id)} · ${t('chart')}`,
      desc: t('chartDesc', { from: axis.from, to: axis.to }),
    }),
    axis,
    rows,
    printFixed,
  );
}
