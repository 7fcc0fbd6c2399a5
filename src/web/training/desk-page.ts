import {
  answerExercise,
  exerciseFor,
  kindAt,
  placesOfClass,
  standingOf,
  type Standing,
} from '../../jobs/train/class-exercises.ts';
import { progressOf } from '../../jobs/train/course-exercises.ts';
import { nextInCourse, placeName } from '../../jobs/train/course-steps.ts';
import { describedKinds, newestVersion } from '../../jobs/train/practice.ts';
import type { Seat } from '../../jobs/train/seat.ts';
import { Mistake, notFound } from '../../model/errors.ts';
import type { GivenExercise } from '../../model/training/given-exercise.ts';
import { answersOfTrainee, exercisesOfTrainee } from '../../store/read/training/exercises.ts';
import { openedParts } from '../../store/read/training/opened-parts.ts';
import { translator } from '../../wording/translator.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { askedWorlds } from './asked-worlds.ts';
import { exercisePage, type ExerciseModel } from './exercise-page.ts';
import { courseTexts } from './course-texts.ts';
import { showCourseDesk, type CourseDeskModel } from './course-desk-page.ts';
import { nameOfStage } from './course-stages.ts';
import { printCost } from './print-cost.ts';
import { readAnswers, readConfidence } from './read-answers.ts';
import { mustHaveSeat, seatOf, shownReturnCode } from './reader-of-class.ts';
import { trainingTexts } from './training-texts.ts';

export interface DeskModel {
  readonly lead: string;
  readonly ended: boolean;
  /** Shown once, to whoever has just entered. */
  readonly returnCode: string;
  readonly token: string;
  readonly leave: string;
  readonly sum: string;
  readonly rows: readonly {
    readonly place: number;
    readonly kind: string;
    readonly state: string;
    readonly attempts: string;
    readonly cost: string;
    readonly href: string;
    readonly action: string;
  }[];
}

/** The exercises of a trainee and how they stand. */
export const deskPage: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const seat = seatOf(site, request);
  if (seat === undefined) {
    response.redirect(303, context.link('/training'));
    return;
  }
  showPage(context, response, showDesk(context, seat, shownReturnCode(site, request)));
};

/** The desk of a trainee: single exercises, or the stages of a course. */
function showDesk(
  context: RequestContext,
  seat: Seat,
  returnCode: string,
): Page<DeskModel | CourseDeskModel> {
  const { course } = seat.class;
  return course === undefined
    ? showSingle(context, seat, returnCode)
    : showCourseDesk(context, seat, course, returnCode);
}

function showSingle(context: RequestContext, seat: Seat, returnCode: string): Page<DeskModel> {
  const { language, link, site } = context;
  const t = translator(trainingTexts, language);
  const { trainee, class: of } = seat;
  const answers = answersOfTrainee(site.access, trainee.id);
  // An answer to a former variant counts no more, also before the fresh one is answered.
  const newest = new Map(exercisesOfTrainee(site.access, trainee.id).map((one) => [one.place, one.variant]));
  const rows = Array.from({ length: placesOfClass(of) }, (_, i) => {
    const place = i + 1;
    const kind = describedKinds.find(({ id }) => id === kindAt(of, place));
    const { answers: own, isOpen } = standingOf(seat, { place, variant: newest.get(place) ?? 1 }, answers);
    return { place, kind: kind?.name[language] ?? '', own, last: own.at(-1), isOpen };
  });
  const answered = rows.filter(({ last }) => last !== undefined);
  return {
    view: 'desk',
    title: t('deskTitle'),
    words: trainingTexts,
    periodFree: true,
    secret: true,
    model: {
      lead: t('deskLead', { class: of.name, name: trainee.name, n: of.attempts }),
      ended: of.closedAt !== null,
      returnCode,
      token: context.token(),
      leave: link('/training/leave'),
      sum: t('sum', {
        done: answered.length,
        right: answered.filter(({ last }) => last?.mark.right === true).length,
        cost: printCost(answered.reduce((sum, { last }) => sum + (last?.mark.cost ?? 0), 0)),
      }),
      rows: rows.map(({ place, kind, own, last, isOpen }) => ({
        place,
        kind,
        state: t(
          last === undefined
            ? 'stateNew'
            : last.mark.right
              ? 'stateRight'
              : isOpen
                ? 'stateAgain'
                : 'stateDone',
        ),
        attempts: `${String(own.length)} / ${String(of.attempts)}`,
        cost: last === undefined ? '—' : printCost(last.mark.cost),
        href: link(`/training/desk/${String(place)}`),
        action: t(isOpen ? 'open' : 'look'),
      })),
    },
  };
}

const placeIn = (context: RequestContext): number => {
  const text = context.param('place');
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw notFound('没有这道题', 'there is no such exercise');
};

