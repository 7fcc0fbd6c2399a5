import type { Language } from '../model/language.ts';
import type { Report, ReportChapter, ReportFigure, ReportRows, ReportTable } from './report.ts';

/** A table or a figure: what has a number, a caption and rows. */
export type NumberedBlock = ReportTable | ReportFigure;

/** A chapter and its sections, in reading order. */
const chapterParts = (chapter: ReportChapter): readonly Omit<ReportChapter, 'sections'>[] => [
  chapter,
  ...chapter.sections,
];

/** Every table and figure of a report, in reading order. */
export const numberedBlocks = ({ chapters }: Report): readonly NumberedBlock[] =>
  chapters
    .flatMap(chapterParts)
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'figure' ? [block] : [])),
    );

/** The rows behind a table or figure; undefined of a drawing without numbers. */
export const tableRowsOf = (block: NumberedBlock): ReportRows | undefined =>
  block.kind === 'table' ? block : block.table;

const labels = { table: { zh: '表 ', en: 'Table ' }, figure: { zh: '图 ', en: 'Figure ' } } as const;

/** What stands before the title: 表 2-1, Figure 3-4; empty of what the report does not number. */
export const numberOf = ({ kind, number }: NumberedBlock, language: Language): string =>
  number === '' ? '' : `${labels[kind][language]}${number}`;

/** The word that stands before the number of a table or figure. */
export const labelOf = ({ kind }: NumberedBlock, language: Language): string => labels[kind][language];

/** The whole caption of a table or figure. */
export function captionOf(block: NumberedBlock, language: Language): string {
  const number = numberOf(block, language);
  return number === '' ? block.title : `${number}${language === 'zh' ? '　' : '. '}${block.title}`;
}
