import {
  compareCounts,
  compareShapes,
  compareShare,
  type Cell,
  type Comparison,
} from '../measure/likeness.ts';
import { partsOf, serviceKeyOf, serviceNumberOf } from '../model/key.ts';
import {
  ratingChannel,
  ratingDefaulted,
  ratingHasText,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceUserType,
} from '../model/mark.ts';
import { normalQuantile } from '../model/random.ts';
import type { Reference } from '../model/reference.ts';
import type { RatingRow, ServiceRow } from '../model/row.ts';
import { DAY_SECONDS, monthOf, printMonth, weekdayOf } from '../model/time.ts';
import { HALL, ONLINE } from '../simulate/tables.ts';
import type { World } from '../simulate/world.ts';
import { daysTaken, placeOf, type Expectation } from './quality-expectation.ts';

/** What is compared: how many cases, what they are like, what their ratings are like. */
export const likenessGroups = ['target', 'volume', 'case', 'rating'] as const;
export type LikenessGroup = (typeof likenessGroups)[number];

/** One line of likeness before it is judged. */
export interface LikenessLine extends Comparison {
  readonly group: LikenessGroup;
  readonly name: string;
  /** Of delays: factors of the median and of the log-spread against the scenario's. */
  readonly factors?: { readonly median: number; readonly spread: number };
  /** Of targets: 99% interval of the simulated figure. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** Greatest differences that count as like: 2% of a distribution in another place, a tenth of a small count. */
export const LIMITS = { shape: 0.02, volume: 0.03, tags: 0.04, share: 0.1 } as const;

/** Shares of the promise at which the time taken is cut. */
const promiseCuts = [0.25, 0.5, 0.75, 1, 1.5];
const promiseKeys = ['25', '50', '75', '100', '150', 'more'] as const;
/** Service records of a case, by bits: 1 acceptance, 2 supplement, 4 completion. Without 1 and 4 there is none. */
const caseShapes = ['none', 'A', 'S', 'AS', 'F', 'AF', 'SF', 'ASF'] as const;
const commentKeys = ['none', 'tag', 'tagAndText', 'text'] as const;
const TENTHS = 10;
const CHANNELS = 7;
const TAG_BITS = 8;
const BY_PERSON = 1;
const BY_FIRM = 2;
const ACCEPTANCE = 3;
const SUPPLEMENT = 4;
const COMPLETION = 6;

const placeKeys = ['online', 'hall'] as const;
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const byPlace = (keys: readonly string[]): string[] =>
  placeKeys.flatMap((place) => keys.map((key) => `${place}-${key}`));

/** Observed and expected counts of a list of cells, by their number in it. */
class Counts {
  private readonly observed: Float64Array;
  private readonly expected: Float64Array;

  constructor(private readonly keys: readonly string[]) {
    this.observed = new Float64Array(keys.length);
    this.expected = new Float64Array(keys.length);
  }

  see(cell: number): void {
    this.observed[cell] = (this.observed[cell] ?? 0) + 1;
  }

  expect(cell: number, n: number): void {
    this.expected[cell] = (this.expected[cell] ?? 0) + n;
  }

  /** The cells where anything is expected or was seen. */
  cells(): Cell[] {
    return this.keys
      .map((key, i) => ({ key, observed: this.observed[i] ?? 0, expected: this.expected[i] ?? 0 }))
      .filter(({ observed, expected }) => observed > 0 || expected > 0);
  }
}

/** A count of yes among chances that differ from one to the next. */
class Share {
  observed = 0;
  expected = 0;
  variance = 0;
  n = 0;

  add(yes: boolean, chance: number): void {
    if (yes) this.observed++;
    this.expected += chance;
    this.variance += chance * (1 - chance);
    this.n++;
  }

  compare(key: string, limit: number): Comparison {
    return compareShare(
      { key, observed: this.observed, expected: this.expected },
      this.variance,
      this.n,
      limit,
    );
  }
}

/** Delays of one channel: where each lies in the distribution expected, in tenths, and as normal scores. */
class Delays {
  readonly tenths = new Float64Array(TENTHS);
  private n = 0;
  private sum = 0;
  private squares = 0;

