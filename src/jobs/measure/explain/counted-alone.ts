import { countUnits, type PeriodCells } from '../../../measure/count.ts';
import { formulaOf } from '../../../measure/formulas/formulas.ts';
import { scaleOf } from '../../../measure/scale.ts';
import type { TaskRatingCell } from '../../../model/cells.ts';
import type { Indicator } from '../../../model/method.ts';
import type { RatingRow, RectificationRow, ServiceRow } from '../../../model/record/row.ts';
import type { Reference, Unit } from '../../../model/reference.ts';
import type { Register, Task } from '../../../model/register.ts';
import type { Calendar } from '../../../model/time/calendar.ts';
import type { Period } from '../../../model/time/period.ts';
import { RectificationTally } from '../../../rollup/rectification-tally.ts';
import { Tally } from '../../../rollup/tally.ts';
import { tallyContext } from '../../../rollup/task-columns.ts';

/** What some records or items add to the counts of an indicator. */
export interface CountParts {
  readonly numerator: number;
  readonly denominator: number;
}

/** Records that stand for one another’s whole register: services of one item, with ratings and rectifications of theirs. */
export interface RecordsOfItem {
  readonly task: Task;
  readonly services: readonly ServiceRow[];
  readonly ratings: readonly { readonly row: RatingRow; readonly service: ServiceRow }[];
  readonly rectifications: readonly {
    readonly row: RectificationRow;
    readonly rating: RatingRow;
    readonly service: ServiceRow;
  }[];
}

/** What is asked: an indicator of a unit in a period, among the data that it is counted from. */
export interface CountingContext {
  readonly indicator: Indicator;
  readonly unit: Unit;
  readonly period: Period;
  readonly reference: Reference;
  readonly calendar: Calendar;
  readonly register: Register;
}

/** Counts records and items by themselves, one lot after another. */
export interface LoneCounter {
  /** What some records add to an indicator: the very steps of a measurement, over these records alone. */
  ofRecords(records: RecordsOfItem): CountParts;
  /** What some items of an office add to it, with the first ratings that they got. */
  ofItems(tasks: readonly Task[], ratings: readonly TaskRatingCell[]): CountParts;
}

/** A record, an item or an office that counts, and what it adds to the two counts. */
export interface SampledRecord extends CountParts {
  /** A record as a line with all that might name a person masked; an item or office by code and name. */
  readonly text: string;
}

const none: PeriodCells = {
  ratings: [],
  taskRatings: [],
  tags: [],
  services: [],
  rectifications: [],
  named: [],
  assessments: [],
};

export function loneCounter(context: CountingContext): LoneCounter {
  const { indicator, unit: asked, period, reference, calendar, register } = context;
  const scale = scaleOf(reference);
  const formula = formulaOf(indicator.formula);
  const tally = new Tally(tallyContext(register, calendar));
  const rectified = new RectificationTally(register, reference, calendar);

  /** Counts by a register of these items alone, whose ids are their places, and the asked unit and theirs alone. */
  const count = (tasks: readonly Task[], cells: Partial<PeriodCells>): CountParts => {
    const own = reference.units[tasks[0]?.unitIndex ?? -1];
    const units = own === undefined || own === asked ? [asked] : [asked, own];
    const place = units.length - 1;
    const offices = [...new Set(tasks.map(({ officeId }) => officeId))];
    const alone: Register = {
      offices: offices.flatMap((id) => register.offices[id] ?? []).map((office, id) => ({ ...office, id })),
      tasks: tasks.map((task, id) => ({
        ...task,
        id,
        unitIndex: place,
        officeId: offices.indexOf(task.officeId),
      })),
      taskByCode: new Map(),
      officeByCode: new Map(),
      taskAt: new Int32Array(0),
    };
    const [counts] = countUnits({ ...none, ...cells }, alone, { ...reference, units });
    if (counts === undefined) return { numerator: 0, denominator: 0 };
    const { numerator, denominator } = formula.ratio(counts, scale, indicator);
    return { numerator, denominator };
  };
  const placeOf = ({ unitIndex }: Task): number => (reference.units[unitIndex] === asked ? 0 : 1);
  const within = <Cell extends { readonly month: number }>(cells: Iterable<Cell>): Cell[] =>
    [...cells].filter(({ month }) => month >= period.first && month <= period.last);

  return {
    ofRecords({ task, services, ratings, rectifications }) {
      tally.clear();
      const cases = tally.supplementedCases();
      for (const service of services) {
        tally.addService(service);
        cases.add(service.key, task.id, service.packed, service.serviceAt, service.person);
      }
      for (const { row, service } of ratings) {
        const { serviceAt, person } = service;
        tally.addRating(row.key, task.id, row.packed, row.assessedAt, serviceAt, person);
      }
      const at = { unit: placeOf(task), office: 0 };
      const cells = {
        ratings: within(tally.ratingCells()).map((cell) => ({ ...cell, ...at })),
        taskRatings: within(tally.taskRatingCells()).map((cell) => ({ ...cell, task: 0 })),
        tags: within(tally.tagCells()).map((cell) => ({ ...cell, unit: at.unit })),
        services: within(tally.serviceCells()).map((cell) => ({ ...cell, task: 0 })),
      };
      const own = rectifications.map(({ row, rating, service: { person } }) => {
        const { assessedAt, rater } = rating;
        return { row, rating: { task: task.id, assessedAt, rater, person } };
      });
      for (const { row, rating } of own) rectified.add(row, rating);
      const counted = count([task], {
        ...cells,
        rectifications: within(rectified.cells()).map((cell) => ({ ...cell, ...at })),
        named: within(rectified.namedCells()).map((cell) => ({ ...cell, unit: at.unit })),
      });
      for (const { row, rating } of own) rectified.remove(row, rating);
      return counted;
    },
    ofItems(tasks, ratings) {
      const places = new Map(tasks.map(({ id }, place) => [id, place]));
      const taskRatings = ratings.flatMap((cell) => {
        const task = places.get(cell.task);
        return task === undefined ? [] : [{ ...cell, task }];
      });
      const [first] = tasks;
      const unit = first === undefined ? 0 : placeOf(first);
      const plain = { channel: 0, defaulted: 0, flagged: 0, additional: 0 };
      return count(tasks, {
        taskRatings,
        ratings: taskRatings.map(({ month, level, n }) => ({ ...plain, unit, office: 0, month, level, n })),
      });
    },
  };
}
