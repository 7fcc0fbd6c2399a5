import { notFound } from '../../model/errors.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { Changes, KeptField, RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import type { ShownBlock } from '../training/exercise-view.ts';
import {
  lessonSteps,
  taughtSteps,
  type GuessField,
  type Lesson,
  type LessonLink,
  type LessonPlan,
  type LessonStep,
  type LessonStepId,
} from './lesson.ts';
import { readyLessons } from './lessons.ts';
import { lessonsTexts } from './lessons-texts.ts';

export interface LessonModel {
  readonly kicker: string;
  readonly steps: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly heading: string;
  /** Where the figures of the step come from; empty where it has none. */
  readonly basis: string;
  readonly missing: string;
  readonly facts: LessonStep['facts'];
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly ShownBlock[] }[];
  readonly form:
    | {
        readonly action: string;
        readonly kept: readonly KeptField[];
        readonly fields: readonly GuessField[];
      }
    | undefined;
  readonly links: readonly LessonLink[];
  readonly around: readonly LessonLink[];
}

/** A step of a lesson: its address says which one, and what the class expected. */
export async function lessonPage(context: RequestContext): Promise<Page<LessonModel>> {
  const { language, param, query } = context;
  const t = translator(lessonsTexts, language);
  const lesson = lessonNamed(param('id'));
  const step = readChoice(query, 'step', lessonSteps, 'question');
  const { plan } = lesson;
  const at = (id: LessonStepId): string =>
    context.link(context.path, { ...passedOn(context, lesson), step: id });
  const model = {
    steps: lessonSteps.map((id) => ({ name: t(id), href: at(id), current: id === step })),
    heading: t(step),
    around: around(context, step, at, t),
  };
  return {
    view: 'lesson',
    title: plan.title[language],
    words: lessonsTexts,
    periodFree: lesson.periodFree,
    model: { ...model, ...(await contentOf(context, lesson, step, t)) },
  };
}

function lessonNamed(id: string): Lesson {
  const lesson = readyLessons.find((one) => one.id === id);
  if (lesson !== undefined) return lesson;
  const known = readyLessons.map((one) => one.id).join(', ');
  const shown = id.slice(0, 40);
  throw notFound(`没有课“${shown}”；可用：${known}`, `there is no lesson “${shown}”; there are ${known}`);
}

/** What the class said before goes along with every step. */
const passedOn = ({ query }: RequestContext, { carried }: Lesson): Changes =>
  Object.fromEntries(carried.map((name) => [name, query.get(name) ?? undefined]));

type Content = Omit<LessonModel, 'steps' | 'heading' | 'around'>;

const nothing = { basis: '', missing: '', facts: [], form: undefined, links: [] };

async function contentOf(
  context: RequestContext,
  lesson: Lesson,
  step: LessonStepId,
  t: Translate,
): Promise<Content> {
  const { language } = context;
  const { plan } = lesson;
  if (step === 'notes')
    return { ...nothing, kicker: t('placeOfNotes'), sections: [notesOf(plan, language, t)] };
  const kicker = t('place', {
    n: taughtSteps.indexOf(step) + 1,
    all: taughtSteps.length,
    minutes: plan.minutes[step],
  });
  if (step === 'conclusions') {
    const list = (heading: string, items: readonly { readonly [L in typeof language]: string }[]) => ({
      heading: t(heading),
      blocks: [{ kind: 'list', items: items.map((item) => item[language]) } as const],
    });
    return {
      ...nothing,
      kicker,
      sections: [list('may', plan.may), list('mayNot', plan.mayNot), list('discuss', plan.discuss)],
      links: await lesson.links(context),
    };
  }
  const { basis, missing, facts, blocks, form } = await lesson.show(context, step);
  return {
    kicker,
    basis: t(basis),
    missing,
    facts,
    sections: blocks.length === 0 ? [] : [{ heading: t(step), blocks }],
    form:
      form.length === 0
        ? undefined
        : {
            action: context.path,
            kept: [...context.kept(), { name: 'step', value: 'result' }],
            fields: form,
          },
    links: [],
  };
}

function notesOf(
  { minutes, notes }: LessonPlan,
  language: RequestContext['language'],
  t: Translate,
): LessonModel['sections'][number] {
  const sum = taughtSteps.reduce((all, step) => all + minutes[step], 0);
  return {
    heading: t('notes'),
    blocks: [
      {
        kind: 'table',
        id: 'schedule',
        caption: t('schedule'),
        columns: [
          { name: t('step'), isNumber: false },
          { name: t('minutes'), isNumber: true },
          { name: t('doing'), isNumber: false },
        ],
        rows: [
          ...taughtSteps.map((step) => [t(step), String(minutes[step]), notes[step][language]]),
          [t('all'), String(sum), ''],
        ],
      },
    ],
  };
}

/** The steps before and after, the projector, and the other lessons. */
function around(
  context: RequestContext,
  step: LessonStepId,
  at: (id: LessonStepId) => string,
  t: Translate,
): LessonLink[] {
  const { here, link, query } = context;
  const place = lessonSteps.indexOf(step);
  const [before, after] = [lessonSteps[place - 1], lessonSteps[place + 1]];
  return [
    ...(before === undefined ? [] : [{ href: at(before), name: t('before') }]),
    ...(after === undefined ? [] : [{ href: at(after), name: t('next', { name: t(after) }) }]),
    ...(query.has('style') ? [] : [{ href: here({ style: 'projector' }), name: t('toProjector') }]),
    { href: link('/lessons'), name: t('toLessons') },
  ];
}
