import { applicationSteps, type ApplicationStep } from '../../model/site/application-steps.ts';
import { applicationOf } from '../../portal/application/application.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import {
  bookingPart,
  feedbackPart,
  formPart,
  guidePart,
  papersPart,
  uploadPart,
  type ApplyPart,
  type ShownApplication,
} from './apply-parts.ts';
import {
  applyPages,
  carriedTo,
  paperWays,
  readApplyState,
  stepReached,
  type ApplyPage,
} from './apply-state.ts';
import { itemAsked } from './asked-site.ts';
import { itemPath, serviceHead, serviceWords, type ServiceHead } from './service-head.ts';
import { siteApplyTexts } from './site-apply-texts.ts';

export interface SiteApplyModel {
  readonly head: ServiceHead;
  readonly name: string;
  readonly guide: string;
  readonly again: string;
  /** Empty where the item cannot be applied for online. */
  readonly steps: readonly {
    readonly name: string;
    /** Undefined where it has not been reached. */
    readonly href: string | undefined;
    readonly isCurrent: boolean;
  }[];
  /** What is still missing on this page; empty where nothing is. */
  readonly fault: string;
  readonly action: string;
  readonly kept: readonly KeptField[];
  readonly part: ApplyPart;
}

const words = { ...serviceWords, ...siteApplyTexts };

/** The application for an item, page by page: what was done before travels in the address, and nothing is stored. */
export function siteApplyPage(context: RequestContext): Page<SiteApplyModel> {
  const { language } = context;
  const t = translator(words, language);
  const asked = itemAsked(context);
  const { site, item } = asked;
  const application = applicationOf(site, item);
  const name = nameIn(language, item);
  const around = {
    head: serviceHead(context, site),
    name,
    guide: context.link(itemPath(site, item, 'guide')),
    again: context.link(context.path),
    action: context.path,
  };
  const title = t('title', { name });
  if (!application.online) {
    const part: ApplyPart = { kind: 'hall', text: application.hall[language] };
    return { view: 'site-apply', title, words, model: { ...around, steps: [], fault: '', kept: [], part } };
  }
  const { steps } = application;
  const state = readApplyState(context.query, steps);
  const linkTo: ShownApplication['linkTo'] = (page, step, more = []) =>
    context.link(context.path, {
      ...Object.fromEntries(
        [...carriedTo(step, state, steps), ...more].map(({ name, value }) => [name, value]),
      ),
      step: page,
    });
  const shown: ShownApplication = { ...asked, context, t, application, state, linkTo };
  const wanted = readChoice(context.query, 'step', applyPages, 'booking');
  const { page, step, isEarly } = shownPage(wanted, shown);
  const part = partOf(page, shown);
  return {
    view: 'site-apply',
    title: part.kind === 'missing' ? t('missingTitle') : title,
    words,
    status: part.kind === 'missing' ? 404 : 200,
    model: {
      ...around,
      steps: applicationSteps.map((one) => ({
        name: t(stepName(one)),
        href: applicationSteps.indexOf(one) < applicationSteps.indexOf(step) ? linkTo(one, one) : undefined,
        isCurrent: one === step,
      })),
      fault: isEarly && part.kind !== 'login' ? faultAt(page, t) : '',
      kept: [...context.kept(), ...keptOn(part, step, shown), ...paperWay(page)],
      part,
    },
  };
}

const stepName = (step: ApplicationStep): string => (step === 'guide' ? 'guideStep' : step);

/** The step that a page belongs to. */
function stepOf(page: ApplyPage): ApplicationStep {
  if (page === 'sample' || page === 'save') return 'form';
  return page === 'files' || page === 'mine' ? 'upload' : page;
}

/** The page that is shown: the one asked for, or where something before it is still to be done, the page where that is done. */
function shownPage(
  wanted: ApplyPage,
  { state, application }: ShownApplication,
): { readonly page: ApplyPage; readonly step: ApplicationStep; readonly isEarly: boolean } {
  const reached = stepReached(state, application.steps);
  const place = (step: ApplicationStep): number => applicationSteps.indexOf(step);
  if (place(stepOf(wanted)) <= place(reached)) return { page: wanted, step: stepOf(wanted), isEarly: false };
  const page = reached === 'upload' ? (state.way ?? 'upload') : reached;
  return { page, step: reached, isEarly: true };
}

function partOf(page: ApplyPage, shown: ShownApplication): ApplyPart {
  switch (page) {
    case 'booking':
      return bookingPart(shown);
    case 'guide':
      return guidePart(shown);
    case 'form':
    case 'sample':
    case 'save':
      return formPart(shown, page);
    case 'upload':
      return uploadPart(shown);
    case 'files':
    case 'mine':
      return papersPart(shown, page);
    case 'feedback':
      return feedbackPart(shown);
  }
}

/** What is missing where the page after it was asked for. */
function faultAt(page: ApplyPage, t: Translate): string {
  switch (page) {
    case 'booking':
      return t('faultSlot');
    case 'guide':
      return t('faultRead');
    case 'form':
      return t('faultForm');
    case 'files':
    case 'mine':
      return t('faultPapers');
    default:
      return '';
  }
}

/** Fields that the form of a page sends along: those of the step, but entries that the page itself has fields for. */
const keptOn = (
  { kind }: ApplyPart,
  step: ApplicationStep,
  { state, application }: ShownApplication,
): KeptField[] =>
  carriedTo(step, state, application.steps).filter(({ name }) => kind !== 'form' || !name.startsWith('f-'));

/** By which way papers are handed in, where they are chosen. */
const paperWay = (page: ApplyPage): KeptField[] =>
  paperWays.filter((way) => way === page).map((value) => ({ name: 'way', value }));
