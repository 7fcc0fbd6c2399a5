import { MAX_SERIALS } from '../model/record/key.ts';
import { draw, stream } from '../model/math/random.ts';
import { poisson } from './distributions.ts';
import type { Placement } from './placement.ts';
import type { Span } from './span.ts';
import type { Tables } from './world/tables.ts';

/** Which word of an item and day says how many cases there are, and how many calls to the hotline. */
const CASES = 0;
const CALLS = 2;

/** How many cases, and calls to the hotline, the items have on each day. */
export class Demand {
  constructor(
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
    /** Calls a case. */
    private readonly hotline: number,
    /** Share of what comes online that comes on days off. */
    private readonly offDays: number,
  ) {}

  /** Cases of an item of a unit on the dth day of the span. */
  casesOn(unit: number, task: number, d: number): number {
    return this.countOn(unit, task, d, this.part(d, this.tables.offDays[task] ?? 0), CASES);
  }

  callsOn(unit: number, task: number, d: number): number {
    return this.countOn(unit, task, d, this.hotline * this.part(d, this.offDays), CALLS);
  }

  /** The part of a year's volume that comes on days of the kind of this one, where such a part comes on days off. */
  private part(d: number, onDaysOff: number): number {
    return this.span.off[d] === 1 ? onDaysOff : 1 - onDaysOff;
  }

  private countOn(unit: number, task: number, d: number, perCase: number, word: number): number {
    const { seed, tables, placement, span } = this;
    const mean = (tables.rate[task] ?? 0) * (span.share[d] ?? 0) * perCase;
    if (mean === 0) return 0;
    const group = (unit << 10) | (placement.slot[task] ?? 0);
    return Math.min(MAX_SERIALS, poisson(mean, draw(seed, stream.demand, group, span.days[d] ?? 0, word)));
  }
}
