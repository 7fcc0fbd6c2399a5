import type { Bilingual } from '../../model/language.ts';

export const prefaceTexts = {
  chapter: { zh: '编制说明', en: 'About this report' },
  what: {
    zh: '本报告由模拟程序根据模拟数据自动生成，演示一体化政务服务能力（政务服务“好差评”）评估报告怎样由逐件评价、办件记录和事项清单得出。全部数据均为模拟数据，不反映任何地区的实际情况。',
    en: 'A simulator wrote this report from simulated data, to show how a report on integrated government-service capability (ratings of government services) comes from single ratings, records of cases and registers of items. All its data are simulated and say nothing of the actual state of any place.',
  },
  whatFor: {
    zh: '本报告用于教学、培训、方法研究和系统测试。它不是任何机构发布的评估报告，不得作为评估结果引用。',
    en: 'It is meant for teaching, training, the study of methods and the testing of systems. No public body issued it, and it must not be quoted as a result of an assessment.',
  },
  frame: {
    zh: '章节次序和图表编号参照《省级政府和重点城市一体化政务服务能力调查评估报告（2022）》公开的目录和数据摘要（权重和评分区间为假设），文字均为本项目所写。编号相同的图表，标题和内容以本报告为准。',
    en: 'The order of chapters and the numbers of tables and figures follow the public table of contents and data summary of the Report on the Integrated Government-Service Capability of Provincial Governments and Key Cities (2022); weights and scoring ranges are assumptions. All texts are our own, and so are the titles and contents below those numbers.',
  },
  namesReal: {
    zh: '单位使用真实名称，因为模拟以公布的结果为校准目标。所列指数、名次和能力水平均由模拟产生，不代表任何单位的实际水平。',
    en: 'Units go under their real names because the simulation was calibrated to published results. Every index, rank and level comes from the simulation and says nothing of the actual level of any unit.',
  },
  namesCoded: {
    zh: '单位和区域的名称、代码均为编造，不代表任何地区。',
    en: 'Names and codes of units and regions are invented and stand for no real place.',
  },
  scope: {
    zh: '评估范围与报告一致：31个省（自治区、直辖市）和新疆生产建设兵团，未包括香港特别行政区、澳门特别行政区和台湾省。',
    en: 'The scope is that of the report: 31 provinces, autonomous regions and municipalities and the Xinjiang Production and Construction Corps; Hong Kong SAR, Macao SAR and Taiwan Province are not included.',
  },
  units: {
    zh: '本报告所列参评单位：{list}。单位按行政区划排序，不分先后。',
    en: 'Units in this report: {list}. They stand in administrative order.',
  },
  noUnits: { zh: '本时段没有参评单位的数据。', en: 'There are no data of assessed units in this period.' },
  part: {
    zh: '{year}只有 {n} 个月有数据（{months}），不是全年；与其他年度比较时须注意。',
    en: 'Only {n} of the months of {year} have data ({months}): it is no whole year, which comparisons with other years must bear in mind.',
  },
  partOne: {
    zh: '{year}只有 1 个月有数据（{months}），不是全年；与其他年度比较时须注意。',
    en: 'Only one month of {year} has data ({months}): it is no whole year, which comparisons with other years must bear in mind.',
  },
  partBefore: {
    zh: '用于比较的年度中，{years}不是全年。',
    en: 'Of the years compared, these are no whole years: {years}.',
  },
  partYear: { zh: '{year}（{n} 个月）', en: '{year} (months with data: {n})' },
  unpublished: {
    zh: '{years}多数或全部单位的指数和名次未公布。本报告因此先列能力水平和名单，含有这些年度各单位指数的图表列在其后，均由模拟产生。',
    en: 'Indexes and ranks of most units, or of all, were not published for {years}. Levels and lists therefore come first here, and tables and figures with indexes of units in these years after them; all come from the simulation.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
