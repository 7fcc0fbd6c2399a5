/** Texts of the page of a report, around the report itself. */
export const reportPageTexts = {
  nothing: {
    zh: '{period} 没有数据，没有可写的报告。',
    en: 'There are no data for {period}, and so no report.',
  },
  title: { zh: '模拟评估报告', en: 'Simulated assessment report' },
  files: { zh: '下载全文', en: 'The whole report as a file' },
  sources: { zh: '数据与版本', en: 'Data and versions' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  svg: { zh: '下载 SVG', en: 'Download SVG' },
  wait: {
    zh: 'DOCX 和 PDF 在请求时生成，需要数秒。',
    en: 'DOCX and PDF are written when they are asked for, which takes some seconds.',
  },
} as const;
