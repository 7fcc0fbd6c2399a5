import { text, type Formula } from './formula.ts';

/** Formulas over services and cases, and over the reach of ratings among items and offices. */
export const serviceFormulas = {
  itemRatingCoverage: {
    id: 'itemRatingCoverage',
    name: text('事项评价覆盖度', 'Items rated'),
    numerator: text('有评价的已发布事项数', 'published items with at least one rating'),
    denominator: text('已发布事项数', 'published items'),
    source: 'column of a Liaoning county screen (事项覆盖度); its formula is derived',
    ratio: ({ ratedItems, register }) => ({ numerator: ratedItems, denominator: register.published }),
  },
  officeRatingCoverage: {
    id: 'officeRatingCoverage',
    name: text('部门评价覆盖度', 'Offices rated'),
    numerator: text('有评价的部门数', 'offices with at least one rating'),
    denominator: text('有已发布事项的部门数', 'offices with a published item'),
    source: 'column of a Liaoning county screen (部门覆盖度); its formula is derived',
    ratio: ({ ratedOffices, register }) => ({ numerator: ratedOffices, denominator: register.activeOffices }),
  },
  timeSaved: {
    id: 'timeSaved',
    name: text('减时间', 'Time saved'),
    numerator: text(
      '用时不超过法定时限一半的办结数',
      'finished cases that took at most half the legal limit',
    ),
    denominator: text('有法定时限的办结数', 'finished cases with a legal limit'),
    source: 'indicator named on the Jinan page for key cities; this formula is ours',
    ratio: ({ services }) => ({ numerator: services.halved, denominator: services.limited }),
  },
  visitsSaved: {
    id: 'visitsSaved',
    name: text('减跑动', 'Visits saved'),
    numerator: text('零跑动或全程网办事项的办件数', 'cases on items without a visit or fully online'),
    denominator: text('办件数', 'cases'),
    source:
      'public source code of a prefecture’s platform (零跑动占比), over items there and over cases here',
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
    source: 'public source code of a prefecture’s platform',
    ratio: ({ services }) => ({ numerator: services.onTime, denominator: services.finished }),
  },
  onlineServiceShare: {
    id: 'onlineServiceShare',
    name: text('线上办理率', 'Handled online'),
    numerator: text('线上渠道的服务数', 'services applied for online'),
    denominator: text('服务数', 'services'),
    source: 'ours',
    ratio: ({ services }) => ({ numerator: services.online, denominator: services.services }),
  },
  sameDayRate: {
    id: 'sameDayRate',
    name: text('当日办结率', 'Finished the same day'),
    numerator: text('受理当日办结数', 'cases finished on the day of acceptance'),
    denominator: text('办结数', 'finished cases'),
    source: 'ours',
    ratio: ({ services }) => ({ numerator: services.sameDay, denominator: services.finished }),
  },
  oneGoRate: {
    id: 'oneGoRate',
    name: text('一次办结率', 'Done in one go'),
    numerator: text('办件数减补正服务数', 'cases less supplements (补正)'),
    denominator: text('办件数', 'cases'),
    source: 'ours',
    ratio: ({ services }) => ({
      numerator: Math.max(0, services.cases - services.supplements),
      denominator: services.cases,
    }),
  },
} as const satisfies Record<string, Formula>;
