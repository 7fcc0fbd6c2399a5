import type { Language } from '../../model/language.ts';
import { withoutFictional } from '../../model/names/fictional-units.ts';
import { unitKinds } from '../../model/reference.ts';
import { printMonth } from '../../model/time/time.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { translator } from '../../wording/translator.ts';
import { unrankedIn, unrankedTexts } from '../../wording/unranked-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter } from '../report.ts';
import { countOfUnits, listOf, yearNamed } from '../sentences.ts';
import { unpublishedYears } from '../unpublished.ts';
import { isPartOfYear, monthsOfYear } from '../year-months.ts';
import { prefaceTexts } from './preface-texts.ts';

/** The provincial units of the report. */
const WHOLE_COUNTRY = 32;

/** What this report is and is not (编制说明), and what its data do not have. */
export function prefaceChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(prefaceTexts, language);
  const { measurement, knowledge, years, period } = facts;
  const paragraphs = [say('what'), say('whatFor'), say('frame')];
  const isOfPlaces = withoutFictional(measurement.units).length > 0;
  if (isOfPlaces) paragraphs.push(say(knowledge.reference.names === 'real' ? 'namesReal' : 'namesCoded'));
  const kinds = unitKinds.flatMap((kind) => {
    const n = rankedUnits(measurement, kind).length;
    return n === 0 ? [] : [countOfUnits(n, kind, language)];
  });
  paragraphs.push(kinds.length === 0 ? say('noUnits') : say('units', { list: listOf(kinds, language) }));
  const provinces = rankedUnits(measurement, 'province').length;
  if (knowledge.reference.names === 'real' && provinces === WHOLE_COUNTRY) paragraphs.push(say('scope'));
  const unpublished = unpublishedYears(facts, years, language);
  const notes = [
    ...partOfYears(facts, language),
    ...(unpublished === undefined ? [] : [say('unpublished', { years: unpublished })]),
    notYetAssessed(knowledge.methods, period)?.reason[language] ?? [],
    unrankedIn(measurement) === null ? [] : unrankedTexts.whyUnranked[language],
  ].flat();
  return {
    id: 'preface',
    title: say('chapter'),
    blocks: [
      ...paragraphs.map((text): ReportBlock => ({ kind: 'paragraph', text })),
      ...notes.map((text): ReportBlock => ({ kind: 'note', text })),
    ],
    sections: [],
  };
}

/** Says which of the years have only part of their months. */
function partOfYears({ period, months, years }: ReportFacts, language: Language): string[] {
  const say = translator(prefaceTexts, language);
  const said: string[] = [];
  const own = monthsOfYear(months, period.label);
  if (own.length < period.last - period.first + 1)
    said.push(
      say(own.length === 1 ? 'partOne' : 'part', {
        year: yearNamed(period.label, language),
        n: own.length,
        months: listOf(own.map(printMonth), language),
      }),
    );
  const before = years
    .map((year) => year.period)
    .filter((label) => label !== period.label && isPartOfYear(months, label))
    .map((label) =>
      say('partYear', { year: yearNamed(label, language), n: monthsOfYear(months, label).length }),
    );
  if (before.length > 0) said.push(say('partBefore', { years: listOf(before, language) }));
  return said;
}
