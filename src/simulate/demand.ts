import { COLUMN, computing, keyedWords } from '../model/math/four-at-once.ts';
import { MAX_SERIALS } from '../model/record/key.ts';
import { stream, streamKey } from '../model/math/random.ts';
import { poisson } from './distributions.ts';
import type { Part } from './partitions.ts';
import type { Placement } from './placement.ts';
import type { Span } from './span.ts';
import type { Tables } from './world/tables.ts';

/** Blocks of keyed words of an item's demand on a day: cases, calls to the hotline. */
const BLOCKS = 2;
/** Columns of their first words. */
const CASES = 0;
const CALLS = 2 * COLUMN;

/** How many cases, and calls to the hotline, the items of a part have on each of its days. */
export class Demand {
  private part: Part = { unit: 0, firstTask: 0, lastTask: 0, firstDay: 0, lastDay: 0 };
  private cases = new Int32Array(0);
  private calls = new Int32Array(0);

  constructor(
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
    /** Calls a case. */
    private readonly hotline: number,
  ) {}

  /** Draws the demand of a part: for each item many days at once. */
  turnTo(part: Part): void {
    const cells = (part.lastTask - part.firstTask) * (part.lastDay - part.firstDay);
    this.part = part;
    this.cases = new Int32Array(cells);
    this.calls = new Int32Array(cells);
    const { days } = this.span;
    let begins = part.firstDay;
    while (begins < part.lastDay) {
      let ends = begins;
      while (ends < part.lastDay && (days[ends] ?? 0) - (days[begins] ?? 0) < COLUMN) ends++;
      for (let task = part.firstTask; task < part.lastTask; task++) this.draw(task, begins, ends);
      begins = ends;
    }
  }

  casesOn(task: number, d: number): number {
    return this.cases[this.cell(task, d)] ?? 0;
  }

  callsOn(task: number, d: number): number {
    return this.calls[this.cell(task, d)] ?? 0;
  }

  private cell(task: number, d: number): number {
    const { part } = this;
    return (d - part.firstDay) * (part.lastTask - part.firstTask) + task - part.firstTask;
  }

  /** Draws the demand of an item on the days of the span from one to before another. */
  private draw(task: number, begins: number, ends: number): void {
    const { tables, span, hotline } = this;
    const rate = tables.rate[task] ?? 0;
    if (rate === 0) return;
    const first = span.days[begins] ?? 0;
    const key = streamKey(stream.demand, (this.part.unit << 10) | (this.placement.slot[task] ?? 0));
    keyedWords(this.seed, key, first, 0, BLOCKS, (span.days[ends - 1] ?? 0) - first + 1, 0);
    for (let d = begins; d < ends; d++) {
      const mean = rate * (span.share[d] ?? 0);
      const day = (span.days[d] ?? 0) - first;
      const cell = this.cell(task, d);
      this.cases[cell] = Math.min(MAX_SERIALS, poisson(mean, computing.keyed[CASES + day] ?? 0));
      if (hotline > 0)
        this.calls[cell] = Math.min(MAX_SERIALS, poisson(mean * hotline, computing.keyed[CALLS + day] ?? 0));
    }
  }
}
