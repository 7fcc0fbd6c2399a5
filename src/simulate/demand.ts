import { FIRST_LINKED, MAX_SLOTS } from '../model/record/key.ts';
import { Block, draw, stream, streamKey, threefry, uniform } from '../model/math/random.ts';
import { below, poisson } from './distributions.ts';
import type { Partition } from './partitions.ts';
import type { Placement } from './placement.ts';
import type { Span } from './span.ts';
import type { Tables, YearTables } from './world/tables.ts';

/** Which word of an item and day says how many cases there are, and how many calls to the hotline. */
const CASES = 0;
const CALLS = 2;

/** Items with fewer cases a year are counted together: most have none on most days. */
const SELDOM = 60;

/** Block of the first case among the seldom items of a unit on a day; those before it say how many there are. */
const FIRST_CHOICE = 4;

/** What a unit is asked for in a year on working days, on days off, or by calls: by place in the partition. */
interface YearlyVolumes {
  readonly each: Float64Array;
  /** Places of the seldom items, and the sums of their volumes up to each. */
  readonly seldom: Int32Array;
  readonly sums: Float64Array;
}

/**
 * How many cases, and calls to the hotline, the items have on each day: Poisson counts. One keyed draw counts those of all
 * seldom items of a unit together, and one for each of them says whose it is, which gives each item a Poisson count of its
 * own; so the cost follows the number of cases and not that of items.
 */
export class Demand {
  /** Counts of the day in hand, by place of the item in the partition. */
  readonly cases = new Uint32Array(MAX_SLOTS);
  readonly calls = new Uint32Array(MAX_SLOTS);
  private unit = -1;
  /** Rates of the year in hand. */
  private rates: YearTables;
  /** Cases on working days, cases on days off, calls on working days, calls on days off. */
  private volumes: readonly YearlyVolumes[] = [];
  private readonly block = new Block();

  constructor(
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
    /** Calls a case. */
    private readonly hotline: number,
    /** Share of what comes online that comes on days off. */
    private readonly offDays: number,
  ) {
    this.rates = tables;
  }

  /** Counts what the items of a partition's unit are asked for on the dth day of the span. */
  turnTo(part: Partition, d: number): void {
    const rates = d < this.span.yearBegins ? this.tables.before : this.tables;
    if (this.unit !== part.unit || this.rates !== rates) this.takeUnit(part, rates);
    const off = this.span.off[d] ?? 0;
    const [cases, calls] = [this.volumes[off], this.volumes[2 + off]];
    if (cases) this.count(this.cases, cases, part, d, CASES);
    if (calls) this.count(this.calls, calls, part, d, CALLS);
  }

  private takeUnit(part: Partition, rates: YearTables): void {
    const { hotline, offDays } = this;
    const onDaysOff = (task: number): number => rates.offDays[task] ?? 0;
    this.unit = part.unit;
    this.rates = rates;
    this.volumes = [
      this.volumesOf(part, (task) => 1 - onDaysOff(task)),
      this.volumesOf(part, onDaysOff),
      ...(hotline > 0
        ? [this.volumesOf(part, () => hotline * (1 - offDays)), this.volumesOf(part, () => hotline * offDays)]
        : []),
    ];
  }

  private volumesOf({ firstTask, lastTask }: Partition, perCase: (task: number) => number): YearlyVolumes {
    const each = new Float64Array(lastTask - firstTask);
    const seldom: number[] = [];
    const sums: number[] = [];
    let sum = 0;
    for (let task = firstTask; task < lastTask; task++) {
      const rate = this.rates.rate[task] ?? 0;
      const volume = rate * perCase(task);
      each[task - firstTask] = volume;
      if (rate >= SELDOM || volume === 0) continue;
      sum += volume;
      seldom.push(task - firstTask);
      sums.push(sum);
    }
    return { each, seldom: Int32Array.from(seldom), sums: Float64Array.from(sums) };
  }

  private count(
    counts: Uint32Array,
    volumes: YearlyVolumes,
    { unit, firstTask, lastTask }: Partition,
    d: number,
    word: number,
  ): void {
    const { seed, rates, placement, span } = this;
    const day = span.days[d] ?? 0;
    const share = span.share[d] ?? 0;
    counts.fill(0);
    for (let task = firstTask; task < lastTask; task++) {
      const volume = volumes.each[task - firstTask] ?? 0;
      if (volume === 0 || (rates.rate[task] ?? 0) < SELDOM) continue;
      const group = (unit << 10) | (placement.slot[task] ?? 0);
      const n = poisson(volume * share, draw(seed, stream.demand, group, day, word));
      counts[task - firstTask] = Math.min(FIRST_LINKED, n);
    }
    this.addSeldom(counts, volumes, unit, day, share, word);
  }

  private addSeldom(
    counts: Uint32Array,
    { seldom, sums }: YearlyVolumes,
    unit: number,
    day: number,
    share: number,
    word: number,
  ): void {
    const { seed, block } = this;
    const total = sums.at(-1) ?? 0;
    if (total === 0) return;
    const key = streamKey(stream.seldomDemand, unit);
    threefry(seed, key, day, word, block);
    const n = poisson(total * share, block.a);
    for (let i = 0; i < n; i++) {
      threefry(seed, key, day, FIRST_CHOICE + i, block);
      const place = seldom[below(sums, uniform(word === CASES ? block.a : block.b) * total)] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
}
