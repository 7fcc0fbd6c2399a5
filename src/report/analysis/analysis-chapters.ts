import type { Language } from '../../model/language.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportChapter } from '../report.ts';
import { findingChapters } from './findings.ts';
import { leadingChapter } from './leading.ts';
import { progressChapter } from './progress.ts';
import { regionBoxesChapter } from './region-boxes.ts';
import { suggestionChapters } from './suggestions.ts';
import { tasksChapter, type TaskDetail } from './tasks.ts';

/** The chapters that say what the results mean: regions, named units, achievements, problems, suggestions, lost points. */
export const analysisChapters = (
  facts: ReportFacts,
  language: Language,
  tasks: TaskDetail,
): ReportChapter[] => [
  regionBoxesChapter(facts, language),
  leadingChapter(facts, language),
  progressChapter(facts, language),
  ...findingChapters(facts, language),
  ...suggestionChapters(facts, language),
  tasksChapter(facts, language, tasks),
];
