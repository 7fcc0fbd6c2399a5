import { publishedFormulas } from '../../jobs/measure/published-formulas.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { badParameter, readText } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { editionsTexts } from './editions-texts.ts';

export interface FormulaModel {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly series: string;
  /** Where the example is from; empty for a reader’s own series. */
  readonly source: string;
  readonly stretches: readonly string[];
  readonly verdicts: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly month: string;
    readonly ratings: string;
    readonly published: string;
    readonly values: readonly { readonly text: string; readonly fits: boolean }[];
  }[];
  readonly exampleHref: string;
  readonly editionsHref: string;
}

/** Characters of a series in an address. */
const LONGEST = 4000;
const words = { ...siteTexts, ...editionsTexts };

/** Which formula a published percentage follows, of the example or of a series in the address. */
export function formulaPage(context: RequestContext): Page<FormulaModel> {
  const { language, query } = context;
  const t = translator(words, language);
  const text = readText(query, 'series', LONGEST);
  const found = publishedFormulas(text);
  if ('fault' in found) throw badParameter('series', found.line, found.fault);
  const { months, stretches, formulas, decimals, source } = found;
  const nameOf = (id: string): string => formulas.find((one) => one.id === id)?.name[language] ?? id;
  return {
    view: 'formula',
    title: t('formulaTitle'),
    words,
    periodFree: true,
    model: {
      action: context.path,
      kept: context.kept(),
      series: months
        .map(({ month, counts, published }) => [month, ...counts, published].join(' '))
        .join('\n'),
      source: source?.[language] ?? '',
      stretches: stretches.map(
        ({ formula, from, to, months: n, missed }) =>
          t('stretch', { from, to, months: n, formula: nameOf(formula) }) +
          (missed.length === 0 ? '' : t('missed', { months: missed.join(t('listComma')) })),
      ),
      verdicts:
        stretches.length < 2
          ? [t('unchanged')]
          : stretches.slice(1).map(({ from }, i) => {
              const month = months.find((one) => one.month === from);
              const before = formulas.findIndex(({ id }) => id === stretches[i]?.formula);
              const old = month?.values[before] ?? 0;
              const published = month?.published ?? 0;
              return t('changed', {
                month: from,
                old: printFixed(old, 1),
                published: printFixed(published, decimals),
                jump: printFixed(published - old, 1),
              });
            }),
      headings: formulas.map(({ name }) => name[language]),
      rows: months.map(({ month, counts, published, values, fitting }) => ({
        month,
        ratings: printCount(counts.reduce((sum, n) => sum + n, 0)),
        published: `${printFixed(published, decimals)}%`,
        values: values.map((value, i) => ({
          text: value === null ? '—' : printFixed(value, decimals + 2),
          fits: fitting.includes(formulas[i]?.id ?? ''),
        })),
      })),
      exampleHref: context.here({ series: undefined }),
      editionsHref: context.link('/editions'),
    },
  };
}
