import { courseSettings, MOST_ATTEMPTS, MOST_EACH, openClass } from '../../jobs/train/classes.ts';
import { describedKinds } from '../../jobs/train/practice.ts';
import { Mistake, wrongUse } from '../../model/errors.ts';
import { difficulties } from '../../model/training/exercise-kinds.ts';
import type { TrainingCourse } from '../../model/training/course.ts';
import type { ClassSettings } from '../../model/training/training-class.ts';
import { printSecond } from '../../model/time/time.ts';
import { listClasses, traineesOf } from '../../store/read/training/classes.ts';
import { translator } from '../../wording/translator.ts';
import { noteSubject } from '../access/sent-form.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { classesTexts } from './classes-texts.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
}

export interface ClassesModel {
  readonly action: string;
  readonly token: string;
  readonly problem: string;
  readonly name: string;
  /** What the class does: single exercises, or a course. */
  readonly courses: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly difficulties: readonly Choice[];
  readonly each: { readonly value: string; readonly most: number };
  readonly attempts: { readonly value: string; readonly most: number };
  readonly seeds: readonly Choice[];
  readonly classes: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly opened: string;
    readonly trainees: number;
    readonly state: string;
  }[];
}

/** All classes, and the form that opens one. */
export const classesPage = (context: RequestContext): Page<ClassesModel> => showClasses(context, usual(), '');

/** A form as it stands before anybody filled it in. */
const usual = (): URLSearchParams =>
  new URLSearchParams([
    ...describedKinds.map(({ id }): [string, string] => ['kinds', id]),
    ['course', ''],
    ['each', '3'],
    ['attempts', '2'],
    ['difficulty', '2'],
    ['seeds', 'shared'],
  ]);

function showClasses(context: RequestContext, form: URLSearchParams, problem: string): Page<ClassesModel> {
  const { language, link, site } = context;
  const t = translator(classesTexts, language);
  const kinds = form.getAll('kinds');
  return {
    view: 'classes',
    title: t('title'),
    words: classesTexts,
    periodFree: true,
    secret: true,
    status: problem === '' ? 200 : 400,
    model: {
      action: link('/training/classes'),
      token: context.token(),
      problem,
      name: form.get('name') ?? '',
      courses: [
        { id: '', name: t('single'), chosen: (form.get('course') ?? '') === '' },
        ...site.courses.map(({ id, name, nameEn }) => ({
          id,
          name: language === 'zh' ? name : nameEn,
          chosen: form.get('course') === id,
        })),
      ],
      kinds: describedKinds.map(({ id, name }) => ({ id, name: name[language], chosen: kinds.includes(id) })),
      difficulties: difficulties.map((one) => ({
        id: String(one),
        name: t(`difficulty${one}`),
        chosen: form.get('difficulty') === String(one),
      })),
      each: { value: form.get('each') ?? '', most: MOST_EACH },
      attempts: { value: form.get('attempts') ?? '', most: MOST_ATTEMPTS },
      seeds: (['shared', 'own'] as const).map((id) => ({
        id,
        name: t(id),
        chosen: form.get('seeds') === id,
      })),
      classes: listClasses(site.access).map(({ id, code, name, openedAt, closedAt }) => ({
        code,
        name,
        href: link(`/training/classes/${code}`),
        opened: printSecond(openedAt),
        trainees: traineesOf(site.access, id).length,
        state: closedAt === null ? t('isOpen') : t('hasEnded', { at: printSecond(closedAt) }),
      })),
    },
  };
}

/** Opens a class, and shows it. */
export const sendClass: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const form = formOf(request);
  try {
    const { reader } = context;
    if (reader.kind !== 'account') throw new Error('a class is opened by an account');
    const opened = openClass(site.access, reader.id, settingsOf(form, site.courses), site.now());
    noteSubject(request, `class ${String(opened.id)}`);
    response.redirect(303, context.link(`/training/classes/${opened.code}`));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    showPage(context, response, showClasses(context, form, error.in(context.language)));
  }
};

function settingsOf(form: URLSearchParams, courses: readonly TrainingCourse[]): ClassSettings {
  const asked = form.get('course') ?? '';
  if (asked !== '') {
    const id = oneOf(
      form,
      'course',
      courses.map((course) => course.id),
    );
    const course = courses.find((one) => one.id === id);
    if (course !== undefined) return courseSettings(form.get('name') ?? '', course);
  }
  const chosen = form.getAll('kinds');
  return {
    name: form.get('name') ?? '',
    kinds: describedKinds.map(({ id }) => id).filter((id) => chosen.includes(id)),
    each: wholeOf(form, 'each'),
    attempts: wholeOf(form, 'attempts'),
    difficulty: oneOf(form, 'difficulty', difficulties),
    isShared: oneOf(form, 'seeds', ['shared', 'own'] as const) === 'shared',
  };
}

const wholeOf = (form: URLSearchParams, field: string): number => {
  const text = (form.get(field) ?? '').trim();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const shown = text.slice(0, 20);
  throw wrongUse(`${field} = “${shown}”：须为整数`, `${field} = “${shown}”: must be a whole number`);
};

function oneOf<T extends string | number>(form: URLSearchParams, field: string, choices: readonly T[]): T {
  const text = form.get(field) ?? '';
  const found = choices.find((one) => String(one) === text);
  if (found !== undefined) return found;
  const shown = text.slice(0, 20);
  throw wrongUse(
    `${field} = “${shown}”：须为 ${choices.join('、')} 之一`,
    `${field} = “${shown}”: must be one of ${choices.join(', ')}`,
  );
}
