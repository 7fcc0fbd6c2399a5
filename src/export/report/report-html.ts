import { element, escapeXml } from '../../charts/svg.ts';
import {
  captionOf,
  numberedBlocks,
  numberOf,
  tableRowsOf,
  type NumberedBlock,
} from '../../report/numbered-blocks.ts';
import { printReportCell } from '../../report/print-report-number.ts';
import type { Report, ReportBlock, ReportChapter, ReportFigure, ReportRows } from '../../report/report.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import { reportFormTexts } from './report-form-texts.ts';

/** The markup of a report: its page and its HTML file are made of the same pieces. */

export interface ReportMarkup {
  /** What is in it: chapters with their sections, then tables and figures, each a link. */
  readonly contents: string;
  readonly chapters: string;
}

export interface MarkupOptions {
  /** Every chapter is unfolded, as paper wants it. */
  readonly unfolded?: boolean;
  /** Files of a table or figure, linked below it. */
  readonly filesOf?: (block: NumberedBlock) => readonly { readonly href: string; readonly name: string }[];
}

/** Chapters with more tables and figures are folded at first: a telephone would scroll without end. */
const UNFOLDED = 3;

export function reportMarkup(report: Report, options: MarkupOptions = {}): ReportMarkup {
  const say = translator(reportFormTexts, report.language);
  const printer = { report, say, options };
  return {
    contents: contentsOf(report, say),
    chapters: report.chapters.map((chapter) => chapterMarkup(printer, chapter)).join('\n'),
  };
}

interface Printer {
  readonly report: Report;
  readonly say: Translate;
  readonly options: MarkupOptions;
}

const text = (name: string, words: string, attributes: Readonly<Record<string, string>> = {}): string =>
  element(name, attributes, escapeXml(words));

const link = (id: string, words: string): string => text('a', words, { href: `#${id}` });

function contentsOf(report: Report, say: Translate): string {
  const chapters = report.chapters.map(({ id, title, sections }) =>
    element(
      'li',
      {},
      link(id, title),
      ...(sections.length === 0
        ? []
        : [element('ul', {}, ...sections.map((one) => element('li', {}, link(one.id, one.title))))]),
    ),
  );
  const blocks = numberedBlocks(report).map((block) =>
    element('li', {}, link(block.id, captionOf(block, report.language))),
  );
  return element(
    'nav',
    { class: 'report-contents', 'aria-label': say('contents') },
    text('h2', say('contents')),
    element('ol', { class: 'report-chapters' }, ...chapters),
    ...(blocks.length === 0
      ? []
      : [
          element(
            'details',
            { class: 'report-list' },
            text('summary', say('tablesAndFigures')),
            element('ul', {}, ...blocks),
          ),
        ]),
  );
}

function chapterMarkup(printer: Printer, { id, title, blocks, sections }: ReportChapter): string {
  const count = [blocks, ...sections.map((section) => section.blocks)]
    .flat()
    .filter(({ kind }) => kind === 'table' || kind === 'figure').length;
  const open = printer.options.unfolded === true || count <= UNFOLDED;
  return element(
    'details',
    { class: 'panel report-chapter', id, open: open ? '' : undefined },
    element('summary', {}, text('h2', title)),
    ...blocks.map((block) => blockMarkup(printer, block)),
    ...sections.map((section) =>
      element(
        'section',
        { class: 'report-section', id: section.id },
        text('h3', section.title),
        ...section.blocks.map((block) => blockMarkup(printer, block)),
      ),
    ),
  );
}

function blockMarkup(printer: Printer, block: ReportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return text('p', block.text, { class: 'report-text' });
    case 'note':
      return text('p', block.text, { class: 'quiet small' });
    case 'list':
      return element('ul', { class: 'rules report-text' }, ...block.items.map((item) => text('li', item)));
    case 'table':
      return element(
        'div',
        { class: 'report-table', id: block.id },
        ...further(
          printer,
          block,
          tableMarkup(block, captionOf(block, printer.report.language), `${block.id}-caption`),
        ),
        ...belowOf(printer, block),
      );
    case 'figure':
      return figureMarkup(printer, block);
  }
}

function figureMarkup(printer: Printer, block: ReportFigure): string {
  const { language } = printer.report;
  const caption = captionOf(block, language);
  const rows = tableRowsOf(block);
  const number = numberOf(block, language);
  return element(
    'figure',
    { class: 'report-figure', id: block.id },
    text('figcaption', caption),
    ...further(
      printer,
      block,
      element(
        'div',
        { class: 'drawn' },
        element('div', { class: 'drawing' }, block.svg),
        ...(rows === undefined
          ? []
          : [
              tableMarkup(
                rows,
                number === '' ? caption : printer.say('numbersOf', { caption: number }),
                `${block.id}-caption`,
              ),
            ]),
      ),
    ),
    ...belowOf(printer, block),
  );
}

/** What stands one click further, under its caption. */
function further({ report, say }: Printer, block: NumberedBlock, markup: string): string[] {
  if (block.isFurther !== true) return [markup];
  const heading =
    block.kind === 'table' ? [text('p', captionOf(block, report.language), { class: 'strong' })] : [];
  return [...heading, element('details', {}, text('summary', say('further')), markup)];
}

/** Notes, how the numbers are computed, and files. */
function belowOf({ say, options }: Printer, block: NumberedBlock): string[] {
  const files = options.filesOf?.(block) ?? [];
  return [
    ...block.notes.map((note) => text('p', note, { class: 'quiet small' })),
    element('p', { class: 'quiet small' }, text('strong', say('how')), escapeXml(block.how)),
    ...(files.length === 0
      ? []
      : [element('p', { class: 'downloads' }, ...files.map(({ href, name }) => text('a', name, { href })))]),
  ];
}

function tableMarkup({ columns, rows }: ReportRows, caption: string, captionId: string): string {
  const classOf = (column: number): Readonly<Record<string, string>> =>
    columns[column]?.numeric === true ? { class: 'num' } : {};
  return element(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-labelledby': captionId },
    element(
      'table',
      {},
      text('caption', caption, { id: captionId }),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...columns.map(({ name }, column) => text('th', name, { scope: 'col', ...classOf(column) })),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map((row) =>
          element(
            'tr',
            {},
            ...row.map((cell, column) =>
              text(column === 0 ? 'th' : 'td', printReportCell(cell), {
                ...(column === 0 ? { scope: 'row' } : {}),
                ...classOf(column),
              }),
            ),
          ),
        ),
      ),
    ),
  );
}
