import type { Item } from '../../model/reference.ts';
import type { SiteItem, SiteUnit } from '../../portal/site-unit.ts';
import { printCount } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice, readOptionalChoice, readWhole } from '../request-query.ts';
import { askedSite } from './asked-site.ts';
import {
  listedItem,
  serviceHead,
  serviceWords,
  sitePath,
  type ListedSiteItem,
  type ServiceHead,
} from './service-head.ts';
import { siteHomeTexts } from './site-home-texts.ts';

interface ItemGroup {
  readonly name: string;
  readonly count: string;
  readonly href: string;
}

export interface SiteHomeModel {
  readonly head: ServiceHead;
  /** The items of one group, where the address names one; else the most asked for. */
  readonly listTitle: string;
  readonly items: readonly ListedSiteItem[];
  readonly all: string | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly shown: string;
  readonly departments: readonly ItemGroup[];
  readonly audiences: readonly ItemGroup[];
  readonly assistant: string;
  readonly progress: string;
}

const words = { ...serviceWords, ...siteHomeTexts };
const HOT_ITEMS = 10;
const PAGE_ITEMS = 50;

/** Whom the listed audience of an item is for. */
const audiences = ['person', 'legal'] as const;
const isFor = (audience: Exclude<Item['audience'], 'both'>, { listed }: SiteItem): boolean =>
  listed === undefined || listed.audience === 'both' || listed.audience === audience;

/** The home of a site: its groups of items, and those of one group. */
export function siteHomePage(context: RequestContext): Page<SiteHomeModel> {
  const { language, query } = context;
  const t = translator(words, language);
  const site = askedSite(context);
  const departments = departmentsOf(context, site);
  const department = readChoice(query, 'department', ['', ...departments.map(({ key }) => key)], '');
  const audience = readOptionalChoice(query, 'for', audiences);
  const group =
    department !== ''
      ? {
          name: departments.find(({ key }) => key === department)?.name ?? department,
          items: site.items.filter(({ officeLine }) => officeLine.department === department),
        }
      : audience !== undefined
        ? { name: t(audience), items: site.items.filter((item) => isFor(audience, item)) }
        : undefined;
  const items = group?.items ?? hotItems(site);
  const pages = Math.max(1, Math.ceil(items.length / PAGE_ITEMS));
  const page = readWhole(query, 'page', 1, 1, pages);
  const head = serviceHead(context, site);
  return {
    view: 'site-home',
    title: group === undefined ? head.name : `${group.name} · ${head.name}`,
    words,
    model: {
      head,
      listTitle: group === undefined ? t('hot') : t('itemsOf', { name: group.name, n: items.length }),
      items: items
        .slice((page - 1) * PAGE_ITEMS, page * PAGE_ITEMS)
        .map((item) => listedItem(context, site, item)),
      all: group === undefined ? undefined : context.link(sitePath(site)),
      previous: page > 1 ? context.here({ page: page === 2 ? undefined : page - 1 }) : undefined,
      next: page < pages ? context.here({ page: page + 1 }) : undefined,
      shown: t('shown', { page, pages }),
      departments: departments.map(({ key, name, count }) => ({
        name,
        count: countText(t, count),
        href: context.link(sitePath(site), { department: key }),
      })),
      audiences: audiences.map((one) => ({
        name: t(one),
        count: countText(t, site.items.filter((item) => isFor(one, item)).length),
        href: context.link(sitePath(site), { for: one }),
      })),
      assistant: context.link(sitePath(site, '/assistant')),
      progress: context.link(sitePath(site, '/progress')),
    },
  };
}

const countText = (t: Translate, n: number): string => t('count', { n: printCount(n) });

/** Departments that have items, in the order of the site. */
function departmentsOf(
  { site: { reference }, language }: RequestContext,
  { items }: SiteUnit,
): { readonly key: string; readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { officeLine } of items)
    counts.set(officeLine.department, (counts.get(officeLine.department) ?? 0) + 1);
  return [...counts].map(([key, count]) => {
    const department = reference.departments.find((one) => one.key === key);
    return { key, name: department === undefined ? key : nameIn(language, department), count };
  });
}

/** Items that most people ask for, by the common list. */
const hotItems = ({ items }: SiteUnit): SiteItem[] =>
  [...items].sort((a, b) => (b.listed?.popularity ?? 0) - (a.listed?.popularity ?? 0)).slice(0, HOT_ITEMS);
