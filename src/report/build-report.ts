import type { Language } from '../model/language.ts';
import { levelTablesChapter } from './chapters/level-tables.ts';
import { translator } from '../wording/translator.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Report } from './report.ts';
import { reportTexts } from './report-texts.ts';

/** Writes the report of a year in a language. */
export function buildReport(facts: ReportFacts, language: Language): Report {
  const { period, measurement, runs, programVersion, knowledge } = facts;
  const say = translator(reportTexts, language);
  const scenarios = [...new Set(runs.map(({ scenario }) => scenario))];
  const seeds = [...new Set(runs.flatMap(({ seed }) => (seed === null ? [] : [String(seed)])))];
  return {
    language,
    period: period.label,
    title: say('title', { year: period.label }),
    notices: [say('simulated'), say('noQuote')],
    facts: [
      { name: say('scenario'), value: scenarios.join(', ') },
      { name: say('seed'), value: seeds.join(', ') },
      { name: say('digest'), value: measurement.data },
      { name: say('method'), value: knowledge.methods.edition },
      { name: say('version'), value: programVersion },
    ],
    chapters: [levelTablesChapter(facts, language)],
  };
}