  /**
   * A delay that lies between these two shares of its distribution: seconds are whole, so its weight is spread over the
   * tenths between them (C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009), 1254–1261).
   */
  add(low: number, high: number): void {
    const width = high - low;
    for (let i = Math.min(TENTHS - 1, Math.floor(low * TENTHS)); i < TENTHS; i++) {
      const from = Math.max(low, i / TENTHS);
      const to = Math.min(high, (i + 1) / TENTHS);
      if (to < from) break;
      this.tenths[i] = (this.tenths[i] ?? 0) + (width <= 0 ? 1 : (to - from) / width);
      if (width <= 0) break;
    }
    const score = normalQuantile(Math.min(1 - 1e-6, Math.max(1e-6, (low + high) / 2)));
    this.n++;
    this.sum += score;
    this.squares += score * score;
  }

  /** The line of this channel; its cells are tenths of the distribution expected. */
  line(channel: number, spread: number): LikenessLine {
    const mean = this.n === 0 ? 0 : this.sum / this.n;
    const deviation = this.n < 2 ? 1 : Math.sqrt(Math.max(0, this.squares / this.n - mean * mean));
    return {
      group: 'rating',
      name: `delay-${String(channel)}`,
      ...compareShapes(
        Array.from(this.tenths, (observed, i) => ({ key: String(i + 1), observed, expected: 1 })),
        LIMITS.shape,
      ),
      n: this.n,
      factors: { median: Math.exp(mean * spread), spread: deviation },
    };
  }
}

/** Where the tasks of the world and the days of the run are found. */
export interface LikenessPlaces {
  readonly world: World;
  /** Number of the task in the world by its register id, -1 where it is not of the world. */
  readonly worldTask: Int32Array;
  /** True when this unit is looked at on this day. */
  readonly looksAt: (unit: number, day: number) => boolean;
}

interface OpenCase {
  readonly key: number;
  readonly task: number;
  readonly place: number;
  readonly applied: number;
  readonly userType: number;
  accepted: boolean;
  supplemented: boolean;
  finishedAt: number;
}

/** Counts the rows of a run, service by service in key order, against what its scenario expects of them. */
export class LikenessCounter {
  private readonly dayIndex = new Map<number, number>();
  private open: OpenCase | undefined;

  private readonly units: Counts;
  private readonly items: Counts;
  private readonly weekdays = new Counts(numbered(1, 7));
  private readonly months: Counts;
  private readonly userTypes = new Counts(numbered(0, 15));
  private readonly places = new Counts(placeKeys);
  private readonly hours = placeKeys.map(() => new Counts(numbered(0, 23)));
  private readonly shapes = new Counts(caseShapes);
  private readonly overruns = new Share();
  private readonly promises = new Counts(promiseKeys);

  private readonly participation = new Counts(byPlace(['unrated', 'rated']));
  private readonly defaults = new Share();
  private readonly channels = new Counts(byPlace(numbered(0, CHANNELS)));
  private readonly levels = new Counts(byPlace(numbered(0, CHANNELS)));
  private readonly bad = new Share();
  private readonly comments = new Counts([
    ...commentKeys.map((key) => `good-${key}`),
    ...commentKeys.map((key) => `bad-${key}`),
  ]);
  private readonly tags: Counts;
  private readonly delays = Array.from({ length: CHANNELS + 1 }, () => new Delays());
  /** Cell of the month of each day of the run. */
  private readonly monthOfDay: Int32Array;

  constructor(
    private readonly expectation: Expectation,
    private readonly at: LikenessPlaces,
    { units, items, tags }: Pick<Reference, 'units' | 'items' | 'tags'>,
  ) {
    const { days } = expectation.span;
    days.forEach((day, d) => this.dayIndex.set(day, d));
    const months = [...new Set(Array.from(days, (day) => printMonth(monthOf(day))))];
    this.monthOfDay = days.map((day) => months.indexOf(printMonth(monthOf(day))));
    this.months = new Counts(months);
    this.units = new Counts(units.map(({ code }) => code));
    this.items = new Counts(items.map(({ code }) => code));
    this.tags = new Counts(
      numbered(0, 5).flatMap((level) => {
        const codes = tags.filter((tag) => String(tag.level) === level).map(({ code }) => code);
        return Array.from({ length: TAG_BITS }, (_, bit) => codes[bit] ?? '');
      }),
    );
    placeKeys.forEach((_, place) => {
      expectation.hours(place).forEach((chance, hour) => this.hours[place]?.expect(hour, chance));
    });
    this.expectVolume();
  }

