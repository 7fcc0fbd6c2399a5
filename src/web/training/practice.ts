import { markPractice, practiceExercise, describedKinds, PRACTICE_SEEDS } from '../../jobs/train/practice.ts';
import { Mistake, notFound } from '../../model/errors.ts';
import { difficulties, type Difficulty, type ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { MadeExercise } from '../../model/training/exercise.ts';
import type { MarkedAnswer } from '../../model/training/given-exercise.ts';
import { translator } from '../../wording/translator.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { readWhole } from '../request-query.ts';
import { askedWorlds } from './asked-worlds.ts';
import { exercisePage, type ExerciseModel } from './exercise-page.ts';
import { openInAddress } from './open-part.ts';
import { readAnswers, readConfidence } from './read-answers.ts';
import { trainingTexts } from './training-texts.ts';

/** The exercise that an address of practice names. */
export interface PracticeAddress {
  readonly kind: ExerciseKindId;
  readonly seed: number;
  readonly difficulty: Difficulty;
}

export function practiceAddress({ param, query }: RequestContext): PracticeAddress {
  const given = param('kind');
  const kind = describedKinds.find(({ id }) => id === given);
  if (kind === undefined) {
    const known = describedKinds.map(({ id }) => id).join(', ');
    const shown = given.slice(0, 40);
    throw notFound(
      `没有题型“${shown}”；可用：${known}`,
      `there is no kind of exercise “${shown}”; there are ${known}`,
    );
  }
  const seed = readWhole(query, 'seed', 1, 0, PRACTICE_SEEDS - 1);
  const level = readWhole(query, 'difficulty', 1, 1, 3);
  return { kind: kind.id, seed, difficulty: difficulties.find((one) => one === level) ?? 1 };
}

/** An exercise of practice: nothing is kept of it, its address is all that it is. */
export const practicePage: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const asked = practiceAddress(context);
  const made = await practiceExercise(asked, askedWorlds(site, request), site.calendar);
  showPage(context, response, showPractice(context, asked, made));
};

/** Marks an answer of practice and shows the worked solution with it. */
export const sendPractice: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const asked = practiceAddress(context);
  const made = await practiceExercise(asked, askedWorlds(site, request), site.calendar);
  const form = formOf(request);
  try {
    const answers = readAnswers(made.exercise, form);
    const mark = markPractice(made, answers, openInAddress(made.exercise, context.query));
    const last = { answers, confidence: readConfidence(form), mark };
    showPage(context, response, showPractice(context, asked, made, { last }));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const tried = { problem: error.in(context.language), form };
    showPage(context, response, { ...showPractice(context, asked, made, { tried }), status: error.status });
  }
};

function showPractice(
  context: RequestContext,
  { kind, seed, difficulty }: PracticeAddress,
  { exercise, key }: MadeExercise,
  after: {
    readonly last?: Pick<MarkedAnswer, 'answers' | 'confidence' | 'mark'>;
    readonly tried?: { readonly problem: string; readonly form: URLSearchParams };
  } = {},
): Page<ExerciseModel> {
  const { language, link, here, query } = context;
  const t = translator(trainingTexts, language);
  const address = `/training/practice/${kind}`;
  const opened = openInAddress(exercise, query);
  const open = opened.length === 0 ? undefined : opened.join(',');
  const isOpen = after.last === undefined;
  return exercisePage(context, {
    kind,
    heading: t('practise'),
    facts: `${t('difficulty')} ${t(`difficulty${difficulty}`)} · ${t('seed')} ${String(seed)}`,
    exercise,
    drills: {
      opened,
      showsAll: !isOpen,
      by: isOpen
        ? { hrefOf: (id) => `${here({ seed, difficulty, open: [...opened, id].join(',') })}#drill-${id}` }
        : undefined,
    },
    form: isOpen ? { action: link(address, { seed, difficulty, open }), hidden: {} } : undefined,
    tried: after.tried,
    last: after.last,
    note: '',
    marksFields: true,
    solution: isOpen ? undefined : key.solution,
    fresh: '',
    next: { href: link(address, { seed: (seed + 1) % PRACTICE_SEEDS, difficulty }), name: t('next') },
    back: { href: link('/training'), name: t('back') },
  });
}
