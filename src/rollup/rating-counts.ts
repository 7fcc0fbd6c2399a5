import type { RatingCell, TagCell, TaskRatingCell } from '../model/cells.ts';
import { assessNumberOf } from '../model/record/key.ts';
import { ratingFlagged, ratingLevel, ratingTags } from '../model/record/packed-fields.ts';
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
import type { TaskColumns } from './task-columns.ts';

/** What is counted of ratings, as columns that can be handed to another thread. */
export type RatingCountColumns = Readonly<Record<'ratings' | 'taskRatings' | 'tags', CountColumns>>;

/** Blocks of dense counters held at a time: 4 MB, as much as stays near the processor. */
const MOST_BLOCKS = 4096;
/** Levels 1 to 5 have eight tags each. */
const TAGS = 40;

/**
 * Counts ratings into their cells. They are first counted in dense blocks, one for an item and month, since neighbours in key
 * order share a block; when there are many, or an answer is wanted, the blocks are settled into the cells.
 */
export class RatingCounts {
  readonly #tasks: TaskColumns;
  readonly #blocks = new CountTable(BLOCK_CELLS);
  readonly #ratings = new CountTable(1);
  readonly #taskRatings = new CountTable(1);
  readonly #tags = new CountTable(TAGS);

  constructor(tasks: TaskColumns) {
    this.#tasks = tasks;
  }

  /** One rating of an item, by packed key and packed fields, in the month in which it was given. */
  add(key: number, task: number, packed: number, month: number): void {
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

  columns(): RatingCountColumns {
    this.#settle();
    return {
      ratings: this.#ratings.columns(),
      taskRatings: this.#taskRatings.columns(),
      tags: this.#tags.columns(),
    };
  }

  /** Adds what others have counted. */
  merge({ ratings, taskRatings, tags }: RatingCountColumns): void {
    this.#ratings.merge(ratings);
    this.#taskRatings.merge(taskRatings);
    this.#tags.merge(tags);
  }

  /** Forgets all counts and keeps the room for them. */
  clear(): void {
    for (const table of [this.#blocks, this.#ratings, this.#taskRatings, this.#tags]) table.clear();
  }
}

/** Cells of a table with one counter a row, by rising key. */
function* cellsOf<Cell>(
  table: CountTable,
  cellOf: (high: number, low: number, n: number) => Cell,
): Iterable<Cell> {
  for (const row of table.sortedRows()) yield cellOf(table.high(row), table.low(row), table.count(row, 0));
}
