import { ours, stated, text, type Formula } from './formula.ts';
import { momentsOf } from '../../model/math/interval.ts';
import type { ItemKind } from '../../model/items/item-kinds.ts';
import type { Scale } from '../scale.ts';
import { byLevel, type LevelCounts, type UnitCounts } from '../unit-counts.ts';

/**
 * Formulas over ratings. First and additional ratings count, flagged ones like the others; those without a level
 * (channels with another scale) stand outside all figures of levels.
 */

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const all = (table: LevelCounts): number => sum(byLevel(table));
const levelled = (levels: readonly number[]): number => sum(levels.slice(1));
const at = (levels: readonly number[], chosen: readonly number[]): number =>
  sum(chosen.map((level) => levels[level] ?? 0));

/** Levels 0..5 of default and other ratings together. */
function levelsOf({ active, defaulted }: UnitCounts, channels?: readonly number[]): number[] {
  const byDefault = byLevel(defaulted, channels);
  return byLevel(active, channels).map((n, level) => n + (byDefault[level] ?? 0));
}

/** Very satisfied among the levelled ratings of some channels that somebody gave. */
function topShare(
  { active }: UnitCounts,
  channels: readonly number[],
): { numerator: number; denominator: number } {
  const levels = byLevel(active, channels);
  return { numerator: levels[5] ?? 0, denominator: levelled(levels) };
}

function tagShare(
  { tags }: UnitCounts,
  scale: Scale,
  themes: readonly string[],
): { numerator: number; denominator: number } {
  let numerator = 0;
  let denominator = 0;
  scale.tags.forEach((tag, i) => {
    if (tag === undefined || !themes.includes(tag.theme)) return;
    const n = tags[i] ?? 0;
    denominator += n;
    if (scale.goodLevels.includes(tag.level)) numerator += n;
  });
  return { numerator, denominator };
}

const press = {
  zh: '市场监管总局关于 GB/T 39734-2020、GB/T 39735-2020 的新闻通稿',
  en: 'press release of the State Administration for Market Regulation on GB/T 39734-2020 and GB/T 39735-2020',
};

const byMode = ours(
  '满意度等级分布已公布，分方式的占比未公布',
  'the distribution of levels is published, the split by mode is not',
);
const byTheme = ours(
  '标签见公开代码中的标签清单（未核实），主题归类为本项目设定',
  'the tags are those of a list seen in public code (unverified), the grouping by theme is our own',
);

const ofChannel = (
  id: string,
  zh: string,
  en: string,
  channels: readonly number[],
): Record<string, Formula> => ({
  [id]: {
    id,
    name: text(`${zh}非常满意率`, `Very satisfied on ${en}`),
    numerator: text(`${zh}渠道“非常满意”的非默认评价数`, `level 5 on ${en}, not automatic`),
    denominator: text(`${zh}渠道有等级的非默认评价数`, `ratings with a level there, not automatic`),
    source: byMode,
    ratio: (counts) => topShare(counts, channels),
  },
});

const ofKind = (id: string, zh: string, en: string, kind: ItemKind): Record<string, Formula> => ({
  [id]: {
    id,
    name: text(`${zh}非常满意率`, `Very satisfied with ${en}`),
    numerator: text(`${zh}“非常满意”的首次评价数`, `first ratings of level 5 on ${en}`),
    denominator: text(`${zh}有等级的首次评价数`, `first ratings with a level on ${en}`),
    source: byMode,
    ratio: ({ byItemKind }) => {
      const levels = Array.from(byItemKind[kind]);
      return { numerator: levels[5] ?? 0, denominator: levelled(levels) };
    },
  },
});

