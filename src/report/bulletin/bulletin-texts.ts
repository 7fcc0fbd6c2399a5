import type { Bilingual } from '../../model/language.ts';

export const bulletinTexts = {
  title: {
    zh: '政务服务“好差评”情况模拟通报（{period}，教学样例）',
    en: 'Simulated bulletin on government-service ratings ({period}, a teaching example)',
  },
  month: { zh: '{year}年{month}月', en: '{year}-{month}' },
  quarter: { zh: '{year}年第{quarter}季度', en: 'quarter {quarter} of {year}' },
  year: { zh: '{year}年度', en: '{year}' },
  // What was counted.
  overview: { zh: '总体情况', en: 'Overview' },
  manyUnits: { zh: '{n} 个参评单位', en: 'the {n} assessed units' },
  oneUnit: { zh: '{n} 个参评单位', en: 'the only assessed unit' },
  services: {
    zh: '{period}，{units}提供服务 {services} 次，涉及办件 {cases} 件；收到评价 {ratings} 条，其中主动评价 {active} 条，默认评价 {automatic} 条。',
    en: 'In {period} {units} gave {services} services in {cases} cases and received {ratings} ratings: {active} that somebody gave and {automatic} automatic ones.',
  },
  servicesGiven: {
    zh: '{period}，{units}提供服务 {services} 次，涉及办件 {cases} 件；收到评价 {ratings} 条，均为主动评价。',
    en: 'In {period} {units} gave {services} services in {cases} cases and received {ratings} ratings, none of them automatic.',
  },
  rated: {
    zh: '服务中有首次评价的占 {rate}（{rated} ÷ {services}）。',
    en: 'Of the services, {rate} have a first rating ({rated} of {services}).',
  },
  good: {
    zh: '有等级的评价 {levelled} 条，好评 {good} 条，好评率 {rate}；差评 {bad} 条，差评率 {badRate}。',
    en: 'Of {levelled} ratings with a level, {good} are good ({rate}) and {bad} are bad ({badRate}).',
  },
  goodBefore: {
    zh: '上期（{before}）有等级的评价 {levelled} 条，好评率 {rate}，差评 {bad} 条。',
    en: 'In the period before ({before}) there were {levelled} ratings with a level, {rate} of them good, and {bad} bad ones.',
  },
  noRatings: { zh: '{period}没有收到评价。', en: 'There are no ratings in {period}.' },
  levelsTitle: { zh: '满意度等级分布（模拟）', en: 'Ratings by level (simulated)' },
  level: { zh: '满意度等级', en: 'Level' },
  active: { zh: '主动评价', en: 'Given by somebody' },
  automatic: { zh: '默认评价', en: 'Automatic' },
  ratings: { zh: '评价数', en: 'Ratings' },
  share: { zh: '占比', en: 'Share' },
  sum: { zh: '合计', en: 'Sum' },
  levelsHow: {
    zh: '首次评价和追评一并计数；占比以有等级的评价为分母。',
    en: 'First and additional ratings count alike; shares are of the ratings with a level.',
  },
  unlevelled: {
    zh: '另有 {n} 条评价来自不含五个等级的渠道，不计入本表。',
    en: 'Ratings of channels without the five levels, not in this table: {n}.',
  },
  // Channels.
  channels: { zh: '评价渠道', en: 'Channels' },
  channelsTitle: { zh: '各渠道评价情况（模拟）', en: 'Ratings by channel (simulated)' },
  channel: { zh: '渠道', en: 'Channel' },
  mode: { zh: '方式', en: 'Mode' },
  online: { zh: '线上', en: 'online' },
  hall: { zh: '线下大厅', en: 'service hall' },
  remote: { zh: '热线、短信', en: 'hotline, text message' },
  bad: { zh: '差评数', en: 'Bad ratings' },
  goodRate: { zh: '好评率', en: 'Good-rating rate' },
  channelsHow: {
    zh: '占比以全部评价为分母；好评率以该渠道有等级的评价为分母，不足 {minimum} 条的不计算。',
    en: 'Shares are of all ratings; the good-rating rate is of those with a level, and not computed for fewer than {minimum}.',
  },
  // The loop.
  loop: { zh: '差评核实整改', en: 'Following up bad ratings' },
  loopTitle: { zh: '差评核实整改情况（模拟）', en: 'What became of bad ratings (simulated)' },
  step: { zh: '环节', en: 'Step' },
  done: { zh: '做到', en: 'Done' },
  outOf: { zh: '应做', en: 'Out of' },
  rate: { zh: '比率', en: 'Rate' },
  contactedInTime: { zh: '按时回访核实', en: 'Called to verify in time' },
  rectifiedInTime: { zh: '属实差评按期整改', en: 'Upheld and rectified in time' },
  satisfied: { zh: '整改后回访满意', en: 'Satisfied at the call-back' },
  namedCalledBack: { zh: '实名差评回访', en: 'Named bad ratings called back' },
  orders: {
    zh: '本期差评形成工单 {orders} 件，经核实属实 {upheld} 件。',
    en: 'Bad ratings of the period with a work order: {orders}; found to be upheld: {upheld}.',
  },
  noOrders: { zh: '本期差评没有形成工单。', en: 'No bad rating of the period has a work order.' },
  loopHow: {
    zh: '按差评所在时段统计，截至数据接收时的进展；时限依当地规则，规则未写明的为本项目假设。',
    en: 'By the period of the bad rating, as far as records were collected; limits are those of the local rules, assumed where these state none.',
  },
  // Units, departments, items.
  units: { zh: '各单位情况', en: 'Units' },
  unitsTitle: {
    zh: '{kind}评价和整改情况（模拟）',
    en: '{kind}: ratings and what became of bad ones (simulated)',
  },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  unit: { zh: '单位', en: 'Unit' },
  verification: { zh: '按时回访核实率', en: 'Verified in time' },
  rectification: { zh: '按期整改率', en: 'Rectified in time' },
  satisfaction: { zh: '整改后回访满意率', en: 'Satisfied after rectification' },
  unitsHow: {
    zh: '省级政府含其重点城市；按行政区划排序，不分先后。好评率分母不足 {minimum} 条、整改各比率分母不足 {loopMinimum} 件的不计算。',
    en: 'Provincial governments with their key cities, in administrative order. Good-rating rates of fewer than {minimum} ratings and rates of the loop of fewer than {loopMinimum} work orders are not computed.',
  },
  departments: { zh: '各部门情况', en: 'Departments' },
  departmentsTitle: {
    zh: '各部门评价和整改情况（模拟）',
    en: 'Departments: ratings and what became of bad ones (simulated)',
  },
  department: { zh: '部门', en: 'Department' },
  departmentsHow: {
    zh: '全部参评单位的同类部门合计，按差评数由多到少排列；比率的最小样本量同上表。',
    en: 'Departments of all assessed units together, most bad ratings first; smallest samples as in the table of units.',
  },
  items: { zh: '差评较多的事项', en: 'Items with most bad ratings' },
  itemsTitle: { zh: '差评最多的事项（模拟）', en: 'Items with most bad ratings (simulated)' },
  item: { zh: '事项', en: 'Item' },
  code: { zh: '基本编码', en: 'Basic code' },
  firstRatings: { zh: '首次评价数', en: 'First ratings' },
  badShare: { zh: '差评率', en: 'Share of bad ones' },
  itemsHow: {
    zh: '按基本编码合并各单位的同一事项，只计首次评价；差评数相同的按编码排列，最多列 20 项。',
    en: 'An item of all units together, by its basic code; first ratings only. Items with equally many stand by their code; 20 at most.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