  /** One service with its ratings. */
  add(service: ServiceRow, ratings: readonly RatingRow[]): void {
    const task = this.at.worldTask[service.task] ?? -1;
    const day = Math.floor(service.acceptedAt / DAY_SECONDS);
    const d = this.dayIndex.get(day);
    // What the world does not hold is a matter of validity.
    if (task < 0 || d === undefined) return;
    const unit = this.at.world.tasks[task]?.unit.index ?? -1;
    if (!this.at.looksAt(unit, day)) return;
    const stage = serviceStage(service.mark);
    const place = placeOf(serviceChannel(service.mark));
    const key = service.key - serviceNumberOf(service.key) + 1;
    if (this.open?.key !== key) {
      this.close();
      this.open = {
        key,
        task,
        place,
        applied: service.acceptedAt,
        userType: serviceUserType(service.mark),
        accepted: false,
        supplemented: false,
        finishedAt: -1,
      };
    }
    if (stage === ACCEPTANCE) this.open.accepted = true;
    if (stage === SUPPLEMENT) this.open.supplemented = true;
    if (stage === COMPLETION) this.open.finishedAt = service.finishedAt;
    const late =
      stage === COMPLETION &&
      this.takenDays(d, service.finishedAt) > (this.expectation.tables.promisedDays[task] ?? 0)
        ? 1
        : 0;
    this.addRatings(service, ratings[0], task, place, late, stage === COMPLETION);
  }

  /** The lines; the last case is counted with them. */
  lines(): LikenessLine[] {
    this.close();
    this.open = undefined;
    const shape = (
      group: LikenessGroup,
      name: string,
      counts: Counts,
      limit: number = LIMITS.shape,
    ): LikenessLine => ({ group, name, ...compareShapes(counts.cells(), limit) });
    const share = (name: string, counts: Share, group: LikenessGroup = 'rating'): LikenessLine => ({
      group,
      name,
      ...counts.compare(name, LIMITS.share),
    });
    const { channels } = this.expectation.scenario;
    const lines: LikenessLine[] = [
      { group: 'volume', name: 'units', ...compareCounts(this.units.cells(), LIMITS.volume) },
      { group: 'volume', name: 'items', ...compareCounts(this.items.cells(), LIMITS.volume) },
      shape('volume', 'weekdays', this.weekdays),
      shape('volume', 'months', this.months),
      shape('case', 'userTypes', this.userTypes),
      shape('case', 'places', this.places),
      shape('case', 'hoursOnline', this.hours[ONLINE] ?? new Counts([])),
      shape('case', 'hoursHall', this.hours[HALL] ?? new Counts([])),
      shape('case', 'stages', this.shapes),
      share('overruns', this.overruns, 'case'),
      shape('case', 'timeTaken', this.promises),
      shape('rating', 'participation', this.participation),
      share('defaults', this.defaults),
      shape('rating', 'channels', this.channels),
      shape('rating', 'levels', this.levels),
      share('badRatings', this.bad),
      shape('rating', 'comments', this.comments),
      shape('rating', 'tags', this.tags, LIMITS.tags),
      ...this.delays.flatMap((delays, channel) =>
        channel > 0 && channels.delays[String(channel)] !== undefined && this.isUsed(channel)
          ? [delays.line(channel, channels.delays[String(channel)]?.spread ?? 0)]
          : [],
      ),
    ];
    // A distribution of one cell, or a share of nothing, says nothing.
    return lines.filter(({ effect, cells }) =>
      effect === 'distance' ? cells.length > 1 : cells.some((cell) => cell.expected > 0 || cell.observed > 0),
    );
  }

  private isUsed(channel: number): boolean {
    return [ONLINE, HALL].some((place) => this.expectation.channel(place, channel) > 0);
  }

