import { MAX_SLOTS } from '../model/record/key.ts';
import { Block, draw, stream, streamKey, threefry } from '../model/math/random.ts';
import { poisson } from './distributions.ts';
import type { Partition } from './partitions.ts';
import type { Span } from './span.ts';
import { LONGEST_MATTER, type OneThingPlan } from './world/one-thing-plans.ts';
import type { Tables } from './world/tables.ts';

/** Words by which the cases of a matter are of one applicant, from this block on; the first says when each begins. */
const AT = { steps: 0, applicant: 1, moment: 2 } as const;
const BLOCKS = 4;
/** The first block of the first matter; the one before says how many there are. */
const FIRST = 4;

/** A case that belongs to a matter of several (一件事). */
export interface LinkedCase {
  readonly unit: number;
  readonly plan: OneThingPlan;
  /** The day on which the matter began, and which of those of its day it is. */
  readonly begun: number;
  readonly nth: number;
  /** Which case of the matter it is, from 0. */
  readonly step: number;
  /** True where one form serves all departments. */
  readonly integrated: boolean;
  /** Words that all cases of the matter have in common. */
  readonly person: number;
  readonly agent: number;
  readonly place: number;
  readonly time: number;
}

/**
 * Says which linked cases begin on a day: of each matter (一件事) a Poisson count begins on each working day, by a keyed draw, and
 * further ones say who applies and on which of the following working days the other departments get their cases. A
 * day looks back at the matters begun before it, so that any partition can be made alone.
 */
export class OneThings {
  /** Linked cases of the day in hand, by place of the item in the partition. */
  private readonly cases: LinkedCase[][] = Array.from({ length: MAX_SLOTS }, () => []);
  /** Those of them that are not empty, of whatever partition was in hand. */
  private readonly filled = new Set<LinkedCase[]>();
  /** Position in the list of days of each working day, and the other way round: -1 for a day off. */
  private readonly working: Int32Array;
  private readonly numberOf: Int32Array;
  private readonly block = new Block();

  constructor(
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly span: Span,
    /** Matters begun, as a share of the cases of their first item. */
    private readonly share: number,
  ) {
    const { off } = span;
    this.working = Int32Array.from([...off.keys()].filter((d) => off[d] === 0));
    this.numberOf = new Int32Array(off.length).fill(-1);
    this.working.forEach((d, n) => (this.numberOf[d] = n));
  }

  /** Takes a day of a partition in hand. */
  turnTo(part: Partition, d: number): void {
    for (const cases of this.filled) cases.length = 0;
    this.filled.clear();
    const plans = this.tables.oneThings[part.unit];
    if (plans === undefined) return;
    const n = this.numberOf[d] ?? -1;
    if (n < 0) return;
    for (const plan of plans)
      for (let back = Math.min(n, LONGEST_MATTER); back >= 0; back--)
        this.takeBegun(part, plan, this.working[n - back] ?? 0, back);
  }

  /** The linked cases of an item on the day in hand. */
  of(part: Partition, task: number): readonly LinkedCase[] {
    return this.tables.oneThings[part.unit] === undefined
      ? none
      : (this.cases[task - part.firstTask] ?? none);
  }

  /** Takes those cases of the matters begun on a working day that begin so many working days later. */
  private takeBegun({ unit, firstTask }: Partition, plan: OneThingPlan, d: number, back: number): void {
    const { seed, span, block } = this;
    const begun = span.days[d] ?? 0;
    const { rate } = d < span.yearBegins ? this.tables.before : this.tables;
    const key = streamKey(stream.oneThing, unit * 64 + plan.number);
    const perYear = this.share * (rate[plan.tasks[0] ?? -1] ?? 0);
    if (perYear === 0) return;
    const integrated = begun >= plan.integratedFrom;
    if (integrated && back > 0) return;
    const n = poisson(
      perYear * (span.share[d] ?? 0),
      draw(seed, stream.oneThing, unit * 64 + plan.number, begun, 0),
    );
    for (let nth = 0; nth < n; nth++) {
      const from = FIRST + nth * BLOCKS;
      threefry(seed, key, begun, from + AT.steps, block);
      const steps = block.a;
      let later = 0;
      for (let step = 0; step < plan.tasks.length; step++) {
        if (step > 0 && !integrated) later += 1 + ((steps >>> step) & 1);
        const task = plan.tasks[step] ?? -1;
        if (later !== back || (rate[task] ?? 0) === 0) continue;
        threefry(seed, key, begun, from + AT.applicant, block);
        const { a: person, b: agent } = block;
        threefry(seed, key, begun, from + AT.moment, block);
        const { a: place, b: time } = block;
        const cases = this.cases[task - firstTask];
        if (cases === undefined) continue;
        cases.push({ unit, plan, begun, nth, step, integrated, person, agent, place, time });
        this.filled.add(cases);
      }
    }
  }
}

const none: readonly LinkedCase[] = [];
