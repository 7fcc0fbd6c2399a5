import { lossCause, mechanism } from '../../model/truth.ts';
import type { RatingOutcomes } from '../../model/rating-outcomes.ts';

/**
 * Why the published mean score is not the mean of what was felt: the gap between the two as a sum of parts. Ratings are replaced
 * step by step, in the order of `gapParts`; a part is what its step changes in the mean, so that the parts add up to the
 * gap whatever they are. In another order they would be other numbers with the same sum.
 */

export const gapParts = [
  'nonResponse',
  'suppressed',
  'lost',
  'withheld',
  'unrecorded',
  'lifted',
  'preselected',
  'pressed',
  'misclick',
  'changed',
  'additional',
  'automatic',
  'staff',
  'script',
  'ring',
  'malicious',
  'other',
] as const;
export type GapPart = (typeof gapParts)[number];

/** Parts that belong together in the error budget of a rank. */
export const gapGroups = {
  nonResponse: ['nonResponse'],
  suppression: ['suppressed', 'lost', 'withheld', 'unrecorded'],
  lifting: ['lifted', 'preselected', 'pressed', 'misclick', 'changed'],
  automatic: ['additional', 'automatic'],
  manipulation: ['staff', 'script', 'ring', 'malicious', 'other'],
} as const satisfies Readonly<Record<string, readonly GapPart[]>>;
export type GapGroup = keyof typeof gapGroups;
export const gapGroupIds = ['nonResponse', 'suppression', 'lifting', 'automatic', 'manipulation'] as const;

/** What is counted after a step. */
export interface GapStep {
  readonly part: GapPart;
  /** Ratings that count after it, by level 1..5 at 1..5; before the first step these are all services by the level felt. */
  readonly levels: readonly number[];
  readonly mean: number | null;
  /** What the step changed in the mean. */
  readonly value: number;
}

export interface DecomposedGap {
  readonly felt: number | null;
  readonly published: number | null;
  readonly gap: number | null;
  readonly services: number;
  /** All services by the level felt, level 1..5 at 1..5: what the steps begin with. */
  readonly feltLevels: readonly number[];
  readonly ratings: number;
  readonly steps: readonly GapStep[];
}

const NONE = [0, 0, 0, 0, 0, 0];

/** Mean score of ratings by level; null of none. */
export function meanScoreOf(levels: readonly number[], scores: readonly number[]): number | null {
  let [n, sum] = [0, 0];
  for (let level = 1; level <= 5; level++) {
    n += levels[level] ?? 0;
    sum += (levels[level] ?? 0) * (scores[level] ?? 0);
  }
  return n === 0 ? null : sum / n;
}

/** Those whom a rating of their own is due to, whatever became of it. */
const byPerson: readonly number[] = [
  mechanism.own,
  mechanism.lifted,
  mechanism.preselected,
  mechanism.pressed,
  mechanism.misclick,
];

type Counts = number[];
const add = (to: Counts, level: number, n: number): void => {
  to[level] = (to[level] ?? 0) + n;
};

/** Decomposes the gap of the outcomes of one unit, or of several taken together. `scores` are those of levels 0..5. */
export function decomposeGap(outcomes: readonly RatingOutcomes[], scores: readonly number[]): DecomposedGap {
  const { felt, published } = sumsOf(outcomes);
  const made = outcomes.flatMap((one) => one.made);
  const lost = outcomes.flatMap((one) => one.lost);
  const withheld = outcomes.flatMap((one) => one.withheld);
  const own = made.filter(({ additional, mechanism: how }) => !additional && byPerson.includes(how));

  let counts: Counts = [...NONE];
  const steps: GapStep[] = [];
  let before = meanScoreOf(felt, scores);
  const step = (part: GapPart, change: (levels: Counts) => void): void => {
    change(counts);
    const mean = meanScoreOf(counts, scores);
    steps.push({
      part,
      levels: counts.slice(),
      mean,
      value: mean === null || before === null ? 0 : mean - before,
    });
    before = mean ?? before;
  };
  step('nonResponse', (levels) => {
    for (const { felt: level, n } of own) add(levels, level, n);
    for (const { level, n } of [...lost, ...withheld]) add(levels, level, n);
  });
  for (const [part, cause] of [
    ['suppressed', lossCause.suppressed],
    ['lost', lossCause.lost],
  ] as const)
    step(part, (levels) => {
      for (const one of lost) if (one.cause === cause) add(levels, one.level, -one.n);
    });
  step('withheld', (levels) => {
    for (const { level, n } of withheld) add(levels, level, -n);
  });
  step('unrecorded', (levels) => {
    for (const one of own) if (one.stored === 0) add(levels, one.felt, -one.n);
  });
  for (const [part, how] of [
    ['lifted', mechanism.lifted],
    ['preselected', mechanism.preselected],
    ['pressed', mechanism.pressed],
    ['misclick', mechanism.misclick],
    ['changed', mechanism.own],
  ] as const)
    step(part, (levels) => {
      for (const one of own) {
        if (one.mechanism !== how || one.stored === 0) continue;
        add(levels, one.felt, -one.n);
        add(levels, one.stored, one.n);
      }
    });
  step('additional', (levels) => {
    for (const one of made) if (one.additional && one.stored > 0) add(levels, one.stored, one.n);
  });
  for (const [part, how] of [
    ['automatic', mechanism.defaulted],
    ['staff', mechanism.staff],
    ['script', mechanism.script],
    ['ring', mechanism.ring],
    ['malicious', mechanism.malicious],
  ] as const)
    step(part, (levels) => {
      for (const one of made)
        if (!one.additional && one.mechanism === how && one.stored > 0) add(levels, one.stored, one.n);
    });
  // What is stored and of which the truth knows nothing: collected files, records under another key.
  step('other', () => {
    counts = published.slice();
  });
  const [first, last] = [meanScoreOf(felt, scores), meanScoreOf(published, scores)];
  return {
    felt: first,
    published: last,
    gap: first === null || last === null ? null : last - first,
    services: total(felt),
    feltLevels: felt,
    ratings: total(published),
    steps,
  };
}

const total = (levels: readonly number[]): number => levels.slice(1).reduce((sum, n) => sum + n, 0);

function sumsOf(outcomes: readonly RatingOutcomes[]): Record<'felt' | 'published', Counts> {
  const sum = (of: 'felt' | 'published'): Counts =>
    NONE.map((_, level) => outcomes.reduce((all, one) => all + (one[of][level] ?? 0), 0));
  return { felt: sum('felt'), published: sum('published') };
}
