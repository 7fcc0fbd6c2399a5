import { element, escapeXml } from '../../charts/svg.ts';
import type { Report } from '../../report/report.ts';
import { translator } from '../../wording/translator.ts';
import { reportFormTexts } from './report-form-texts.ts';
import { reportMarkup } from './report-html.ts';

/** What a page of paper has around it: its size, and at its head that nothing of it may be quoted. */
const paper = (header: string): string =>
  `@page{size:A4;margin:18mm 14mm 16mm;@top-center{content:${JSON.stringify(header)};font-size:8pt;color:#3d4644}` +
  `@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#3d4644}}`;

/**
 * A report as one HTML file that needs no network: its style is that of the site, given as text, and nothing in it is run.
 * `unfolded` for paper.
 */
export function reportHtmlFile(report: Report, style: string, unfolded = false): string {
  const { language, title, notices, facts } = report;
  const say = translator(reportFormTexts, language);
  const { contents, chapters } = reportMarkup(report, { unfolded });
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${style}
${paper(say('header'))}</style>
</head>
<body class="report-file">
<main class="wrap report">
<header class="page-head">
<h1>${escapeXml(title)}</h1>
<div class="callout">${notices.map((notice) => element('p', {}, element('strong', {}, escapeXml(notice)))).join('')}</div>
<dl class="report-facts" aria-label="${escapeXml(say('sources'))}">${facts
    .map(({ name, value }) =>
      element('div', {}, element('dt', {}, escapeXml(name)), element('dd', {}, escapeXml(value))),
    )
    .join('')}</dl>
</header>
${contents}
${chapters}
</main>
</body>
</html>
`;
}
