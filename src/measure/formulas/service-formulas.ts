import { ours, stated, text, type Formula } from './formula.ts';

/** Formulas over services and cases, and over the reach of ratings among items and offices. */
export const serviceFormulas = {
  itemRatingCoverage: {
    id: 'itemRatingCoverage',
    name: text('事项评价覆盖度', 'Items rated'),
    numerator: text('时段内有首次评价的已发布事项数', 'published items with a first rating in the period'),
    denominator: text('已发布事项数', 'published items'),
    source: stated(
      '公开代码中所见口径（未核实）：某市县区界面的“事项覆盖度”一栏；公式为推算',
      'As seen in public code (unverified): a column (items rated) of the screen of one city’s counties; the formula is derived',
    ),
    ratio: ({ ratedItems, register }) => ({ numerator: ratedItems, denominator: register.published }),
  },
  officeRatingCoverage: {
    id: 'officeRatingCoverage',
    name: text('部门评价覆盖度', 'Offices rated'),
    numerator: text(
      '时段内有评价、有已发布事项的部门数',
      'offices with a published item and a rating in the period',
    ),
    denominator: text('有已发布事项的部门数', 'offices with a published item'),
    source: stated(
      '公开代码中所见口径（未核实）：某市县区界面的“部门覆盖度”一栏；公式为推算',
      'As seen in public code (unverified): a column (departments rated) of the screen of one city’s counties; the formula is derived',
    ),
    ratio: ({ ratedOffices, register }) => ({ numerator: ratedOffices, denominator: register.activeOffices }),
  },
  timeSaved: {
    id: 'timeSaved',
    name: text('实际提速率', 'Cases finished in half the statutory limit'),
    numerator: text(
      '用时不超过法定时限一半的办结数',
      'finished cases that took at most half the statutory limit',
    ),
    denominator: text('有法定时限的办结数', 'finished cases with a statutory limit'),
    source: ours(
      '公开页面的“减时间”按承诺时限与法定时限之比评估',
      'the public page assesses “time saved” by the promised against the statutory limit',
    ),
    ratio: ({ services }) => ({ numerator: services.halved, denominator: services.limited }),
  },
  visitsSaved: {
    id: 'visitsSaved',
    name: text('零跑动率', 'Cases without a visit'),
    numerator: text('零跑动或全程网办事项的办件数', 'cases on items without a visit or fully online'),
    denominator: text('办件数', 'cases'),
    source: stated(
      '公开代码中所见口径（未核实）：某市政务服务平台的零跑动占比；该处以事项为分母，此处以办件为分母',
      'As seen in public code (unverified): the share without a visit on the platform of one city, over items there and over cases here',
    ),
    ratio: ({ services, casesWithoutVisit }) => ({
      numerator: casesWithoutVisit,
      denominator: services.cases,
    }),
  },
  onTimeRate: {
    id: 'onTimeRate',
    name: text('按时办结率', 'Finished on time'),
    numerator: text('承诺时限内办结数', 'cases finished within the promised limit'),
    denominator: text('办结数', 'finished cases'),
    source: stated(
      '公开代码中所见口径（未核实）：某市政务服务平台',
      'As seen in public code (unverified): the government-service platform of one city',
    ),
    ratio: ({ services }) => ({ numerator: services.onTime, denominator: services.finished }),
  },
  onlineServiceShare: {
    id: 'onlineServiceShare',
    name: text('线上办理率', 'Handled online'),
    numerator: text('线上渠道的服务数', 'services applied for online'),
    denominator: text('服务数', 'services'),
    source: ours(),
    ratio: ({ services }) => ({ numerator: services.online, denominator: services.services }),
  },
  sameDayRate: {
    id: 'sameDayRate',
    name: text('当日办结率', 'Finished the same day'),
    numerator: text('受理当日办结数', 'cases finished on the day of acceptance'),
    denominator: text('办结数', 'finished cases'),
    source: ours(),
    ratio: ({ services }) => ({ numerator: services.sameDay, denominator: services.finished }),
  },
  oneGoRate: {
    id: 'oneGoRate',
    name: text('无补正办件率', 'Cases without supplement'),
    numerator: text('没有补正的办件数', 'cases without a supplement'),
    denominator: text('办件数', 'cases'),
    source: ours(),
    ratio: ({ services }) => ({
      numerator: services.cases - services.supplemented,
      denominator: services.cases,
    }),
  },
} as const satisfies Record<string, Formula>;
