/** Texts of the page of methods that readers bring. */
export const ownMethodTexts = {
  title: { zh: '自定义方法', en: 'A method of your own' },
  lead: {
    zh: '下载现行方法，修改权重、公式、评分区间或指标，再粘贴或选择文件，查看按它计算的结果与现行方法有何不同。',
    en: 'Download the method in use, change weights, formulas, scoring ranges or indicators, and paste the text or choose the file: the results by it stand beside those of the method in use.',
  },
  start: { zh: '从现行方法开始', en: 'Start from the method in use' },
  downloadProvince: { zh: '省级政府方法（JSON）', en: 'Method of provincial governments (JSON)' },
  downloadCity: { zh: '重点城市方法（JSON）', en: 'Method of key cities (JSON)' },
  form: { zh: '自定义方法', en: 'Your method' },
  file: { zh: '文件', en: 'File' },
  text: { zh: '方法的 JSON', en: 'The method as JSON' },
  keep: { zh: '检查并计算', en: 'Check and compute' },
  limit: {
    zh: '最多 {n} 个字符。通过检查的方法保存在数据库中，网址可以转发；同样的文件可用 measure --method 文件 计算。',
    en: 'At most {n} characters. A method that passes is kept in the database, and its address can be passed on; measure --method FILE computes the same.',
  },
  tooLong: {
    zh: '方法有 {given} 个字符，最多 {n} 个',
    en: 'the method has {given} characters, and there may be {n} at most',
  },
  nothing: {
    zh: 'text = “”：须粘贴或选择方法的 JSON',
    en: 'text = “”: paste the JSON of a method or choose its file',
  },
  here: { zh: '表单', en: 'of the form' },
  problem: { zh: '方法未通过检查：', en: 'This method was refused: ' },
  results: { zh: '{name}：结果', en: '{name}: results' },
  resultsNote: {
    zh: '{id} 第 {version} 版与现行方法 {shipped} 对照，{kind}',
    en: '{id}, version {version}, beside the method in use, {shipped}; {kind}',
  },
  rank: { zh: '自定义方法名次', en: 'Rank by your method' },
  rankShipped: { zh: '现行方法名次', en: 'Rank by the method in use' },
  score: { zh: '自定义方法指数', en: 'Index by your method' },
  scoreShipped: { zh: '现行方法指数', en: 'Index by the method in use' },
  difference: { zh: '差', en: 'Difference' },
} as const;
