import type { Bilingual } from '../../model/language.ts';

export const processTexts = {
  chapter: { zh: '评估过程', en: 'How the assessment went' },
  overview: { zh: '方法概述', en: 'The method in outline' },
  collections: { zh: '数据采集', en: 'What is collected' },
  steps: { zh: '过程与日期', en: 'Steps and dates' },
  ourContent: {
    zh: '公布资料中未见该编号图表的内容，标题和内容为本项目按评估方法文件所拟。',
    en: 'The content under this number was not published: title and content are ours, drawn from the method file.',
  },

  frame: { zh: '一体化政务服务能力评估总体框架（模拟）', en: 'The frame of the assessment (simulated)' },
  frameDesc: {
    zh: '自上而下：模拟数据、三级指标、二级指标、一级指标、总体指数和能力水平，各附权重。',
    en: 'From top to bottom: simulated data, third-level, second-level and first-level indicators, the overall index and its level, with their weights.',
  },
  frameHow: {
    zh: '权重取自评估方法文件；各类数据的权重为其三级指标在总体指数中的权重合计。',
    en: 'Weights are those of the method file; the weight of a kind of data is that of its third-level indicators in the overall index.',
  },
  weightsOf: { zh: '图中权重为{kind}的权重。', en: 'The weights shown are those of {kind}.' },
  weightsElsewhere: {
    zh: '{kind}的权重略有不同，见表 {table}。',
    en: 'Those of {kind} differ a little: see table {table}.',
  },
  data: { zh: '模拟数据', en: 'Simulated data' },
  thirdLevel: { zh: '三级指标 {n} 项', en: 'Third-level indicators: {n}' },
  thirdLevelLine: {
    zh: '按评分区间换算为 0–100 分，按权重合成二级指标',
    en: 'scored 0–100 within their ranges and combined by weight',
  },
  secondLevel: { zh: '二级指标 {n} 项', en: 'Second-level indicators: {n}' },
  secondLevelLine: { zh: '按权重合成一级指标', en: 'combined by weight' },
  firstLevel: { zh: '一级指标 {n} 项', en: 'First-level indicators: {n}' },
  overall: { zh: '总体指数', en: 'Overall index' },
  levelPart: { zh: '{band}：{range}', en: '{band}: {range}' },
  part: { zh: '{name} {share}', en: '{name} {share}' },

  system: {
    zh: '一体化政务服务能力评估指标体系（模拟）',
    en: 'First- and second-level indicators of the assessment (simulated)',
  },
  systemDesc: {
    zh: '五项一级指标及其二级指标，各附在总体指数中的权重。',
    en: 'The five first-level indicators with their second-level indicators and the weight of each in the overall index.',
  },
  systemHow: {
    zh: '二级指标的权重为其在一级指标中的权重乘以一级指标的权重。',
    en: 'The weight of a second-level indicator is its weight within the first-level one times the weight of that.',
  },
  indicator: { zh: '一级、二级指标', en: 'Indicator' },
  level: { zh: '级次', en: 'Level' },
  first: { zh: '一级', en: 'first' },
  second: { zh: '二级', en: 'second' },
  weight: { zh: '权重（假设）', en: 'Weight (assumed)' },

  process: { zh: '调查评估过程（模拟）', en: 'The steps of the assessment (simulated)' },
  processDesc: {
    zh: '自上而下五个步骤：设计、采集、检查、测算、报告，各附日期和数量。',
    en: 'Five steps from top to bottom: design, collection, checks, measurement, report, with dates and counts.',
  },
  processHow: {
    zh: '日期和数量取自运行记录；数量为本时段的数量，校验未通过数为有关运行的数量。',
    en: 'Dates and counts are those of the runs; counts are of the period, refused records those of the runs concerned.',
  },
  step: { zh: '步骤', en: 'Step' },
  what: { zh: '内容', en: 'What was done' },
  design: { zh: '设计', en: 'Design' },
  designText: {
    zh: '确定场景（{scenarios}）和评估方法（{edition} 版）；事项清单列有事项 {items} 项，其中已发布 {published} 项。',
    en: 'Scenario ({scenarios}) and method (edition {edition}) were chosen; items in the register: {items}, of them published: {published}.',
  },
  collection: { zh: '采集', en: 'Collection' },
  collectionText: {
    zh: '采集窗口为 {first} 至 {last}，有数据的月份 {months} 个；数据于 {dates} 生成或接收。',
    en: 'The collection window runs from {first} to {last}; months with data: {months}. The data were made or received on {dates}.',
  },
  collectionNone: { zh: '本时段没有数据。', en: 'There are no data of this period.' },
  checks: { zh: '检查', en: 'Checks' },
  checksText: {
    zh: '逐条检查：接收服务记录 {services} 条、评价 {ratings} 条、差评整改记录 {rectifications} 条，校验未通过 {refused} 条。',
    en: 'Every record was checked. Accepted: services {services}, ratings {ratings}, rectifications {rectifications}; refused: {refused}.',
  },
  measuring: { zh: '测算', en: 'Measurement' },
  measuringText: {
    zh: '事项清单取 {day} 的快照；{units}有总体指数；数据校验码 {digest}。',
    en: 'The register was taken as it stood on {day}; with an overall index: {units}; digest of the data {digest}.',
  },
  measuringNone: {
    zh: '事项清单取 {day} 的快照；没有单位有总体指数；数据校验码 {digest}。',
    en: 'The register was taken as it stood on {day}; no unit has an overall index; digest of the data {digest}.',
  },
  report: { zh: '报告', en: 'Report' },
  reportText: {
    zh: '由程序 {version} 版根据存储的结果生成，同样的数据得出同样的报告。',
    en: 'Version {version} of the program wrote it from stored results; the same data give the same report.',
  },

  runs: { zh: '生成与接收记录（模拟）', en: 'Runs and collections (simulated)' },
  runsHow: {
    zh: '含有本时段数据的运行；数量为整个运行的数量，可能跨越多个年度。',
    en: 'Runs that hold data of the period; counts are of the whole run, which may span several years.',
  },
  run: { zh: '运行', en: 'Run' },
  runName: { zh: '{id} 号 {scenario}', en: 'No. {id}, {scenario}' },
  kind: { zh: '方式', en: 'Kind' },
  simulate: { zh: '模拟', en: 'simulated' },
  collect: { zh: '接收', en: 'collected' },
  days: { zh: '数据日期', en: 'Days of the data' },
  span: { zh: '{first} 至 {last}', en: '{first} to {last}' },
  made: { zh: '运行日期', en: 'Made on' },
  seed: { zh: '随机种子', en: 'Seed' },
  services: { zh: '服务', en: 'Services' },
  ratings: { zh: '评价', en: 'Ratings' },
  rectifications: { zh: '差评整改', en: 'Rectifications' },
  duplicates: { zh: '重复', en: 'Duplicates' },
  refused: { zh: '校验未通过', en: 'Refused' },

  refusals: { zh: '校验未通过记录按原因分布（模拟）', en: 'Refused records by reason (simulated)' },
  refusalsHow: {
    zh: '每条校验未通过记录按检查顺序中的第一个原因计数，取自含有本时段数据的运行。',
    en: 'A refused record counts under the first reason in the order of the checks; of the runs that hold data of the period.',
  },
  reason: { zh: '原因', en: 'Reason' },
  records: { zh: '记录数', en: 'Records' },
  share: { zh: '占比', en: 'Share' },
  noRefusals: {
    zh: '含有本时段数据的运行没有校验未通过记录。',
    en: 'The runs that hold data of the period refused no record.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
