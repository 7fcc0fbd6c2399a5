import type { ExpectedShare } from './count-tails.ts';

/** A count of one place: k of n records. */
export interface PlaceCount {
  readonly k: number;
  readonly n: number;
}

/** Which side of the usual share is suspicious: the other one tells how much honest places scatter. */
export type SuspiciousSide = 'more' | 'fewer';

/** Places further from the usual share than so many standard errors do not agree with it. */
const AGREES = 2.5;
const ROUNDS = 4;
/** Correlations above are not believed: no two records of a place are more alike. */
const MOST_ALIKE = 0.2;
/** The median of a chi-square variable with one degree of freedom. */
const MEDIAN_SQUARE = 0.454936423119572;
/** Counts with a smaller variance than this say nothing about how alike records are. */
const TELLING = 1;
/** Honest places differ by this correlation at least, however many records they have: large ones would agree with none. */
const LEAST_ALIKE = 0.004;
const NOT_CERTAIN = 1e-9;
/** So much of the most agreement is as good as the most. */
const NEARLY = 0.85;
/** So many blocks are tried as the share that most agree with. */
const TRIED = 400;

/**
 * The share that places usually have, and how alike records of one place are, so found that what is looked for does not become the
 * measure as long as the suspicious places are fewer than the others: the share begins where most blocks (offices with all their
 * months) agree, and is then that of the places that agree with it; the correlation comes from the places on the side that is not
 * suspicious, as the one with which half of their standardised squares lie below the median of a chi-square variable. After
 * D. J. Spiegelhalter, “Funnel plots for comparing institutional performance”, Statistics in Medicine 24 (2005), 1185–1202, and
 * B. Efron, “Large-scale simultaneous hypothesis testing: the choice of a null hypothesis”, Journal of the American Statistical
 * Association 99 (2004), 96–104. `least` is the smallest share that is believed, where hardly any record is counted.
 */
export function usualShare(
  places: readonly PlaceCount[],
  least: number,
  side: SuspiciousSide,
  blocks: readonly PlaceCount[] = places,
): ExpectedShare {
  let share = bounded(mostAgreed(blocks, least, side), least, side);
  for (let round = 0; round < ROUNDS; round++) {
    const near = places.filter((place) => agrees(place, share));
    if (near.length === 0) break;
    share = bounded(pooled(near), least, side);
  }
  return { share, correlation: correlationOf(places, share, side) };
}

/** Standard deviation of the count of a place with n records, as far as places differ at least. */
const leastDeviation = (n: number, share: number): number =>
  deviation(n, { share, correlation: LEAST_ALIKE });

const agrees = ({ k, n }: PlaceCount, share: number): boolean =>
  n > 0 && Math.abs(k - n * share) <= AGREES * leastDeviation(n, share) + 0.5;

/** How well a block agrees with a share: less, the further it lies from it (Epanechnikov’s weights). */
function agreement({ k, n }: PlaceCount, share: number): number {
  const far = (k - n * share) / (AGREES * leastDeviation(n, share));
  return Math.max(0, 1 - far * far);
}

/**
 * The share of a block with which many blocks agree: of those that have nearly the most agreement the least suspicious one, as what
 * is looked for moves shares to one side. The pooled share where there is no block.
 */
function mostAgreed(blocks: readonly PlaceCount[], least: number, side: SuspiciousSide): number {
  const known = blocks.filter(({ n }) => n > 0);
  const step = Math.max(1, Math.floor(known.length / TRIED));
  const tried = known
    .filter((_, i) => i % step === 0)
    .map(({ k, n }) => {
      const share = bounded(k / n, least, side);
      return { share, agreed: known.reduce((sum, block) => sum + agreement(block, share), 0) };
    });
  const most = Math.max(0, ...tried.map(({ agreed }) => agreed));
  const shares = tried.filter(({ agreed }) => agreed >= NEARLY * most).map(({ share }) => share);
  if (shares.length === 0) return pooled(known);
  return side === 'more' ? Math.min(...shares) : Math.max(...shares);
}

/** Standard deviation of the count of a place with n records. */
const deviation = (n: number, { share, correlation }: ExpectedShare): number =>
  Math.sqrt(n * share * (1 - share) * (1 + (n - 1) * correlation));

/** A share that a suspicion can be measured from: what is rare is not believed to be rarer than this, and nothing is certain. */
const bounded = (share: number, least: number, side: SuspiciousSide): number =>
  side === 'more'
    ? Math.min(1 - NOT_CERTAIN, Math.max(least, share))
    : Math.min(1 - least, Math.max(NOT_CERTAIN, share));

function pooled(places: readonly PlaceCount[]): number {
  const n = places.reduce((sum, place) => sum + place.n, 0);
  return n === 0 ? 0 : places.reduce((sum, { k }) => sum + k, 0) / n;
}

/**
 * ρ with which half of the squares (k − n p)² on the side that is not suspicious lie below n p (1 − p) (1 + (n − 1) ρ) times the
 * median of a chi-square variable. Each place has a ρ from which on its square does; that of the median place is taken.
 */
function correlationOf(places: readonly PlaceCount[], share: number, side: SuspiciousSide): number {
  const needed = places
    .filter(({ k, n }) => (side === 'more' ? k <= n * share : k >= n * share))
    .map(({ k, n }) => ({ square: (k - n * share) ** 2, variance: n * share * (1 - share), n }))
    .filter(({ variance, n }) => variance >= TELLING && n > 1)
    .map(({ square, variance, n }) => (square / (MEDIAN_SQUARE * variance) - 1) / (n - 1))
    .sort((a, b) => a - b);
  return Math.min(MOST_ALIKE, Math.max(0, needed[needed.length >> 1] ?? 0));
}
