import { knows, type Calendar } from '../model/time/calendar.ts';
import { assessNumberOf, serviceNumberOf } from '../model/record/key.ts';
import {
  ratingFlagged,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
} from '../model/record/packed-fields.ts';
import type { RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import type { ServiceRow } from '../model/record/row.ts';
import type { Register } from '../model/register.ts';
import {
  serviceMeasures,
  type RatingCell,
  type ServiceCell,
  type TagCell,
  type TaskRatingCell,
} from '../model/cells.ts';
import {
  BLOCK_CELLS,
  blockCellOf,
  blockKey,
  ratingCellKey,
  ratingCellOf,
  ratingPlace,
  tagCellOf,
  tagOf,
  taskRatingCellOf,
  taskRatingKey,
  type BlockCell,
} from './cell-key.ts';
import { CountTable, type CountColumns } from './count-table.ts';
import { dayOfSecond, monthOfSecond } from './month-of-day.ts';
import { SUPPLEMENT, SupplementedCases, type CountedCase } from './supplemented-cases.ts';
import { serviceCellOf, serviceColumn } from './service-columns.ts';

/** What the counter looks up about each item, by register id. */
export interface TaskColumns {
  readonly unit: Int32Array;
  readonly office: Int32Array;
  readonly statutoryDays: Int32Array;
  readonly promisedDays: Int32Array;
  /** 1 where the item is done on the spot (即办件). */
  readonly instant: Uint8Array;
}

/** What is counted of a service. */
export type CountedService = Pick<
  ServiceRow,
  'key' | 'task' | 'packed' | 'acceptedAt' | 'finishedAt' | 'serviceAt'
>;

export interface TallyContext {
  readonly tasks: TaskColumns;
  readonly calendar: Calendar;
}

export const tallyContext = ({ tasks }: Register, calendar: Calendar): TallyContext => ({
  tasks: {
    unit: Int32Array.from(tasks, ({ unitIndex }) => unitIndex),
    office: Int32Array.from(tasks, ({ officeId }) => officeId),
    statutoryDays: Int32Array.from(tasks, ({ statutoryDays }) => statutoryDays),
    promisedDays: Int32Array.from(tasks, ({ promisedDays }) => promisedDays),
    instant: Uint8Array.from(tasks, ({ handling }) => (handling === 'instant' ? 1 : 0)),
  },
  calendar,
});

/** Everything a tally has counted, as columns that can be handed to another thread. */
export type TallyColumns = Readonly<Record<'services' | 'ratings' | 'taskRatings' | 'tags', CountColumns>>;

/** Blocks of dense counters held at a time: 4 MB, as much as stays near the processor. */
const MOST_BLOCKS = 4096;
/** Levels 1 to 5 have eight tags each. */
const TAGS = 40;

const ONLINE = 1;
const COMPLETION = 6;
const FINISHED = 3;

/**
 * Counts accepted rows into the cells of src/model/cells.ts: for the writers, and for the recount of `verify`. A
 * service counts in the month of `serviceAt`, a rating in the month of `assessedAt`; a time that is absent or later
 * than 2067 belongs to no month and is not counted. Working days are those after the day of acceptance, up to and
 * including the day of completion. Where the calendar does not know one of the two days, the case counts as finished
 * but not as on time, limited or halved: such days are never guessed.
 *
 * Ratings are first counted in dense blocks, one for an item and month, since neighbours in key order share a block; when
 * there are many, or an answer is wanted, the blocks are settled into the cells.
 */
export class Tally {
  readonly #tasks: TaskColumns;
  readonly #calendar: Calendar;
  readonly #services = new CountTable(serviceMeasures.length);
  readonly #blocks = new CountTable(BLOCK_CELLS);
  readonly #ratings = new CountTable(1);
  readonly #taskRatings = new CountTable(1);
  readonly #tags = new CountTable(TAGS);
  /** The row of a batch in hand: one object for all of them. */
  readonly #counted = { key: 0, task: 0, packed: 0, acceptedAt: 0, finishedAt: 0, serviceAt: 0 };

  constructor(context: TallyContext) {
    this.#tasks = context.tasks;
    this.#calendar = context.calendar;
  }

  /**
   * The accepted services of a batch, those whose `refused` is 0, with their packed fields; how many there are. `before`
   * tells what was counted of a case before this batch; absent where its services all come in one batch.
   */
  addServices(
    rows: ServiceBatch,
    packed: Int32Array,
    refused: Uint8Array,
    before?: (caseKey: number) => CountedCase | undefined,
  ): number {
    const counted = this.#counted;
    let accepted = 0;
    for (let row = 0; row < rows.length; row++) {
      if (refused[row] !== 0) continue;
      accepted++;
      counted.key = rows.key[row] ?? 0;
      counted.task = rows.task[row] ?? 0;
      counted.packed = packed[row] ?? 0;
      counted.acceptedAt = rows.acceptedAt[row] ?? 0;
      counted.finishedAt = rows.finishedAt[row] ?? 0;
      counted.serviceAt = rows.serviceAt[row] ?? 0;
      this.addService(counted);
    }
    new SupplementedCases(this.#services, before).addBatch(rows, packed, refused);
    return accepted;
  }

  /** The accepted ratings of a batch, whose services are of these items and times; how many there are. */
  addRatings(
    rows: RatingBatch,
    services: { readonly task: Int32Array; readonly serviceAt: Int32Array },
    packed: Int32Array,
    refused: Uint8Array,
  ): number {
    let accepted = 0;
    for (let row = 0; row < rows.length; row++) {
      if (refused[row] !== 0) continue;
      accepted++;
      const task = services.task[row] ?? 0;
      const serviceAt = services.serviceAt[row] ?? 0;
      this.addRating(rows.key[row] ?? 0, task, packed[row] ?? 0, rows.assessedAt[row] ?? 0, serviceAt);
    }
    return accepted;
  }

  addService({ key, task, packed, acceptedAt, finishedAt, serviceAt }: CountedService): void {
    const month = monthOfSecond(serviceAt);
    if (month < 0) return;
    const table = this.#services;
    const row = table.row(task, month);
    table.add(row, serviceColumn.services, 1);
    if (serviceNumberOf(key) === 1) table.add(row, serviceColumn.cases, 1);
    if (serviceChannel(packed) === ONLINE) table.add(row, serviceColumn.online, 1);
    const stage = serviceStage(packed);
    if (stage === SUPPLEMENT) table.add(row, serviceColumn.supplements, 1);
    if (stage === COMPLETION && serviceStatus(packed) === FINISHED && finishedAt >= 0) {
      table.add(row, serviceColumn.finished, 1);
      this.#addFinished(row, task, dayOfSecond(acceptedAt), dayOfSecond(finishedAt));
    }
  }

  #addFinished(row: number, task: number, accepted: number, finished: number): void {
    const table = this.#services;
    if (accepted === finished) table.add(row, serviceColumn.sameDay, 1);
    const calendar = this.#calendar;
    if (!knows(calendar, accepted) || !knows(calendar, finished)) return;
    const taken =
      (calendar.elapsed[finished - calendar.first] ?? 0) - (calendar.elapsed[accepted - calendar.first] ?? 0);
    const onTime =
      this.#tasks.instant[task] === 1
        ? accepted === finished
        : taken <= (this.#tasks.promisedDays[task] ?? 0);
    if (onTime) table.add(row, serviceColumn.onTime, 1);
    const statutory = this.#tasks.statutoryDays[task] ?? 0;
    if (statutory === 0) return;
    table.add(row, serviceColumn.limited, 1);
    if (taken * 2 <= statutory) table.add(row, serviceColumn.halved, 1);
  }

  /** Counts cases with a supplement among services that come by rising key. */
  supplementedCases(): SupplementedCases {
    return new SupplementedCases(this.#services);
  }

  /** One rating: packed key and packed, register id of the item of its service, its time and that of its service. */
  addRating(key: number, task: number, packed: number, assessedAt: number, serviceAt: number): void {
    const serviceMonth = assessNumberOf(key) === 1 ? monthOfSecond(serviceAt) : -1;
    if (serviceMonth >= 0) this.#services.add(this.#services.row(task, serviceMonth), serviceColumn.rated, 1);
    const month = monthOfSecond(assessedAt);
    if (month < 0) return;
    if (this.#blocks.size === MOST_BLOCKS) this.#settle();
    const block = this.#blocks.row(task, blockKey(month, assessNumberOf(key) - 1, ratingFlagged(packed)));
    this.#blocks.add(block, packed & (BLOCK_CELLS - 1), 1);
    // Tags belong to a level: a rating without one carries none.
    const level = ratingLevel(packed);
    let bits = ratingTags(packed);
    if (level === 0 || bits === 0) return;
    const tags = this.#tags.row(this.#tasks.unit[task] ?? 0, month);
    for (let bit = 0; bits !== 0; bits >>= 1, bit++) {
      if ((bits & 1) === 1) this.#tags.add(tags, tagOf(level, bit), 1);
    }
  }

  /** Brings what the blocks hold into the cells. */
  #settle(): void {
    const blocks = this.#blocks;
    for (let row = 0; row < blocks.size; row++) {
      const task = blocks.high(row);
      const place = ratingPlace(this.#tasks.unit[task] ?? 0, this.#tasks.office[task] ?? 0);
      for (let cell = 0; cell < BLOCK_CELLS; cell++) {
        const n = blocks.count(row, cell);
        if (n > 0) this.#settleCell(task, place, blockCellOf(blocks.low(row), cell), n);
      }
    }
    blocks.clear();
  }

  #settleCell(task: number, place: number, cell: BlockCell, n: number): void {
    const { month, channel, level, defaulted, flagged, additional } = cell;
    const key = ratingCellKey(month, channel, level, defaulted, flagged, additional);
    this.#ratings.add(this.#ratings.row(place, key), 0, n);
    if (additional === 0)
      this.#taskRatings.add(this.#taskRatings.row(task, taskRatingKey(month, level)), 0, n);
  }

  /** By unit, office, month, channel, level, defaulted, flagged, additional. */
  ratingCells(): Iterable<RatingCell> {
    this.#settle();
    return cellsOf(this.#ratings, ratingCellOf);
  }

  /** First ratings, by task, month, level. */
  taskRatingCells(): Iterable<TaskRatingCell> {
    this.#settle();
    return cellsOf(this.#taskRatings, taskRatingCellOf);
  }

  /** By unit, month, tag. */
  *tagCells(): Iterable<TagCell> {
    for (const row of this.#tags.sortedRows()) {
      for (let tag = 0; tag < TAGS; tag++) {
        const n = this.#tags.count(row, tag);
        if (n > 0) yield tagCellOf(this.#tags.high(row), this.#tags.low(row), tag, n);
      }
    }
  }

  /** By task, month. */
  *serviceCells(): Iterable<ServiceCell> {
    for (const row of this.#services.sortedRows()) yield serviceCellOf(this.#services, row);
  }

  /** All that was counted. */
  columns(): TallyColumns {
    this.#settle();
    return {
      services: this.#services.columns(),
      ratings: this.#ratings.columns(),
      taskRatings: this.#taskRatings.columns(),
      tags: this.#tags.columns(),
    };
  }

  /** Adds what another tally has counted. */
  merge({ services, ratings, taskRatings, tags }: TallyColumns): void {
    this.#services.merge(services);
    this.#ratings.merge(ratings);
    this.#taskRatings.merge(taskRatings);
    this.#tags.merge(tags);
  }

  /** Forgets all counts and keeps the room for them. */
  clear(): void {
    for (const table of [this.#services, this.#blocks, this.#ratings, this.#taskRatings, this.#tags])
      table.clear();
  }
}

/** Cells of a table with one counter a row, by rising key. */
function* cellsOf<Cell>(
  table: CountTable,
  cellOf: (high: number, low: number, n: number) => Cell,
): Iterable<Cell> {
  for (const row of table.sortedRows()) yield cellOf(table.high(row), table.low(row), table.count(row, 0));
}
