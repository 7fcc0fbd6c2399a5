import type { Bilingual } from '../../model/language.ts';
import { askingWays, type AskingWay } from '../../model/site/asking-ways.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { askingsOf } from './askings.ts';
import { ItemLikeness } from './item-likeness.ts';
import { cutQuery, LONGEST_QUERY, queryKey } from './normal-query.ts';
import { OTHER_HITS, searchPlacesOf } from './search-truth.ts';

/** What the site shows for a query. */
export interface SearchResult {
  /** The query as it was searched for: without spaces around it, at most 100 characters. */
  readonly query: string;
  /** All hits, the first one first; pages of HITS_A_PAGE are the caller’s. */
  readonly hits: readonly SiteItem[];
  /** What the site has to say beside the hits: that the query was cut, is empty, or found nothing. */
  readonly notices: readonly Bilingual[];
}

/** What a query asks for. */
export interface AskedItem {
  readonly item: SiteItem;
  readonly way: AskingWay;
}

/** The search of the site of one unit. Building it costs much more than a search: keep it. */
export interface SearchIndex {
  readonly site: SiteUnit;
  /** Hits of any text: an asking has its item at the place of the truth, anything else is ranked by likeness. */
  search(query: string): SearchResult;
  /** The item that a text asks for; undefined where it is no asking of this unit. */
  askedFor(query: string): AskedItem | undefined;
  /** The other item that is most like this one; undefined where the unit has no other. */
  neighbourOf(item: SiteItem): SiteItem | undefined;
}

const notices = {
  cut: {
    zh: `查询内容过长，仅按前 ${LONGEST_QUERY} 个字符查询。`,
    en: `The query is too long: only its first ${LONGEST_QUERY} characters were searched for.`,
  },
  empty: {
    zh: '请输入要办理的事项名称，或用一句话说说您想办什么。',
    en: 'Please enter the name of a service, or say in a sentence what you would like to do.',
  },
  nothing: {
    zh: '没有找到相关事项。换个说法或少输几个字，也许就能找到。',
    en: 'No service was found. Other or fewer words may find it.',
  },
} as const satisfies Record<string, Bilingual>;

/** Makes the search of a site. */
export function searchIndexOf(site: SiteUnit): SearchIndex {
  const likeness = new ItemLikeness(site.items);
  const asked = askedItems(site);
  const askedFor = (query: string): AskedItem | undefined => asked.get(queryKey(cutQuery(query).text));

  const alike = (text: string): SiteItem[] => rankedByLikeness(site.items, likeness.to(text));

  /** Items beside one, those most like a text first: as many as are alike, and others to make up the number. */
  const others = (text: string, item: SiteItem): SiteItem[] => {
    const found = alike(text).filter((one) => one !== item);
    return [...found, ...fillers(site.items, [item, ...found], OTHER_HITS - found.length)];
  };

  const hitsOf = (text: string): SiteItem[] => {
    const found = askedFor(text);
    if (found === undefined) return alike(text);
    const { item, way } = found;
    const place = searchPlacesOf(site, item)[way];
    const rest = others(text, item);
    return place === 0 ? rest : [...rest.slice(0, place - 1), item, ...rest.slice(place - 1)];
  };

  return {
    site,
    askedFor,
    neighbourOf: (item) => others(item.name, item)[0],
    search(query) {
      const { text, isCut } = cutQuery(query);
      const isEmpty = queryKey(text) === '';
      const hits = isEmpty ? [] : hitsOf(text);
      const said = isEmpty ? [notices.empty] : hits.length === 0 ? [notices.nothing] : [];
      return { query: text, hits, notices: isCut ? [notices.cut, ...said] : said };
    },
  };
}

/** What each asking asks for, by its key. Items of one name, which no simulated unit has, ask for the first of them. */
function askedItems(site: SiteUnit): Map<string, AskedItem> {
  const asked = new Map<string, AskedItem>();
  for (const item of site.items) {
    const askings = askingsOf(site, item);
    for (const way of askingWays)
      for (const text of [askings[way].zh, askings[way].en]) {
        const key = queryKey(cutQuery(text).text);
        if (!asked.has(key)) asked.set(key, { item, way });
      }
  }
  return asked;
}

/** Items that are alike at all, the most alike first; equal ones as the register has them. */
const rankedByLikeness = (items: readonly SiteItem[], likeness: Float64Array): SiteItem[] =>
  items
    .map((item, at) => ({ item, likeness: likeness[at] ?? 0 }))
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ item }) => item);

/** Up to so many items beside those given, those of the office of the first of them before others. */
function fillers(items: readonly SiteItem[], given: readonly SiteItem[], most: number): SiteItem[] {
  if (most <= 0) return [];
  const beside = items.filter((item) => !given.includes(item));
  const isNear = ({ office }: SiteItem): boolean => office === given[0]?.office;
  return [...beside.filter(isNear), ...beside.filter((item) => !isNear(item))].slice(0, most);
}
