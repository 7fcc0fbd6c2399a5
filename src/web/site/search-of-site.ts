import { searchIndexOf, type SearchIndex } from '../../portal/search/search-index.ts';
import type { SiteUnit } from '../../portal/site-unit.ts';

/** Searches of the sites that are kept: making one takes a hundred times as long as a page. */
const made = new WeakMap<SiteUnit, SearchIndex>();

/** The search of a site. */
export function searchOfSite(site: SiteUnit): SearchIndex {
  const known = made.get(site);
  if (known !== undefined) return known;
  const index = searchIndexOf(site);
  made.set(site, index);
  return index;
}