  /** Cases of the units and days looked at: known before any row is read. */
  private expectVolume(): void {
    const { expectation, at } = this;
    const { days, share } = expectation.span;
    const { tasks } = at.world;
    const cases = tasks.map((_, t) => expectation.cases(t));
    const perYear = new Map<number, number>();
    tasks.forEach(({ unit }, t) => perYear.set(unit.index, (perYear.get(unit.index) ?? 0) + (cases[t] ?? 0)));
    /** Share of the year that is looked at, by unit. */
    const looked = new Map<number, number>();
    for (const [unit, all] of perYear) {
      let sum = 0;
      days.forEach((day, d) => {
        if (!at.looksAt(unit, day)) return;
        const part = share[d] ?? 0;
        sum += part;
        this.weekdays.expect(weekdayOf(day), all * part);
        this.months.expect(this.monthOfDay[d] ?? 0, all * part);
      });
      looked.set(unit, sum);
      this.units.expect(unit, all * sum);
    }
    tasks.forEach(({ unit, item, itemIndex }, t) => {
      const n = (cases[t] ?? 0) * (looked.get(unit.index) ?? 0);
      this.items.expect(itemIndex, n);
      this.userTypes.expect(item.audience === 'legal' ? BY_FIRM : BY_PERSON, n);
    });
  }

  /** Working days between application and completion, both in the run. */
  private takenDays(d: number, finishedAt: number): number {
    const finished = this.dayIndex.get(Math.floor(finishedAt / DAY_SECONDS));
    return finished === undefined ? 0 : finished - d;
  }

  /** Counts the case that is complete now. */
  private close(): void {
    const { open, expectation, at } = this;
    if (open === undefined) return;
    const { task, place, applied, accepted, supplemented, finishedAt } = open;
    const day = Math.floor(applied / DAY_SECONDS);
    const d = this.dayIndex.get(day) ?? 0;
    const simulated = at.world.tasks[task];
    if (simulated === undefined) return;
    this.units.see(simulated.unit.index);
    this.items.see(simulated.itemIndex);
    this.weekdays.see(weekdayOf(day));
    this.months.see(this.monthOfDay[d] ?? 0);
    this.userTypes.see(open.userType);
    const online = expectation.online(task);
    this.places.see(place);
    this.places.expect(ONLINE, online);
    this.places.expect(HALL, 1 - online);
    this.hours[place]?.see(Math.floor((applied % DAY_SECONDS) / 3600));
    this.closeHandling(d, task, accepted, supplemented, finishedAt);
  }

  private closeHandling(
    d: number,
    task: number,
    accepted: boolean,
    supplemented: boolean,
    finishedAt: number,
  ): void {
    const { expectation } = this;
    const { acceptanceRecorded, supplement } = expectation.scenario.handling;
    const durations = expectation.durationsOf(task);
    const all = daysTaken(durations, Infinity);
    /** Working days left in the run. */
    const left = expectation.span.days.length - 1 - d;
    const between = (from: number, to: number): number =>
      Math.max(0, daysTaken(durations, to) - daysTaken(durations, from)) / all;
    const done = between(-1, left);
    const asked = supplement * between(1, left);
    const openAsked = supplement * between(Math.max(1, left), left * 2 + 1);
    this.shapes.see((finishedAt >= 0 ? 4 : 0) + (supplemented ? 2 : 0) + (accepted ? 1 : 0));
    this.shapes.expect(1, 1 - done - openAsked);
    this.shapes.expect(3, openAsked);
    this.shapes.expect(4, (1 - acceptanceRecorded) * (done - asked));
    this.shapes.expect(5, acceptanceRecorded * (done - asked));
    this.shapes.expect(6, (1 - acceptanceRecorded) * asked);
    this.shapes.expect(7, acceptanceRecorded * asked);

    if (finishedAt < 0 || expectation.tables.instant[task] === 1 || done === 0) return;
    const taken = this.takenDays(d, finishedAt);
    const { promised } = durations;
    this.overruns.add(taken > promised, between(promised, left) / done);
    const slot = promiseCuts.findIndex((cut) => taken <= cut * promised + 1e-9);
    this.promises.see(slot < 0 ? promiseCuts.length : slot);
    let from = -1;
    promiseKeys.forEach((_, i) => {
      const cut = promiseCuts[i];
      const to = cut === undefined ? left : Math.min(left, Math.floor(cut * promised + 1e-9));
      this.promises.expect(i, between(from, to) / done);
      from = Math.max(from, to);
    });
  }

