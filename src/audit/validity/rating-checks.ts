import { MAX_PERSON, parseDevice, printDevice } from '../../model/record/identifiers.ts';
import { assessNumberOf, serviceKeyOf } from '../../model/record/key.ts';
import {
  ratingChannel,
  ratingAutomatic,
  ratingHasText,
  ratingLevel,
  ratingTags,
} from '../../model/record/packed-fields.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import type { RatingRow, ServiceRow } from '../../model/record/row.ts';
import { ABSENT } from '../../model/time/time.ts';
import { printTime, type Findings } from './findings.ts';

/** What ratings are checked against. */
export interface RatingRules {
  readonly reference: Reference;
  readonly register: Register;
  /** No time may lie at or after this second. */
  readonly horizon: number;
}

const LONGEST_TEXT = 150;
const LAST_LEVEL = 5;

/** Looks at ratings again, in key order. */
export class RatingChecks {
  private readonly channels: ReadonlySet<number>;
  /** Active tags of each level. */
  private readonly activeTags: readonly number[];
  /** Channels with levels by office, as bits. */
  private readonly levelled: Int32Array;
  private lastRating = -1;

  constructor(
    private readonly rules: RatingRules,
    private readonly findings: Findings,
  ) {
    const { reference, register } = rules;
    this.channels = new Set(reference.channels.map(({ code }) => code));
    this.activeTags = [0, 1, 2, 3, 4, 5].map(
      (level) =>
        reference.tags.filter((tag) => tag.level === level && !reference.retiredTags.has(tag.code)).length,
    );
    this.levelled = Int32Array.from(register.offices, ({ profile }) =>
      (reference.profiles.find(({ id }) => id === profile)?.levelledChannels ?? []).reduce(
        (bits, channel) => bits | (1 << channel),
        0,
      ),
    );
  }

  /** A rating of another run: those that follow it stand after it. */
  passOver({ key }: RatingRow): void {
    this.lastRating = key;
  }

  add(row: RatingRow, service: ServiceRow | undefined): void {
    const { key, packed, assessedAt, uploadedAt, device, rater, text } = row;
    const say = (what: string): string => this.findings.example({ key: serviceKeyOf(key) }, what);
    const level = ratingLevel(packed);
    const channel = ratingChannel(packed);
    const tags = ratingTags(packed);
    this.findings.check('ratingChannel', this.channels.has(channel), () => say(`pf ${String(channel)}`));
    this.findings.check('level', this.isLevelRight(level, channel, service), () =>
      say(`level ${String(level)}`),
    );
    this.findings.check('tags', tags >>> (this.activeTags[level] ?? 0) === 0, () =>
      say(`tags ${tags.toString(2)}`),
    );
    const byDefault = ratingAutomatic(packed) === 1;
    if (level === 1 || level === 2) {
      this.findings.check('reason', tags !== 0 || text !== null || byDefault, () =>
        say(`level ${String(level)}`),
      );
    }
    if (text !== null || ratingHasText(packed) === 1) {
      const length = Array.from(text ?? '').length;
      this.findings.check('text', ratingHasText(packed) === 1 && length >= 1 && length <= LONGEST_TEXT, () =>
        say(`text of ${String(length)}`),
      );
    }
    this.findings.check(
      'source',
      parseDevice(printDevice(device)) === (device === 0 ? -1 : device) && rater >= -1 && rater <= MAX_PERSON,
      () => say(`deviceNo ${String(device)}`),
    );
    this.findings.check('orphans', service !== undefined, () => say('no service'));
    const rises = key > this.lastRating && (assessNumberOf(key) === 1 || key - 1 === this.lastRating);
    this.findings.check('keys', rises, () => say(`assessNumber ${String(assessNumberOf(key))}`));
    this.lastRating = key;
    this.findings.check(
      'ratingTimes',
      assessedAt >= (service?.serviceAt ?? 0) && (uploadedAt === ABSENT || uploadedAt >= assessedAt),
      () =>
        say(
          `${printTime(service?.serviceAt ?? ABSENT)} / ${printTime(assessedAt)} / ${printTime(uploadedAt)}`,
        ),
    );
    const latest = Math.max(assessedAt, uploadedAt);
    this.findings.check('period', latest < this.rules.horizon, () => say(printTime(latest)));
  }

  /** One of the five levels, or none on a channel that by the rules of the place carries none. */
  private isLevelRight(level: number, channel: number, service: ServiceRow | undefined): boolean {
    if (level >= 1) return level <= LAST_LEVEL;
    const office = this.rules.register.tasks[service?.task ?? -1]?.officeId;
    return office !== undefined && ((this.levelled[office] ?? 0) & (1 << channel)) === 0;
  }
}
