import { notFound, type Mistake } from '../../model/errors.ts';
import { svgFile } from '../../charts/svg-file.ts';
import { reportCsv } from '../../export/report/report-csv.ts';
import { reportHtmlFile } from '../../export/report/report-html-file.ts';
import { reportJson } from '../../export/report/report-json.ts';
import { numberedBlocks, tableRowsOf } from '../../report/numbered-blocks.ts';
import {
  figureFormats,
  reportFileName,
  reportFormats,
  type ReportFormat,
} from '../../report/report-file-names.ts';
import type { Report } from '../../report/report.ts';
import { readSiteStyle } from '../../store/shipped.ts';
import { findChromium, withChromium } from './chromium.ts';
import { drawFigures, printReport } from './draw-report.ts';

/** A file of a report, whole. */
export interface ReportFile {
  readonly name: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/**
 * The files of a report in one form: one, or one a table or figure. Throws a Mistake for figures of a report without any,
 * as a bulletin is.
 */
export async function reportFiles(report: Report, format: ReportFormat): Promise<readonly ReportFile[]> {
  const whole = (bytes: Uint8Array | string): ReportFile[] => [fileOf(report, format, bytes)];
  const isOfFigures = figureFormats.some((one) => one === format);
  if (isOfFigures && !numberedBlocks(report).some(({ kind }) => kind === 'figure'))
    throw noFigures(report, format);
  switch (format) {
    case 'html':
      return whole(reportHtmlFile(report, readSiteStyle()));
    case 'json':
      return whole(reportJson(report));
    case 'xlsx': {
      const { reportXlsx } = await import('../../export/report/report-xlsx.ts');
      return whole(await reportXlsx(report));
    }
    case 'docx': {
      const { reportDocx } = await import('../../export/report/report-docx.ts');
      const pictures =
        findChromium() === undefined
          ? new Map()
          : await withChromium((browser) => drawFigures(browser, report, readSiteStyle(), false));
      return whole(await reportDocx(report, pictures));
    }
    case 'pdf':
      return whole(await withChromium((browser) => printReport(browser, report, readSiteStyle())));
    case 'png': {
      const pictures = await withChromium((browser) => drawFigures(browser, report, readSiteStyle(), true));
      return [...pictures].map(([id, { png }]) => fileOf(report, format, png, id));
    }
    case 'svg':
      return numberedBlocks(report).flatMap((block) =>
        block.kind === 'figure' ? fileOf(report, format, svgFile(block.svg, readSiteStyle()), block.id) : [],
      );
    case 'csv':
      return numberedBlocks(report).flatMap((block) => {
        const rows = tableRowsOf(block);
        return rows === undefined ? [] : fileOf(report, format, reportCsv(report, block, rows), block.id);
      });
  }
}

function noFigures({ period }: Report, format: ReportFormat): Mistake {
  const others = reportFormats.filter((one) => !figureFormats.some((known) => known === one)).join(', ');
  return notFound(
    `${period} 的报告是通报，没有图，不能写成 ${format}；可用 ${others}`,
    `the report of ${period} is a bulletin and has no figures to write as ${format}; use ${others}`,
  );
}

const fileOf = (
  report: Report,
  format: ReportFormat,
  content: Uint8Array | string,
  id?: string,
): ReportFile => ({
  name: reportFileName(report, format, id),
  format,
  bytes: typeof content === 'string' ? encoder.encode(content) : content,
});
