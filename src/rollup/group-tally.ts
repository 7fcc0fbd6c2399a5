import type { GroupCell, Grouping } from '../model/cells.ts';
import { GROUP_LEVELS, groupColumn, groupCellSize } from '../model/counts/group-columns.ts';
import { handlingMeasures, type HandlingCounts } from '../model/counts/handling-counts.ts';
import { GROUPS } from '../model/counts/random-groups.ts';
import { ratingAutomatic, ratingChannel, ratingLevel, ratingTags } from '../model/record/packed-fields.ts';
import { BLOCK_CELLS, tagOf } from './cell-key.ts';
import type { TaskColumns } from './task-columns.ts';

/** Cells of one grouping as columns that can be handed to another thread: the counts of one after those of another. */
interface GroupBlockColumns {
  readonly places: Float64Array;
  readonly counts: Int32Array;
}
export type GroupTallyColumns = Readonly<Record<Grouping, GroupBlockColumns>>;

const MONTHS = 1024;

/** Dense counters of each unit and month; neighbours in key order share one, so the last is at hand. */
class GroupBlocks {
  readonly #blocks = new Map<number, Int32Array>();
  /** Room of blocks that were cleared. */
  readonly #spare: Int32Array[] = [];
  readonly #size: number;
  #lastPlace = -1;
  #last: Int32Array = new Int32Array(0);

  constructor(private readonly grouping: Grouping) {
    this.#size = groupCellSize[grouping];
  }

  at(unit: number, month: number): Int32Array {
    const place = unit * MONTHS + month;
    return place === this.#lastPlace ? this.#last : this.#turnTo(place);
  }

  #turnTo(place: number): Int32Array {
    let block = this.#blocks.get(place);
    if (block === undefined) {
      block = this.#spare.pop()?.fill(0) ?? new Int32Array(this.#size);
      this.#blocks.set(place, block);
    }
    this.#lastPlace = place;
    return (this.#last = block);
  }

  /** By rising unit, then month. */
  *cells(): Iterable<GroupCell> {
    const { grouping } = this;
    for (const [place, counts] of [...this.#blocks].sort(([a], [b]) => a - b))
      yield { unit: Math.floor(place / MONTHS), month: place % MONTHS, grouping, counts };
  }

  columns(): GroupBlockColumns {
    const counts = new Int32Array(this.#blocks.size * this.#size);
    [...this.#blocks.values()].forEach((block, i) => {
      counts.set(block, i * this.#size);
    });
    return { places: Float64Array.from(this.#blocks.keys()), counts };
  }

  merge({ places, counts }: GroupBlockColumns): void {
    places.forEach((place, i) => {
      const block = this.#turnTo(place);
      const from = i * this.#size;
      for (let j = 0; j < this.#size; j++) block[j] = (block[j] ?? 0) + (counts[from + j] ?? 0);
    });
  }

  clear(): void {
    this.#spare.push(...this.#blocks.values());
    this.#blocks.clear();
    this.#lastPlace = -1;
  }
}

/** Column of a rating by its lowest packed bits: level, channel, automatic. */
const ratingColumn = Uint8Array.from({ length: BLOCK_CELLS }, (_, bits) => {
  const from = ratingAutomatic(bits) === 1 ? groupColumn.automatic : groupColumn.active;
  return from + ratingChannel(bits) * GROUP_LEVELS + Math.min(ratingLevel(bits), GROUP_LEVELS - 1);
});

const add = (block: Int32Array, column: number, group: number, n = 1): void => {
  const i = column * GROUPS + group;
  block[i] = (block[i] ?? 0) + n;
};

/**
 * Counts by random group of persons and of offices (src/model/counts), beside the cells that it is part of. Of offices only tags
 * and handling are counted: their other counts are those of the cells by office and by item.
 */
export class GroupTally {
  readonly #tasks: TaskColumns;
  readonly #persons = new GroupBlocks('person');
  readonly #offices = new GroupBlocks('office');
  /** Where the service in hand counts. */
  #service: Int32Array = new Int32Array(0);
  #group = 0;

  constructor(tasks: TaskColumns) {
    this.#tasks = tasks;
  }

  /** What `countService` counts next is a service of this item, month and group of persons. */
  openService(task: number, month: number, group: number, isCase: boolean): void {
    this.#service = this.#persons.at(this.#tasks.unit[task] ?? 0, month);
    this.#group = group;
    if (isCase && this.#tasks.withoutVisit[task] === 1)
      add(this.#service, groupColumn.casesWithoutVisit, group);
  }

  /** One more in a column of services. */
  countService(column: number): void {
    add(this.#service, groupColumn.services + column, this.#group);
  }

  /** A rating of an item, in the month in which it was given. */
  addRating(task: number, month: number, group: number, packed: number, isFirst: boolean): void {
    const unit = this.#tasks.unit[task] ?? 0;
    const block = this.#persons.at(unit, month);
    add(block, ratingColumn[packed & (BLOCK_CELLS - 1)] ?? 0, group);
    const level = ratingLevel(packed);
    if (isFirst) {
      let kinds = this.#tasks.kinds[task] ?? 0;
      for (let column = groupColumn.byItemKind + level; kinds !== 0; kinds >>= 1, column += GROUP_LEVELS) {
        if ((kinds & 1) === 1) add(block, column, group);
      }
    }
    let bits = ratingTags(packed);
    if (level === 0 || bits === 0) return;
    const offices = this.#offices.at(unit, month);
    const office = this.#tasks.officeGroup[task] ?? 0;
    for (let bit = 0; bits !== 0; bits >>= 1, bit++) {
      if ((bits & 1) === 0) continue;
      add(block, groupColumn.tags + tagOf(level, bit), group);
      add(offices, groupColumn.tags + tagOf(level, bit), office);
    }
  }

  /** So many times what became of a bad rating of an item, by the month of the rating. */
  addHandling(task: number, month: number, group: number, counts: HandlingCounts, times: number): void {
    const unit = this.#tasks.unit[task] ?? 0;
    const [persons, offices] = [this.#persons.at(unit, month), this.#offices.at(unit, month)];
    handlingMeasures.forEach((measure, i) => {
      add(persons, groupColumn.handling + i, group, counts[measure] * times);
      add(offices, groupColumn.handling + i, this.#tasks.officeGroup[task] ?? 0, counts[measure] * times);
    });
  }

  /** By grouping, unit, month. */
  *cells(): Iterable<GroupCell> {
    yield* this.#persons.cells();
    yield* this.#offices.cells();
  }

  columns(): GroupTallyColumns {
    return { person: this.#persons.columns(), office: this.#offices.columns() };
  }

  merge({ person, office }: GroupTallyColumns): void {
    this.#persons.merge(person);
    this.#offices.merge(office);
  }

  clear(): void {
    this.#persons.clear();
    this.#offices.clear();
  }
}
