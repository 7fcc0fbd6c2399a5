import { text, type Formula } from './formula.ts';
import type { RegisterCounts } from './register-counts.ts';

/** Formulas over the item register. Shares of items are over published items, but for coverage. */

const published = text('已发布事项数', 'published items');
const code = 'public source code of a prefecture’s platform';
const panel = 'panel of a city-level dashboard that re-uses the report’s indicators';

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
  source: `five element groups of a guide: ${panel}`,
  ratio: share(right, all),
});

const ofItems = (
  id: string,
  name: Formula['name'],
  numerator: Formula['numerator'],
  measure: keyof RegisterCounts,
  source: string,
): Formula => ({ id, name, numerator, denominator: published, source, ratio: share(measure, 'published') });

export const registerFormulas: Readonly<Record<string, Formula>> = {
  fullyOnlineShare: ofItems(
    'fullyOnlineShare',
    text('全程网办率', 'Items fully online'),
    text('网办深度5级及以上的事项数', 'items of online depth 5 and above'),
    'fullyOnline',
    code,
  ),
  onlineItemShare: ofItems(
    'onlineItemShare',
    text('可网办率', 'Items partly or fully online'),
    text('网办深度2级及以上的事项数', 'items of online depth 2 and above'),
    'online',
    code,
  ),
  crossRegionShare: ofItems(
    'crossRegionShare',
    text('跨域通办率', 'Items across regions'),
    text('可跨域通办的事项数', 'items that can be handled from another region'),
    'crossRegion',
    'ours: the report of 2021 stresses 跨省通办 and prints no formula',
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
    text('电脑端可办率', 'Items on the web'),
    text('电脑端可办的事项数', 'items that can be handled on a PC (pf 1)'),
    'web',
    'ours',
  ),
  mobileShare: ofItems(
    'mobileShare',
    text('移动端可办率', 'Items on mobile'),
    text('移动端可办的事项数', 'items that can be handled on a phone (pf 2)'),
    'mobile',
    'ours',
  ),
  kioskShare: ofItems(
    'kioskShare',
    text('自助终端可办率', 'Items at kiosks'),
    text('自助终端可办的事项数', 'items that can be handled at a kiosk (pf 5)'),
    'kiosk',
    'ours',
  ),
  manyChannelShare: ofItems(
    'manyChannelShare',
    text('多渠道可办率', 'Items on four or more channels'),
    text('可在四个及以上渠道办理的事项数', 'items with four or more channels'),
    'manyChannels',
    'ours',
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
    source: 'ours',
    ratio: share('completeOffices', 'offices'),
  },
  basicsAccuracy: guide('basicsAccuracy', '基本信息', 'Basics', 'basicsRight', 'basicsElements'),
  materialsAccuracy: guide('materialsAccuracy', '申请材料', 'Papers', 'materialsRight', 'materialsElements'),
  processAccuracy: guide('processAccuracy', '办理流程', 'Process', 'processRight', 'processElements'),
  formsAccuracy: guide('formsAccuracy', '表格样表', 'Forms', 'formsRight', 'formsElements'),
  feesAccuracy: guide('feesAccuracy', '收费信息', 'Fees', 'feesRight', 'feesElements'),
};
