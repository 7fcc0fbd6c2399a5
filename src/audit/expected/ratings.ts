import { normalCdf } from '../../model/math/normal.ts';
import { WORDS } from '../../model/math/random.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { below, QUANTILES } from '../../simulate/distributions.ts';
import { dayAfter } from '../../simulate/span-limit.ts';
import { Losses } from '../../simulate/rating/losses.ts';
import type { Choice } from '../../simulate/choice.ts';
import { HALL, HOTLINE, ONLINE } from '../../simulate/world/tables.ts';
import type { AuditModel } from './audit-model.ts';
import { chanceBefore } from './hours-of-ratings.ts';

/** Share of bad ratings with a tag; the others carry a text (docs/scenario.md). */
const BAD_TAGGED = 0.9;
/** No rating comes later than this after its service. */
const LONGEST_DELAY = 41 * DAY_SECONDS;
/** The nightly batch of automatic ratings. */
const BATCH_SECOND = 7200;

/** What of a stored service its rating depends on. */
export interface ExpectedService {
  readonly task: number;
  readonly unit: number;
  readonly place: number;
  readonly at: number;
  /** Working days after which it finished its case; 0 for any other. */
  readonly days: number;
  /** 1 when it finished an overrun case. */
  readonly late: 0 | 1;
  /** True when it finished a case or answered a call. */
  readonly completed: boolean;
}

/** What comes of a service: chances of each level submitted by the person, and of an automatic rating. */
interface Outcome {
  /** By level 1..5 as submitted. */
  readonly levels: Float64Array;
  /** Of those submitted as level 5, by level felt. */
  readonly lifted: Float64Array;
  readonly rated: number;
  readonly defaulted: number;
}

/** Outcomes are kept of cases of fewer days. */
const MOST_DAYS = 512;

const nothing: Outcome = { levels: new Float64Array(6), lifted: new Float64Array(6), rated: 0, defaulted: 0 };

/** Chances of the words that choose an entry, by entry. */
function chancesOf({ thresholds, values }: Choice): { value: number; chance: number }[] {
  return Array.from(values, (value, i) => ({
    value,
    chance: ((thresholds[i] ?? WORDS) - (i === 0 ? 0 : (thresholds[i - 1] ?? 0))) / WORDS,
  }));
}

/** Who rates a service, how, when and what. */
export class RatingExpectation {
  private readonly losses: Losses;
  private readonly outcomes = new Map<number, Outcome>();
  /** The service asked about last. */
  private served: ExpectedService | undefined;
  private ofServed: Outcome = nothing;
  private readonly tagLists: (Float64Array | undefined)[] = [];
  private readonly channelChances: readonly Float64Array[];

  constructor(private readonly model: AuditModel) {
    this.losses = new Losses(model.scenario, model.tables, model.span);
    this.channelChances = model.tables.channels.map((choice) => {
      const chances = new Float64Array(8);
      for (const { value, chance } of chancesOf(choice)) chances[value] = (chances[value] ?? 0) + chance;
      return chances;
    });
  }

  /** Chance of each hour of the day at which the hotline calls back. */
  get callHours(): Float64Array {
    const { callsFrom, callSeconds } = this.model.tables.channelHours;
    const hours = new Float64Array(24);
    for (let at = callsFrom; at < callsFrom + callSeconds; at += 3600) hours[at / 3600] = 3600 / callSeconds;
    return hours;
  }

  /** Chance that a person at this place rates on this channel. */
  channel(place: number, channel: number): number {
    return this.channelChances[place]?.[channel] ?? 0;
  }

  /** True where ratings of a unit on a channel carry a level. */
  isLevelled(unit: number, channel: number): boolean {
    return (this.model.tables.rules.levelled[unit * 8 + channel] ?? 1) === 1;
  }

  outcome(served: ExpectedService): Outcome {
    if (served === this.served) return this.ofServed;
    this.served = served;
    return (this.ofServed = this.isAlike(served) ? this.alikeOutcome(served) : this.makeOutcome(served));
  }

  /** True where nothing but the days it took tells a service from others of its task and place: no crowd is felt there. */
  private isAlike({ place }: ExpectedService): boolean {
    return place !== HALL || this.model.scenario.experience.crowded === 0;
  }

  private alikeOutcome(served: ExpectedService): Outcome {
    const { task, place, days, completed } = served;
    const key = ((task * 3 + place) * 2 + (completed ? 1 : 0)) * MOST_DAYS + Math.min(days, MOST_DAYS - 1);
    const known = this.outcomes.get(key);
    if (known !== undefined && days < MOST_DAYS) return known;
    const made = this.makeOutcome(served);
    this.outcomes.set(key, made);
    return made;
  }

  private makeOutcome({ task, unit, place, at, days, late, completed }: ExpectedService): Outcome {
    const { tables } = this.model;
    const { asked, prompted, suppressed, lost } = this.model.scenario.answering;
    const row = (task * 2 + (place === HALL ? HALL : ONLINE)) * 4;
    const loss = this.losses.of(task, place, days, at);
    const below = (cut: number): number => normalCdf((tables.cuts[row + cut] ?? 0) + loss);
    const gone = suppressed + (1 - suppressed) * lost;
    const levels = new Float64Array(6);
    const lifted = new Float64Array(6);
    let silent = 0;
    for (let felt = 1; felt <= 5; felt++) {
      const chance = (felt === 5 ? 1 : below(felt - 1)) - (felt === 1 ? 0 : below(felt - 2));
      const invited =
        asked === 'everyone' || (asked === 'successful' ? completed && late === 0 : felt <= 3) ? 1 : 0;
      const own = (tables.answers[place * 6 + felt] ?? 0) / WORDS;
      const answers = invited * (own + (place === HALL ? (1 - own) * prompted : 0));
      silent += chance * (1 - answers);
      const asFelt = this.asFelt(felt, place);
      const kept = felt <= 2 ? 1 - gone : 1;
      levels[felt] = (levels[felt] ?? 0) + chance * answers * asFelt * kept;
      lifted[felt] = chance * answers * (1 - asFelt);
      levels[5] = (levels[5] ?? 0) + (lifted[felt] ?? 0);
    }
    const hasDefault = (tables.rules.defaultLevel[unit] ?? 0) > 0;
    return {
      levels,
      lifted,
      rated: levels.reduce((sum, chance) => sum + chance, 0),
      defaulted: hasDefault ? (silent * (tables.rules.defaultShare[unit] ?? 0)) / WORDS : 0,
    };
  }

