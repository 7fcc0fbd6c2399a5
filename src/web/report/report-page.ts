import { holdsData } from '../../model/time/period.ts';
import type { Request } from 'express';
import { reportMarkup, type ReportMarkup } from '../../export/report/report-html.ts';
import { findChromium } from '../../jobs/report/chromium.ts';
import { writeReport } from '../../jobs/report/write-report.ts';
import { tableRowsOf } from '../../report/numbered-blocks.ts';
import { wholeFormats, type ReportFormat } from '../../report/report-file-names.ts';
import type { Report } from '../../report/report.ts';
import { translator } from '../../wording/translator.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { linkFrom, readRequestContext, type RequestContext } from '../request-context.ts';
import { queryOf } from '../request-language.ts';
import { isForProjector } from '../screens.ts';
import { reportPageTexts } from './report-texts.ts';

/** A report as it is shown. */
interface ShownReport {
  readonly report: Report;
  /** What is in it, and its chapters. */
  readonly markup: ReportMarkup;
}
/** What is shown by all that it depends on; what was asked for last stands last. */
type Shelf = Map<string, Promise<ShownReport>>;

/** Reports that are kept: some years or months in both languages. */
const KEPT = 16;

export interface ReportModel {
  /** Undefined where the period has no data. */
  readonly shown: ShownReport | undefined;
  readonly nothing: string;
  /** Forms of the whole of it. */
  readonly files: readonly { readonly href: string; readonly name: string }[];
}

/** Leads to the report of the period that is shown. */
export const shownReport: Answer = (site) => (request, response) => {
  const { period, link } = readRequestContext(site, request);
  response.set('Cache-Control', 'private, no-cache');
  response.redirect(302, link(`/report/${period.label}`, { period: undefined }));
};

/** The page of the report of a period, which its address names. */
export const reportPage: Answer = (site) => {
  const shelf: Shelf = new Map();
  return async (request, response) => {
    const context = readRequestContext(site, request, placeOf(request));
    showPage(context, response, await pageOf(context, shelf));
  };
};

/** The address of a report, with its period where other addresses have theirs. */
function placeOf(request: Request): { readonly path: string; readonly query: URLSearchParams } {
  const query = queryOf(request);
  const { period } = request.params;
  query.set('period', typeof period === 'string' ? period : '');
  return { path: request.path, query };
}

async function pageOf(context: RequestContext, shelf: Shelf): Promise<Page<ReportModel>> {
  const { results, period, language } = context;
  const say = translator(reportPageTexts, language);
  const shown = holdsData(results.months, period) ? await shownOf(context, shelf) : undefined;
  const formats = wholeFormats.filter((format) => format !== 'pdf' || findChromium() !== undefined);
  return {
    view: 'report',
    title: shown?.report.title ?? say('title'),
    words: reportPageTexts,
    periodAction: '/report',
    model: {
      shown,
      nothing: say('nothing', { period: period.label }),
      files: formats.map((format) => ({ href: fileLink(context, format), name: format.toUpperCase() })),
    },
  };
}

/** What takes long is done once for a period of the data in a language, and once more for a projector. */
async function shownOf(context: RequestContext, shelf: Shelf): Promise<ShownReport> {
  const { site, results, period, language } = context;
  // One thing a screen: on a projector no chapter is folded.
  const unfolded = isForProjector(context.query);
  const key = JSON.stringify([results.mark, site.methods.edition, period.label, language, unfolded]);
  for (;;) {
    const known = shelf.get(key);
    if (known === undefined) break;
    // The reader who asked first may have left: who waits with him then asks anew.
    const shown = await known.catch(() => undefined);
    if (shown === undefined) continue;
    shelf.delete(key);
    shelf.set(key, known);
    return shown;
  }
  const made = write(context, unfolded);
  shelf.set(key, made);
  const oldest = shelf.keys().next();
  if (shelf.size > KEPT && oldest.done !== true) shelf.delete(oldest.value);
  made.catch(() => {
    if (shelf.get(key) === made) shelf.delete(key);
  });
  return made;
}

async function write(context: RequestContext, unfolded: boolean): Promise<ShownReport> {
  const { site, results, period, language } = context;
  const basis = { ...site, knowledge: site, programVersion: site.version };
  const report = await writeReport(results.ask, basis, { period, edition: site.methods.edition, language });
  const say = translator(reportPageTexts, language);
  const markup = reportMarkup(report, {
    unfolded,
    filesOf: (block) => [
      ...(tableRowsOf(block) === undefined
        ? []
        : [{ href: fileLink(context, 'csv', block.id), name: say('csv') }]),
      ...(block.kind === 'figure' ? [{ href: fileLink(context, 'svg', block.id), name: say('svg') }] : []),
    ],
  });
  return { report, markup };
}

/** The address of a form of the report: it says all that the form depends on. */
const fileLink = ({ site, period, language }: RequestContext, format: ReportFormat, id?: string): string =>
  linkFrom(new URLSearchParams(), `/files/report.${format}`, {
    period: period.label,
    method: site.methods.edition,
    lang: language,
    id,
  });
