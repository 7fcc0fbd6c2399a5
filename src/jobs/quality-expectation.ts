import { WORDS } from '../model/random.ts';
import type { Scenario } from '../model/scenario.ts';
import { DAY_SECONDS } from '../model/time.ts';
import { QUANTILES } from '../simulate/distributions.ts';
import type { Span } from '../simulate/span.ts';
import { HALL, ONLINE, type Choice, type Tables } from '../simulate/tables.ts';

/**
 * What a scenario expects of its records, worked out from its tables by the rules of docs/scenario.md and never by
 * drawing: each chance is conditional on what is stored of the step before it, so that one deviation fails one line.
 */

/** Share of bad ratings with a tag; the others carry a text (docs/scenario.md). */
const BAD_TAGGED = 0.9;
/** No rating comes later than this after its service. */
const LONGEST_DELAY = 41 * DAY_SECONDS;
/** The nightly batch of default ratings. */
const BATCH_SECOND = 7200;

/** What comes of a service: chances of each level submitted by the person, and of a default rating. */
export interface Outcome {
  /** Index level 1..5. */
  readonly levels: Float64Array;
  readonly rated: number;
  readonly defaulted: number;
}

/** Working days taken by the cases of an item, weighed by the chance that the case is registered at all. */
export interface Durations {
  readonly promised: number;
  /** Chance that a case is registered and took at most n days, at n; the last entry holds for all above. */
  readonly upTo: Float64Array;
}

/** Chances of the words that choose an entry, by entry. */
function chancesOf({ thresholds, values }: Choice): { value: number; chance: number }[] {
  return Array.from(values, (value, i) => ({
    value,
    chance: ((thresholds[i] ?? WORDS) - (i === 0 ? 0 : (thresholds[i - 1] ?? 0))) / WORDS,
  }));
}

/** Entries of a rising table below x. */
function below(table: Float64Array, x: number): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? Infinity) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const daysTaken = (durations: Durations, n: number): number =>
  n < 0 ? 0 : (durations.upTo[Math.min(n, durations.upTo.length - 1)] ?? 0);

export class Expectation {
  private readonly outcomes: (Outcome | undefined)[] = [];
  private readonly durations: (Durations | undefined)[] = [];
  private readonly tagLists: (Float64Array | undefined)[] = [];
  private readonly channelChances: readonly Float64Array[];

  constructor(
    readonly scenario: Scenario,
    readonly tables: Tables,
    readonly span: Span,
  ) {
    this.channelChances = tables.channels.map((choice) => {
      const chances = new Float64Array(8);
      for (const { value, chance } of chancesOf(choice)) chances[value] = (chances[value] ?? 0) + chance;
      return chances;
    });
  }

  /** Chance that a person at this place rates on this channel. */
  channel(place: number, channel: number): number {
    return this.channelChances[place]?.[channel] ?? 0;
  }

  /** Chance of each hour of the day at which a case is applied for. */
  hours(place: number): Float64Array {
    const chances = new Float64Array(24);
    for (const hour of this.tables.hours[place] ?? []) chances[hour] = (chances[hour] ?? 0) + 1 / QUANTILES;
    return chances;
  }

  online(task: number): number {
    return (this.tables.online[task] ?? 0) / WORDS;
  }

  /** Cases of a task on a day whose share of the year is 1. */
  cases(task: number): number {
    return (this.tables.rate[task] ?? 0) * daysTaken(this.durationsOf(task), Infinity);
  }

  /** How long cases of a task take; those done on the spot take no day. */
  durationsOf(task: number): Durations {
    return (this.durations[task] ??= this.makeDurations(task));
  }

  private makeDurations(task: number): Durations {
    const { tables, scenario } = this;
    const promised = tables.promisedDays[task] ?? 0;
    if (tables.instant[task] === 1) return { promised, upTo: Float64Array.of(1) };
    const scale = promised * (tables.speed[task] ?? 1);
    // Days are rounded: n days or fewer are less than n and a half; no case takes less than one.
    const share = (n: number): number => (n < 1 ? 0 : below(tables.duration, (n + 0.5) / scale) / QUANTILES);
    const inTime = share(promised);
    const registered = 1 - scenario.handling.selectiveEntry;
    const upTo: number[] = [];
    for (let n = 0; n === 0 || share(n - 1) < 1; n++) {
      upTo.push(n <= promised ? share(n) : inTime + registered * (share(n) - inTime));
    }
    return { promised, upTo: Float64Array.from(upTo) };
  }

  /** What comes of a service of a task at a place, `late` when it finished an overrun case, `completed` when a case. */
  outcome(task: number, place: number, late: number, completed: boolean): Outcome {
    const key = ((task * 2 + place) * 2 + late) * 2 + (completed ? 1 : 0);
    return (this.outcomes[key] ??= this.makeOutcome(task, place, late, completed));
  }

