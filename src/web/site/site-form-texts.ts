export const siteFormTexts = {
  blank: { zh: '空表', en: 'Blank form' },
  sampleForm: { zh: '样表', en: 'Sample form' },
  missing: { zh: '没有可下载的表格。', en: 'There is no form to download.' },
  back: { zh: '返回办事指南', en: 'Back to the guide' },
  download: { zh: '下载文本文件', en: 'Download as text' },
  field: { zh: '栏目', en: 'Field' },
  value: { zh: '填写内容', en: 'Entry' },
} as const;
