import { ours, stated, text, type Formula, type FormulaSource } from './formula.ts';
import type { RegisterCounts } from '../register-counts.ts';

/** Formulas over the item register. Shares of items are over published items, but for coverage. */

const published = text('已发布事项数', 'published items');
const code = stated(
  '公开代码中所见口径（未核实）：某市政务服务平台',
  'As seen in public code (unverified): the government-service platform of one city',
);
const panel = stated(
  '公开代码中所见口径（未核实）：某省市级看板沿用的报告指标',
  'As seen in public code (unverified): a city-level dashboard of one province that re-uses the report’s indicators',
);

const share =
  (numerator: keyof RegisterCounts, denominator: keyof RegisterCounts): Formula['ratio'] =>
  ({ register }) => ({ numerator: register[numerator], denominator: register[denominator] });

const guide = (
  id: string,
  zh: string,
  en: string,
  right: keyof RegisterCounts,
  all: keyof RegisterCounts,
): Formula => ({
  id,
  name: text(`${zh}准确率`, `${en} right`),
  numerator: text(`${zh}要素中准确的数`, `right guide elements on ${en.toLowerCase()}`),
  denominator: text(`${zh}要素数`, `guide elements on ${en.toLowerCase()}`),
  source: panel,
  ratio: share(right, all),
});

const ofItems = (
  id: string,
  name: Formula['name'],
  numerator: Formula['numerator'],
  measure: keyof RegisterCounts,
  source: FormulaSource,
): Formula => ({ id, name, numerator, denominator: published, source, ratio: share(measure, 'published') });

/** Shares among the published items that state the field at all. */
const stating = (
  id: string,
  name: Formula['name'],
  numerator: Formula['numerator'],
  field: 'entrance' | 'licence' | 'accessible',
  source: FormulaSource,
): Formula => ({
  id,
  name,
  numerator,
  denominator: text('写明该项的已发布事项数', 'published items that state it'),
  source,
  ratio: share(field, `${field}Stated`),
});

const cityPage = stated(
  '某重点城市政务服务网公开的指标页面',
  'the page of indicators on the service site of one key city',
);

