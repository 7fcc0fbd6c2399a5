import type { Language } from '../model/language.ts';
import { translator } from '../wording/translator.ts';
import { analysisChapters } from './analysis/analysis-chapters.ts';
import type { TaskDetail } from './analysis/tasks.ts';
import { appendixChapter } from './appendix/appendix.ts';
import { basisChapter } from './appendix/basis-chapter.ts';
import { originFacts } from './appendix/origin-facts.ts';
import { prefaceChapter } from './frame/preface.ts';
import { processChapter } from './frame/process.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Report } from './report.ts';
import { reportTexts } from './report-texts.ts';
import { dimensionsChapter } from './results/dimensions.ts';
import { levelsChapter } from './results/levels.ts';
import { regionsChapter } from './results/regions.ts';
import { summaryChapter } from './summary/summary.ts';

/** The chapters of a report of a year, in their order. */
const chapters = [
  prefaceChapter,
  processChapter,
  summaryChapter,
  levelsChapter,
  regionsChapter,
  dimensionsChapter,
  analysisChapters,
  basisChapter,
  appendixChapter,
] as const;

/** Writes the report of a year in a language, with the lost points of every unit where all of them are asked for. */
export function buildReport(facts: ReportFacts, language: Language, tasks: TaskDetail = 'gains'): Report {
  const say = translator(reportTexts, language);
  return {
    language,
    period: facts.period.label,
    title: say('title', { year: facts.period.label }),
    notices: [say('simulated'), say('noQuote')],
    facts: originFacts(facts, language),
    chapters: chapters.flatMap((write) => write(facts, language, tasks)),
  };
}
