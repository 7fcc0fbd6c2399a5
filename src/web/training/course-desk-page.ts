import type { Seat } from '../../jobs/train/seat.ts';
import { progressOf } from '../../jobs/train/course-exercises.ts';
import {
  courseGateBound,
  nextInCourse,
  placeRange,
  type StageProgress,
} from '../../jobs/train/course-steps.ts';
import type { Language } from '../../model/language.ts';
import type { GateRule, TrainingCourse } from '../../model/training/course.ts';
import { answersOfTrainee, exercisesOfTrainee } from '../../store/read/training/exercises.ts';
import { printSecond } from '../../model/time/time.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { namesOfKinds, nameOfStage, printShareRight, ruleOfStage } from './course-stages.ts';
import { courseTexts } from './course-texts.ts';

interface Link {
  readonly href: string;
  readonly name: string;
}

export interface CourseDeskModel {
  readonly lead: string;
  /** Shown once, to whoever has just entered. */
  readonly returnCode: string;
  readonly token: string;
  readonly leave: string;
  readonly next: { readonly text: string; readonly link: Link | undefined };
  readonly stages: readonly {
    readonly name: string;
    readonly state: string;
    readonly progress: string;
    readonly rule: string;
  }[];
  readonly reference:
    | {
        readonly isOpen: boolean;
        readonly anchors: readonly { readonly kind: string; readonly name: string; readonly text: string }[];
        readonly cases: readonly (Link & { readonly looked: boolean })[];
        readonly discussion: readonly string[];
      }
    | undefined;
  readonly gate:
    | {
        readonly note: string;
        readonly href: string;
        readonly rows: readonly {
          readonly kind: string;
          readonly attempt: string;
          readonly right: string;
          readonly interval: string;
          readonly bounds: string;
          readonly decision: string;
          readonly next: string;
          /** Where to practise before a kind that was failed is tried again; empty where none was. */
          readonly remedy: string;
        }[];
      }
    | undefined;
  readonly exercises: readonly {
    readonly heading: string;
    readonly isOpen: boolean;
    readonly rows: readonly (Link & { readonly kind: string; readonly state: string })[];
  }[];
}

/** The stages of a course, how each stands for a trainee, and what is next. */
export function showCourseDesk(
  context: RequestContext,
  seat: Seat,
  course: TrainingCourse,
  returnCode: string,
): Page<CourseDeskModel> {
  const { language, link, site } = context;
  const t = translator(courseTexts, language);
  const stages = progressOf(site.access, seat, course, site.now());
  const frame = stages.find(({ stage, state }) => stage.id === 'frame' && state !== 'waiting');
  const gate = stages.find(({ stage, state }) => stage.id === 'gate' && state !== 'waiting');
  return {
    view: 'course-desk',
    title: t('title'),
    words: courseTexts,
    periodFree: true,
    secret: true,
    model: {
      lead: t('lead', {
        class: seat.class.name,
        name: seat.trainee.name,
        course: language === 'zh' ? course.name : course.nameEn,
        version: course.version,
      }),
      returnCode,
      token: context.token(),
      leave: link('/training/leave'),
      next: nextStep(context, seat, stages),
      stages: stages.map((one) => ({
        name: nameOfStage(one.stage, language),
        state: stateOf(one, language),
        progress: `${String(one.done)} / ${String(one.toDo)}`,
        rule: ruleOfStage(one.stage, language),
      })),
      reference: frame && frameOf(context, seat, frame),
      gate: gate && gateOf(context, seat, gate),
      exercises: exerciseLists(context, seat, stages),
    },
  };
}

function nextStep(
  { language, link }: RequestContext,
  seat: Seat,
  stages: readonly StageProgress[],
): CourseDeskModel['next'] {
  const t = translator(courseTexts, language);
  const debrief = { href: link('/training/debrief'), name: t('toDebrief') };
  if (seat.class.closedAt !== null) return { text: t('hasEnded'), link: debrief };
  const next = nextInCourse(stages);
  if (next === 'done') return { text: t('allDone'), link: debrief };
  const stage = nameOfStage(next.stage.stage, language);
  if (next.place === undefined)
    return { text: t('waitsUntil', { stage, at: printSecond(next.stage.opensAt ?? 0) }), link: undefined };
  return {
    text: '',
    link: { href: link(`/training/desk/${String(next.place)}`), name: t('nextExercise', { stage }) },
  };
}

