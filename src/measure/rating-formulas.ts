import { text, type Formula } from './formula.ts';
import { momentsOf } from '../model/math/interval.ts';
import type { Scale } from './scale.ts';
import { byLevel, type LevelTable, type UnitCounts } from './unit-counts.ts';

/**
 * Formulas over ratings. First and additional ratings count, flagged ones like the others; those without a level
 * (channels with another scale) stand outside all figures of levels.
 */

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const all = (table: LevelTable): number => sum(byLevel(table));
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

const press = 'SAMR press release on GB/T 39734-2020 and GB/T 39735-2020 names the rate';

export const ratingFormulas = {
  ratingRate: {
    id: 'ratingRate',
    name: text('评价率', 'Rating rate'),
    numerator: text('首次评价数', 'first ratings'),
    denominator: text('服务数', 'services'),
    source: `${press} of what is left unrated (未评率); this is one less it`,
    ratio: ({ firstRatings, services }) => ({ numerator: firstRatings, denominator: services.services }),
  },
  activeShare: {
    id: 'activeShare',
    name: text('主动评价率', 'Share of active ratings'),
    numerator: text('非默认评价数', 'ratings that are not by default'),
    denominator: text('全部评价数', 'all ratings'),
    source: 'Liaoning and Hunan counties print it over ratings; other places over cases',
    ratio: ({ active, defaulted }) => ({
      numerator: all(active),
      denominator: all(active) + all(defaulted),
    }),
  },
  goodRate: {
    id: 'goodRate',
    name: text('好评率', 'Good rate'),
    numerator: text('基本满意及以上的评价数（含默认）', 'ratings at levels 3–5, default ones included'),
    denominator: text('有等级的评价数', 'ratings with a level'),
    source: 'public source code of a prefecture’s integration with its provincial rating system',
    ratio: (counts, { goodLevels }) => {
      const levels = levelsOf(counts);
      return { numerator: at(levels, goodLevels), denominator: levelled(levels) };
    },
  },
  activeGoodRate: {
    id: 'activeGoodRate',
    name: text('主动评价好评率', 'Good rate of active ratings'),
    numerator: text('非默认评价中基本满意及以上的数', 'ratings at levels 3–5 that are not by default'),
    denominator: text('有等级的非默认评价数', 'ratings with a level that are not by default'),
    source: `${press}; its formula is derived`,
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
    source: 'Shanwei (Guangdong) bulletin: score 10/8/6/3/0 of levels 5 to 1',
    ratio: (counts, { scores }) => {
      const { n, sum: total, mean, variance } = momentsOf(scores.slice(1), levelsOf(counts).slice(1));
      return { numerator: total, denominator: n, mean: { value: mean, variance } };
    },
  },
  onlineTopRate: {
    id: 'onlineTopRate',
    name: text('线上非常满意率', 'Very satisfied online'),
    numerator: text('线上渠道“非常满意”的非默认评价数', 'level 5 on web and mobile, not by default'),
    denominator: text('线上渠道有等级的非默认评价数', 'ratings with a level there, not by default'),
    source: 'ours: the level distribution is published, the share by place is not',
    ratio: (counts, { online }) => topShare(counts, online),
  },
  hallTopRate: {
    id: 'hallTopRate',
    name: text('大厅非常满意率', 'Very satisfied in halls'),
    numerator: text(
      '大厅渠道“非常满意”的非默认评价数',
      'level 5 on QR code, tablet and kiosk, not by default',
    ),
    denominator: text('大厅渠道有等级的非默认评价数', 'ratings with a level there, not by default'),
    source: 'ours: the level distribution is published, the share by place is not',
    ratio: (counts, { hall }) => topShare(counts, hall),
  },
  guideTagShare: {
    id: 'guideTagShare',
    name: text('材料指南正向标签率', 'Good tags on papers and guides'),
    numerator: text('材料、指南类标签中属于好评等级的次数', 'tags on papers and guides of levels 3–5'),
    denominator: text('材料、指南类标签总次数', 'all tags on papers and guides'),
    source: 'ours: tags are in the national list, the grouping by theme is our own reading',
    ratio: (counts, scale) => tagShare(counts, scale, ['material', 'guide']),
  },
  attitudeTagShare: {
    id: 'attitudeTagShare',
    name: text('服务态度正向标签率', 'Good tags on attitude'),
    numerator: text('服务态度类标签中属于好评等级的次数', 'tags on attitude of levels 3–5'),
    denominator: text('服务态度类标签总次数', 'all tags on attitude'),
    source: 'ours: tags are in the national list, the grouping by theme is our own reading',
    ratio: (counts, scale) => tagShare(counts, scale, ['attitude']),
  },
} as const satisfies Record<string, Formula>;
