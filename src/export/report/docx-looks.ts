import {
  AlignmentType,
  convertMillimetersToTwip,
  type ISectionPropertiesOptions,
  type IStylesOptions,
} from 'docx';

/** How a report looks as a Word document: A4, the fonts of Chinese official documents where Chinese stands, neutral colours. */

const MARGIN = 20;
/** Width of the text of a page, in twentieths of a point. */
export const TEXT_WIDTH = convertMillimetersToTwip(210 - 2 * MARGIN);

const INK = '1B2426';
const SOFT_INK = '556266';
export const RULE = 'B9C3C0';
export const TINT = 'EEF2F0';

/** Latin letters and digits in one font, Chinese characters in another. */
const bodyFont = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '宋体',
};
const headingFont = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };

export const pageProperties: ISectionPropertiesOptions = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: {
      top: convertMillimetersToTwip(22),
      bottom: convertMillimetersToTwip(20),
      left: convertMillimetersToTwip(MARGIN),
      right: convertMillimetersToTwip(MARGIN),
    },
  },
};

const heading = (size: number, before: number) => ({
  run: { font: headingFont, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

/** Sizes are in half points. Each script is checked for spelling in its own language. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: bodyFont, size: 21, color: INK, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { after: 100, line: 300 } },
    },
    title: {
      run: { font: headingFont, size: 36, bold: true, color: INK },
      paragraph: { spacing: { before: 1600, after: 400, line: 400 } },
    },
    heading1: heading(30, 360),
    heading2: heading(25, 280),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: headingFont, size: 19, bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 17, color: SOFT_INK },
      paragraph: { spacing: { after: 60, line: 260 } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    {
      id: 'TableHead',
      name: 'Table head',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      // At the head and the foot of a page.
      id: 'Around',
      name: 'Around',
      basedOn: 'Normal',
      run: { size: 16, color: SOFT_INK },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents heading',
      basedOn: 'Normal',
      run: { font: headingFont, size: 30, bold: true },
      paragraph: { spacing: { before: 240, after: 160 }, keepNext: true },
    },
  ],
};
