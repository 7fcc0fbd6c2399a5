import { keptOwnMethod } from '../../jobs/measure/choices/own-methods.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { Method } from '../../model/method.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { printCount, printDifference, printScore } from '../../wording/print-number.ts';
import { barred, type Barred } from '../access/barred.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readText } from '../request-query.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { explainedStanding } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { ownMethodTexts } from './own-method-texts.ts';

/** Characters of a method that a form takes: several times those of a shipped one. */
export const LONGEST_METHOD = 100_000;

interface OwnResults {
  readonly heading: string;
  readonly note: string;
  readonly json: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly rank: string;
    readonly rankShipped: string;
    readonly score: string;
    readonly scoreShipped: string;
    /** Where rank and index are explained: by the shipped method, and by the reader's own. */
    readonly explained: { readonly rank: string; readonly score: string };
    readonly explainedOwn: { readonly rank: string; readonly score: string };
    readonly difference: string;
  }[];
}

export interface OwnMethodModel {
  readonly action: string;
  readonly token: string;
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly limit: string;
  readonly text: string;
  readonly problem: string;
  /** Why the reader may keep no method; undefined where the reader may. */
  readonly noMethods: Barred | undefined;
  readonly results: OwnResults | undefined;
}

const words = { ...siteTexts, ...ownMethodTexts };

/** The page as its address shows it. */
export async function ownMethodPage(context: RequestContext): Promise<Page<OwnMethodModel>> {
  const digest = readText(context.query, 'own', 64);
  if (digest === '') return ownMethodForm(context, { text: '', problem: '' });
  const method = keptOwnMethod(context.site.store, digest);
  const results = await resultsOf(context, digest, method);
  return ownMethodForm(context, { text: JSON.stringify(method, null, 2), problem: '', results });
}

/** The form, filled with what was sent. */
export function ownMethodForm(
  context: RequestContext,
  given: { readonly text: string; readonly problem: string; readonly results?: OwnResults },
): Page<OwnMethodModel> {
  const t = translator(words, context.language);
  return {
    view: 'own-method',
    title: t('title'),
    words,
    status: given.problem === '' ? 200 : 400,
    unpublished:
      given.results === undefined ? '' : unpublishedNotice(context.site, [context.period], context.language),
    model: {
      action: context.link('/method/own'),
      token: context.token(),
      files: [
        { name: t('downloadProvince'), href: context.link('/api/method.json') },
        { name: t('downloadCity'), href: context.link('/api/method.json', { kind: 'city' }) },
      ],
      limit: t('limit', { n: printCount(LONGEST_METHOD) }),
      noMethods: barred(context, 'methods'),
      results: undefined,
      ...given,
    },
  };
}

async function resultsOf(context: RequestContext, digest: string, method: Method): Promise<OwnResults> {
  const { language, period, site } = context;
  const t = translator(words, language);
  const missing = t('missing');
  const [own, shipped] = await Promise.all([
    context.results.ownMeasurement(period, digest),
    context.results.measurement(period),
  ]);
  const printed = (rank: number | null | undefined): string =>
    typeof rank === 'number' ? String(rank) : missing;
  const scoreOf = (unit: UnitResult | undefined): number | null => unit?.overall?.score ?? null;
  return {
    heading: t('results', { name: nameIn(language, method) }),
    note: t('resultsNote', {
      id: method.id,
      version: method.version,
      shipped: site.methods[method.kind].id,
      kind: t(method.kind),
    }),
    json: context.link('/api/method/own.json', { own: digest }),
    rows: [...separateFictional(own.units).ranked]
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
      .map((unit) => {
        const other = shipped.units.find(({ code }) => code === unit.code);
        const [mine, theirs] = [scoreOf(unit), scoreOf(other)];
        return {
          code: unit.code,
          name: nameIn(language, unit),
          rank: printed(unit.rank),
          rankShipped: printed(other?.rank),
          score: printScore(mine, missing),
          scoreShipped: printScore(theirs, missing),
          explained: explainedStanding(context, unit.code),
          explainedOwn: explainedStanding(context, unit.code, digest),
          difference: printDifference(mine === null || theirs === null ? null : mine - theirs, ''),
        };
      }),
  };
}
