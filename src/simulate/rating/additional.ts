import type { RatingBatch } from '../../model/record/batch.ts';
import { FIRST_ACCOUNT } from '../../model/record/identifiers.ts';
import { MAX_SERIALS, partsOf, ratingKey } from '../../model/record/key.ts';
import { Block, stream, streamKey, threefry, threshold, WORDS } from '../../model/math/random.ts';
import { verdict } from '../../model/codes.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT } from '../../model/time/time.ts';
import { mechanism } from '../../model/truth.ts';
import type { ServiceInHand } from '../case/in-hand.ts';
import { chosenValue } from '../choice.ts';
import { logNormalQuantiles, quantileIndex } from '../distributions.ts';
import { uploadedSoonAfter } from './rating-rows.ts';
import { Rectifier } from './rectify.ts';
import type { Span } from '../span.ts';
import type { Tables } from '../world/tables.ts';

/** Blocks of keyed words a service has for its additional rating. */
const BLOCKS = 4;
const AT = { answer: 0, level: 1, tag: 2, source: 3 } as const;

const WEB = 1;
const MOBILE = 2;
/** Delay after the first rating or its rectification: median 2 days, log-spread 0.9, 30 days at most. Assumed. */
const delays = logNormalQuantiles(2 * 86_400, 0.9).map((seconds) => Math.min(seconds, 30 * 86_400));
/** Chance that who rates again without a rectification says what was felt; the others have changed their mind. Assumed. */
const SAME = threshold(0.6);
/** Chance that a good additional rating carries a tag; a bad one always does. Assumed. */
const TAGGED = threshold(0.5);

/** Ratings after which a person may rate again: those that a user gave. */
const byUser: ReadonlySet<number> = new Set([
  mechanism.own,
  mechanism.lifted,
  mechanism.preselected,
  mechanism.pressed,
  mechanism.misclick,
]);

/**
 * Additional ratings (追评): where the unit's rules allow one, a person rates a second time, most often after a bad
 * rating was rectified. It is given online, from the person's own account, and shows what is felt by then.
 */
export class AdditionalMaker {
  private readonly block = new Block();
  private readonly rectifier: Rectifier;
  private readonly rectified: number;
  private readonly otherwise: number;
  private readonly improved: number;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly span: Span,
  ) {
    const { rectified, otherwise, improved } = scenario.answering.additional;
    this.rectified = threshold(rectified);
    this.otherwise = threshold(otherwise);
    this.improved = threshold(improved);
    this.rectifier = new Rectifier(scenario, seed, tables.rules, span);
  }

  /** Lets the rating of this service, if it is the last one made, be followed by another. */
  follow(
    out: RatingBatch,
    trueLevels: Uint8Array,
    mechanisms: Uint8Array,
    { choices, key: serviceKey, place, number }: ServiceInHand,
  ): void {
    if (this.rectified === 0 && this.otherwise === 0) return;
    const row = out.length - 1;
    const first = ratingKey(serviceKey, 1);
    if (out.key[row] !== first) return;
    const { unit, day, slot, serial } = partsOf(serviceKey);
    const how = mechanisms[row] ?? 0;
    const person = out.rater[row] ?? ABSENT;
    const { rules } = this.tables;
    if (rules.additionalRatings[unit] === 0 || !byUser.has(how) || person < 0) return;

    const shown = out.level[row] ?? 0;
    const assessedAt = out.assessedAt[row] ?? 0;
    const rectifiedAt = this.rectifiedAt(first, shown, assessedAt, how);
    const { block } = this;
    const key = streamKey(stream.additional, (unit << 10) | slot);
    const entity = day * MAX_SERIALS + serial;
    const n = number * BLOCKS;
    threefry(this.seed, key, entity, n + AT.answer, block);
    if (block.a >= (rectifiedAt === ABSENT ? this.otherwise : this.rectified)) return;
    const step = quantileIndex(block.b);
    const at = Math.max(assessedAt, rectifiedAt) + 60 + Math.round(delays[step] ?? 0);
    if (at >= this.span.horizon) return;

    threefry(this.seed, key, entity, n + AT.level, block);
    const { a: moodWord, b: levelWord } = block;
    const felt = trueLevels[row] ?? 5;
    const level =
      rectifiedAt === ABSENT
        ? moodWord < SAME
          ? felt
          : between(1, 5, levelWord)
        : moodWord < this.improved
          ? between(shown + 1, 5, levelWord)
          : between(1, shown, levelWord);
    threefry(this.seed, key, entity, n + AT.source, block);
    const channel = block.a < WORDS / 2 ? MOBILE : WEB;
    const sourceWord = block.b;
    const levelled = (rules.levelled[unit * 8 + channel] ?? 1) === 1;

    const to = out.length++;
    out.key[to] = ratingKey(serviceKey, 2);
    out.level[to] = levelled ? level : 0;
    out.channel[to] = channel;
    out.assessedAt[to] = at;
    out.device[to] = FIRST_ACCOUNT + person;
    out.rater[to] = person;
    // One given while the first is kept back is sent with it.
    out.uploadedAt[to] = Math.max(uploadedSoonAfter(at, sourceWord), out.uploadedAt[row] ?? 0);
    trueLevels[to] = level;
    mechanisms[to] = mechanism.own;
    threefry(this.seed, key, entity, n + AT.tag, block);
    const tags = choices.tags[place * 6 + level];
    if (levelled && tags !== undefined && (level <= 2 || block.a < TAGGED))
      out.tags[to] = chosenValue(tags, block.b);
  }

  /** When a bad rating is rectified, being upheld; ABSENT where it is not. */
  private rectifiedAt(key: number, level: number, assessedAt: number, how: number): number {
    if (level < 1 || level > 2) return ABSENT;
    const course = this.rectifier.courseOf(key, assessedAt, how);
    return course?.verdict === verdict.upheld ? course.rectifiedAt : ABSENT;
  }
}

/** A whole number from `low` to `high`, each as likely. */
const between = (low: number, high: number, word: number): number =>
  low + Math.floor((word / WORDS) * (high - low + 1));
