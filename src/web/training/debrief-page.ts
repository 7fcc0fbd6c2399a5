import {
  courseDebrief,
  hasDebrief,
  type CourseDebrief,
  type CourseGain,
} from '../../jobs/train/course-results.ts';
import { knownClass } from '../../jobs/train/classes.ts';
import { placeName, type StageProgress } from '../../jobs/train/course-steps.ts';
import { notFound } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import type { TrainingCourse } from '../../model/training/course.ts';
import type { Trainee, TrainingClass } from '../../model/training/training-class.ts';
import { traineesOf } from '../../store/read/training/classes.ts';
import { answersOfTrainee, exercisesOfTrainee } from '../../store/read/training/exercises.ts';
import { translator } from '../../wording/translator.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { namesOfKinds, nameOfStage, printShareRight } from './course-stages.ts';
import { debriefTexts } from './debrief-texts.ts';
import { printCost } from './print-cost.ts';
import { printGain, printGainInterval } from './print-gain.ts';
import { seatOf } from './reader-of-class.ts';

export interface DebriefModel {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly gateNote: string;
  readonly gate: readonly {
    readonly kind: string;
    readonly decision: string;
    readonly attempt: string;
    readonly cases: string;
    readonly share: string;
  }[];
  readonly gains: readonly { readonly name: string; readonly value: string }[];
  /** Undefined before the course is done. */
  readonly sentences: readonly string[] | undefined;
  /** For the trainer: every exercise that was given, with what came of it. */
  readonly exercises: readonly { readonly name: string; readonly href: string; readonly mark: string }[];
  readonly back: { readonly href: string; readonly name: string };
}

/** The debrief of the trainee whose browser asks for it. */
export const debriefPage: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const seat = seatOf(site, request);
  if (seat === undefined) {
    response.redirect(303, context.link('/training'));
    return;
  }
  const back = {
    href: context.link('/training/desk'),
    name: translator(debriefTexts, context.language)('back'),
  };
  showPage(context, response, showDebrief(context, seat.class, seat.trainee, back));
};

/** The same for the trainer. */
export const traineeDebriefPage = (context: RequestContext): Page<DebriefModel> => {
  const { param, site, link, language } = context;
  const of = knownClass(site.access, param('code'));
  const trainee = traineesOf(site.access, of.id).find(({ number }) => String(number) === param('number'));
  if (trainee === undefined) throw notFound('没有这位学员', 'there is no such trainee');
  const name = translator(debriefTexts, language)('toClass');
  const here = `/training/classes/${of.code}`;
  const page = showDebrief(context, of, trainee, { href: link(here), name });
  return { ...page, model: { ...page.model, exercises: exerciseList(context, of, trainee, here) } };
};

function exerciseList(
  { site, link, language }: RequestContext,
  { course }: TrainingClass,
  trainee: Trainee,
  here: string,
): DebriefModel['exercises'] {
  if (course === undefined) return [];
  const t = translator(debriefTexts, language);
  const lasts = new Map(answersOfTrainee(site.access, trainee.id).map((one) => [one.place, one.mark]));
  const names = namesOfKinds(language);
  return exercisesOfTrainee(site.access, trainee.id).map(({ place, kind }) => {
    const { placed, number, attempt } = placeName(course, place);
    const mark = lasts.get(place);
    const stage = nameOfStage(placed.stage, language);
    return {
      name: t(placed.stage.id === 'gate' ? 'caseAt' : 'exerciseAt', {
        ...{ stage, attempt, n: number },
        kind: names.get(kind) ?? kind,
      }),
      href: link(`${here}/trainees/${String(trainee.number)}/${String(place)}`),
      mark: mark === undefined ? '—' : mark.right ? '✓' : printCost(mark.cost),
    };
  });
}