  /** Chance that the level felt is the one submitted. */
  private asFelt(felt: number, place: number): number {
    if (felt === 5) return 1;
    const { preselected, pressed } = this.model.scenario.answering;
    const retained = (this.model.tables.retained[felt] ?? 0) / WORDS;
    return (felt <= 2 && place === HALL ? 1 - pressed : 1) * (1 - preselected) * retained;
  }

  /** Chance of each level felt, 1..5, where this one was submitted; 0 stands for a rating that carries none. */
  feltWhere(served: ExpectedService, submitted: number): number[] {
    const { levels, lifted, rated } = this.outcome(served);
    const feltAndSubmitted = (felt: number, level: number): number =>
      level === 5 && felt < 5
        ? (lifted[felt] ?? 0)
        : level !== felt
          ? 0
          : (levels[felt] ?? 0) - (felt === 5 ? lifted.reduce((sum, chance) => sum + chance, 0) : 0);
    const all = submitted === 0 ? rated : (levels[submitted] ?? 0);
    return [1, 2, 3, 4, 5].map((felt) => {
      const chance =
        submitted === 0
          ? feltAndSubmitted(felt, felt) + (felt < 5 ? feltAndSubmitted(felt, 5) : 0)
          : feltAndSubmitted(felt, submitted);
      return all > 0 ? chance / all : 0;
    });
  }

  /** When the automatic rating of a service comes, and its level, by the rules of its unit. */
  defaultOf({ unit, at }: Pick<ExpectedService, 'unit' | 'at'>): {
    readonly at: number;
    readonly level: number;
  } {
    const { defaultAfter, defaultLevel } = this.model.tables.rules;
    const day = Math.floor(at / DAY_SECONDS) + (defaultAfter[unit] ?? 0);
    return { at: day * DAY_SECONDS + BATCH_SECOND, level: defaultLevel[unit] ?? 0 };
  }

  /** Chance that an automatic rating of a service still falls into the run. */
  defaultInTime(served: ExpectedService): number {
    return this.defaultOf(served).at < this.model.span.horizon ? 1 : 0;
  }

  /** Chance that the rating of a service of this second comes on this channel before that one. */
  comesBefore(serviceAt: number, channel: number, second: number): number {
    const { tables } = this.model;
    return chanceBefore(tables.channelHours, channel, second, (at) =>
      this.delayBelow(channel, at - serviceAt),
    );
  }

  /** Chance that a rating on this channel is due less than so many whole seconds after its service. */
  private delayBelow(channel: number, seconds: number): number {
    const quantiles = this.model.tables.delays[channel];
    if (quantiles === undefined || seconds <= 1) return 0;
    // Delays are rounded to whole seconds.
    const x = seconds - 0.5;
    const step = below(quantiles, x);
    if (step === 0) return 0;
    const from = quantiles[step - 1] ?? 0;
    const to = quantiles[step] ?? from;
    return (step - 1 + (to > from ? Math.min(1, (x - from) / (to - from)) : 1)) / QUANTILES;
  }

  /** Chance that a rating of a service on this channel falls into the run and the time the unit leaves for it. */
  inTime(served: ExpectedService, channel: number): number {
    const left = this.ratedBefore(served) - served.at;
    // The hotline calls back the next day.
    if (served.place === HOTLINE) {
      const nextDay = (Math.floor(served.at / DAY_SECONDS) + 2) * DAY_SECONDS;
      return nextDay - served.at <= left ? 1 : 0;
    }
    return left > LONGEST_DELAY ? 1 : this.comesBefore(served.at, channel, served.at + left);
  }

  /** No rating of a service is accepted from this second on. */
  private ratedBefore({ unit, at }: ExpectedService): number {
    const { span, tables } = this.model;
    const limit = tables.rules.window[unit];
    if (limit === null || limit === undefined) return span.horizon;
    const lastDay = dayAfter(span, limit.kind, Math.floor(at / DAY_SECONDS), limit.days);
    return Math.min(span.horizon, (lastDay + 1) * DAY_SECONDS);
  }

  /** Chance of each tag of a level among ratings that carry one, by bit. */
  tagChances(place: number, level: number, late: 0 | 1): Float64Array {
    return (this.tagLists[(place * 6 + level) * 2 + late] ??= this.makeTagChances(place * 6 + level, late));
  }

  private makeTagChances(at: number, late: 0 | 1): Float64Array {
    const { tables, scenario } = this.model;
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
    const { tagged, text, badText } = this.model.scenario.answering;
    return bad
      ? { tag: BAD_TAGGED * (1 - badText), tagAndText: BAD_TAGGED * badText, text: 1 - BAD_TAGGED }
      : { tag: tagged * (1 - text), tagAndText: tagged * text, text: (1 - tagged) * text };
  }
}
