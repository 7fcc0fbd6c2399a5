import { knows, type Calendar } from '../model/time/calendar.ts';
import { personGroup } from '../model/counts/random-groups.ts';
import { assessNumberOf, serviceKeyOf, serviceNumberOf } from '../model/record/key.ts';
import { serviceChannel, serviceStage, serviceStatus } from '../model/record/packed-fields.ts';
import type { RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import type { ServiceRow } from '../model/record/row.ts';
import {
  serviceMeasures,
  type RatingCell,
  type ServiceCell,
  type TagCell,
  type TaskRatingCell,
} from '../model/cells.ts';
import { CountTable, type CountColumns } from './count-table.ts';
import { GroupTally, type GroupTallyColumns } from './group-tally.ts';
import { dayOfSecond, monthOfSecond } from './month-of-day.ts';
import { RatingCounts, type RatingCountColumns } from './rating-counts.ts';
import { SUPPLEMENT, SupplementedCases, type CountedCase } from './supplemented-cases.ts';
import { serviceCellOf, serviceColumn } from './service-columns.ts';
import type { TallyContext, TaskColumns } from './task-columns.ts';

/** What is counted of a service. */
export type CountedService = Pick<
  ServiceRow,
  'key' | 'task' | 'packed' | 'acceptedAt' | 'finishedAt' | 'serviceAt' | 'person'
>;

/** Everything a tally has counted, as columns that can be handed to another thread. */
export interface TallyColumns {
  readonly services: CountColumns;
  readonly ratings: RatingCountColumns;
  readonly groups: GroupTallyColumns;
}

const ONLINE = 1;
const COMPLETION = 6;
const FINISHED = 3;

/**
 * Counts accepted rows into the cells of src/model/cells.ts: for the writers, and for the recount of `verify`. A
 * service counts in the month of `serviceAt`, a rating in the month of `assessedAt`; a time that is absent or later
 * than 2067 belongs to no month and is not counted. Working days are those after the day of acceptance, up to and
 * including the day of completion. Where the calendar does not know one of the two days, the case counts as finished
 * but not as on time, limited or halved: such days are never guessed.
 */
export class Tally {
  readonly #tasks: TaskColumns;
  readonly #calendar: Calendar;
  readonly #services = new CountTable(serviceMeasures.length);
  readonly #ratings: RatingCounts;
  /** The same counts by random group. */
  readonly groups: GroupTally;
  /** The row of a batch in hand: one object for all of them. */
  readonly #counted = { key: 0, task: 0, packed: 0, acceptedAt: 0, finishedAt: 0, serviceAt: 0, person: 0 };

  constructor(context: TallyContext) {
    this.#tasks = context.tasks;
    this.#calendar = context.calendar;
    this.#ratings = new RatingCounts(context.tasks);
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
    this.#ratings.add(key, task, packed, month);
    this.groups.addRating(task, month, group, packed, isFirst);
  }

  /** By unit, office, month, channel, level, defaulted, flagged, additional. */
  ratingCells(): Iterable<RatingCell> {
    return this.#ratings.ratingCells();
  }

  /** First ratings, by task, month, level. */
  taskRatingCells(): Iterable<TaskRatingCell> {
    return this.#ratings.taskRatingCells();
  }

  /** By unit, month, tag. */
  tagCells(): Iterable<TagCell> {
    return this.#ratings.tagCells();
  }

  /** By task, month. */
  *serviceCells(): Iterable<ServiceCell> {
    for (const row of this.#services.sortedRows()) yield serviceCellOf(this.#services, row);
  }

  /** All that was counted. */
  columns(): TallyColumns {
    return {
      services: this.#services.columns(),
      ratings: this.#ratings.columns(),
      groups: this.groups.columns(),
    };
  }

  /** Adds what another tally has counted. */
  merge({ services, ratings, groups }: TallyColumns): void {
    this.#services.merge(services);
    this.#ratings.merge(ratings);
    this.groups.merge(groups);
  }

  /** Forgets all counts and keeps the room for them. */
  clear(): void {
    for (const counts of [this.#services, this.#ratings, this.groups]) counts.clear();
  }
}
