import { siteCaseProgress, type Progress } from '../../portal/application/progress.ts';
import { feedbackStep } from '../../portal/application/step-contents.ts';
import { rulesOfItem } from '../../portal/rules/rules-of-item.ts';
import type { SiteUnit } from '../../portal/site-unit.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import { readText } from '../request-query.ts';
import { askedSite, itemOnSite } from './asked-site.ts';
import { serviceHead, serviceWords, sitePath, type ServiceHead } from './service-head.ts';
import { siteProgressTexts } from './site-progress-texts.ts';

export interface SiteProgressModel {
  readonly head: ServiceHead;
  readonly action: string;
  readonly kept: readonly KeptField[];
  readonly number: string;
  /** A number that is of no case; empty where there is none. */
  readonly unknown: string;
  /** The case of the simulated account for an item that it applied for. */
  readonly mine: { readonly name: string; readonly number: string; readonly href: string } | undefined;
  readonly found:
    | {
        readonly title: string;
        readonly caption: string;
        readonly rows: readonly { readonly name: string; readonly when: string; readonly note: string }[];
        readonly next: string;
      }
    | undefined;
}

const words = { ...serviceWords, ...siteProgressTexts };
const LONGEST = 40;

/** How far a simulated case is, by its number; with `item`, the case that the simulated account has of this item. */
export function siteProgressPage(context: RequestContext): Page<SiteProgressModel> {
  const t = translator(words, context.language);
  const site = askedSite(context);
  const number = readText(context.query, 'number', LONGEST);
  const progress = number === '' ? undefined : progressOf(site, number);
  const mine = mineOf(context, site);
  return {
    view: 'site-progress',
    title: t(mine === undefined ? 'title' : 'mine'),
    words,
    model: {
      head: serviceHead(context, site),
      action: context.path,
      kept: context.kept(),
      number,
      unknown: number !== '' && progress === undefined ? t('unknown', { number }) : '',
      mine,
      found: progress && foundIn(context, progress, t),
    },
  };
}

/** The second part of a number is the slot of its item. */
function progressOf(site: SiteUnit, number: string): Progress | undefined {
  const slot = Number(/^MN-(\d{4})-/.exec(number)?.[1]);
  const item = site.items.find((one) => one.slot === slot);
  return item && siteCaseProgress(site, item, number);
}

function mineOf(context: RequestContext, site: SiteUnit): SiteProgressModel['mine'] {
  const code = context.query.get('item') ?? '';
  if (code === '') return undefined;
  const item = itemOnSite(site, code);
  const number = feedbackStep(rulesOfItem(site, item), new Set()).caseNumber ?? '';
  return {
    name: nameIn(context.language, item),
    number,
    href: context.link(sitePath(site, '/progress'), { number }),
  };
}

function foundIn(
  { language }: RequestContext,
  { caseNumber, title, events, next }: Progress,
  t: Translate,
): SiteProgressModel['found'] {
  return {
    title: title[language],
    caption: t('case', { number: caseNumber }),
    rows: events.map(({ name, note, day }) => ({
      name: name[language],
      when: day === 0 ? t('dayZero') : t('dayLater', { n: day }),
      note: note[language],
    })),
    next: next === null ? t('closed') : t('next', { name: next[language] }),
  };
}
