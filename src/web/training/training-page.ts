import { classCode } from '../../jobs/train/classes.ts';
import { describedKinds } from '../../jobs/train/practice.ts';
import { enterClass, leaveClass } from '../../jobs/train/trainees.ts';
import { nameKey } from '../../model/access/names.ts';
import { Mistake } from '../../model/errors.ts';
import { difficulties } from '../../model/training/exercise-kinds.ts';
import { translator } from '../../wording/translator.ts';
import { createAttempts } from '../access/attempts.ts';
import { formOf } from '../form-body.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { forgetTrainee, keepReturnCode, keepTrainee, seatOf, traineeToken } from './reader-of-class.ts';
import { trainingTexts } from './training-texts.ts';
import type { Seat } from '../../jobs/train/seat.ts';

export interface TrainingModel {
  readonly action: string;
  readonly token: string;
  readonly given: { readonly code: string; readonly name: string };
  readonly problem: string;
  /** Where somebody is in a class already. */
  readonly inClass: string;
  readonly deskHref: string;
  readonly kinds: readonly {
    readonly name: string;
    readonly about: string;
    readonly templates: number;
    readonly practice: readonly { readonly name: string; readonly href: string; readonly label: string }[];
    readonly sheet: { readonly href: string; readonly label: string };
  }[];
  readonly courses: readonly { readonly name: string; readonly about: string; readonly href: string }[];
  readonly classesHref: string;
}

interface Given {
  readonly code: string;
  readonly name: string;
  readonly problem: string;
  readonly status: number;
}

const blank: Given = { code: '', name: '', problem: '', status: 200 };

/** The training room: enter a class, practise, open a class. */
export const trainingPage: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const code = context.query.get('class') ?? '';
  showPage(
    context,
    response,
    showRoom(context, seatOf(site, request), { ...blank, code: code.slice(0, 20) }),
  );
};

function showRoom(context: RequestContext, seat: Seat | undefined, given: Given): Page<TrainingModel> {
  const { language, link, site } = context;
  const t = translator(trainingTexts, language);
  return {
    view: 'training',
    title: t('title'),
    words: trainingTexts,
    periodFree: true,
    secret: true,
    status: given.status,
    model: {
      action: link('/training/enter'),
      token: context.token(),
      given,
      problem: given.problem,
      inClass: seat === undefined ? '' : t('inClass', { name: seat.trainee.name, class: seat.class.name }),
      deskHref: link('/training/desk'),
      kinds: describedKinds.map(({ id, name, about, templates }) => ({
        name: name[language],
        about: about[language],
        templates,
        practice: difficulties.map((difficulty) => {
          const level = t(`difficulty${difficulty}`);
          return {
            name: level,
            href: link(`/training/practice/${id}`, { seed: 1, difficulty }),
            label: t('startOf', { kind: name[language], level }),
          };
        }),
        sheet: {
          href: link(`/training/sheet/${id}`, { seed: 1, difficulty: 2, n: 5 }),
          label: t('sheetOf', { kind: name[language] }),
        },
      })),
      courses: site.courses.map(({ id, name, nameEn, about, aboutEn }) => ({
        name: language === 'zh' ? name : nameEn,
        about: language === 'zh' ? about : aboutEn,
        href: link(`/training/courses/${id}`),
      })),
      classesHref: link('/training/classes'),
    },
  };
}

/** Enters a class; the exercises, to which it leads, show the return code for some minutes. */
export const sendEnter: Answer = (site) => {
  const attempts = createAttempts(site);
  return async (request, response) => {
    const context = readRequestContext(site, request);
    const form = formOf(request);
    const given = {
      code: (form.get('code') ?? '').trim(),
      name: (form.get('name') ?? '').trim(),
      returnCode: (form.get('return') ?? '').trim(),
    };
    const here = seatOf(site, request);
    if (here !== undefined && isSeatOf(here, given)) {
      response.redirect(303, context.link('/training/desk'));
      return;
    }
    try {
      // Codes of classes and return codes are not to be guessed.
      await attempts.begin(request);
      const { token, returnCode } = enterClass(site.access, given, site.now());
      await attempts.wasRight(request);
      keepTrainee(site, response, token);
      if (returnCode !== undefined) keepReturnCode(site, response, returnCode);
      response.redirect(303, context.link('/training/desk'));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      // A name that will not do guesses nothing: a whole class sits behind one address.
      const guesses = error.status === 404 || given.returnCode !== '';
      if (error.status !== 429 && !guesses) await attempts.wasRight(request);
      const problem = error.in(context.language);
      const page = showRoom(context, here, { ...given, problem, status: error.status });
      showPage(context, response, page);
    }
  };
};

/** Whether a form asks for the seat that its browser has: it was sent twice. */
const isSeatOf = (seat: Seat, given: { readonly code: string; readonly name: string }): boolean =>
  seat.class.code === classCode(given.code) && nameKey(seat.trainee.name) === nameKey(given.name);

/** Leaves a class on this browser. */
export const sendLeave: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  leaveClass(site.access, traineeToken(site, request));
  forgetTrainee(site, response);
  response.redirect(303, context.link('/training'));
};
