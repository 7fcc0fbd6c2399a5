import { element, escapeXml } from '../../charts/svg.ts';
import { captionOf, numberedBlocks } from '../../report/numbered-blocks.ts';
import type { Report } from '../../report/report.ts';

/** Looks of figures that are cut out of their report one by one. */
const ALONE =
  'body{background:#fff}figure{width:760px;padding:12px;background:#fff}figcaption{font-weight:600;margin-bottom:8px}';

/** A page of all figures of a report below one another, to be drawn: each one in an element of its id. */
export function chartPage(report: Report, style: string, withCaptions: boolean): string {
  const figures = numberedBlocks(report).flatMap((block) =>
    block.kind === 'figure'
      ? element(
          'figure',
          { id: block.id },
          ...(withCaptions ? [element('figcaption', {}, escapeXml(captionOf(block, report.language)))] : []),
          block.svg,
        )
      : [],
  );
  return `<!doctype html><html lang="${report.language}"><meta charset="utf-8"><title>${escapeXml(report.title)}</title><style>${style}${ALONE}</style><body>${figures.join('\n')}</body></html>`;
}
