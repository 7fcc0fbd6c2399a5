import { knows, type Calendar } from '../model/time/calendar.ts';
import { personGroup } from '../model/counts/random-groups.ts';
import { assessNumberOf, serviceKeyOf, serviceNumberOf } from '../model/record/key.ts';
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
import { GroupTally, type GroupTallyColumns } from './group-tally.ts';
import { dayOfSecond, monthOfSecond } from './month-of-day.ts';
import { SUPPLEMENT, SupplementedCases, type CountedCase } from './supplemented-cases.ts';
import { serviceCellOf, serviceColumn } from './service-columns.ts';
import type { TallyContext, TaskColumns } from './task-columns.ts';

/** What is counted of a service. */
export type CountedService = Pick<
  ServiceRow,
  'key' | 'task' | 'packed' | 'acceptedAt' | 'finishedAt' | 'serviceAt' | 'person'
>;

/** Everything a tally has counted, as columns that can be handed to another thread. */
export type TallyColumns = Readonly<
  Record<'services' | 'ratings' | 'taskRatings' | 'tags', CountColumns> & { groups: GroupTallyColumns }
>;

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
  /** The same counts by random group. */
  readonly groups: GroupTally;
  /** The row of a batch in hand: one object for all of them. */
  readonly #counted = { key: 0, task: 0, packed: 0, acceptedAt: 0, finishedAt: 0, serviceAt: 0, person: 0 };

  constructor(context: TallyContext) {
    this.#tasks = context.tasks;
    this.#calendar = context.calendar;
    this.groups = new GroupTally(context.tasks);
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
      counted.person = rows.person[row] ?? 0;
      this.addService(counted);
    }
    this.supplementedCases(before).addBatch(rows, packed, refused);
    return accepted;
  }

  /** The accepted ratings of a batch, whose services are of these items, times and persons; how many there are. */
  addRatings(
    rows: RatingBatch,
    services: Readonly<Record<'task' | 'serviceAt' | 'person', Int32Array>>,
    packed: Int32Array,
    refused: Uint8Array,
  ): number {
    let accepted = 0;
    for (let row = 0; row < rows.length; row++) {
      if (refused[row] !== 0) continue;
      accepted++;
      const task = services.task[row] ?? 0;
      const serviceAt = services.serviceAt[row] ?? 0;
      const person = services.person[row] ?? 0;
      this.addRating(
        rows.key[row] ?? 0,
        task,
        packed[row] ?? 0,
        rows.assessedAt[row] ?? 0,
        serviceAt,
        person,
      );
    }
    return accepted;
  }

  addService({ key, task, packed, acceptedAt, finishedAt, serviceAt, person }: CountedService): void {
    const month = monthOfSecond(serviceAt);
    if (month < 0) return;
    const row = this.#services.row(task, month);
    const first = serviceNumberOf(key) === 1;
    this.groups.openService(task, month, personGroup(person, key), first);
    this.#countService(row, serviceColumn.services);
    if (first) this.#countService(row, serviceColumn.cases);
    if (serviceChannel(packed) === ONLINE) this.#countService(row, serviceColumn.online);
    const stage = serviceStage(packed);
    if (stage === SUPPLEMENT) this.#countService(row, serviceColumn.supplements);
    if (stage === COMPLETION && serviceStatus(packed) === FINISHED && finishedAt >= 0) {
      this.#countService(row, serviceColumn.finished);
      this.#addFinished(row, task, dayOfSecond(acceptedAt), dayOfSecond(finishedAt));
    }
  }

  #addFinished(row: number, task: number, accepted: number, finished: number): void {
    if (accepted === finished) this.#countService(row, serviceColumn.sameDay);
    const calendar = this.#calendar;
    if (!knows(calendar, accepted) || !knows(calendar, finished)) return;
    const taken =
      (calendar.elapsed[finished - calendar.first] ?? 0) - (calendar.elapsed[accepted - calendar.first] ?? 0);
    const onTime =
      this.#tasks.instant[task] === 1
        ? accepted === finished
        : taken <= (this.#tasks.promisedDays[task] ?? 0);
    if (onTime) this.#countService(row, serviceColumn.onTime);
    const statutory = this.#tasks.statutoryDays[task] ?? 0;
    if (statutory === 0) return;
    this.#countService(row, serviceColumn.limited);
    if (taken * 2 <= statutory) this.#countService(row, serviceColumn.halved);
  }

  /** Counts one in a row of the services, and in the group that was opened for it. */
  #countService(row: number, column: number): void {
    this.#services.add(row, column, 1);
    this.groups.countService(column);
  }

  /** Counts cases with a supplement among services that come by rising key; `before` as for `addServices`. */
  supplementedCases(before?: (caseKey: number) => CountedCase | undefined): SupplementedCases {
    const count = (task: number, month: number, group: number): void => {
      this.groups.openService(task, month, group, false);
      this.#countService(this.#services.row(task, month), serviceColumn.supplemented);
    };
    return new SupplementedCases(count, before);
  }

  /** One rating: packed key and packed, register id of the item of its service, its time, and time and person of that service. */
  addRating(
    key: number,
    task: number,
    packed: number,
    assessedAt: number,
    serviceAt: number,
    person: number,
  ): void {
    const group = personGroup(person, serviceKeyOf(key));
    const isFirst = assessNumberOf(key) === 1;
    const serviceMonth = isFirst ? monthOfSecond(serviceAt) : -1;
    if (serviceMonth >= 0) {
      this.groups.openService(task, serviceMonth, group, false);
      this.#countService(this.#services.row(task, serviceMonth), serviceColumn.rated);
    }
    const month = monthOfSecond(assessedAt);
    if (month < 0) return;
    if (this.#blocks.size === MOST_BLOCKS) this.#settle();
    const block = this.#blocks.row(task, blockKey(month, assessNumberOf(key) - 1, ratingFlagged(packed)));
    this.#blocks.add(block, packed & (BLOCK_CELLS - 1), 1);
    this.groups.addRating(task, month, group, packed, isFirst);
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
      groups: this.groups.columns(),
    };
  }

  /** Adds what another tally has counted. */
  merge({ services, ratings, taskRatings, tags, groups }: TallyColumns): void {
    this.#services.merge(services);
    this.#ratings.merge(ratings);
    this.#taskRatings.merge(taskRatings);
    this.#tags.merge(tags);
    this.groups.merge(groups);
  }

  /** Forgets all counts and keeps the room for them. */
  clear(): void {
    for (const table of [this.#services, this.#blocks, this.#ratings, this.#taskRatings, this.#tags])
      table.clear();
    this.groups.clear();
  }
}

/** Cells of a table with one counter a row, by rising key. */
function* cellsOf<Cell>(
  table: CountTable,
  cellOf: (high: number, low: number, n: number) => Cell,
): Iterable<Cell> {
  for (const row of table.sortedRows()) yield cellOf(table.high(row), table.low(row), table.count(row, 0));
}
