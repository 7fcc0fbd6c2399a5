import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { unitPlace } from '../shared/unit-place.ts';
import { DEPARTMENT_MINIMUM, rankedBy, unitDepartments, type RatedCounts } from './department-rows.ts';
import { departmentsTexts } from './departments-texts.ts';

interface PrintedRow {
  readonly rank: string;
  readonly name: string;
  /** The department of an office. */
  readonly department: string;
  /** Ratings, those with a level, mean score, good-rating rate and its interval; of a department how many offices it has first. */
  readonly cells: readonly string[];
}

export interface DepartmentsModel {
  readonly unit: { readonly name: string; readonly href: string };
  readonly lead: string;
  readonly note: string;
  readonly by: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly headings: readonly string[];
    readonly counted: string;
    readonly rows: readonly PrintedRow[];
  }[];
  readonly file: string;
}

const words = { ...siteTexts, ...ratingTexts, ...departmentsTexts };

/** The departments of a unit and their offices, ranked within the unit. */
export async function departmentsPage(context: RequestContext): Promise<Page<DepartmentsModel>> {
  const { language, period, query, results, site } = context;
  const { unit } = await unitPlace(context);
  const t = translator(words, language);
  const by = readChoice(query, 'by', rankedBy, 'goodRate');
  const { departments, offices } = unitDepartments(
    site.store,
    site.reference,
    results.register(),
    unit,
    period,
    by,
  );
  const name = nameIn(language, unit);
  const figures = [t('ratings'), t('levelled'), t('averageScore'), t('goodRate'), t('interval')];
  const countedOf = (rows: readonly { readonly rank: number | null }[]): string =>
    t('rankedCount', { n: rows.length, ranked: rows.filter(({ rank }) => rank !== null).length });
  return {
    view: 'departments',
    title: t('title'),
    words,
    unpublished: unit.fictional ? '' : unpublishedNotice(site, [period], language, 'figures'),
    model: {
      unit: { name, href: context.link(`/units/${unit.code}`) },
      lead: t('lead', { name }),
      note: t('note', { n: DEPARTMENT_MINIMUM }),
      by: rankedBy.map((one) => ({
        name: t(one),
        href: context.here({ by: one === 'goodRate' ? undefined : one }),
        current: one === by,
      })),
      tables: [
        {
          id: 'departments',
          title: t('departments'),
          headings: [t('department'), t('officeCount'), ...figures],
          counted: countedOf(departments),
          rows: departments.map((row) => ({
            rank: printRank(row.rank),
            name: nameIn(language, row),
            department: '',
            cells: [printCount(row.offices), ...printCounts(row, t('missing'))],
          })),
        },
        {
          id: 'offices',
          title: t('offices'),
          headings: [t('office'), ...figures],
          counted: countedOf(offices),
          rows: offices.map((row) => ({
            rank: printRank(row.rank),
            name: nameIn(language, row.office),
            department: nameIn(language, row.department),
            cells: printCounts(row, t('missing')),
          })),
        },
      ],
      file: context.link('/files/departments.csv', {
        unit: unit.code,
        by: by === 'goodRate' ? undefined : by,
      }),
    },
  };
}

const printRank = (rank: number | null): string => (rank === null ? '—' : String(rank));

function printCounts({ ratings, levelled, figures }: RatedCounts, missing: string): string[] {
  const counts = [printCount(ratings), printCount(levelled)];
  if (figures === null) return [...counts, missing, missing, '—'];
  const { averageScore, goodRate, interval } = figures;
  return [
    ...counts,
    printFixed(averageScore, 3),
    printShare(goodRate, missing),
    `${printShare(interval.low, '')}–${printShare(interval.high, '')}`,
  ];
}
