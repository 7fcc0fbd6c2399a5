import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../src/jobs/report/chromium.ts';
import { reportFiles } from '../../src/jobs/report/report-files.ts';
import { exampleReport } from '../export/report/example-report.ts';
import { textOf, unzipped } from '../export/report/read-forms.ts';

/** The forms of a report that a browser draws. */

const chromium = findChromium();
if (chromium === undefined && process.env['HAOCHAPING_BROWSER'] === 'required') {
  throw new Error('there is no Chromium, and HAOCHAPING_BROWSER=required demands one');
}
const canRead = spawnSync('pdftotext', ['-v']).status === 0;

it('need a Chromium that a shell would find', () => {
  expect(findChromium('/nowhere')).toBe(undefined);
});

describe.skipIf(chromium === undefined)('with a Chromium', { timeout: 120_000 }, () => {
  const report = exampleReport('zh');

  it.skipIf(!canRead)('a PDF has its text, and on every sheet that it must not be quoted', async () => {
    const [pdf] = await reportFiles(report, 'pdf');
    const sheets = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf!.bytes, encoding: 'utf8' })
      .split('\f')
      .slice(0, -1);
    expect(sheets.length).toBeGreaterThan(report.chapters.length);
    for (const sheet of sheets) expect(sheet).toContain('不得作为评估结果引用');
    const text = sheets.join('');
    for (const words of ['编制说明', '表 2-1', '能力水平分布（模拟）', '88.07', '90.53%', '−12.35'])
      expect(text).toContain(words);
  });

  it('each figure is a picture with its caption, and one in a Word document', async () => {
    const pictures = await reportFiles(report, 'png');
    expect(pictures.map(({ name }) => name)).toEqual([
      '模拟评估报告-2021-figure-3-2.png',
      '模拟评估报告-2021-figure-1-1.png',
    ]);
    for (const { bytes } of pictures) {
      expect([...bytes.subarray(1, 4)]).toEqual([...new TextEncoder().encode('PNG')]);
      // Two dots a pixel.
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBe(2 * 760);
    }
    const [docx] = await reportFiles(report, 'docx');
    const body = unzipped(docx!.bytes, 'word/document.xml');
    expect(body.split('<w:drawing>')).toHaveLength(1 + 2);
    expect(body).toContain('descr="图 3-2　各区域平均值（模拟）"');
  });
});

it('a figure as SVG and a table as CSV are files of their own', async () => {
  const report = exampleReport('en');
  expect((await reportFiles(report, 'svg')).map(({ name }) => name)).toEqual([
    'simulated-report-2021-figure-3-2.svg',
    'simulated-report-2021-figure-1-1.svg',
  ]);
  const tables = await reportFiles(report, 'csv');
  expect(tables).toHaveLength(4);
  expect(textOf(tables[0]!.bytes)).toMatch(/^\uFEFF# All data are simulated/);
});
