import { knows, type Calendar } from '../model/calendar.ts';
import { assessNumberOf, serviceNumberOf } from '../model/key.ts';
import {
  ratingChannel,
  ratingDefaulted,
  ratingFlagged,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
} from '../model/mark.ts';
import type { Register } from '../model/register.ts';
import {
  serviceMeasures,
  type RatingCell,
  type ServiceCell,
  type TagCell,
  type TaskRatingCell,
} from '../model/tally.ts';
import {
  ratingCellKey,
  ratingCellOf,
  ratingPlace,
  tagCellOf,
  tagKey,
  tagOf,
  taskRatingCellOf,
  taskRatingKey,
} from './cell-key.ts';
import { CountTable } from './count-table.ts';
import { dayOfSecond, monthOfSecond } from './month-of-day.ts';
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

const ONLINE = 1;
const SUPPLEMENT = 4;
const COMPLETION = 6;
const FINISHED = 3;

/**
 * Counts accepted rows into the cells of src/model/tally.ts: for the writers, and for the recount of `verify`. A
 * service counts in the month of `serviceAt`, a rating in the month of `assessedAt`; a time that is absent or later
 * than 2067 belongs to no month and is not counted. Working days are those after the day of acceptance, up to and
 * including the day of completion. Where the calendar does not know one of the two days, the case counts as finished
 * but not as on time, limited or halved: such days are never guessed.
 */
export class Tally {
  readonly #tasks: TaskColumns;
  readonly #calendar: Calendar;
  readonly #services = new CountTable(serviceMeasures.length);
  readonly #ratings = new CountTable(1);
  readonly #taskRatings = new CountTable(1);
  readonly #tags = new CountTable(1);

  constructor(context: TallyContext) {
    this.#tasks = context.tasks;
    this.#calendar = context.calendar;
  }

  /** One service: packed key and mark, register id of its item, times in seconds. */
  addService(
    key: number,
    task: number,
    mark: number,
    acceptedAt: number,
    finishedAt: number,
    serviceAt: number,
  ): void {
    const month = monthOfSecond(serviceAt);
    if (month < 0) return;
    const table = this.#services;
    const row = table.row(task, month);
    table.add(row, serviceColumn.services, 1);
    if (serviceNumberOf(key) === 1) table.add(row, serviceColumn.cases, 1);
    if (serviceChannel(mark) === ONLINE) table.add(row, serviceColumn.online, 1);
    const stage = serviceStage(mark);
    if (stage === SUPPLEMENT) table.add(row, serviceColumn.supplements, 1);
    if (stage === COMPLETION && serviceStatus(mark) === FINISHED && finishedAt >= 0) {
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

  /** One rating: packed key and mark, register id of the item of its service, time in seconds. */
  addRating(key: number, task: number, mark: number, assessedAt: number): void {
    const month = monthOfSecond(assessedAt);
    if (month < 0) return;
    const unit = this.#tasks.unit[task] ?? 0;
    const place = ratingPlace(unit, this.#tasks.office[task] ?? 0);
    const level = ratingLevel(mark);
    const additional = assessNumberOf(key) - 1;
    const cell = ratingCellKey(
      month,
      ratingChannel(mark),
      level,
      ratingDefaulted(mark),
      ratingFlagged(mark),
      additional,
    );
    this.#ratings.add(this.#ratings.row(place, cell), 0, 1);
    if (additional === 0)
      this.#taskRatings.add(this.#taskRatings.row(task, taskRatingKey(month, level)), 0, 1);
    // Tags belong to a level: a rating without one carries none.
    if (level === 0) return;
    for (let bits = ratingTags(mark), bit = 0; bits !== 0; bits >>= 1, bit++) {
      if ((bits & 1) === 1) this.#tags.add(this.#tags.row(unit, tagKey(month, tagOf(level, bit))), 0, 1);
    }
  }

  /** By unit, office, month, channel, level, defaulted, flagged, additional. */
  ratingCells(): Iterable<RatingCell> {
    return cellsOf(this.#ratings, ratingCellOf);
  }

  /** First ratings, by task, month, level. */
  taskRatingCells(): Iterable<TaskRatingCell> {
    return cellsOf(this.#taskRatings, taskRatingCellOf);
  }

  /** By unit, month, tag. */
  tagCells(): Iterable<TagCell> {
    return cellsOf(this.#tags, tagCellOf);
  }

  /** By task, month. */
  *serviceCells(): Iterable<ServiceCell> {
    for (const row of this.#services.sortedRows()) yield serviceCellOf(this.#services, row);
  }

  /** Forgets all counts and keeps the room for them. */
  clear(): void {
    for (const table of [this.#services, this.#ratings, this.#taskRatings, this.#tags]) table.clear();
  }
}

/** Cells of a table with one counter a row, by rising key. */
function* cellsOf<Cell>(
  table: CountTable,
  cellOf: (high: number, low: number, n: number) => Cell,
): Iterable<Cell> {
  for (const row of table.sortedRows()) yield cellOf(table.high(row), table.low(row), table.count(row, 0));
}
