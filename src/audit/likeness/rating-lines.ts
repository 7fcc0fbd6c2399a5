import {
  ratingChannel,
  ratingAutomatic,
  ratingHasText,
  ratingLevel,
  ratingTags,
} from '../../model/record/packed-fields.ts';
import type { Reference } from '../../model/reference.ts';
import type { RatingRow } from '../../model/record/row.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { HALL, HOTLINE, ONLINE } from '../../simulate/world/tables.ts';
import { Counts, Delays, numbered, ShareCounter } from './counters.ts';
import type { RatingExpectation, ExpectedService } from '../expected/ratings.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';
import { LIMITS } from './limits.ts';

const CHANNELS = 7;
const TAG_BITS = 8;
const placeKeys = ['online', 'hall', 'hotline'] as const;
const commentKeys = ['none', 'tag', 'tagAndText', 'text'] as const;
/** The hotline calls back the next day; what comes on another day has a cell of its own. */
const OTHER_DAY = 24;

const byPlace = (keys: readonly string[]): string[] =>
  placeKeys.flatMap((place) => keys.map((key) => `${place}-${key}`));

/** Counts the first ratings of services: whether, how, when and what people rate. */
export class RatingLines {
  private readonly participation = new Counts(byPlace(['unrated', 'rated']));
  private readonly defaults = new ShareCounter();
  private readonly defaultRules = new ShareCounter();
  private readonly channels = new Counts(byPlace(numbered(0, CHANNELS)));
  private readonly levels = new Counts(byPlace(numbered(0, CHANNELS)));
  private readonly bad = new ShareCounter();
  private readonly comments = new Counts([
    ...commentKeys.map((key) => `good-${key}`),
    ...commentKeys.map((key) => `bad-${key}`),
  ]);
  private readonly tags: Counts;
  private readonly delays = Array.from({ length: CHANNELS + 1 }, () => new Delays());
  private readonly hotlineHours = new Counts([...numbered(0, 23), 'otherDay']);

  constructor(
    private readonly expectation: RatingExpectation,
    tags: Reference['tags'],
  ) {
    this.tags = new Counts(
      numbered(0, 5).flatMap((level) => {
        const codes = tags.filter((tag) => String(tag.level) === level).map(({ code }) => code);
        return Array.from({ length: TAG_BITS }, (_, bit) => codes[bit] ?? '');
      }),
    );
  }

  /** A service with its first rating, if it has one. */
  add(served: ExpectedService, rating: RatingRow | undefined): void {
    const { expectation } = this;
    const { place } = served;
    const outcome = expectation.outcome(served);
    let inTime = 0;
    for (let channel = 1; channel <= CHANNELS; channel++) {
      const chance = expectation.channel(place, channel);
      if (chance > 0) inTime += chance * expectation.inTime(served, channel);
    }
    const chance = outcome.rated * inTime;
    const byDefault = rating !== undefined && ratingAutomatic(rating.packed) === 1;
    const rated = rating !== undefined && !byDefault;
    this.participation.see(place * 2 + (rated ? 1 : 0));
    this.participation.expect(place * 2 + 1, chance);
    this.participation.expect(place * 2, 1 - chance);
    if (rated) {
      this.addOwn(served, rating, inTime);
      return;
    }
    const due = outcome.defaulted * expectation.defaultInTime(served);
    this.defaults.add(byDefault, chance < 1 ? Math.min(1, due / (1 - chance)) : 0);
    if (byDefault) this.addDefault(served, rating);
  }

  /** An automatic rating has the level and comes at the moment that the rules of its unit say. */
  private addDefault(served: ExpectedService, { packed, assessedAt }: RatingRow): void {
    const { at, level } = this.expectation.defaultOf(served);
    this.defaultRules.add(assessedAt === at && ratingLevel(packed) === level, 1);
  }

