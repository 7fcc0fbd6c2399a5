import type { Language } from '../model/language.ts';
import type { Report } from './report.ts';

/** Forms of the report as a whole. */
export const wholeFormats = ['html', 'pdf', 'docx', 'xlsx', 'json'] as const;
/** Forms of which every figure has a file of its own. */
export const figureFormats = ['svg', 'png'] as const;
/** Forms of which every table or every figure has a file of its own. */
export const partFormats = ['csv', ...figureFormats] as const;

export const reportFormats = [...wholeFormats, ...partFormats] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What the name of every file begins with, so that it cannot pass for a file of an official report. */
const beginnings = { zh: '模拟评估报告', en: 'simulated-report' } as const satisfies Record<Language, string>;

/** The name of a file of a report, or of one of its tables or figures by its id. */
export const reportFileName = (
  { language, period }: Pick<Report, 'language' | 'period'>,
  format: ReportFormat,
  id?: string,
): string => `${[beginnings[language], period, ...(id === undefined ? [] : [id])].join('-')}.${format}`;
