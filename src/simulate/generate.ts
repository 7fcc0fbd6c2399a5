import type { CorruptLines } from '../model/defect.ts';
import { emptied, newBatch, noRawLines, type Batch, type RawLines } from '../model/record/batch.ts';
import { FIRST_LINKED, MAX_SERVICES } from '../model/record/key.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { LinkTruth, TruthBatch } from '../model/truth.ts';
import { CaseMaker } from './case/case-maker.ts';
import { Demand } from './demand.ts';
import type { WorkOrderFalsifier } from './defects/falsify-work-orders.ts';
import { orphanedRectifications, type RecordCorrupter } from './defects/record-corrupter.ts';
import type { Manipulator } from './defects/manipulator.ts';
import { ItemInHand } from './case/in-hand.ts';
import { OneThings, type LinkedCase } from './one-things.ts';
import type { Partition, RunPlan } from './partitions.ts';
import type { Placement } from './placement.ts';
import { RatingMaker } from './rating/rate.ts';
import { cutRectifications, Rectifier } from './rating/rectify.ts';
import type { Tables } from './world/tables.ts';

/** A batch with the truth of its ratings, row by row. */
export interface SimulatedBatch {
  readonly batch: Batch;
  readonly truth: TruthBatch;
  /** Corrupted records as their senders sent them. */
  readonly rawLines: RawLines;
}

/** Who injects defects, where the scenario has any. */
export interface Injectors {
  readonly manipulator: Manipulator;
  readonly corrupter: RecordCorrupter;
  readonly falsifier: WorkOrderFalsifier;
  readonly corruptLines: CorruptLines;
}

const noLinks: readonly LinkedCase[] = [];

/** Services a batch holds before it is handed on. */
const FULL = 32_768;

/**
 * Makes the records of a world. Every number is a keyed draw of (seed, unit, item, day, serial), so any partition
 * can be made alone, on any thread, and comes out the same.
 */
export class RecordMaker {
  private out: Batch = newBatch(0, 0);
  private spare: Batch | undefined;
  private readonly demand: Demand;
  private readonly oneThings: OneThings | undefined;
  /** Of the batch in hand. */
  private links: LinkTruth[] = [];
  private readonly room: number;
  private readonly ratingRoom: number;
  private readonly item: ItemInHand;
  private readonly ratings: RatingMaker;
  private readonly cases: CaseMaker;
  private readonly rectifier: Rectifier;

  constructor(
    scenario: Scenario,
    seed: number,
    tables: Tables,
    placement: Placement,
    private readonly plan: Pick<RunPlan, 'span' | 'starts'>,
    private readonly injectors?: Injectors,
  ) {
    const { span } = plan;
    this.demand = new Demand(
      seed,
      tables,
      placement,
      span,
      scenario.handling.hotline,
      scenario.demand.offDays,
    );
    const { share } = scenario.demand.oneThing;
    this.oneThings = share > 0 ? new OneThings(seed, tables, span, share) : undefined;
    const { rectified, otherwise } = scenario.answering.additional;
    // A service may be rated twice, and a corrupted record may come twice.
    this.room = FULL * (injectors ? 2 : 1);
    this.ratingRoom = this.room * (rectified > 0 || otherwise > 0 ? 2 : 1);
    this.item = new ItemInHand(tables, placement, span);
    this.ratings = new RatingMaker(scenario, seed, tables, span, injectors?.manipulator);
    this.cases = new CaseMaker(scenario, seed, tables, span, this.item, this.ratings);
    this.rectifier = new Rectifier(scenario, seed, tables.rules, span);
  }

  /** Yields the batches of one partition, in key order. */
  *batches(part: Partition): Generator<SimulatedBatch> {
    const { demand, oneThings } = this;
    const { span, starts } = this.plan;
    this.begin();
    for (let d = part.firstDay; d < part.lastDay; d++) {
      demand.turnTo(part, d);
      oneThings?.turnTo(part, d);
      for (let task = part.firstTask; task < part.lastTask; task++) {
        if (d < (starts[task] ?? 0)) continue;
        const cases = demand.cases[task - part.firstTask] ?? 0;
        // Calls are answered on their day: none of an earlier one lives on.
        const calls = d < span.first ? 0 : (demand.calls[task - part.firstTask] ?? 0);
        const all = Math.min(FIRST_LINKED, cases + calls);
        const linked = oneThings?.of(part, task) ?? noLinks;
        if (all + linked.length === 0) continue;
        this.item.turnTo(part.unit, task, d);
        for (let serial = 0; serial < all; serial++) {
          if (serial < cases) this.cases.makeCase(serial);
          else this.cases.makeCall(serial);
          if (this.isFull()) {
            yield this.finish();
            this.begin();
          }
        }
        for (const [i, one] of linked.entries()) {
          this.makeLinked(one, FIRST_LINKED + i);
          if (this.isFull()) {
            yield this.finish();
            this.begin();
          }
        }
      }
    }
    if (this.out.services.length > 0) yield this.finish();
  }

  private isFull(): boolean {
    return this.out.services.length > FULL - MAX_SERVICES;
  }

  /** Makes a case of a matter, and notes in the truth where it is in the run. */
  private makeLinked(linked: LinkedCase, serial: number): void {
    const { services } = this.out;
    const before = services.length;
    this.cases.makeCase(serial, linked);
    const { unit, plan, begun, nth, step, integrated } = linked;
    const key = services.key[before];
    if (services.length === before || key === undefined) return;
    this.links.push({ unit, oneThing: plan.key, begun, nth, step, integrated, key });
  }

  /** Takes a batch back that nobody uses any more, for the next one. */
  recycle(batch: Batch): void {
    this.spare = batch;
  }

  private begin(): void {
    this.out = this.spare ? emptied(this.spare) : newBatch(this.room, this.ratingRoom);
    this.spare = undefined;
    this.links = [];
    this.cases.begin(this.out.services);
    this.ratings.begin(this.out.ratings, this.ratingRoom);
  }

  private finish(): SimulatedBatch {
    const { injectors } = this;
    const { horizon } = this.plan.span;
    const truth = { ...this.ratings.truth(), links: this.links };
    const batch = { ...this.out, rectifications: this.rectifier.rectify(this.out.ratings, truth) };
    if (!injectors) {
      cutRectifications(batch.rectifications, horizon);
      return { batch, truth, rawLines: noRawLines };
    }
    const { corrupted, orphaned, lost } = injectors.corrupter.corrupt(batch, truth.totals);
    const falsified = injectors.falsifier.falsify(batch, lost, truth.totals);
    cutRectifications(batch.rectifications, horizon);
    const without = orphanedRectifications(batch.rectifications, lost);
    const { rawLines, ledger: sent } = injectors.corruptLines(batch, corrupted);
    const ledger = [...truth.ledger, ...orphaned, ...without, ...falsified, ...sent];
    return { batch, truth: { ...truth, ledger }, rawLines };
  }
}
