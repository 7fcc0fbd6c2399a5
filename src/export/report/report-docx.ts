import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  StyleLevel,
  TableOfContents,
  TextRun,
  type FileChild,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { captionOf, numberedBlocks, numberOf, tableRowsOf } from '../../report/numbered-blocks.ts';
import type { Report, ReportBlock, ReportFigure } from '../../report/report.ts';
import { translator } from '../../wording/translator.ts';
import { createCaptionWriter, type CaptionWriter } from './docx-caption.ts';
import { docxStyles, pageProperties } from './docx-looks.ts';
import { docxTable } from './docx-table.ts';
import { reportFormTexts } from './report-form-texts.ts';

/** A figure as a picture. */
export interface Picture {
  readonly png: Uint8Array;
  /** Pixels of the page, of which a picture may have several a pixel. */
  readonly width: number;
  readonly height: number;
}

/** Width of the text of a page in pixels, 96 to the inch, and the greatest height that a picture may take of it. */
const [WIDEST, TALLEST] = [640, 760];

/**
 * A report as a Word document: headings, captions and contents are what the program knows as such, and filled, so that one that
 * does not count fields shows them. Figures are pictures, by the id of the figure; where there is none, the numbers of the figure
 * stand alone.
 */
export async function reportDocx(
  report: Report,
  pictures: ReadonlyMap<string, Picture>,
): Promise<Uint8Array> {
  const { language, title, notices, facts, chapters } = report;
  const say = translator(reportFormTexts, language);
  const writer: Writer = { report, pictures, caption: createCaptionWriter(language) };
  const document = new Document({
    title,
    description: notices.join(' '),
    creator: 'haochaping',
    lastModifiedBy: 'haochaping',
    styles: docxStyles,
    // Fonts of Chinese have no table of widths: their characters are as wide as they are high, which the guess knows.
    ...(rowsIn(report) > ESTIMATED ? {} : { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: pageProperties,
        headers: {
          default: new Header({ children: [new Paragraph({ text: say('header'), style: 'Around' })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ style: 'Around', children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
          ...notices.map((notice) => new Paragraph({ text: notice, style: 'Notice' })),
          ...facts.map(({ name, value }) => note(`${name}${language === 'zh' ? '：' : ': '}${value}`)),
          new Paragraph({ text: say('contents'), style: 'ContentsHeading', pageBreakBefore: true }),
          new TableOfContents(say('contents'), {
            hyperlink: true,
            headingStyleRange: '1-2',
            useAppliedParagraphOutlineLevel: true,
          }),
          new Paragraph({ text: say('tablesAndFigures'), style: 'ContentsHeading' }),
          new TableOfContents(say('tablesAndFigures'), {
            hyperlink: true,
            stylesWithLevels: [new StyleLevel('caption', 1)],
          }),
          ...chapters.flatMap((chapter) => [
            new Paragraph({ text: chapter.title, heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
            ...chapter.blocks.flatMap((block) => blockOf(writer, block)),
            ...chapter.sections.flatMap((section) => [
              new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_2 }),
              ...section.blocks.flatMap((block) => blockOf(writer, block)),
            ]),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Rows of tables of which the pages can be counted in seconds; those of a longer document are left to the program that shows it. */
const ESTIMATED = 2500;

const rowsIn = (report: Report): number =>
  numberedBlocks(report).reduce((sum, block) => sum + (tableRowsOf(block)?.rows.length ?? 0), 0);

interface Writer {
  readonly report: Report;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly caption: CaptionWriter;
}

const note = (words: string): Paragraph => new Paragraph({ text: words, style: 'Note' });

function blockOf(writer: Writer, block: ReportBlock): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'note':
      return [note(block.text)];
    case 'list':
      return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }));
    case 'table':
      return [writer.caption(block, true), docxTable(block), ...belowOf(writer, block)];
    case 'figure':
      return figureOf(writer, block);
  }
}

function figureOf(writer: Writer, figure: ReportFigure): FileChild[] {
  const { report, pictures, caption } = writer;
  const say = translator(reportFormTexts, report.language);
  const picture = pictures.get(figure.id);
  const rows = tableRowsOf(figure);
  const number = numberOf(figure, report.language);
  const whole = captionOf(figure, report.language);
  return [
    ...(picture === undefined ? [] : [pictureOf(picture, figure.id, whole)]),
    caption(figure, picture === undefined),
    ...(rows === undefined
      ? []
      : [
          new Paragraph({
            style: 'Note',
            keepNext: true,
            text: number === '' ? whole : say('numbersOf', { caption: number }),
          }),
          docxTable(rows),
        ]),
    ...belowOf(writer, figure),
  ];
}

function pictureOf({ png, width, height }: Picture, id: string, caption: string): Paragraph {
  const shrunk = Math.min(1, WIDEST / width, TALLEST / height);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 200 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * shrunk), height: Math.round(height * shrunk) },
        altText: { name: id, title: caption, description: caption },
      }),
    ],
  });
}

function belowOf({ report }: Writer, block: Exclude<ReportBlock, { kind: 'paragraph' | 'note' | 'list' }>) {
  const say = translator(reportFormTexts, report.language);
  return [...block.notes.map(note), note(`${say('how')}${block.how}`)];
}