function stateOf({ state, opensAt, known }: StageProgress, language: Language): string {
  const t = translator(courseTexts, language);
  if (known?.isOut === true) return t('stopped', { n: known.cases, right: known.right });
  if (state === 'waiting' && opensAt !== undefined) return t('opensAt', { at: printSecond(opensAt) });
  return t(state);
}

function frameOf(
  { language, link, site }: RequestContext,
  { trainee }: Seat,
  progress: StageProgress,
): CourseDeskModel['reference'] {
  const { stage, state } = progress;
  if (stage.id !== 'frame') return undefined;
  const t = translator(courseTexts, language);
  const names = namesOfKinds(language);
  const looked = new Set(exercisesOfTrainee(site.access, trainee.id).map(({ place }) => place));
  return {
    isOpen: state === 'open',
    anchors: stage.anchors.map(({ kind, name, nameEn, text, textEn }) => ({
      kind: names.get(kind) ?? kind,
      name: language === 'zh' ? name : nameEn,
      text: language === 'zh' ? text : textEn,
    })),
    cases: placeRange(progress).map(({ place, kind }, i) => ({
      href: link(`/training/desk/${String(place)}`),
      name: t('caseOf', { n: i + 1, kind: names.get(kind) ?? kind }),
      looked: looked.has(place),
    })),
    discussion: stage.discussion.map(({ text, textEn }) => (language === 'zh' ? text : textEn)),
  };
}

function gateOf(
  { language, link }: RequestContext,
  seat: Seat,
  { stage, gate }: StageProgress,
): CourseDeskModel['gate'] {
  if (stage.id !== 'gate') return undefined;
  const t = translator(courseTexts, language);
  const names = namesOfKinds(language);
  return {
    note: t('gateNote', { z: stage.rule.z }),
    href: link(`/training/courses/${seat.class.course?.id ?? ''}`),
    rows: gate.flatMap(({ kind, tries, next }) =>
      tries.map(({ decision, cases, right, interval }, i) => ({
        kind: names.get(kind) ?? kind,
        attempt: `${String(i + 1)} / ${String(stage.attempts)}`,
        right: `${String(right)} / ${String(cases)}`,
        interval:
          interval === undefined
            ? '—'
            : `${printShareRight(right / cases)}（${printShareRight(interval.low)}–${printShareRight(interval.high)}）`,
        bounds: decision === 'open' ? boundText(stage.rule, cases + 1, language) : '—',
        decision: t(decision === 'open' ? 'undecided' : decision),
        next:
          decision === 'open' && next !== undefined && seat.class.closedAt === null
            ? link(`/training/desk/${String(next)}`)
            : '',
        remedy: decision === 'failed' && i + 1 < stage.attempts ? link(`/training/practice/${kind}`) : '',
      })),
    ),
  };
}

function boundText(rule: GateRule, cases: number, language: Language): string {
  const t = translator(courseTexts, language);
  const bound = courseGateBound(rule, cases);
  return t('boundsAt', {
    n: bound.cases,
    pass: bound.passedFrom ?? t('noBound'),
    fail: bound.failedUpTo ?? t('noBound'),
  });
}

/** The exercises of stages that are answered, but for the gate, whose cases come one by one. */
function exerciseLists(
  { language, link, site }: RequestContext,
  { trainee }: Seat,
  stages: readonly StageProgress[],
): CourseDeskModel['exercises'] {
  const t = translator(courseTexts, language);
  const names = namesOfKinds(language);
  const answers = answersOfTrainee(site.access, trainee.id);
  return stages
    .filter(({ stage, state }) => state !== 'waiting' && stage.id !== 'frame' && stage.id !== 'gate')
    .map((progress) => {
      const { stage, state } = progress;
      const tells = stage.id === 'practice' || state === 'done' || state === 'stopped';
      return {
        heading: nameOfStage(stage, language),
        isOpen: state === 'open',
        rows: placeRange(progress).map(({ place, kind }, i) => {
          const own = answers.filter((one) => one.place === place);
          const isRight = own.some(({ mark }) => mark.right);
          const most = stage.id === 'practice' ? stage.attempts : 1;
          const state =
            own.length === 0
              ? 'stateNew'
              : isRight && tells
                ? 'stateRight'
                : own.length < most
                  ? 'stateAgain'
                  : 'stateDone';
          return {
            href: link(`/training/desk/${String(place)}`),
            name: String(i + 1),
            kind: names.get(kind) ?? kind,
            state: t(state),
          };
        }),
      };
    });
}
