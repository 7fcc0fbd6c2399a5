import type { Browser, Page } from 'playwright-core';
import { chartPage } from '../../export/report/chart-page.ts';
import type { Picture } from '../../export/report/report-docx.ts';
import { reportHtmlFile } from '../../export/report/report-html-file.ts';
import { numberedBlocks } from '../../report/numbered-blocks.ts';
import type { Report } from '../../report/report.ts';

/** Milliseconds that a page may take. */
const LONGEST = 120_000;

/** Lends a page that runs nothing and reaches nothing; its drawings have two dots a pixel. */
async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    colorScheme: 'light',
    deviceScaleFactor: 2,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** The report on paper: A4, with the contents beside it. */
export const printReport = (browser: Browser, report: Report, style: string): Promise<Uint8Array> =>
  withPage(browser, async (page) => {
    await page.setContent(reportHtmlFile(report, style, true));
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  });

/** The figures of a report as pictures, by their ids; with their captions where they have to stand alone. */
export const drawFigures = (
  browser: Browser,
  report: Report,
  style: string,
  withCaptions: boolean,
): Promise<ReadonlyMap<string, Picture>> =>
  withPage(browser, async (page) => {
    await page.setContent(chartPage(report, style, withCaptions));
    const pictures = new Map<string, Picture>();
    for (const block of numberedBlocks(report)) {
      if (block.kind !== 'figure') continue;
      const drawing = page.locator(`[id="${block.id}"]`);
      const box = await drawing.boundingBox();
      if (box === null) throw new Error(`figure ${block.id} was not drawn`);
      const png = await drawing.screenshot({ type: 'png' });
      pictures.set(block.id, { png, width: box.width, height: box.height });
    }
    return pictures;
  });
