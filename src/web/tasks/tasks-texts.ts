export const tasksTexts = {
  title: { zh: '失分清单与任务分解', en: 'Lost points and who answers for them' },
  nothing: {
    zh: '该单位在此时段没有总体指数，因此没有失分清单。',
    en: 'The unit has no overall index in this period, and so no list of lost points.',
  },
  inReport: { zh: '年度报告中的各单位失分', en: 'Lost points of all units, in the report' },
} as const;
