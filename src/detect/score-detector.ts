import { wilsonInterval, type Interval } from '../model/math/interval.ts';
import {
  falseRateOfHits,
  fScoreOfHits,
  precisionOfHits,
  recallOfHits,
  type Hits,
} from './statistics/hits.ts';
import {
  areaUnderRoc,
  averagePrecision,
  rocPoints,
  thinnedPoints,
  type RocPoint,
  type TiedRecords,
} from './statistics/ranking.ts';

/** The scorecard of a detector against the truth, and those of the two plainest rules beside it. */

/** Cost of verifying one flagged record (核实一条线索): the unit of all costs. */
export const VERIFIED_FLAG_COST = 1;

/**
 * Cost of a manipulated record that nobody flags (漏报一条). An assumption of ours: what is missed stays in the figures and is
 * found, if at all, by an inspection on the spot, which is taken to be five times the work of checking one record. It decides which
 * detectors pay: one is worth its verifications where more than one in five of its flags is right.
 */
export const MISSED_FLAG_COST = 5;

/** Points of a curve that are kept: enough to draw it. */
const MOST_POINTS = 50;

/** A record that a detector holds suspicious, before a budget chooses how many of them are flagged. */
export interface DetectorCandidate {
  readonly key: number;
  /** Chance of something at least as unlikely among honest records; null where a written rule is broken: more suspicious than any chance. */
  readonly p: number | null;
  readonly isFlagged: boolean;
}

export interface DetectorTrial {
  /** Keys of the records that truly are manipulated in the way that the detector looks for. */
  readonly manipulated: ReadonlySet<number>;
  /** In any order; a record may come several times, and counts with its least chance. */
  readonly candidates: readonly DetectorCandidate[];
  /** Records in all that the detector could have flagged, the manipulated ones included. */
  readonly records: number;
}

/** How often a rule flags, and how often rightly. A count that is only expected of chance need not be whole. */
export interface FlagCounts {
  readonly flagged: number;
  readonly right: number;
  /** Records that truly are manipulated. */
  readonly injected: number;
  readonly records: number;
}

/** What is known of a detector; null where there is nothing to take a share of. */
export interface DetectorScore extends FlagCounts {
  readonly precision: number | null;
  readonly precisionInterval: Interval | null;
  readonly recall: number | null;
  /** Wilson intervals, 95%. */
  readonly recallInterval: Interval | null;
  readonly f1: number | null;
  /** Share of the records that are not manipulated that it flags. */
  readonly falseRate: number | null;
  /** What verifying and missing cost, for each 1,000 records. */
  readonly cost: number | null;
  /** At most 50 points, from flagging nothing to flagging everything. */
  readonly roc: readonly RocPoint[];
  readonly area: number | null;
  readonly averagePrecision: number | null;
}

/** Scores what a detector flagged; the curve is over all candidates, whatever the budget chose, and records that are none come last. */
export function scoreDetector({ manipulated, candidates, records }: DetectorTrial): DetectorScore {
  const flagged = new Set<number>();
  const chances = new Map<number, number>();
  for (const { key, p, isFlagged } of candidates) {
    if (isFlagged) flagged.add(key);
    const chance = p ?? RULE_BROKEN;
    const known = chances.get(key);
    if (known === undefined || chance < known) chances.set(key, chance);
  }
  let right = 0;
  for (const key of flagged) if (manipulated.has(key)) right++;
  const injected = manipulated.size;
  const ties = tiesByChance(chances, manipulated);
  const held = ties.reduce((sum, { positives }) => sum + positives, 0);
  const rest = { positives: injected - held, negatives: records - chances.size - (injected - held) };
  const all = rest.positives + rest.negatives > 0 ? [...ties, rest] : ties;
  return scored({ flagged: flagged.size, right, injected, records }, all);
}

/** Before every chance: nothing honest breaks a written rule. */
const RULE_BROKEN = -1;

/** Candidates in groups of equal chance, the least first. */
function tiesByChance(chances: ReadonlyMap<number, number>, manipulated: ReadonlySet<number>): TiedRecords[] {
  const ties = new Map<number, { positives: number; negatives: number }>();
  for (const [key, chance] of chances) {
    const tie = ties.get(chance) ?? { positives: 0, negatives: 0 };
    ties.set(chance, tie);
    if (manipulated.has(key)) tie.positives++;
    else tie.negatives++;
  }
  return [...ties].sort(([a], [b]) => a - b).map(([, tie]) => tie);
}

/** Baseline: every rating of the best level is flagged; `right` of them are manipulated. */
export const scoreTopLevelFlagged = (counts: FlagCounts): DetectorScore => scored(counts, tiesOfRule(counts));

/** Baseline: so many records are flagged at random. Counts and figures are those expected; F1 is of counts that do not vary but for the hits. */
export function scoreRandomlyFlagged(asked: Omit<FlagCounts, 'right'>): DetectorScore {
  const { flagged, injected, records } = asked;
  const right = records === 0 ? 0 : (flagged * injected) / records;
  const counts = { ...asked, right };
  const score = scored(counts, [{ positives: injected, negatives: records - injected }]);
  // Nothing was observed that an interval could be of.
  return { ...score, precisionInterval: null, recallInterval: null };
}

/** A rule that knows no degree of suspicion. */
const tiesOfRule = ({ flagged, right, injected, records }: FlagCounts): TiedRecords[] => [
  { positives: right, negatives: flagged - right },
  { positives: injected - right, negatives: records - injected - flagged + right },
];

function scored(counts: FlagCounts, ties: readonly TiedRecords[]): DetectorScore {
  const { flagged, right, injected, records } = counts;
  const missed = injected - right;
  const hits: Hits = {
    truePositives: right,
    falsePositives: flagged - right,
    falseNegatives: missed,
    trueNegatives: records - injected - flagged + right,
  };
  return {
    ...counts,
    precision: precisionOfHits(hits),
    precisionInterval: flagged === 0 ? null : wilsonInterval(right, flagged),
    recall: recallOfHits(hits),
    recallInterval: injected === 0 ? null : wilsonInterval(right, injected),
    f1: fScoreOfHits(hits),
    falseRate: falseRateOfHits(hits),
    cost:
      records === 0 || (flagged === 0 && injected === 0)
        ? null
        : ((VERIFIED_FLAG_COST * flagged + MISSED_FLAG_COST * missed) * 1000) / records,
    roc: thinnedPoints(rocPoints(ties), MOST_POINTS),
    area: areaUnderRoc(ties),
    averagePrecision: averagePrecision(ties),
  };
}