  /** A rating that a person gave. */
  private addOwn(served: ExpectedService, { packed, assessedAt }: RatingRow, inTime: number): void {
    const { expectation } = this;
    const { place } = served;
    const channel = ratingChannel(packed);
    this.channels.see(place * 8 + channel);
    for (let other = 1; other <= CHANNELS; other++) {
      const chance = expectation.channel(place, other);
      if (chance > 0) {
        this.channels.expect(
          place * 8 + other,
          inTime > 0 ? (chance * expectation.inTime(served, other)) / inTime : 0,
        );
      }
    }
    if (place === HOTLINE) this.addCallBack(served, assessedAt);
    else this.addDelay(served, channel, assessedAt);
    if (expectation.isLevelled(served.unit, channel)) this.addLevel(served, packed);
  }

  private addCallBack({ at }: ExpectedService, assessedAt: number): void {
    const nextDay = Math.floor(assessedAt / DAY_SECONDS) === Math.floor(at / DAY_SECONDS) + 1;
    this.hotlineHours.see(nextDay ? Math.floor((assessedAt % DAY_SECONDS) / 3600) : OTHER_DAY);
    this.expectation.callHours.forEach((chance, hour) => {
      this.hotlineHours.expect(hour, chance);
    });
  }

  private addDelay(served: ExpectedService, channel: number, assessedAt: number): void {
    const { expectation } = this;
    const { at } = served;
    const reach = expectation.inTime(served, channel);
    if (reach === 0) return;
    this.delays[channel]?.add(
      Math.min(1, expectation.comesBefore(at, channel, assessedAt) / reach),
      Math.min(1, expectation.comesBefore(at, channel, assessedAt + 1) / reach),
    );
  }

  private addLevel(served: ExpectedService, packed: number): void {
    const { place } = served;
    const { levels, rated } = this.expectation.outcome(served);
    const level = ratingLevel(packed);
    this.levels.see(place * 8 + level);
    for (let other = 1; other <= 5; other++) {
      this.levels.expect(place * 8 + other, rated > 0 ? (levels[other] ?? 0) / rated : 0);
    }
    this.bad.add(level <= 2, rated > 0 ? ((levels[1] ?? 0) + (levels[2] ?? 0)) / rated : 0);
    this.addComment(served, level, packed);
  }

  private addComment({ place, late }: ExpectedService, level: number, packed: number): void {
    const bad = level <= 2;
    const tags = ratingTags(packed);
    const tone = bad ? commentKeys.length : 0;
    const hasText = ratingHasText(packed) === 1;
    this.comments.see(tone + (tags === 0 ? (hasText ? 3 : 0) : hasText ? 2 : 1));
    const { tag, tagAndText, text } = this.expectation.comments(bad);
    if (!bad) this.comments.expect(tone, 1 - tag - tagAndText - text);
    this.comments.expectAll(tone + 1, [tag, tagAndText, text]);
    if (tags === 0) return;
    const chances = this.expectation.tagChances(place, level, late);
    for (let bit = 0; bit < TAG_BITS; bit++) {
      if ((tags & (1 << bit)) !== 0) this.tags.see(level * TAG_BITS + bit);
      this.tags.expect(level * TAG_BITS + bit, chances[bit] ?? 0);
    }
  }

  lines(delays: Scenario['channels']['delays']): GoodnessOfFit[] {
    return [
      ...this.participation.shapes('rating', 'participation'),
      ...this.defaults.line('rating', 'defaults'),
      ...this.defaultRules.line('rating', 'defaultRules'),
      ...this.channels.shapes('rating', 'channels'),
      ...this.levels.shapes('rating', 'levels'),
      ...this.bad.line('rating', 'badRatings'),
      ...this.comments.shapes('rating', 'comments'),
      ...this.tags.shapes('rating', 'tags', LIMITS.tags),
      ...this.delays.flatMap((counted, channel) => {
        const delay = delays[String(channel)];
        return delay !== undefined && this.isUsed(channel)
          ? [counted.line(`delay-${String(channel)}`, delay.spread)]
          : [];
      }),
      ...this.hotlineHours.shapes('rating', 'hotlineHours'),
    ];
  }

  private isUsed(channel: number): boolean {
    return [ONLINE, HALL].some((place) => this.expectation.channel(place, channel) > 0);
  }
}