  private addRatings(
    { serviceAt }: ServiceRow,
    rating: RatingRow | undefined,
    task: number,
    place: number,
    late: 0 | 1,
    completed: boolean,
  ): void {
    const { expectation } = this;
    const outcome = expectation.outcome(task, place, late, completed);
    let inTime = 0;
    for (let channel = 1; channel <= CHANNELS; channel++) {
      const chance = expectation.channel(place, channel);
      if (chance > 0) inTime += chance * expectation.inTime(channel, serviceAt);
    }
    const chance = outcome.rated * inTime;
    const byDefault = rating !== undefined && ratingDefaulted(rating.mark) === 1;
    const rated = rating !== undefined && !byDefault;
    this.participation.see(place * 2 + (rated ? 1 : 0));
    this.participation.expect(place * 2 + 1, chance);
    this.participation.expect(place * 2, 1 - chance);
    if (rated) {
      this.addOwn(rating, serviceAt, task, place, late, completed, inTime);
    } else {
      const due = outcome.defaulted * expectation.defaultInTime(serviceAt);
      this.defaults.add(byDefault, chance < 1 ? Math.min(1, due / (1 - chance)) : 0);
    }
  }

  /** A rating that a person gave. */
  private addOwn(
    { key, mark, assessedAt }: RatingRow,
    serviceAt: number,
    task: number,
    place: number,
    late: 0 | 1,
    completed: boolean,
    inTime: number,
  ): void {
    const { expectation } = this;
    const channel = ratingChannel(mark);
    this.channels.see(place * 8 + channel);
    for (let other = 1; other <= CHANNELS; other++) {
      const chance = expectation.channel(place, other);
      if (chance > 0) {
        this.channels.expect(
          place * 8 + other,
          inTime > 0 ? (chance * expectation.inTime(other, serviceAt)) / inTime : 0,
        );
      }
    }
    const delay = assessedAt - serviceAt;
    const reach = expectation.inTime(channel, serviceAt);
    if (reach > 0) {
      this.delays[channel]?.add(
        Math.min(1, expectation.delayBelow(channel, delay - 0.5) / reach),
        Math.min(1, expectation.delayBelow(channel, delay + 0.5) / reach),
      );
    }
    const { unit } = partsOf(serviceKeyOf(key));
    if ((expectation.tables.rules.levelled[unit * 8 + channel] ?? 1) === 1)
      this.addLevel(mark, task, place, late, completed);
  }

  private addLevel(mark: number, task: number, place: number, late: 0 | 1, completed: boolean): void {
    const { expectation } = this;
    const { levels, rated } = expectation.outcome(task, place, late, completed);
    const level = ratingLevel(mark);
    this.levels.see(place * 8 + level);
    for (let other = 1; other <= 5; other++) {
      this.levels.expect(place * 8 + other, rated > 0 ? (levels[other] ?? 0) / rated : 0);
    }
    const bad = level <= 2;
    this.bad.add(bad, rated > 0 ? ((levels[1] ?? 0) + (levels[2] ?? 0)) / rated : 0);

    const tags = ratingTags(mark);
    const tone = bad ? commentKeys.length : 0;
    const hasText = ratingHasText(mark) === 1;
    this.comments.see(tone + (tags === 0 ? (hasText ? 3 : 0) : hasText ? 2 : 1));
    const { tag, tagAndText, text } = expectation.comments(bad);
    if (!bad) this.comments.expect(tone, 1 - tag - tagAndText - text);
    this.comments.expect(tone + 1, tag);
    this.comments.expect(tone + 2, tagAndText);
    this.comments.expect(tone + 3, text);
    if (tags === 0) return;
    const chances = expectation.tagChances(place, level, late);
    for (let bit = 0; bit < TAG_BITS; bit++) {
      if ((tags & (1 << bit)) !== 0) this.tags.see(level * TAG_BITS + bit);
      this.tags.expect(level * TAG_BITS + bit, chances[bit] ?? 0);
    }
  }
}
