import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import { quantile } from '../../model/math/quantile.ts';

/**
 * How exercises of the item bank (题库) do: how hard each is, and whether it tells those who judge well from those who do not. An item is
 * whatever its answers are gathered under: one exercise that a class shares, or a template where each trainee has exercises of their own.
 */

export interface ItemAnswer {
  readonly item: string;
  readonly trainee: number;
  readonly right: boolean;
  /** From showing to answering; null where it is not known. */
  readonly seconds: number | null;
}

/**
 * An item with fewer answers gets no discrimination and no flag: at twenty the upper and the lower 27% have five answers each. The
 * number is ours, as are the bounds of the flags.
 */
export const FEWEST_ITEM_ANSWERS = 20;

/** Facility below 0.2; facility above 0.95; discrimination below 0.1. */
export type ItemFlag = 'too-hard' | 'too-easy' | 'separates-poorly';

export interface ItemStatistics {
  readonly item: string;
  readonly answers: number;
  /** Facility (答对率): the share of answers that is right, with its 95% Wilson interval. */
  readonly facility: number;
  readonly interval: Interval;
  /**
   * Discrimination (区分度): correlation between this item, right or wrong, and the share that the same trainee has right of all other
   * items (corrected point-biserial). Null below the fewest answers, and where one of the two does not vary.
   */
  readonly discrimination: number | null;
  /**
   * Share right among the 27% of answers whose trainees do best elsewhere, less that among the 27% who do worst: T. L. Kelley (1939).
   * Null where the discrimination is.
   */
  readonly upperLower: number | null;
  readonly medianSeconds: number | null;
  readonly flags: readonly ItemFlag[];
}

interface Tally {
  readonly answers: number;
  readonly right: number;
}

/** Statistics of each item that has answers, in the order in which the items first come. */
export function itemStatistics(answers: readonly ItemAnswer[]): ItemStatistics[] {
  const byItem = grouped(answers, ({ item }) => item);
  const byTrainee = tallies(answers);
  return [...byItem].map(([item, given]) => statisticsOf(item, given, byTrainee));
}

/** Entries by what they have in common, in the order in which they come. */
function grouped<T, Key>(entries: readonly T[], keyOf: (entry: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

const tallies = (answers: readonly ItemAnswer[]): Map<number, Tally> =>
  new Map([...grouped(answers, ({ trainee }) => trainee)].map(([trainee, given]) => [trainee, tally(given)]));

const tally = (answers: readonly ItemAnswer[]): Tally => ({
  answers: answers.length,
  right: answers.filter(({ right }) => right).length,
});

function statisticsOf(
  item: string,
  given: readonly ItemAnswer[],
  byTrainee: ReadonlyMap<number, Tally>,
): ItemStatistics {
  const { answers, right } = tally(given);
  const seconds = given.flatMap((answer) => answer.seconds ?? []).sort((a, b) => a - b);
  const apart = separationOf(restsOf(given, byTrainee));
  const facility = right / answers;
  return {
    item,
    answers,
    facility,
    interval: wilsonInterval(right, answers),
    discrimination: apart?.discrimination ?? null,
    upperLower: apart?.upperLower ?? null,
    medianSeconds: seconds.length === 0 ? null : quantile(seconds, 0.5),
    flags: answers < FEWEST_ITEM_ANSWERS ? [] : flagsOf(facility, apart?.discrimination ?? null),
  };
}

function flagsOf(facility: number, discrimination: number | null): ItemFlag[] {
  const flags: ItemFlag[] = [];
  if (facility < 0.2) flags.push('too-hard');
  if (facility > 0.95) flags.push('too-easy');
  if (discrimination !== null && discrimination < 0.1) flags.push('separates-poorly');
  return flags;
}

/** An answer to an item, 1 right and 0 wrong, beside what its trainee does elsewhere. */
interface RestPair {
  readonly score: number;
  /** Share right of all other items: a share, since trainees may have answered different numbers of them. */
  readonly rest: number;
}

/** Answers of trainees who answered something else too. */
function restsOf(given: readonly ItemAnswer[], byTrainee: ReadonlyMap<number, Tally>): RestPair[] {
  const here = tallies(given);
  return given.flatMap(({ trainee, right }) => {
    const [all, own] = [byTrainee.get(trainee), here.get(trainee)];
    const others = (all?.answers ?? 0) - (own?.answers ?? 0);
    if (others === 0) return [];
    return [{ score: right ? 1 : 0, rest: ((all?.right ?? 0) - (own?.right ?? 0)) / others }];
  });
}

function separationOf(
  pairs: readonly RestPair[],
): { readonly discrimination: number; readonly upperLower: number } | undefined {
  const varies = (of: (pair: RestPair) => number): boolean => new Set(pairs.map(of)).size > 1;
  if (pairs.length < FEWEST_ITEM_ANSWERS) return undefined;
  if (!varies(({ score }) => score) || !varies(({ rest }) => rest)) return undefined;
  const size = Math.round(pairs.length * 0.27);
  const rising = [...grouped(pairs, ({ rest }) => rest)].sort(([a], [b]) => a - b).map(([, tied]) => tied);
  return {
    discrimination: correlation(pairs),
    upperLower: shareRight([...rising].reverse(), size) - shareRight(rising, size),
  };
}

/** Product-moment correlation; neither side may be constant. */
function correlation(pairs: readonly RestPair[]): number {
  const mean = (of: (pair: RestPair) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0) / pairs.length;
  const [meanScore, meanRest] = [mean(({ score }) => score), mean(({ rest }) => rest)];
  const product = mean(({ score, rest }) => (score - meanScore) * (rest - meanRest));
  const squares = mean(({ score }) => (score - meanScore) ** 2) * mean(({ rest }) => (rest - meanRest) ** 2);
  return product / Math.sqrt(squares);
}

/** Share right among the first so many; of those tied at the border each counts in part, so that no order decides. */
function shareRight(groups: readonly (readonly RestPair[])[], size: number): number {
  let [left, right] = [size, 0];
  for (const tied of groups) {
    const taken = Math.min(left, tied.length);
    right += (taken * tied.reduce((total, { score }) => total + score, 0)) / tied.length;
    left -= taken;
  }
  return right / size;
}
