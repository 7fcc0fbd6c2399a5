import type { ApplicationStep } from '../../model/site/application-steps.ts';
import type { OnlineApplication } from '../../portal/application/application.ts';
import { paperMediumNames, paperSourceNames } from '../../portal/rules/paper.ts';
import { rulesOfItem } from '../../portal/rules/rules-of-item.ts';
import { translate, type Bilingual } from '../../model/language.ts';
import type { Translate } from '../../wording/translator.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import {
  entriesOf,
  entryName,
  longestEntry,
  paperForms,
  paperName,
  slotName,
  type ApplyPage,
  type ApplyState,
  type PaperWay,
} from './apply-state.ts';
import type { ItemAsked } from './asked-site.ts';
import { sitePath } from './service-head.ts';

/** What the view of an application shows of one of its pages. */
export type ApplyPart =
  | { readonly kind: 'hall'; readonly text: string }
  | {
      readonly kind: 'booking';
      readonly what: string;
      readonly slots: readonly {
        readonly value: string;
        readonly label: string;
        readonly room: string;
        readonly isFull: boolean;
        readonly isChosen: boolean;
      }[];
    }
  | {
      readonly kind: 'guide';
      readonly limit: string;
      readonly conditions: readonly string[];
      readonly papers: readonly string[];
      readonly isRead: boolean;
    }
  | { readonly kind: 'login' }
  | {
      readonly kind: 'form';
      readonly known: readonly { readonly label: string; readonly value: string }[];
      readonly asked: readonly {
        readonly name: string;
        readonly label: string;
        readonly value: string;
        readonly sample: string;
      }[];
      readonly longest: number;
      /** What is said where the form was to be put aside; empty elsewhere. */
      readonly saved: string;
      /** The address that brings the entries back, where they are kept. */
      readonly draft: string | undefined;
    }
  | {
      readonly kind: 'upload';
      readonly papers: readonly {
        readonly name: string;
        readonly source: string;
        readonly copies: string;
        readonly medium: string;
      }[];
      readonly button: string;
      readonly otherWay: { readonly text: string; readonly href: string };
    }
  | {
      readonly kind: 'papers';
      readonly heading: string;
      readonly papers: readonly {
        readonly name: string;
        readonly field: string;
        readonly options: readonly {
          readonly value: string;
          readonly name: string;
          readonly selected: boolean;
        }[];
      }[];
    }
  | { readonly kind: 'missing'; readonly back: string }
  | {
      readonly kind: 'feedback';
      readonly message: string;
      readonly rows: readonly { readonly name: string; readonly value: string }[];
      readonly follow: { readonly text: string; readonly href: string };
    };

/** An application as one of its pages is made from it. */
export interface ShownApplication extends ItemAsked {
  readonly context: RequestContext;
  readonly t: Translate;
  readonly application: OnlineApplication;
  readonly state: ApplyState;
  /** Address of a page, reached with what was done before a step. */
  readonly linkTo: (page: ApplyPage, step: ApplicationStep, more?: readonly KeptField[]) => string;
}

const saidBy =
  ({ context }: ShownApplication) =>
  (text: Bilingual): string =>
    translate(text, context.language);

export function bookingPart(shown: ShownApplication): ApplyPart {
  const { t, application, state } = shown;
  const say = saidBy(shown);
  const { what, slots } = application.steps.booking;
  return {
    kind: 'booking',
    what: say(what),
    slots: slots.map((slot) => ({
      value: slotName(slot),
      label: say(slot.label),
      room: slot.free === 0 ? t('full') : t('room', { n: slot.free }),
      isFull: slot.free === 0,
      isChosen: slot === state.slot,
    })),
  };
}

export function guidePart(shown: ShownApplication): ApplyPart {
  const say = saidBy(shown);
  const { limit, conditions, papers } = shown.application.steps.guide;
  return {
    kind: 'guide',
    limit: say(limit),
    conditions: conditions.map(say),
    papers: papers.map(say),
    isRead: shown.state.read,
  };
}

/** The form, or where the site asks for it another login before it. */
export function formPart(shown: ShownApplication, page: ApplyPage): ApplyPart {
  const { t, application, state, linkTo } = shown;
  const { form } = application.steps;
  if (form.loginAgain && !state.login) return { kind: 'login' };
  const say = saidBy(shown);
  const isSaved = page === 'save' && form.keepsDraft;
  return {
    kind: 'form',
    known: form.fields
      .filter(({ prefilled }) => prefilled)
      .map(({ label, sample }) => ({ label: say(label), value: say(sample) })),
    asked: form.fields
      .filter(({ prefilled }) => !prefilled)
      .map(({ id, label, sample }) => ({
        name: entryName(id),
        label: say(label),
        value: page === 'sample' ? say(sample) : (state.values.get(id) ?? ''),
        sample: say(sample),
      })),
    longest: longestEntry[shown.context.language],
    saved: page === 'save' ? t(isSaved ? 'saved' : 'notSaved') : '',
    draft: isSaved ? linkTo('form', 'form', entriesOf(state)) : undefined,
  };
}

export function uploadPart(shown: ShownApplication): ApplyPart {
  const { t, application, linkTo } = shown;
  const say = saidBy(shown);
  const { asked, button, otherWay } = application.steps.upload;
  return {
    kind: 'upload',
    papers: asked.map(({ name, source, copies, medium }) => ({
      name: say(name),
      source: say(paperSourceNames[source]),
      copies: t('copies', { n: copies }),
      medium: say(paperMediumNames[medium]),
    })),
    button: say(button),
    otherWay: { text: say(otherWay), href: linkTo('mine', 'upload') },
  };
}

/** Where papers are chosen: behind the button, which may lead nowhere, or among those of the account. */
export function papersPart(shown: ShownApplication, way: PaperWay): ApplyPart {
  const { t, application, state, linkTo } = shown;
  const { asked, deadButton } = application.steps.upload;
  if (way === 'files' && deadButton) return { kind: 'missing', back: linkTo('upload', 'upload') };
  return {
    kind: 'papers',
    heading: t(way === 'files' ? 'chooseFiles' : 'myPapers'),
    papers: asked.map(({ name }, i) => ({
      name: saidBy(shown)(name),
      field: paperName(i),
      options: paperForms.map((value) => ({
        value,
        name: t(value === 'promise' ? 'promise' : way === 'files' ? 'file' : 'heldPaper'),
        selected: state.papers[i] === value,
      })),
    })),
  };
}

export function feedbackPart(shown: ShownApplication): ApplyPart {
  const { t, application, state, site, item, context } = shown;
  const say = saidBy(shown);
  const { message, caseNumber, decision, follow } = application.steps.feedback;
  const row = (name: string, value: string | undefined): { name: string; value: string }[] =>
    value === undefined ? [] : [{ name: t(name), value }];
  return {
    kind: 'feedback',
    message: say(message),
    rows: [
      ...row('caseNumber', caseNumber ?? undefined),
      ...row('decision', decision === null ? undefined : say(decision)),
      ...row('booked', state.slot && say(state.slot.label)),
      ...row('telephone', rulesOfItem(site, item).contact.telephone),
    ],
    follow: {
      text: say(follow),
      href: context.link(
        sitePath(site, '/progress'),
        caseNumber === null ? { item: item.taskCode } : { number: caseNumber },
      ),
    },
  };
}
