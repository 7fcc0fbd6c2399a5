import type { Request } from 'express';
import type { Asker, QuestionQueue } from './answers/question-queue.ts';
import type { Preview } from '../jobs/simulate/preview-run.ts';
import { hasRight, type Reader, type Right } from '../model/access/right.ts';
import { withEdition } from '../model/knowledge.ts';
import type { Language } from '../model/language.ts';
import { defaultPeriod } from '../model/time/period-choice.ts';
import { parsePeriod, periodRule, type Period } from '../model/time/period.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { DAY_SECONDS, monthOf, printMonth } from '../model/time/time.ts';
import { readerOf } from './access/reader.ts';
import { askerOf } from './answers/asker.ts';
import type { AssetLinks } from './asset-links.ts';
import type { Deps } from './deps.ts';
import type { Metrics } from './metrics/metrics.ts';
import { badParameter, mustNotRepeat } from './request-query.ts';
import { languageOf, queryOf } from './request-language.ts';
import type { Results } from './results.ts';

/** The application as pages see it. */
export interface Site extends Deps {
  readonly assets: AssetLinks;
  /** What takes long is asked here. */
  readonly questions: QuestionQueue;
  readonly metrics: Metrics;
  /** What the data say now. */
  readonly results: (asker: Asker, edition: string) => Results;
}

export type Changes = Readonly<Record<string, string | number | undefined>>;

/** One request, read: what a page needs to answer it. */
export interface RequestContext {
  /** Its places go under the names that they have in the data. */
  readonly site: Site;
  readonly results: Results;
  /** A small sample of a scenario; `first` where it must not wait behind others. Throws a Mistake where there is none. */
  readonly preview: (scenario: Scenario, seed: number, first?: boolean) => Promise<Preview>;
  readonly language: Language;
  /** Who asks, and whether they may do something. */
  readonly reader: Reader;
  readonly may: (right: Right) => boolean;
  /** Scheme and host by which readers reach the server. */
  readonly origin: string;
  readonly period: Period;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly param: (name: string) => string;
  /** Proof that a form came from a page of ours, to be sent with it (csrf.ts). */
  readonly token: () => string;
  /** Address of a page or file, carrying language and period where this address carries them. */
  readonly link: (path: string, changes?: Changes) => string;
  /** This very address with some fields changed; undefined takes a field away. */
  readonly here: (changes: Changes) => string;
  /** Fields that a form sends along: what every link passes on, and those that are named. */
  readonly kept: (...more: readonly string[]) => KeptField[];
}

/** A field of the address that a form sends along. */
export interface KeptField {
  readonly name: string;
  readonly value: string;
}

/** State that every link passes on. */
const carried: readonly string[] = ['lang', 'period', 'method', 'style'];

function address(path: string, query: URLSearchParams, changes: Changes): string {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(key);
    else query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

export const linkFrom = (query: URLSearchParams, path: string, changes: Changes = {}): string =>
  address(path, new URLSearchParams([...query].filter(([key]) => carried.includes(key))), changes);

/** The same for a page that is not made from a request's context. */
export const keptIn = (query: URLSearchParams, ...more: readonly string[]): KeptField[] =>
  [...query]
    .filter(([name, value]) => value !== '' && (carried.includes(name) || more.includes(name)))
    .map(([name, value]) => ({ name, value }));

/** What a database without data shows: the year of the clock, empty. */
const thisYear = (now: number): Period =>
  parsePeriod(printMonth(monthOf(Math.floor(now / DAY_SECONDS))).slice(0, 4));

function readPeriod(query: URLSearchParams, fallback: () => Period): Period {
  const text = query.get('period');
  if (text === null || text === '') return fallback();
  try {
    return parsePeriod(text);
  } catch {
    throw badParameter('period', text, periodRule);
  }
}

/** The site with the edition of the methods that the address names. */
function withChosenEdition(site: Site, query: URLSearchParams): Site {
  const text = query.get('method');
  if (text === null || text === '') return site;
  const known = site.editions.map(({ edition }) => edition);
  if (known.includes(text)) return withEdition(site, text);
  throw badParameter('method', text, {
    zh: `可用版本：${known.join('、')}`,
    en: `the editions are ${known.join(', ')}`,
  });
}

/** `place`: where the answer stands, when it is not the address that was asked (a form's own page). */
export function readRequestContext(
  whole: Site,
  request: Request,
  place: { readonly path: string; readonly query: URLSearchParams } = {
    path: request.path,
    query: queryOf(request),
  },
): RequestContext {
  const { path, query } = place;
  mustNotRepeat(query);
  const asker = askerOf(request);
  const reader = readerOf(request);
  const site = withChosenEdition(whole, query);
  const results = site.results(asker, site.methods.edition);
  return {
    site: { ...site, reference: results.reference },
    results,
    preview: (scenario, seed, first = false) =>
      site.questions.ask('preview', { scenario, seed }, asker, { data: '', first }),
    language: languageOf(request),
    reader,
    may: (right) => hasRight(reader, right, site.accessSettings),
    origin: site.accessSettings.baseAddress ?? `${request.protocol}://${request.get('host') ?? ''}`,
    period: readPeriod(query, () => defaultPeriod(results.months) ?? thisYear(site.now())),
    path,
    query,
    param: (name) => {
      const value = request.params[name];
      return typeof value === 'string' ? value : '';
    },
    token: () => request.csrfToken?.() ?? '',
    link: (to, changes) => linkFrom(query, to, changes),
    here: (changes) => address(path, new URLSearchParams(query), changes),
    kept: (...more) => keptIn(query, ...more),
  };
}
