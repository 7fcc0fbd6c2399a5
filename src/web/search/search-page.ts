import type { Page } from '../page.ts';
import { readText } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { findNames } from './find-names.ts';
import { searchTexts } from './search-texts.ts';
import { searchedThings } from './searched-things.ts';

export interface SearchModel {
  readonly q: string;
  /** How many things were found, or that there are none. */
  readonly found: string;
  readonly results: readonly {
    readonly name: string;
    readonly href: string;
    readonly what: string;
    readonly code: string;
  }[];
}

const LONGEST = 60;
const MOST = 50;
const words = { ...siteTexts, ...searchTexts };

/** What has the text of the address in its name. */
export function searchPage(context: RequestContext): Page<SearchModel> {
  const { language, query } = context;
  const t = translator(words, language);
  const q = readText(query, 'q', LONGEST);
  // A thing that has two names leads to one place: it is listed once, under the name that fits best.
  const found = findNames(searchedThings(context), q).filter(
    ({ href }, i, all) => all.findIndex((other) => other.href === href) === i,
  );
  const n = found.length;
  return {
    view: 'search',
    title: t('title'),
    words,
    model: {
      q,
      found:
        q === ''
          ? t('empty')
          : n === 0
            ? t('nothing', { q })
            : t('found', { q, n }) + (n > MOST ? t('shown', { most: MOST }) : ''),
      results: found.slice(0, MOST).map((thing) => ({
        name: nameIn(language, thing),
        href: thing.href,
        what: t(thing.what),
        code: thing.code,
      })),
    },
  };
}