export const registerFormulas: Readonly<Record<string, Formula>> = {
  fullyOnlineShare: ofItems(
    'fullyOnlineShare',
    text('全程网办率', 'Items fully online'),
    text('网上办理深度代码为 5 及以上的事项数', 'items whose code of online depth is 5 or above'),
    'fullyOnline',
    code,
  ),
  onlineItemShare: ofItems(
    'onlineItemShare',
    text('网上可办率', 'Items partly or fully online'),
    text('网上办理深度代码为 2 及以上的事项数', 'items whose code of online depth is 2 or above'),
    'online',
    code,
  ),
  crossRegionShare: ofItems(
    'crossRegionShare',
    text('跨省（跨区域）通办率', 'Items handled across provinces or regions'),
    text('可跨省（跨区域）通办的事项数', 'items that can be handled from another province or region'),
    'crossRegion',
    ours(
      '2021年版报告强调跨省通办，未公布公式',
      'the 2021 edition stresses cross-province handling and prints no formula',
    ),
  ),
  instantShare: ofItems(
    'instantShare',
    text('即办件占比', 'Items done on the spot'),
    text('即办件事项数', 'items done on the spot'),
    'instant',
    code,
  ),
  webShare: ofItems(
    'webShare',
    text('PC端可办率', 'Items on the web'),
    text('PC端可办的事项数', 'items that can be handled on a PC (pf 1)'),
    'web',
    ours(),
  ),
  mobileShare: ofItems(
    'mobileShare',
    text('移动端可办率', 'Items on mobile'),
    text('移动端可办的事项数', 'items that can be handled on a phone (pf 2)'),
    'mobile',
    ours(),
  ),
  kioskShare: ofItems(
    'kioskShare',
    text('自助终端可办率', 'Items at kiosks'),
    text('自助终端可办的事项数', 'items that can be handled at a kiosk (pf 5)'),
    'kiosk',
    ours(),
  ),
  manyChannelShare: ofItems(
    'manyChannelShare',
    text('多渠道可办率', 'Items on four or more channels'),
    text('可在四个及以上渠道办理的事项数', 'items with four or more channels'),
    'manyChannels',
    ours(),
  ),
  powerCoverage: {
    id: 'powerCoverage',
    name: text('行政权力事项覆盖率', 'Power items offered'),
    numerator: text('已发布的行政权力事项数', 'published items of types 01–10'),
    denominator: text('清单中的行政权力事项数', 'listed items of types 01–10'),
    source: panel,
    ratio: share('powerPublished', 'powerListed'),
  },
  publicCoverage: {
    id: 'publicCoverage',
    name: text('公共服务事项覆盖率', 'Public-service items offered'),
    numerator: text('已发布的公共服务事项数', 'published items of type 20'),
    denominator: text('清单中的公共服务事项数', 'listed items of type 20'),
    source: panel,
    ratio: share('publicPublished', 'publicListed'),
  },
  officeCoverage: {
    id: 'officeCoverage',
    name: text('部门事项齐全率', 'Offices offering all their items'),
    numerator: text('清单事项全部发布的部门数', 'offices with all their items published'),
    denominator: text('有清单事项的部门数', 'offices with an item on the list'),
    source: ours(),
    ratio: share('completeOffices', 'offices'),
  },
  convenienceCoverage: {
    id: 'convenienceCoverage',
    name: text('便民服务事项覆盖率', 'Everyday services offered'),
    numerator: text('已发布的便民服务事项数', 'published everyday services'),
    denominator: text('清单中的便民服务事项数', 'listed everyday services'),
    source: cityPage,
    ratio: share('conveniencePublished', 'convenienceListed'),
  },
  everydayOnline: {
    id: 'everydayOnline',
    name: text('便民服务', 'Everyday services online'),
    numerator: text(
      '网上可办的已发布便民服务事项数',
      'published everyday services whose code of online depth is 2 or above',
    ),
    denominator: text('清单中的便民服务事项数', 'listed everyday services'),
    source: cityPage,
    ratio: share('convenienceOnline', 'convenienceListed'),
  },
  entranceShare: stating(
    'entranceShare',
    text('统一入口接入率', 'Items in the unified entrance'),
    text('经统一入口一次登录可达的事项数', 'items reached through the unified entrance'),
    'entrance',
    panel,
  ),
  licenceShare: stating(
    'licenceShare',
    text('电子证照便利化', 'Licences shown electronically'),
    text('结果证照可电子亮证、核验的事项数', 'items whose licence can be shown electronically'),
    'licence',
    cityPage,
  ),
  accessibleShare: stating(
    'accessibleShare',
    text('无障碍服务', 'Items with an accessible version'),
    text('有适老化或无障碍版本的事项数', 'items with an accessible version'),
    'accessible',
    cityPage,
  ),
  nearbyShare: {
    id: 'nearbyShare',
    name: text('乡镇（街道）及以下可办率', 'Items handled in townships or villages'),
    numerator: text('可在乡镇（街道）、村（社区）办理的事项数', 'items handled in a township or village'),
    denominator: text('写明办理层级的已发布事项数', 'published items that state their level'),
    source: panel,
    ratio: share('tierNear', 'tierStated'),
  },
  promisedTimeSaved: {
    id: 'promisedTimeSaved',
    name: text('减时间', 'Time saved by the promise'),
    numerator: text(
      '法定时限减承诺时限，每一事项不低于 0，求和（工作日）',
      'statutory less promised days, not below 0 for any item, summed (working days)',
    ),
    denominator: text('法定时限之和（工作日）', 'statutory days, summed (working days)'),
    source: cityPage,
    ratio: share('savedDays', 'statutoryDays'),
  },
  meanVisits: {
    id: 'meanVisits',
    name: text('减跑动', 'Visits to a hall'),
    numerator: text('办事指南要求的到办事现场次数之和', 'visits that the guides ask for, summed'),
    denominator: text('已发布事项数', 'published items'),
    source: cityPage,
    ratio: ({ register: { visits, visitSquares, published } }) => {
      const value = published === 0 ? 0 : visits / published;
      const squares = visitSquares - visits * value;
      return {
        numerator: visits,
        denominator: published,
        mean: { value, variance: published > 1 ? squares / (published - 1) : 0 },
      };
    },
  },
  basicsAccuracy: guide('basicsAccuracy', '基本信息', 'Basics', 'basicsRight', 'basicsElements'),
  materialsAccuracy: guide('materialsAccuracy', '申请材料', 'Papers', 'materialsRight', 'materialsElements'),
  processAccuracy: guide('processAccuracy', '办理流程', 'Process', 'processRight', 'processElements'),
  formsAccuracy: guide('formsAccuracy', '表格样表', 'Forms', 'formsRight', 'formsElements'),
  feesAccuracy: guide('feesAccuracy', '收费信息', 'Fees', 'feesRight', 'feesElements'),
};