/** An exercise of a trainee, with what was made of the answers so far. */
export const deskExercisePage: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const seat = seatOf(site, request);
  if (seat === undefined) {
    response.redirect(303, context.link('/training'));
    return;
  }
  const given = await exerciseFor(site.access, seat, placeIn(context), askedWorlds(site, request), {
    calendar: site.calendar,
    now: site.now(),
  });
  showPage(context, response, showExercise(context, seat, given));
};

function showExercise(
  context: RequestContext,
  seat: Seat,
  given: GivenExercise,
  tried?: { readonly problem: string; readonly form: URLSearchParams },
): Page<ExerciseModel> {
  const { language, link, site } = context;
  const t = translator(trainingTexts, language);
  const { place, kind } = given;
  const standing = standingOf(seat, given, answersOfTrainee(site.access, seat.trainee.id));
  const n = standing.answers.length;
  const here = link(`/training/desk/${String(place)}`);
  return exercisePage(context, {
    kind,
    heading: headingOf(seat, place, language),
    facts:
      standing.attempts === 0
        ? ''
        : t('attemptOf', { n: Math.min(n + 1, standing.attempts), all: standing.attempts }),
    exercise: given.exercise,
    drills: {
      opened: openedParts(site.access, given),
      showsAll: standing.showsSolution,
      by: standing.isOpen ? { action: `${here}/open`, token: context.token() } : undefined,
    },
    form: standing.isOpen ? { action: here, hidden: { attempt: String(n + 1) } } : undefined,
    tried,
    last: standing.showsMark ? standing.answers.at(-1) : undefined,
    note: noteOf(seat, standing, language),
    // Before the solution may be shown, nothing is said of single fields either: that would give the answer away.
    marksFields: standing.showsSolution,
    solution: standing.showsSolution ? given.key.solution : undefined,
    fresh:
      seat.class.course === undefined && given.version < newestVersion(kind) && seat.class.closedAt === null
        ? link(`/training/desk/${String(place)}/fresh`)
        : '',
    next: nextOf(context, seat, place),
    back: {
      href: link('/training/desk'),
      name: seat.class.course === undefined ? t('toList') : translator(courseTexts, language)('toDesk'),
    },
  });
}

/** What an exercise is called: its number, and in a course its stage. */
function headingOf({ class: of }: Seat, place: number, language: RequestContext['language']): string {
  if (of.course === undefined) return translator(trainingTexts, language)('number', { n: place });
  const { placed, number, attempt } = placeName(of.course, place);
  const stage = nameOfStage(placed.stage, language);
  const t = translator(courseTexts, language);
  return placed.stage.id === 'gate'
    ? t('caseInGate', { stage, attempt, n: number })
    : t('placeIn', { stage, n: number });
}

function nextOf({ link, language, site }: RequestContext, seat: Seat, place: number): ExerciseModel['next'] {
  const { course } = seat.class;
  const name = translator(trainingTexts, language)('next');
  if (course === undefined) {
    const isLast = place >= placesOfClass(seat.class);
    return isLast ? undefined : { href: link(`/training/desk/${String(place + 1)}`), name };
  }
  if (seat.class.closedAt !== null) return undefined;
  const next = nextInCourse(progressOf(site.access, seat, course, site.now()));
  return next === 'done' || next.place === undefined || next.place === place
    ? undefined
    : { href: link(`/training/desk/${String(next.place)}`), name };
}

function noteOf(
  { class: of }: Seat,
  { answers, attempts, isOpen, showsMark, showsSolution }: Standing,
  language: RequestContext['language'],
): string {
  const t = translator(trainingTexts, language);
  if (of.closedAt !== null) return t('ended');
  if (attempts === 0) return translator(courseTexts, language)('workedCase');
  if (answers.length === 0) return '';
  if (!showsMark) return translator(courseTexts, language)('answered');
  if (isOpen) return t('again', { n: attempts - answers.length });
  return showsSolution ? t('noMore') : `${t('noMore')} ${t('solutionLater')}`;
}

/** Takes an answer; the page that shows its mark has an address of its own, so that reloading it sends nothing. */
export const sendDeskAnswer: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const seat = mustHaveSeat(site, request);
  const place = placeIn(context);
  const given = await exerciseFor(site.access, seat, place, askedWorlds(site, request), {
    calendar: site.calendar,
    now: site.now(),
  });
  const form = formOf(request);
  try {
    const sent = {
      attempt: Number(form.get('attempt')),
      answers: readAnswers(given.exercise, form),
      confidence: readConfidence(form),
    };
    answerExercise(site.access, seat, given, sent, site.now());
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const page = showExercise(context, seat, given, { problem: error.in(context.language), form });
    showPage(context, response, { ...page, status: error.status });
    return;
  }
  response.redirect(303, context.link(`/training/desk/${String(place)}`));
};

/** Gives another exercise in place of one whose template was mended. */
export const sendFresh: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const place = placeIn(context);
  await exerciseFor(site.access, mustHaveSeat(site, request), place, askedWorlds(site, request), {
    calendar: site.calendar,
    now: site.now(),
    fresh: true,
  });
  response.redirect(303, context.link(`/training/desk/${String(place)}`));
};
