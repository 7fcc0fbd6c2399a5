/**
 * Keyed randomness: Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw, “Parallel random numbers: as easy as
 * 1, 2, 3”, SC 2011). A draw is a pure function of (seed, stream, entity, n): nothing is shared, nothing is consumed,
 * so any thread may make any draw in any order, and a new draw elsewhere changes none of the old ones.
 */

/** What a draw is for. Numbers are part of the data format: append, never renumber. */
export const stream = {
  unitQuality: 1,
  office: 2,
  task: 3,
  demand: 4,
  service: 5,
  rating: 6,
  text: 7,
  identity: 8,
  defect: 9,
  rectification: 10,
  additional: 11,
  person: 12,
  windowDay: 13,
  agent: 14,
  seldomDemand: 15,
  oneThing: 16,
  /** Faults of the service sites of units: no record depends on them. */
  site: 17,
  /** Evaluators and what they find. */
  evaluator: 18,
  /** Waits of `push`: no data depend on it. */
  backoff: 1000,
  /** Draws of scores that the interval of a rank correlation is read from: no data depend on it. */
  scoreOrder: 1001,
  /** Draws of choices of a method, and of the rows that their error is read from: no data depend on them. */
  choice: 1002,
  choiceBootstrap: 1003,
  /** Records that are shown as examples of a figure: no data depend on it. */
  recordSample: 1010,
  /** Means drawn for the error budget of a rank: no data depend on them. */
  rankBudget: 1011,
  /** Draws of scores that intervals of ranks are read from: no data depend on it. */
  rankSpread: 1012,
  /** Choices of an exercise of the training room: no data depend on them. */
  exercise: 1013,
  /** Seeds of the exercises of a class of the training room: no data depend on them. */
  classSeed: 1014,
  /** People who are asked what they felt, in the laboratory: no data depend on it. */
  askedSample: 1020,
} as const;

const PARITY = 0x1bd11bda;

/** The two words of one Threefry block; filled by `threefry`, read at once by the caller. */
export class Block {
  a = 0;
  b = 0;
}

/** Computes one block: key (k0, k1), counter (c0, c1) -> out.a, out.b, each an unsigned 32-bit word. */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Block): void {
  const k2 = PARITY ^ k0 ^ k1;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;

  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;

  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 4) | 0;

  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  out.a = (a + k2) >>> 0;
  out.b = (b + k0 + 5) >>> 0;
}

const block = new Block();

/** Fills `words` with the blocks of counters (c0, c1), (c0, c1 + 1) …, two words each. */
export function fillWords(k0: number, k1: number, c0: number, c1: number, words: Uint32Array): void {
  for (let at = 0; at < words.length; at += 2) {
    threefry(k0, k1, c0, c1 + (at >> 1), block);
    words[at] = block.a;
    words[at + 1] = block.b;
  }
}

/** Number of values a 32-bit draw can take. */
export const WORDS = 4_294_967_296;

/** Key word of a stream over one entity group: stream 1..4095, group (say, a unit and slot) below 2^20. */
export const streamKey = (streamNumber: number, group: number): number =>
  (streamNumber << 16) | (group & 0xffff) | ((group >>> 16) << 28);

/** A probability as a threshold: a draw below it is a yes. 0 never, 1 always. */
export const threshold = (probability: number): number =>
  Math.min(WORDS, Math.max(0, Math.round(probability * WORDS)));

/** Uniform in (0, 1), never 0 or 1, from one word. */
export const uniform = (word: number): number => (word + 0.5) / WORDS;

/** One keyed word; for the cold path, where a story reads better than a block. */
export function draw(seed: number, streamNumber: number, group: number, entity: number, n: number): number {
  const block = new Block();
  threefry(seed, streamKey(streamNumber, group), entity, n >> 1, block);
  return (n & 1) === 0 ? block.a : block.b;
}

/** Standard normal value of one keyed draw, by inversion of the distribution function. */
export const drawNormal = (
  seed: number,
  streamNumber: number,
  group: number,
  entity: number,
  n: number,
): number => approximateNormalQuantile(uniform(draw(seed, streamNumber, group, entity, n)));

/**
 * Inverse of the standard normal distribution function, by Acklam's rational approximation (relative error below
 * 1.15e-9), p in (0, 1). Records are drawn by it, so it stays as it is to the last bit; figures take the exact one
 * of normal.ts.
 */
export function approximateNormalQuantile(p: number): number {
  const low = 0.02425;
  if (p < low) {
    const q = Math.sqrt(-2 * Math.log(p));
    return tail(q);
  }
  if (p > 1 - low) {
    const q = Math.sqrt(-2 * Math.log(1 - p));
    return -tail(q);
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

const tail = (q: number): number =>
  (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
    4.374664141464968) *
    q +
    2.938163982698783) /
  ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q +
    1);
