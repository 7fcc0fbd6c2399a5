import { askAssistant } from '../../portal/search/assistant.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import { askedSite } from './asked-site.ts';
import { searchOfSite } from './search-of-site.ts';
import {
  listedItem,
  serviceHead,
  serviceWords,
  type ListedSiteItem,
  type ServiceHead,
} from './service-head.ts';
import { siteAssistantTexts } from './site-assistant-texts.ts';

export interface SiteAssistantModel {
  readonly head: ServiceHead;
  readonly action: string;
  readonly kept: readonly KeptField[];
  readonly question: string;
  /** Undefined before anything was asked. */
  readonly answer: { readonly text: string; readonly item: ListedSiteItem | undefined } | undefined;
}

const words = { ...serviceWords, ...siteAssistantTexts };

/** The assistant of a site: a question, its answer, and the item that it names. */
export function siteAssistantPage(context: RequestContext): Page<SiteAssistantModel> {
  const site = askedSite(context);
  const search = searchOfSite(site);
  // Cut as the search cuts it.
  const question = search.search(context.query.get('q') ?? '').query;
  const answer = question === '' ? undefined : askAssistant(search, question);
  return {
    view: 'site-assistant',
    title: translator(words, context.language)('title'),
    words,
    model: {
      head: serviceHead(context, site),
      action: context.path,
      kept: context.kept(),
      question,
      answer: answer && {
        text: answer.text[context.language],
        item: answer.item === null ? undefined : listedItem(context, site, answer.item),
      },
    },
  };
}
