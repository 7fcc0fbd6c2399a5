import type { Bilingual, Language } from '../model/language.ts';
import type { UnitKind } from '../model/reference.ts';
import { notYetAssessed } from '../wording/not-yet-assessed.ts';
import { translator } from '../wording/translator.ts';
import { rankedUnits } from './ranked-units.ts';
import type { ReportFacts } from './report-facts.ts';
import { unitsOfKind } from './sentences.ts';

const noUnitsTexts = {
  noUnits: { zh: '本时段没有{kind}的数据。', en: 'There are no data of {kind} in this period.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why a period has no results of a kind of units; undefined where it has some. */
export function noUnitsReason(facts: ReportFacts, kind: UnitKind, language: Language): string | undefined {
  const unassessed = notYetAssessed(facts.knowledge.methods, facts.period);
  if (unassessed?.kind === kind) return unassessed.reason[language];
  if (rankedUnits(facts.measurement, kind).length > 0) return undefined;
  return translator(noUnitsTexts, language)('noUnits', { kind: unitsOfKind(kind, language) });
}
