import { HITS_A_PAGE } from '../../model/site/asking-ways.ts';
import { printCount } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readWhole } from '../request-query.ts';
import { askedSite } from './asked-site.ts';
import { searchOfSite } from './search-of-site.ts';
import {
  listedItem,
  serviceHead,
  serviceWords,
  type ListedSiteItem,
  type ServiceHead,
} from './service-head.ts';
import { siteSearchTexts } from './site-search-texts.ts';

export interface SiteSearchModel {
  readonly head: ServiceHead;
  readonly notices: readonly string[];
  readonly found: string;
  readonly hits: readonly (ListedSiteItem & { readonly place: number; readonly placeText: string })[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly shown: string;
}

const words = { ...serviceWords, ...siteSearchTexts };

/** What the search of a site finds, ten hits a page, each with its place in the whole list. */
export function siteSearchPage(context: RequestContext): Page<SiteSearchModel> {
  const { language, query } = context;
  const t = translator(words, language);
  const site = askedSite(context);
  const result = searchOfSite(site).search(query.get('q') ?? '');
  const pages = Math.max(1, Math.ceil(result.hits.length / HITS_A_PAGE));
  const page = readWhole(query, 'page', 1, 1, pages);
  const before = (page - 1) * HITS_A_PAGE;
  return {
    view: 'site-search',
    title: t('title'),
    words,
    model: {
      head: serviceHead(context, site, result.query),
      notices: result.notices.map((notice) => notice[language]),
      found:
        result.hits.length === 0
          ? t('title')
          : t('found', { q: result.query, n: printCount(result.hits.length) }),
      hits: result.hits.slice(before, before + HITS_A_PAGE).map((item, i) => ({
        ...listedItem(context, site, item),
        place: before + i + 1,
        placeText: t('place', { n: before + i + 1 }),
      })),
      previous: page > 1 ? context.here({ page: page === 2 ? undefined : page - 1 }) : undefined,
      next: page < pages ? context.here({ page: page + 1 }) : undefined,
      shown: t('shown', { page, pages }),
    },
  };
}
