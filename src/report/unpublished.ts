import type { Bilingual, Language } from '../model/language.ts';
import type { Measurement } from '../model/measurement.ts';
import { translator } from '../wording/translator.ts';
import type { ReportFacts } from './report-facts.ts';
import { listOf, yearNamed } from './sentences.ts';

const unpublishedTexts = {
  further: {
    zh: '{years}多数或全部单位的指数和名次未公布，所列均由模拟产生。',
    en: 'Indexes and ranks of most units, or of all, were not published for {years}; those shown all come from the simulation.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A year that something is shown of. */
type ShownYear = Pick<Measurement, 'period'>;

/**
 * The years among those shown for which most scores of units were not published, in words; undefined where there are none. One such
 * year is enough for scores of units to stand one click further, those of the other years with them.
 */
export function unpublishedYears(
  { unpublished }: Pick<ReportFacts, 'unpublished'>,
  years: readonly ShownYear[],
  language: Language,
): string | undefined {
  const labels = years.map(({ period }) => period).filter((label) => unpublished.includes(label));
  if (labels.length === 0) return undefined;
  return listOf(
    labels.map((label) => yearNamed(label, language)),
    language,
  );
}

/** True where scores of units in these years stand one click further. */
export const areUnpublished = (
  { unpublished }: Pick<ReportFacts, 'unpublished'>,
  years: readonly ShownYear[],
): boolean => years.some(({ period }) => unpublished.includes(period));

/** What a table or figure of scores of units says below it, and whether a page shows it one click further. */
export function furtherWhere(
  facts: Pick<ReportFacts, 'unpublished'>,
  years: readonly ShownYear[],
  language: Language,
): { readonly notes: readonly string[]; readonly isFurther: boolean } {
  const named = unpublishedYears(facts, years, language);
  const notes =
    named === undefined ? [] : [translator(unpublishedTexts, language)('further', { years: named })];
  return { notes, isFurther: notes.length > 0 };
}
