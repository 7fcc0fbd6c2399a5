import type { UnitResult } from '../model/measurement.ts';
import { indicatorsOf, type Method } from '../model/method.ts';
import { indicate } from './indicate.ts';
import type { Scale } from './scale.ts';
import { scoreUnit } from './score-unit.ts';
import type { UnitCounts } from './unit-counts.ts';

/** What a unit's overall score would be if some of its ratings were bad. */
export interface RatingEffect {
  /** Ratings turned from level 5 to level 1, and those of level 5 there are. */
  readonly turned: number;
  readonly veryGood: number;
  readonly before: number;
  readonly after: number;
}

const LEVELS = 6;
const WORST = 1;
const BEST = 5;

/**
 * Turns a share of a unit's ratings of level 5 into level 1, the same share on every channel and kind of item, and
 * measures it again. Nobody answers them, and tags stay as they are. Null without an overall score.
 */
export function ratingEffect(
  method: Method,
  counts: UnitCounts,
  scale: Scale,
  result: UnitResult,
  share: number,
): RatingEffect | null {
  const { overall, indicators: measured } = result;
  if (overall === null) return null;
  const turned = { ...counts, ...turnedLevels(counts, share) };
  const indicators = indicatorsOf(method);
  const values = measured.map((value, i) => {
    const indicator = indicators[i];
    // Which items were rated stays, whatever the level; and whether all units have a figure of it.
    if (indicator === undefined || indicator.ratingsPerItem !== undefined) return value;
    return indicate(indicator, turned, scale);
  });
  const after = scoreUnit(method, values).overall;
  if (after === null) return null;
  const veryGood = atBest(counts.active) + atBest(counts.defaulted);
  return { turned: veryGood * share, veryGood, before: overall.score, after: after.score };
}

const atBest = (table: Float64Array): number =>
  table.reduce((sum, n, i) => (i % LEVELS === BEST ? sum + n : sum), 0);

function turnedLevels(
  { active, defaulted, byItemKind }: UnitCounts,
  share: number,
): Pick<UnitCounts, 'active' | 'defaulted' | 'byItemKind'> {
  const turn = (table: Float64Array): Float64Array =>
    table.map((n, i) => {
      if (i % LEVELS === BEST) return n * (1 - share);
      return i % LEVELS === WORST ? n + (table[i - WORST + BEST] ?? 0) * share : n;
    });
  const { power, public: publicItems, convenience } = byItemKind;
  return {
    active: turn(active),
    defaulted: turn(defaulted),
    byItemKind: { power: turn(power), public: turn(publicItems), convenience: turn(convenience) },
  };
}
