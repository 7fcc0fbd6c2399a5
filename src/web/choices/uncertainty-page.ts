import { intervalCell } from '../../charts/interval-plot.ts';
import type { RankUncertainty } from '../../jobs/measure/choices/choice-uncertainty.ts';
import { factors } from '../../model/choices/choice-request.ts';
import { printCount, printFixed, printPercent } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { changedFields, drawRows, readUncertaintyRequest } from './choice-fields.ts';
import { chosenMethod } from './choices-page.ts';
import { uncertaintyTexts } from './uncertainty-texts.ts';

export interface UncertaintyModel {
  readonly lead: string;
  readonly back: string;
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly numbers: readonly { readonly field: string; readonly value: string }[];
  readonly samples: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly rank: string;
    readonly median: string;
    readonly drawn: string;
    readonly attainable: string;
    readonly plot: string;
  }[];
  readonly axis: string;
  readonly sobol: readonly { readonly name: string; readonly first: string; readonly total: string }[];
  readonly warning: string;
  readonly files: { readonly csv: string; readonly json: string };
}

const words = { ...siteTexts, ...uncertaintyTexts };
const own = ['weightBound', 'rangeBound', 'seed', 'rows'];

/** Intervals of ranks under the choices of the address. */
export function uncertaintyOf(context: RequestContext): Promise<RankUncertainty> {
  const method = chosenMethod(context);
  const request = readUncertaintyRequest(context.query, method);
  return context.results.choiceUncertainty(context.period, method.kind, request);
}

export async function uncertaintyPage(context: RequestContext): Promise<Page<UncertaintyModel>> {
  const { language, query, site, period } = context;
  const t = translator(words, language);
  const method = chosenMethod(context);
  const { bounds, seed, rows } = readUncertaintyRequest(query, method);
  const results = await uncertaintyOf(context);
  const kind = query.get('kind') ?? undefined;
  const missing = t('missing');
  const unsure = factors.filter((factor) => results.sobol?.[factor].unsure);
  const last = Math.max(2, results.units.length);
  return {
    view: 'uncertainty',
    title: t('title'),
    words,
    unpublished: unpublishedNotice(site, [period], language),
    model: {
      lead: t('lead', {
        draws: printCount(results.draws),
        weights: printPercent(bounds.weights),
        ranges: printPercent(bounds.goalposts),
        seed,
      }),
      back: context.link('/choices', { ...changedFields(query, method), kind }),
      action: '/choices/uncertainty',
      kept: [...query].filter(([name]) => !own.includes(name)).map(([name, value]) => ({ name, value })),
      numbers: [
        { field: 'weightBound', value: String(bounds.weights * 100) },
        { field: 'rangeBound', value: String(bounds.goalposts * 100) },
        { field: 'seed', value: String(seed) },
      ],
      samples: drawRows.map((value) => ({
        value,
        name: printCount(Number(value) * (2 + factors.length)),
        selected: Number(value) === rows,
      })),
      rows: [...results.units]
        .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
        .map(({ code, rank, drawn, attainable, ...names }) => ({
          code,
          name: nameIn(language, names),
          rank: rank === null ? missing : String(rank),
          median: drawn === null ? missing : printRank(drawn.median),
          drawn:
            drawn === null
              ? missing
              : t('between', { low: printRank(drawn.low), high: printRank(drawn.high) }),
          attainable:
            attainable === null
              ? missing
              : t(attainable.exact ? 'between' : 'notExact', {
                  low: attainable.best,
                  high: attainable.worst,
                }),
          plot: intervalCell(
            { from: last, to: 1, ticks: [] },
            drawn && rank !== null ? { score: rank, low: drawn.high, high: drawn.low } : null,
            '',
            null,
          ),
        })),
      axis: `${String(last)} → 1`,
      sobol: sobolRows(results, t),
      warning:
        results.sobol === null
          ? t('noSobol')
          : unsure.length === 0
            ? ''
            : t('unsure', { names: unsure.map((factor) => t(factor)).join(t('listComma')) }),
      files: {
        csv: context.link('/files/uncertainty.csv', Object.fromEntries(query)),
        json: context.link('/api/choices/uncertainty.json', Object.fromEntries(query)),
      },
    },
  };
}

/** Ranks of many draws are whole numbers or lie between two. */
const printRank = (rank: number): string => String(Math.round(rank * 10) / 10);

const sobolRows = ({ sobol }: RankUncertainty, t: Translate): UncertaintyModel['sobol'] =>
  sobol === null
    ? []
    : factors.map((factor) => {
        const { first, total } = sobol[factor];
        const printed = ({ value, error }: typeof first): string =>
          t('withError', { value: printFixed(value, 3), error: printFixed(error, 3) });
        return { name: t(factor), first: printed(first), total: printed(total) };
      });
