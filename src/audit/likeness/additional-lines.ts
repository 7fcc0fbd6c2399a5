import { ratingChannel, ratingLevel, rectificationVerdict } from '../../model/record/packed-fields.ts';
import { verdict } from '../../model/codes.ts';
import type { RatingRow, RectificationRow } from '../../model/record/row.ts';
import { Counts, Delays, numbered, ShareCounter } from './counters.ts';
import { ADDITIONAL_SPREAD, type AdditionalExpectation } from '../expected/additional.ts';
import type { RatingExpectation, ExpectedService } from '../expected/ratings.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

const LEVELS = 5;
const levelKeys = ['rectified', 'otherwise'].flatMap((kind) =>
  numbered(1, LEVELS).map((level) => `${kind}-${level}`),
);

/** Counts additional ratings (追评): after which first ratings they come, how much later, and at which level. */
export class AdditionalLines {
  private readonly rectified = new ShareCounter();
  private readonly otherwise = new ShareCounter();
  private readonly delays = new Delays();
  private readonly improved = new ShareCounter();
  private readonly levels = new Counts(levelKeys);
  private any = false;

  constructor(
    private readonly expectation: AdditionalExpectation,
    private readonly ratings: RatingExpectation,
  ) {}

  /** A rating that a person gave, the additional one that followed, and the work order between them. */
  add(
    served: ExpectedService,
    first: RatingRow,
    additional: RatingRow | undefined,
    order: RectificationRow | undefined,
  ): void {
    const { expectation } = this;
    const open = order !== undefined && order.rectifiedAt < 0;
    const rectified = order !== undefined && !open && rectificationVerdict(order.packed) === verdict.upheld;
    const from = Math.max(first.assessedAt, rectified ? order.rectifiedAt : 0);
    const chance = expectation.chance(served.unit, rectified, from) * (open ? expectation.notUpheld : 1);
    (rectified ? this.rectified : this.otherwise).add(additional !== undefined, chance);
    if (additional === undefined) return;
    this.any = true;
    const place = expectation.placeInPool(from, additional.assessedAt);
    if (place) this.delays.add(...place);
    if (!this.ratings.isLevelled(served.unit, ratingChannel(additional.packed))) return;
    const level = ratingLevel(additional.packed);
    const before = ratingLevel(first.packed);
    this.levels.see((rectified ? 0 : LEVELS) + level - 1);
    if (rectified) {
      this.improved.add(level > before, expectation.improved);
      this.levels.expectAll(0, expectation.levelsRectified(before, level > before));
    } else {
      this.levels.expectAll(LEVELS, expectation.levelsOtherwise(served, before));
    }
  }

  lines(): GoodnessOfFit[] {
    return [
      ...this.rectified.line('rating', 'additionalRectified'),
      ...this.otherwise.line('rating', 'additionalOtherwise'),
      ...(this.any ? [this.delays.line('additionalDelay', ADDITIONAL_SPREAD)] : []),
      ...this.improved.line('rating', 'additionalImproved'),
      ...this.levels.shapes('rating', 'additionalLevels'),
    ];
  }
}
