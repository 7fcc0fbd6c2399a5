import type { Language } from '../../model/language.ts';
import { indicatorsOf } from '../../model/method.ts';
import { unitKinds } from '../../model/reference.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { leftOutOfAnalysis } from '../analysis/left-out.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import { listOf, unitsOfKind } from '../sentences.ts';
import { basisChapterTexts } from './basis-chapter-texts.ts';

/** Years that the report looks back on. */
const YEARS = 5;

const never = ['institutions', 'policies', 'brands', 'annexes', 'accounts', 'expert'] as const;

/** What of the 2022 report is not in this one, and why. */
export function leftOutRows(facts: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  const { methods } = facts.knowledge;
  const byMethod = new Map(
    unitKinds
      .flatMap((kind) => methods[kind].leftOut)
      .map((part): [string, string] => [
        nameIn(language, part),
        language === 'zh' ? part.reason : part.reasonEn,
      ]),
  );
  const analysis = leftOutOfAnalysis.map(({ name, reason }) => [name[language], reason[language]]);
  return [
    ...never.map((part) => [say(part), say(`${part}Why`)]),
    ...byMethod,
    ...analysis,
    ...missing(facts, language),
  ];
}

/** What the data of this report do not have. */
function missing(facts: ReportFacts, language: Language): string[][] {
  const say = translator(basisChapterTexts, language);
  const { origin, years, measurement } = facts;
  const rows: string[][] = [];
  if (origin.register.tiers.units === 0) rows.push([say('tiers'), say('tiersWhy')]);
  if (origin.register.oneVisitLicences === null) rows.push([say('oneVisit'), say('oneVisitWhy')]);
  if (years.length < YEARS)
    rows.push([
      say('years'),
      say('yearsWhy', {
        n: years.length,
        years: listOf(
          years.map(({ period }) => period),
          language,
        ),
      }),
    ]);
  for (const kind of unitKinds) {
    const reason = noUnitsReason(facts, kind, language);
    if (reason !== undefined) {
      rows.push([unitsOfKind(kind, language), reason]);
      continue;
    }
    const units = rankedUnits(measurement, kind);
    const empty = indicatorsOf(facts.knowledge.methods[kind]).filter(({ id }) =>
      units.every(({ indicators }) => (indicators.find((one) => one.id === id)?.value ?? null) === null),
    );
    if (empty.length > 0)
      rows.push([
        say('indicators', {
          kind: unitsOfKind(kind, language),
          names: empty.map((indicator) => nameIn(language, indicator)).join(say('comma')),
        }),
        say('indicatorsWhy'),
      ]);
  }
  return rows;
}
