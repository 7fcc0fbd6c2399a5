import { describe, expect, it } from 'vitest';
import { svgFile } from '../../../src/charts/svg-file.ts';
import { reportCsv } from '../../../src/export/report/report-csv.ts';
import { reportDocx } from '../../../src/export/report/report-docx.ts';
import { reportHtmlFile } from '../../../src/export/report/report-html-file.ts';
import { reportJson } from '../../../src/export/report/report-json.ts';
import { numberFormat, reportXlsx } from '../../../src/export/report/report-xlsx.ts';
import { numberedBlocks, numberOf, tableRowsOf } from '../../../src/report/numbered-blocks.ts';
import { printReportCell } from '../../../src/report/print-report-number.ts';
import type { Report, ReportNumber, ReportRows } from '../../../src/report/report.ts';
import { readSiteStyle } from '../../../src/store/shipped.ts';
import { exampleReport } from './example-report.ts';
import { rowsOfCsv, tablesOfHtml, tablesOfWord, tablesOfWorkbook, unzipped } from './read-forms.ts';

const withRows = (report: Report) =>
  numberedBlocks(report).flatMap((block) => {
    const rows = tableRowsOf(block);
    return rows === undefined ? [] : [{ block, rows }];
  });

/** As readers see a table, the heading first. */
const seen = ({ columns, rows }: ReportRows): string[][] => [
  columns.map(({ name }) => name),
  ...rows.map((row) => row.map(printReportCell)),
];

/** As files hold it that are computed with. */
const held = ({ rows }: ReportRows): (string | number | null)[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value)));

describe.each(['zh', 'en'] as const)('the forms of a report (%s) have the same numbers', (language) => {
  const report = exampleReport(language);

  it('HTML as readers see them', () => {
    const tables = tablesOfHtml(reportHtmlFile(report, readSiteStyle()));
    expect([...tables]).toEqual(withRows(report).map(({ block, rows }) => [block.id, seen(rows)]));
  });

  it('DOCX as readers see them', async () => {
    const tables = tablesOfWord(await reportDocx(report, new Map()));
    expect(tables.map(({ rows }) => rows)).toEqual(withRows(report).map(({ rows }) => seen(rows)));
    for (const [i, { block }] of withRows(report).entries()) {
      expect(tables[i]?.before).toContain(numberOf(block, language) || block.title);
    }
  });

  it('CSV in full', () => {
    for (const { block, rows } of withRows(report)) {
      const [heading, ...read] = rowsOfCsv(reportCsv(report, block, rows));
      expect(heading).toEqual(rows.columns.map(({ name }) => name));
      expect(read).toEqual(held(rows).map((row) => row.map((cell) => String(cell ?? ''))));
    }
  });

  it('JSON in full, without the drawings', () => {
    const read = JSON.parse(reportJson(report)) as Report;
    expect(withRows(read).map(({ rows }) => rows.rows)).toEqual(
      withRows(report).map(({ rows }) => rows.rows),
    );
    expect(reportJson(report)).not.toContain('<svg');
  });

  it('XLSX in full, as numbers, one sheet a table, and how they are computed before them', async () => {
    const tables = await tablesOfWorkbook(await reportXlsx(report));
    const [how, ...sheets] = [...tables];
    expect(how?.[0]).toBe(language === 'zh' ? '计算方法' : 'how computed');
    expect(sheets).toHaveLength(withRows(report).length);
    expect(sheets.map(([, [heading, ...rows]]) => [heading, rows])).toEqual(
      withRows(report).map(({ rows }) => [
        rows.columns.map(({ name }) => name),
        held(rows).map((row) => row.map((cell) => (cell === '' ? null : cell))),
      ]),
    );
    for (const { block } of withRows(report))
      expect(JSON.stringify(how)).toContain(JSON.stringify(block.how).slice(1, -1));
  });
});

describe('a number of a workbook', () => {
  const format = (value: number | null, print: ReportNumber['print']): string =>
    numberFormat({ value, print });

  it('is shown with as many decimals as on the page, and with its sign', () => {
    expect(format(1234, 'count')).toBe('#,##0');
    expect(format(88.0735, 'score')).toBe('#,##0.00');
    expect(format(0.9, 'share')).toBe('#,##0.00%');
    expect(format(0.0005, 'share')).toBe('#,##0.000%');
    expect(format(1.5, 'difference')).toBe('+#,##0.00');
    expect(format(-1.5, 'difference')).toBe('#,##0.00;−#,##0.00');
    expect(format(-0.001, 'difference')).toBe('#,##0.00;#,##0.00');
  });
});

describe('an HTML file', () => {
  it('needs nothing from elsewhere and runs nothing', () => {
    const html = reportHtmlFile(exampleReport('zh'), readSiteStyle());
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|(src|href)="(?!#)/);
    expect(html).toContain('不得作为评估结果引用');
  });

  it('links its contents to every chapter, section, table and figure', () => {
    const report = exampleReport('en');
    const html = reportHtmlFile(report, '');
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    const ids = [
      ...report.chapters.flatMap(({ id, sections }) => [id, ...sections.map((one) => one.id)]),
      ...numberedBlocks(report).map(({ id }) => id),
    ];
    expect(targets).toEqual(ids);
    for (const id of ids) expect(html.split(` id="${id}"`)).toHaveLength(2);
  });
});

describe('a Word document', () => {
  it('has contents that are filled, and captions that it counts by itself', async () => {
    const file = await reportDocx(exampleReport('zh'), new Map());
    const xml = unzipped(file, 'word/document.xml');
    expect(xml).toContain('TOC \\h \\o &quot;1-2&quot; \\u');
    expect(
      xml.match(/PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>\d+</g),
    ).toHaveLength(4 + 5);
    // The second figure of a chapter that begins with it says so.
    expect(xml).toMatch(/w:instr="SEQ 图3 \\\* ARABIC \\r 2"[^>]*>.{0,200}?>2</);
    expect(xml).toMatch(/w:instr="SEQ 表2 \\\* ARABIC"/);
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    const styles = unzipped(file, 'word/styles.xml');
    expect(styles).toContain('w:eastAsia="宋体"');
    // Without it every word would be checked in the language of the reader's program.
    expect(styles).toMatch(/<w:docDefaults>.*<w:lang w:val="en-GB" w:eastAsia="zh-CN"\/>.*<\/w:docDefaults>/);
  });
});

describe('a chart as a file', () => {
  it('carries its looks and its size', () => {
    const report = exampleReport('zh');
    const figure = numberedBlocks(report).find(({ kind }) => kind === 'figure');
    const svg = figure?.kind === 'figure' ? svgFile(figure.svg, readSiteStyle()) : '';
    expect(svg).toMatch(/^<\?xml/);
    expect(svg).toMatch(/<svg[^>]* width="\d+" height="\d+"/);
    expect(svg).toContain('.chart-bar{fill:#');
    expect(svg).not.toContain('var(');
    expect(svg).toContain('模拟数据');
  });
});