export const ratingFormulas: Readonly<Record<string, Formula>> = {
  ratingRate: {
    id: 'ratingRate',
    name: text('评价率', 'Rating rate'),
    numerator: text('有首次评价的服务数', 'services with a first rating'),
    denominator: text('服务数', 'services'),
    source: stated(
      `${press.zh}（未评率，本指标为 1 减未评率）`,
      `${press.en} (the unrated share; this is one less it)`,
    ),
    ratio: ({ services }) => ({ numerator: services.rated, denominator: services.services }),
  },
  activeShare: {
    id: 'activeShare',
    name: text('主动评价率', 'Share of active ratings'),
    numerator: text('非默认评价数', 'ratings that are not automatic'),
    denominator: text('全部评价数', 'all ratings'),
    source: stated(
      '益阳等地公布口径以评价数为分母，另有地方以办件数为分母',
      'Yiyang and others publish it over ratings, other places over cases',
    ),
    ratio: ({ active, defaulted }) => ({
      numerator: all(active),
      denominator: all(active) + all(defaulted),
    }),
  },
  goodRate: {
    id: 'goodRate',
    name: text('好评率', 'Good-rating rate'),
    numerator: text('基本满意及以上的评价数（含默认）', 'ratings at levels 3–5, automatic ones included'),
    denominator: text('有等级的评价数', 'ratings with a level'),
    source: stated('公开代码中所见口径（未核实）', 'As seen in public code (unverified)'),
    ratio: (counts, { goodLevels }) => {
      const levels = levelsOf(counts);
      return { numerator: at(levels, goodLevels), denominator: levelled(levels) };
    },
  },
  activeGoodRate: {
    id: 'activeGoodRate',
    name: text('主动评价好评率', 'Good-rating rate of active ratings'),
    numerator: text('非默认评价中基本满意及以上的数', 'ratings at levels 3–5 that are not automatic'),
    denominator: text('有等级的非默认评价数', 'ratings with a level that are not automatic'),
    source: stated(`${press.zh}；公式为推算`, `${press.en}; the formula is derived`),
    ratio: ({ active }, { goodLevels }) => {
      const levels = byLevel(active);
      return { numerator: at(levels, goodLevels), denominator: levelled(levels) };
    },
  },
  meanScore: {
    id: 'meanScore',
    name: text('平均分', 'Mean score'),
    numerator: text('等级得分之和（10/8/6/3/0）', 'sum of level scores (10/8/6/3/0)'),
    denominator: text('有等级的评价数', 'ratings with a level'),
    source: stated(
      '汕尾市“好差评”通报（10/8/6/3/0分）',
      'bulletin of Shanwei: 10/8/6/3/0 points for levels 5 to 1',
    ),
    ratio: (counts, { scores }) => {
      const { n, sum: total, mean, variance } = momentsOf(scores.slice(1), levelsOf(counts).slice(1));
      return { numerator: total, denominator: n, mean: { value: mean, variance } };
    },
  },
  onlineTopRate: {
    id: 'onlineTopRate',
    name: text('线上非常满意率', 'Very satisfied online'),
    numerator: text('线上渠道“非常满意”的非默认评价数', 'level 5 on web and mobile, not automatic'),
    denominator: text('线上渠道有等级的非默认评价数', 'ratings with a level there, not automatic'),
    source: byMode,
    ratio: (counts, { online }) => topShare(counts, online),
  },
  hallTopRate: {
    id: 'hallTopRate',
    name: text('线下大厅非常满意率', 'Very satisfied in service halls'),
    numerator: text(
      '线下大厅渠道“非常满意”的非默认评价数',
      'level 5 on QR code, tablet and kiosk, not automatic',
    ),
    denominator: text('线下大厅渠道有等级的非默认评价数', 'ratings with a level there, not automatic'),
    source: byMode,
    ratio: (counts, { hall }) => topShare(counts, hall),
  },
  guideTagShare: {
    id: 'guideTagShare',
    name: text('材料指南正向标签率', 'Good tags on papers and guides'),
    numerator: text('材料、指南类标签中属于好评的次数', 'tags on papers and guides of levels 3–5'),
    denominator: text('材料、指南类标签总次数', 'all tags on papers and guides'),
    source: byTheme,
    ratio: (counts, scale) => tagShare(counts, scale, ['material', 'guide']),
  },
  attitudeTagShare: {
    id: 'attitudeTagShare',
    name: text('服务态度正向标签率', 'Good tags on attitude'),
    numerator: text('服务态度类标签中属于好评的次数', 'tags on attitude of levels 3–5'),
    denominator: text('服务态度类标签总次数', 'all tags on attitude'),
    source: byTheme,
    ratio: (counts, scale) => tagShare(counts, scale, ['attitude']),
  },
  ...ofChannel('webTopRate', '网站', 'the web', [1]),
  ...ofChannel('mobileTopRate', '移动端', 'mobile', [2]),
  ...ofKind('powerTopRate', '行政权力事项', 'power items', 'power'),
  ...ofKind('publicTopRate', '公共服务事项', 'public-service items', 'public'),
  ...ofKind('convenienceTopRate', '便民服务事项', 'everyday services', 'convenience'),
};