function showDebrief(
  { language, site }: RequestContext,
  of: TrainingClass,
  trainee: Trainee,
  back: DebriefModel['back'],
): Page<DebriefModel> {
  const { course } = of;
  if (course === undefined) throw notFound(debriefTexts.noCourse.zh, debriefTexts.noCourse.en);
  const result = courseDebrief(site.access, of, course, trainee, site.now());
  const gate = result.stages.find(({ stage }) => stage.id === 'gate');
  const isReady = hasDebrief(of, result.stages);
  return {
    view: 'debrief',
    title: translator(debriefTexts, language)('title'),
    words: debriefTexts,
    periodFree: true,
    secret: true,
    model: {
      facts: factsOf(of, course, result, language),
      gateNote: gate === undefined ? '' : gateNote(gate, language),
      gate: gate === undefined ? [] : gateRows(gate, language),
      gains: gainRows(result, language),
      exercises: [],
      sentences: isReady ? result.debrief.sentences.map((sentence) => sentence[language]) : undefined,
      back,
    },
  };
}

function factsOf(
  of: TrainingClass,
  course: TrainingCourse,
  { trainee, stages, lastAnswerAt }: CourseDebrief,
  language: Language,
): DebriefModel['facts'] {
  const t = translator(debriefTexts, language);
  const done = stages.filter(({ state }) => state === 'done');
  const work = stages.find(({ known }) => known !== undefined);
  const name = language === 'zh' ? course.name : course.nameEn;
  return [
    { name: t('codeName'), value: trainee.name },
    { name: t('course'), value: t('courseVersion', { name, version: course.version }) },
    { name: t('class'), value: of.name },
    {
      name: t('dates'),
      value: t('fromTo', {
        from: printSecond(trainee.joinedAt).slice(0, 10),
        to: lastAnswerAt === undefined ? '—' : printSecond(lastAnswerAt).slice(0, 10),
      }),
    },
    {
      name: t('done'),
      value:
        done.map(({ stage }) => nameOfStage(stage, language)).join(language === 'zh' ? '、' : ', ') || '—',
    },
    ...(work === undefined
      ? []
      : [{ name: nameOfStage(work.stage, language), value: workOf(work, language) }]),
  ];
}

/** How work went: cases done, and what its known cases said. */
function workOf({ state, done, toDo, known }: StageProgress, language: Language): string {
  const t = translator(debriefTexts, language);
  if (state === 'barred') return t('barred');
  const counts = { done, all: toDo, right: known?.right ?? 0, n: known?.cases ?? 0 };
  if (state === 'stopped') return t('workStopped', counts);
  // Before it has ended nobody learns how many known cases there were.
  return state === 'done' ? t('workDone', counts) : t('workGoesOn', counts);
}

function gateNote({ stage }: StageProgress, language: Language): string {
  if (stage.id !== 'gate') return '';
  const { z, mark } = stage.rule;
  return translator(debriefTexts, language)('gateNote', { z, mark: printShareRight(mark) });
}

/** The last try of each kind: it is the one that counts. */
function gateRows({ gate }: StageProgress, language: Language): DebriefModel['gate'] {
  const t = translator(debriefTexts, language);
  const names = namesOfKinds(language);
  return gate.map(({ kind, tries, decision }) => {
    const last = tries.at(-1);
    const interval = last?.interval;
    return {
      kind: names.get(kind) ?? kind,
      decision: t(decision),
      attempt: String(tries.length),
      cases: String(last?.cases ?? 0),
      share:
        last === undefined || interval === undefined
          ? '—'
          : `${printShareRight(last.right / last.cases)} (${printShareRight(interval.low)}–${printShareRight(interval.high)})`,
    };
  });
}

function gainRows({ gain, delayedGain }: CourseDebrief, language: Language): DebriefModel['gains'] {
  const t = translator(debriefTexts, language);
  const printed = (one: CourseGain | undefined): string =>
    one === undefined
      ? t('noFigure')
      : t('gainOf', { mean: printGain(one), interval: printGainInterval(one, language), n: one.n });
  return [
    { name: t('gainPost'), value: printed(gain) },
    { name: t('gainDelayed'), value: printed(delayedGain) },
  ];
}
