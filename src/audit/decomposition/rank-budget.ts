import { Block, stream, streamKey, threefry, WORDS } from '../../model/math/random.ts';
import { normalQuantile } from '../../model/math/normal.ts';
import { gapGroupIds, gapGroups, meanScoreOf, type DecomposedGap, type GapGroup } from './decompose-gap.ts';

/** A unit of a kind, with the decomposition of its gap. */
export interface DecomposedUnit {
  readonly code: string;
  readonly gap: DecomposedGap;
}

/** Where the rank of a unit by its published mean score comes from. */
export interface RankBudget {
  readonly code: string;
  /** Rank by the mean of what was felt, and by what was published. */
  readonly felt: number;
  readonly published: number;
  /** Places by which each group of parts moves the unit, in their order; together they are `published` less `felt`. */
  readonly shifts: Readonly<Record<GapGroup, number>>;
  /** Standard deviation of the published rank where each unit’s ratings are drawn anew. */
  readonly sampling: number;
  /** Ranks of the same published counts by other formulas, the lowest and the highest. */
  readonly method: { readonly low: number; readonly high: number };
}

/** Formulas beside the mean score: points by level 0..5. */
const otherFormulas: readonly (readonly number[])[] = [
  [0, 0, 0, 100, 100, 100],
  [0, 0, 0, 0, 100, 100],
  [0, 0, 25, 50, 75, 100],
];
const DRAWS = 500;

/** Rank among means, 1 the highest; ties share a rank. */
const ranksOf = (means: readonly number[]): number[] =>
  means.map((mean) => 1 + means.filter((other) => other > mean).length);

/** The error budget of the rank of each unit among those that have a felt and a published mean. */
export function rankBudgets(units: readonly DecomposedUnit[], scores: readonly number[]): RankBudget[] {
  const ranked = units.flatMap(({ code, gap }) =>
    gap.felt === null || gap.published === null
      ? []
      : [{ code, gap, felt: gap.felt, published: gap.published }],
  );
  const felt = ranksOf(ranked.map((unit) => unit.felt));
  let before = felt;
  const shifts = gapGroupIds.map((group) => {
    const last = gapGroups[group].at(-1);
    const means = ranked.map(({ gap, felt: own }) => meanAfter(gap, last) ?? own);
    const after = ranksOf(means);
    const moved = after.map((rank, i) => rank - (before[i] ?? rank));
    before = after;
    return moved;
  });
  const published = ranksOf(ranked.map((unit) => unit.published));
  const sampling = rankDeviations(ranked.map(({ gap, published: mean }) => [mean, errorOf(gap, scores)]));
  const others = otherFormulas.map((points) =>
    ranksOf(ranked.map(({ gap }) => meanScoreOf(gap.steps.at(-1)?.levels ?? [], points) ?? 0)),
  );
  return ranked.map(({ code }, i) => {
    const shift = (group: GapGroup): number => shifts[gapGroupIds.indexOf(group)]?.[i] ?? 0;
    const ranks = [published, ...others].map((list) => list[i] ?? 0);
    return {
      code,
      felt: felt[i] ?? 0,
      published: published[i] ?? 0,
      shifts: {
        nonResponse: shift('nonResponse'),
        suppression: shift('suppression'),
        lifting: shift('lifting'),
        automatic: shift('automatic'),
        manipulation: shift('manipulation'),
      },
      sampling: sampling[i] ?? 0,
      method: { low: Math.min(...ranks), high: Math.max(...ranks) },
    };
  });
}

/** Mean after the step of a part; a step after which nothing counts leaves the mean of before. */
function meanAfter({ steps }: DecomposedGap, part: string | undefined): number | null {
  const at = steps.findIndex((step) => step.part === part);
  return steps.slice(0, at + 1).findLast(({ mean }) => mean !== null)?.mean ?? null;
}

/** Standard error of the published mean score, ratings being independent. */
function errorOf({ steps, published }: DecomposedGap, scores: readonly number[]): number {
  const levels = steps.at(-1)?.levels ?? [];
  let [n, squares] = [0, 0];
  for (let level = 1; level <= 5; level++) {
    const count = levels[level] ?? 0;
    n += count;
    squares += count * ((scores[level] ?? 0) - (published ?? 0)) ** 2;
  }
  return n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
}

/** Standard deviations of the ranks where each mean is drawn from its normal distribution: keyed, the same at every call. */
function rankDeviations(units: readonly (readonly [number, number])[]): number[] {
  const block = new Block();
  const sums = units.map(() => 0);
  const squares = units.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw++) {
    const means = units.map(([mean, error], i) => {
      threefry(0, streamKey(stream.rankBudget, 0), i, draw, block);
      return mean + error * normalQuantile((block.a + 0.5) / WORDS);
    });
    ranksOf(means).forEach((rank, i) => {
      sums[i] = (sums[i] ?? 0) + rank;
      squares[i] = (squares[i] ?? 0) + rank * rank;
    });
  }
  return units.map((_, i) => {
    const mean = (sums[i] ?? 0) / DRAWS;
    return Math.sqrt(Math.max(0, (squares[i] ?? 0) / DRAWS - mean * mean));
  });
}
