export const validationTexts = {
  title: { zh: '与外部结果的核对', en: 'Checks against outside results' },
  lead: {
    zh: '本项目的统计计算与其他软件、其他机构公布的结果逐一核对。表中各行由 npm run validate 写入，不由人工填写；外部文件本身不随项目发布。',
    en: 'The statistical arithmetic of this project is compared with results of other software and with published ones. The rows are written by npm run validate, never by hand; the outside files themselves are not part of the project.',
  },
  note: {
    zh: '差异为本项目结果与外部结果之差的最大绝对值（p 值为相对差异）。核对的是计算公式，不是模拟数据是否像真实数据。',
    en: 'The difference is the largest absolute one between our results and theirs (of p-values, the relative one). What is checked is the arithmetic, not whether simulated data are like real ones.',
  },
  what: { zh: '核对内容', en: 'What is compared' },
  source: { zh: '来源', en: 'Source' },
  licence: { zh: '许可', en: 'Licence' },
  compared: { zh: '核对的数值', en: 'Numbers compared' },
  tolerance: { zh: '容许差异', en: 'Tolerance' },
  largest: { zh: '最大差异', en: 'Largest difference' },
  date: { zh: '核对日期', en: 'Date' },
  verdict: { zh: '结论', en: 'Verdict' },
  passes: { zh: '通过', en: 'passes' },
  fails: { zh: '未通过', en: 'fails' },
  exact: { zh: '须相等', en: 'equal' },
  none: { zh: '缺数值', en: 'a number is missing' },
  toMethod: { zh: '评估方法', en: 'Method' },
};
