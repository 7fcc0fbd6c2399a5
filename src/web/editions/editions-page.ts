import { separateFictional } from '../../model/names/fictional-units.ts';
import { unitKinds } from '../../model/reference.ts';
import { printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { readChoice, readOptionalChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { shownScores, type ShownScores } from '../shared/shown-scores.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { comparedEditions } from './edition-choice.ts';
import { editionsTexts } from './editions-texts.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly current: boolean;
}

export interface EditionsModel {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly choices: Readonly<Record<'from' | 'to' | 'kind', readonly Choice[]>>;
  readonly shown: ShownScores;
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly { readonly text: string; readonly explained?: string }[];
  }[];
  /** Units with their level by each of the two alone, in administrative order; undefined where the page has scores. */
  readonly levels: EditionLevels | undefined;
  /** Whether what is kept can be rebuilt; empty until the reader asks. */
  readonly rebuilt: readonly string[];
  readonly isAlarm: boolean;
  readonly checkHref: string;
  readonly lessonHref: string;
  readonly files: { readonly csv: string; readonly json: string };
}

interface EditionLevels {
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly bands: readonly BandSign[];
  }[];
}

const words = { ...siteTexts, ...editionsTexts };

const printRank = (rank: number | null): string => (rank === null ? '—' : String(rank));

export async function editionsPage(context: RequestContext): Promise<Page<EditionsModel>> {
  const { language, query, results, site } = context;
  const t = translator(words, language);
  const { editions, from, to, rows } = await comparedEditions(context);
  const kind = readChoice(query, 'kind', unitKinds, 'province');
  const check = readOptionalChoice(query, 'check', ['1']);
  const shown = rows.filter((row) => row.kind === kind && row.score !== null);
  const choicesOf = (current: string): Choice[] =>
    editions.map((value) => ({ value, name: value, current: value === current }));
  const { ranked } = separateFictional(shown);
  const places = ranked.map((row) => Math.abs(row.places ?? 0));
  const mean = ranked.reduce((sum, { score }) => sum + (score ?? 0), 0) / ranked.length;
  const explained = ({ code }: { readonly code: string }, figure: string, method: string): string =>
    context.link('/explain', { unit: code, figure, method });
  const rebuilt = check === undefined ? undefined : await results.rebuilt();
  const asked = { from, to, kind };
  const scores = shownScores(context, [context.period], 'results-heading');
  const { withScores } = scores;
  const nameAndHref = (row: (typeof rows)[number]) => ({
    name: nameIn(language, row),
    href: context.link(`/units/${row.code}`),
  });
  return {
    view: 'editions',
    title: t('title'),
    words,
    model: {
      action: context.path,
      kept: context.kept('ranks'),
      shown: scores,
      choices: {
        from: choicesOf(from),
        to: choicesOf(to),
        kind: unitKinds.map((value) => ({ value, name: t(value), current: value === kind })),
      },
      note:
        shown.length === 0
          ? t('nothing')
          : !withScores
            ? ''
            : t('placesNote', {
                moved: places.filter((n) => n > 0).length,
                most: Math.max(...places),
                mean: printDifference(mean, ''),
              }),
      headings: [
        t('score', { edition: from }),
        t('score', { edition: to }),
        t('difference'),
        t('rank', { edition: from }),
        t('rank', { edition: to }),
        t('places'),
      ],
      rows: (withScores ? shown : []).map((row) => ({
        ...nameAndHref(row),
        cells: [
          { text: printScore(row.before.overall, '—'), explained: explained(row, 'overall', from) },
          { text: printScore(row.after.overall, '—'), explained: explained(row, 'overall', to) },
          { text: printDifference(row.score, '—') },
          { text: printRank(row.before.rank), explained: explained(row, 'rank', from) },
          { text: printRank(row.after.rank), explained: explained(row, 'rank', to) },
          {
            text: row.places === null ? '—' : `${row.places > 0 ? '+' : ''}${printFixed(row.places, 0)}`,
          },
        ],
      })),
      levels: withScores
        ? undefined
        : {
            headings: [t('level', { edition: from }), t('level', { edition: to })],
            rows: site.reference.units.flatMap(({ code }) =>
              shown
                .filter((row) => row.code === code)
                .map((row) => ({
                  code,
                  ...nameAndHref(row),
                  bands: [row.before, row.after].map(({ band }) => bandSign(band, language)),
                })),
            ),
          },
      rebuilt:
        rebuilt === undefined
          ? []
          : [
              rebuilt.different.length === 0
                ? t('rebuilt', { kept: rebuilt.kept })
                : t('alarm', {
                    kept: rebuilt.kept,
                    n: rebuilt.different.length,
                    names: rebuilt.different.join(t('listComma')),
                  }),
              ...(rebuilt.outdated === 0 ? [] : [t('outdated', { n: rebuilt.outdated })]),
            ],
      isAlarm: rebuilt !== undefined && rebuilt.different.length > 0,
      checkHref: `${context.here({ check: '1' })}#rebuild-heading`,
      lessonHref: context.link('/editions/formula'),
      files: {
        csv: context.link('/files/editions.csv', asked),
        json: context.link('/api/editions.json', asked),
      },
    },
  };
}
