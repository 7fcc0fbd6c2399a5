import { below, logNormalQuantiles, QUANTILES } from '../../simulate/distributions.ts';
import type { AuditModel } from './audit-model.ts';
import type { RatingExpectation, ExpectedService } from './ratings.ts';

/** Delay of an additional rating and who has changed their mind (docs/scenario.md). */
const MEDIAN = 2 * 86_400;
export const ADDITIONAL_SPREAD = 0.9;
const LONGEST = 30 * 86_400;
const LEAST = 60;
const SAME_MIND = 0.6;

const delays = logNormalQuantiles(MEDIAN, ADDITIONAL_SPREAD).map((seconds) => Math.min(seconds, LONGEST));

/** Who rates a service again, when and how. */
export class AdditionalExpectation {
  constructor(
    private readonly model: AuditModel,
    private readonly ratings: RatingExpectation,
  ) {}

  /** Chance that a person rates again within the run: after a rectification, or without one, at second `from`. */
  chance(unit: number, rectified: boolean, from: number): number {
    if ((this.model.tables.rules.additionalRatings[unit] ?? 0) === 0) return 0;
    const { additional } = this.model.scenario.answering;
    return (rectified ? additional.rectified : additional.otherwise) * this.reach(from);
  }

  /** Chance that an additional rating that waits from second `from` still falls into the run. */
  private reach(from: number): number {
    return this.delayBelow(this.model.span.horizon - from);
  }

  private delayBelow(seconds: number): number {
    return below(delays, seconds - LEAST - 0.5) / QUANTILES;
  }

  /** Between which shares of the delays that fall into the run this one lies. */
  placeInPool(from: number, at: number): readonly [low: number, high: number] | undefined {
    const reach = this.reach(from);
    if (reach === 0) return undefined;
    const delay = at - from;
    return [Math.min(1, this.delayBelow(delay) / reach), Math.min(1, this.delayBelow(delay + 1) / reach)];
  }

  /** Chance that a rating whose work order is open is not upheld in the end: else the person waits for the rectification. */
  get notUpheld(): number {
    return this.model.scenario.rectification.notUpheld;
  }

  get improved(): number {
    return this.model.scenario.answering.additional.improved;
  }

  /** Chance of each level 1..5 after a rectification, where it is better than the first one, or is not. */
  levelsRectified(first: number, better: boolean): number[] {
    const [low, high] = better ? [first + 1, 5] : [1, first];
    return [1, 2, 3, 4, 5].map((level) => (level >= low && level <= high ? 1 / (high - low + 1) : 0));
  }

  /** Chance of each level 1..5 without a rectification: what was felt, or by a changed mind any, each as likely. */
  levelsOtherwise(served: ExpectedService, first: number): number[] {
    return this.ratings.feltWhere(served, first).map((felt) => SAME_MIND * felt + (1 - SAME_MIND) / 5);
  }
}
