import { newBatch, type Batch } from '../model/batch.ts';
import { caseKey, MAX_SERIALS } from '../model/key.ts';
import { Block, stream, streamKey, threefry, threshold } from '../model/random.ts';
import type { Scenario } from '../model/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../model/time.ts';
import type { TruthBatch } from '../model/truth.ts';
import { poisson, quantileIndex } from './distributions.ts';
import type { Part } from './parts.ts';
import type { Span } from './span.ts';
import type { Spoiler, Spoilt } from './defects/spoiler.ts';
import type { Tamperer } from './defects/tamper.ts';
import { RatingMaker } from './rate.ts';
import { HALL, ONLINE, type Tables } from './tables.ts';

/** Where the register put each task of the world: its id and its slot. */
export interface Placement {
  readonly taskId: Int32Array;
  readonly slot: Int32Array;
}

/** A batch with the truth of its ratings, row by row. */
export interface SimulatedBatch {
  readonly batch: Batch;
  readonly truth: TruthBatch;
  /** Records to be printed and read again as their senders spoilt them. */
  readonly spoilt: readonly Spoilt[];
}

/** Who injects defects, where the scenario has any. */
export interface Injectors {
  readonly tamperer: Tamperer;
  readonly spoiler: Spoiler;
}

/** Services a batch holds before it is handed on. */
const FULL = 32_768;
/** A case has at most so many services: acceptance, supplement, completion. */
const CASE_SERVICES = 3;

const ACCEPTED = 2;
const FINISHED = 3;
const STAGE = { accepted: 3, supplement: 4, finished: 6 } as const;
const BY_PERSON = 1;
const BY_FIRM = 2;

/**
 * Makes the records of a world. Every number is a keyed draw of (seed, unit, item, day, serial), so any part can be
 * made alone, on any thread, and comes out the same.
 */
export class RecordMaker {
  private readonly block = new Block();
  private out: Batch = newBatch(0, 0);

  private readonly acceptanceRecorded: number;
  private readonly supplement: number;
  private readonly selectiveEntry: number;
  private readonly ratings: RatingMaker;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
    private readonly injectors?: Injectors,
  ) {
    const { handling } = scenario;
    this.acceptanceRecorded = threshold(handling.acceptanceRecorded);
    this.supplement = threshold(handling.supplement);
    this.selectiveEntry = threshold(handling.selectiveEntry);
    this.ratings = new RatingMaker(scenario, seed, tables, span.horizon, injectors?.tamperer);
  }

  /** Yields the batches of one part, in key order. */
  *batches(part: Part): Generator<SimulatedBatch> {
    this.begin();
    for (let d = part.firstDay; d < part.lastDay; d++) {
      for (let task = part.firstTask; task < part.lastTask; task++) {
        const cases = this.demand(part.unit, task, d);
        for (let serial = 0; serial < cases; serial++) {
          this.makeCase(part.unit, task, d, serial);
          if (this.out.services.length > FULL - CASE_SERVICES) {
            yield this.finish();
            this.begin();
          }
        }
      }
    }
    if (this.out.services.length > 0) yield this.finish();
  }

  private begin(): void {
    // A spoilt record may come twice.
    const room = this.injectors ? 2 * FULL : FULL;
    this.out = newBatch(room, room);
    this.ratings.begin(this.out.ratings, FULL);
  }

  private finish(): SimulatedBatch {
    const { out, injectors } = this;
    const truth = this.ratings.truth();
    if (!injectors) return { batch: out, truth, spoilt: [] };
    const { spoilt, orphaned } = injectors.spoiler.spoil(out, truth.totals);
    return { batch: out, truth: { ...truth, ledger: [...truth.ledger, ...orphaned] }, spoilt };
  }

  private demand(unit: number, task: number, d: number): number {
    const mean = (this.tables.rate[task] ?? 0) * (this.span.share[d] ?? 0);
    if (mean === 0) return 0;
    const group = (unit << 10) | (this.placement.slot[task] ?? 0);
    threefry(this.seed, streamKey(stream.demand, group), this.span.days[d] ?? 0, 0, this.block);
    return Math.min(MAX_SERIALS, poisson(mean, this.block.a));
  }

  private makeCase(unit: number, task: number, d: number, serial: number): void {
    const { block, seed, span, tables } = this;
    const slot = this.placement.slot[task] ?? 0;
    const day = span.days[d] ?? 0;
    const key = streamKey(stream.service, (unit << 10) | slot);
    const entity = day * MAX_SERIALS + serial;

    threefry(seed, key, entity, 0, block);
    const place = block.a < (tables.online[task] ?? 0) ? ONLINE : HALL;
    const hour = tables.hours[place]?.[quantileIndex(block.b)] ?? 9;
    const appliedAt = day * DAY_SECONDS + hour * 3600 + ((block.b & 0xfffff) % 3600);

    threefry(seed, key, entity, 1, block);
    const person = unit * 16_777_216 + (block.a >>> 8);
    const durationWord = block.b;
    threefry(seed, key, entity, 2, block);
    const acceptanceWord = block.a;
    const supplementWord = block.b;

    const instant = tables.instant[task] === 1;
    const promised = tables.promisedDays[task] ?? 0;
    const share = (tables.duration[quantileIndex(durationWord)] ?? 0) * (tables.speed[task] ?? 1);
    const taken = instant ? 0 : Math.max(1, Math.round(promised * share));
    const finishDay = span.following[d + taken];
    const finishedAt = instant
      ? appliedAt + 240 + (durationWord % 1500)
      : finishDay === undefined
        ? span.horizon
        : finishDay * DAY_SECONDS + 32_400 + ((durationWord & 0xfffff) % 28_800);
    const isFinished = finishedAt < span.horizon;
    const overrun = taken > promised ? 1 : 0;

    if (overrun === 1 && this.selectiveEntry > 0) {
      threefry(seed, key, entity, 3, block);
      if (block.a < this.selectiveEntry) return;
    }

    const first = caseKey(unit, day, slot, serial);
    const userType = tables.legal[task] === 1 ? BY_FIRM : BY_PERSON;
    let number = 0;
    const serve = (status: number, stage: number, doneAt: number, at: number, late: number): void => {
      const { services } = this.out;
      const row = services.length++;
      services.key[row] = first + number;
      services.task[row] = this.placement.taskId[task] ?? 0;
      services.status[row] = status;
      services.stage[row] = stage;
      services.channel[row] = place === ONLINE ? 1 : 2;
      services.userType[row] = userType;
      services.acceptedAt[row] = appliedAt;
      services.finishedAt[row] = doneAt;
      services.serviceAt[row] = at;
      services.person[row] = person;
      this.ratings.rate(
        first + number,
        unit,
        task,
        slot,
        entity,
        number,
        place,
        at,
        late,
        stage === STAGE.finished,
        person,
      );
      number++;
    };

    if (acceptanceWord < this.acceptanceRecorded || !isFinished)
      serve(ACCEPTED, STAGE.accepted, ABSENT, appliedAt, 0);
    if (taken > 1 && supplementWord < this.supplement) {
      const askedDay = span.following[d + (taken >> 1)];
      const askedAt =
        askedDay === undefined ? span.horizon : askedDay * DAY_SECONDS + 36_000 + (supplementWord % 18_000);
      if (askedAt < span.horizon) serve(ACCEPTED, STAGE.supplement, ABSENT, askedAt, 0);
    }
    if (isFinished) serve(FINISHED, STAGE.finished, finishedAt, finishedAt, overrun);
  }
}
