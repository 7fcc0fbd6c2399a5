import type { SiteItem, SiteUnit } from '../../portal/site-unit.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { serviceSiteTexts } from './service-site-texts.ts';

/** What stands above every page of a simulated service site: that it is none of a government, its name, its pages, its search. */
export interface ServiceHead {
  readonly name: string;
  readonly links: readonly {
    readonly href: string;
    readonly name: string;
    readonly current: boolean;
  }[];
  readonly search: { readonly action: string; readonly q: string; readonly kept: readonly KeptField[] };
}

/** Texts of a page of a site and those around it. */
export const serviceWords = { ...siteTexts, ...serviceSiteTexts };

/** Address of a page of a site. */
export const sitePath = ({ unit }: SiteUnit, rest = ''): string => `/sites/${unit.code}${rest}`;
/** Address of a page of an item. */
export const itemPath = (site: SiteUnit, { taskCode }: SiteItem, rest: string): string =>
  sitePath(site, `/items/${taskCode}/${rest}`);

export function serviceHead(context: RequestContext, site: SiteUnit, q = ''): ServiceHead {
  const t = translator(serviceWords, context.language);
  const page = (name: string, path: string): ServiceHead['links'][number] => ({
    href: context.link(path),
    name: t(name),
    current: path === context.path,
  });
  return {
    name: t('siteOf', { unit: nameIn(context.language, site.unit) }),
    links: [
      page('siteHome', sitePath(site)),
      page('assistantLink', sitePath(site, '/assistant')),
      page('progressLink', sitePath(site, '/progress')),
    ],
    search: { action: sitePath(site, '/search'), q, kept: context.kept() },
  };
}

/** An item as lists of a site show it. */
export interface ListedSiteItem {
  readonly name: string;
  readonly code: string;
  readonly office: string;
  readonly guide: string;
  readonly apply: string;
}

export function listedItem(context: RequestContext, site: SiteUnit, item: SiteItem): ListedSiteItem {
  return {
    name: nameIn(context.language, item),
    code: item.taskCode,
    office: nameIn(context.language, item.officeLine),
    guide: context.link(itemPath(site, item, 'guide')),
    apply: context.link(itemPath(site, item, 'apply')),
  };
}
