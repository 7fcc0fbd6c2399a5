import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Span } from '../span.ts';
import { HALL, type Tables } from '../world/tables.ts';

/**
 * What circumstances take from what is felt, all of which records tell: a case that was late or slow, and a hall at a busy
 * hour of a busy day. Slowness and crowds are centred, so that the average case of an item loses nothing by them.
 */
export class Losses {
  private readonly firstDay: number;
  private readonly overrun: number;
  private readonly slow: number;
  private readonly crowded: number;
  /** Mean share of the promise that completed cases have used, by task. */
  private readonly usual: Float64Array;
  /** How busy a hall is at each hour, against the hour of the average case. */
  private readonly busyHours: Float64Array;

  constructor(
    private readonly scenario: Scenario,
    private readonly tables: Tables,
    private readonly span: Span,
  ) {
    const { overrun, slow, crowded } = scenario.experience;
    this.firstDay = span.horizon / DAY_SECONDS - span.busy.length;
    this.overrun = overrun;
    this.slow = slow;
    this.crowded = crowded;
    this.usual = slow === 0 ? new Float64Array(tables.promisedDays.length) : this.usualShares();
    const hours = scenario.demand.hallHours;
    const sum = hours.reduce((all, weight) => all + weight, 0);
    const squares = hours.reduce((all, weight) => all + weight * weight, 0);
    this.busyHours = Float64Array.from(hours, (weight) => (weight * sum) / squares);
  }

  /**
   * The loss in a service of this place and second: `days` are the working days after which it completed its case, 0
   * where it completed none or was done on the spot.
   */
  of(task: number, place: number, days: number, at: number): number {
    let loss = 0;
    if (days > 0) {
      const promised = this.tables.promisedDays[task] ?? 0;
      if (days > promised) loss += this.overrun;
      if (promised > 0) loss += this.slow * (days / promised - (this.usual[task] ?? 0));
    }
    if (place === HALL && this.crowded !== 0) {
      const day = Math.floor(at / DAY_SECONDS);
      const hour = Math.floor((at - day * DAY_SECONDS) / 3600);
      loss += this.crowded * ((this.busyHours[hour] ?? 0) * this.busyDay(day) - 1);
    }
    return loss;
  }

  /** How busy a day is, against the day of the average case; as busy where no case begins on it. */
  private busyDay(day: number): number {
    return this.span.busy[day - this.firstDay] ?? 1;
  }

  private usualShares(): Float64Array {
    const { promisedDays, instant, speed } = this.tables;
    const known = new Map<string, number>();
    return Float64Array.from(promisedDays, (promised, task) => {
      if (instant[task] === 1 || promised === 0) return 0;
      const factor = speed[task] ?? 1;
      const key = `${String(promised)} ${String(factor)}`;
      const share = known.get(key) ?? this.usualShare(promised, factor);
      known.set(key, share);
      return share;
    });
  }

  private usualShare(promised: number, speed: number): number {
    const { retention, retentionTimes } = this.scenario.handling;
    const kept = Math.ceil(promised * retentionTimes);
    let sum = 0;
    for (const share of this.tables.duration) {
      const days = Math.max(1, Math.round(promised * share * speed));
      sum += (1 - retention) * days + retention * Math.max(days, kept);
    }
    return sum / this.tables.duration.length / promised;
  }
}