  private makeOutcome(task: number, place: number, late: number, completed: boolean): Outcome {
    const { tables } = this;
    const { asked, prompted, suppressed, lost } = this.scenario.answering;
    const row = ((task * 2 + place) * 2 + late) * 4;
    const gone = suppressed + (1 - suppressed) * lost;
    const levels = new Float64Array(6);
    let silent = 0;
    for (let felt = 1; felt <= 5; felt++) {
      const from = felt === 1 ? 0 : (tables.levels[row + felt - 2] ?? 0);
      const to = felt === 5 ? WORDS : (tables.levels[row + felt - 1] ?? 0);
      const chance = Math.max(0, to - from) / WORDS;
      const invited =
        asked === 'everyone' || (asked === 'successful' ? completed && late === 0 : felt <= 3) ? 1 : 0;
      const own = (tables.answers[place * 6 + felt] ?? 0) / WORDS;
      const answers = invited * (own + (place === HALL ? (1 - own) * prompted : 0));
      silent += chance * (1 - answers);
      const asFelt = this.asFelt(felt, place);
      const kept = felt <= 2 ? 1 - gone : 1;
      levels[felt] = (levels[felt] ?? 0) + chance * answers * asFelt * kept;
      levels[5] = (levels[5] ?? 0) + chance * answers * (1 - asFelt);
    }
    return {
      levels,
      rated: levels.reduce((sum, chance) => sum + chance, 0),
      defaulted: (silent * (tables.defaulting[task] ?? 0)) / WORDS,
    };
  }

  /** Chance that the level felt is the one submitted. */
  private asFelt(felt: number, place: number): number {
    if (felt === 5) return 1;
    const { preselected, pressed } = this.scenario.answering;
    const retained = (this.tables.retained[felt] ?? 0) / WORDS;
    return (felt <= 2 && place === HALL ? 1 - pressed : 1) * (1 - preselected) * retained;
  }

  /** Chance that a default rating of a service at this second still falls into the run. */
  defaultInTime(serviceAt: number): number {
    const { afterDays } = this.scenario.answering.defaulting;
    const at = (Math.floor(serviceAt / DAY_SECONDS) + afterDays) * DAY_SECONDS + BATCH_SECOND;
    return at < this.span.horizon ? 1 : 0;
  }

  /** Chance that a rating on this channel comes less than so many seconds after its service. */
  delayBelow(channel: number, seconds: number): number {
    const quantiles = this.tables.delays[channel];
    if (quantiles === undefined || seconds <= 3) return 0;
    const x = seconds - 3;
    const step = below(quantiles, x);
    if (step === 0) return 0;
    const from = quantiles[step - 1] ?? 0;
    const to = quantiles[step] ?? from;
    return (step - 1 + (to > from ? Math.min(1, (x - from) / (to - from)) : 1)) / QUANTILES;
  }

  /** Chance that a rating on this channel of a service at this second still falls into the run. */
  inTime(channel: number, serviceAt: number): number {
    const left = this.span.horizon - serviceAt;
    // Seconds are whole: the last one before the end of the run counts to its middle.
    return left > LONGEST_DELAY ? 1 : this.delayBelow(channel, left - 0.5);
  }

  /** Chance of each tag of a level among ratings that carry one, by bit. */
  tagChances(place: number, level: number, late: 0 | 1): Float64Array {
    return (this.tagLists[(place * 6 + level) * 2 + late] ??= this.makeTagChances(place * 6 + level, late));
  }

  private makeTagChances(at: number, late: 0 | 1): Float64Array {
    const { tables, scenario } = this;
    const list = (choices: readonly Choice[]): Float64Array => {
      const chances = new Float64Array(8);
      const choice = choices[at];
      if (choice === undefined) return chances;
      for (const { value, chance } of chancesOf(choice)) {
        const bit = 31 - Math.clz32(value);
        chances[bit] = (chances[bit] ?? 0) + chance;
      }
      return chances;
    };
    const bad = at % 6 <= 2;
    const first = list(late === 1 && bad ? tables.timeTags : tables.tags);
    const second = list(tables.tags);
    const { secondTag } = scenario.answering;
    return first.map((chance, bit) => chance + (1 - chance) * secondTag * (second[bit] ?? 0));
  }

  /** Chances that a rating carries a tag, and a text; a bad one carries at least one of them. */
  comments(bad: boolean): { readonly tag: number; readonly tagAndText: number; readonly text: number } {
    const { tagged, text, badText } = this.scenario.answering;
    return bad
      ? { tag: BAD_TAGGED * (1 - badText), tagAndText: BAD_TAGGED * badText, text: 1 - BAD_TAGGED }
      : { tag: tagged * (1 - text), tagAndText: tagged * text, text: (1 - tagged) * text };
  }
}

/** Place of a service by its channel code. */
export const placeOf = (serviceChannel: number): number => (serviceChannel === 1 ? ONLINE : HALL);
