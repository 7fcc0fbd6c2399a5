import type { ExerciseBlock, MadeExercise } from '../../src/model/training/exercise.ts';
import { readNumber } from '../../src/train/mark.ts';

/** Reads exercises as a trainee does: from what they show and nothing else. All names are those of the Chinese texts. */

export interface ReadTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const tablesOf = (blocks: readonly ExerciseBlock[]): ReadTable[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          {
            caption: block.caption.zh,
            columns: block.columns.map(({ name }) => name.zh),
            rows: block.rows.map((row) => row.map(({ zh }) => zh)),
          },
        ]
      : [],
  );

/** The only table, or the first. */
export function firstTable({ exercise }: MadeExercise): ReadTable {
  const [table] = tablesOf(exercise.shown);
  if (table === undefined) throw new Error('no table is shown');
  return table;
}

export const numberIn = (text: string): number => {
  const value = readNumber(text);
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
};

export function cellOf({ columns, rows }: ReadTable, row: string | number, column: string): string {
  const found = typeof row === 'number' ? rows[row] : rows.find(([heading]) => heading === row);
  const cell = found?.[columns.indexOf(column)];
  if (cell === undefined) throw new Error(`there is no cell ${String(row)}, ${column}`);
  return cell;
}

export const valueOf = (table: ReadTable, row: string | number, column: string): number =>
  numberIn(cellOf(table, row, column));

/** All that is written in the shown blocks, one line each. */
export const writtenIn = (blocks: readonly ExerciseBlock[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === 'text' || block.kind === 'heading' || block.kind === 'quote'
        ? [block.text.zh]
        : block.kind === 'list'
          ? block.items.map(({ zh }) => zh)
          : [],
    )
    .join('\n');

export interface ReadField {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

export function fieldOf({ exercise }: MadeExercise, id: string): ReadField {
  const field = exercise.fields.find((one) => one.id === id);
  if (field === undefined) throw new Error(`there is no field ${id}`);
  return {
    label: field.label.zh,
    options:
      field.kind === 'number' ? [] : field.options.map((option) => ({ id: option.id, text: option.text.zh })),
  };
}

/** What the groups of a pattern matched. */
export function matched(pattern: RegExp, text: string): string[] {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`${text} does not match ${String(pattern)}`);
  return found.slice(1).map((group: string | undefined) => group ?? '');
}

/** An interval as it is printed, 91.21%–94.28%. */
export function endsIn(text: string): readonly [number, number] {
  const [low, high] = matched(/([\d.]+)%?–([\d.]+)%?/, text).map(Number);
  return [low!, high!];
}

export const overlap = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[1] >= b[0] && b[1] >= a[0];

/** Wilson’s interval of a share in percent, from its formula. */
export function wilsonPercent(count: number, n: number, z = 1.959963984540054): readonly [number, number] {
  const p = count / n;
  const middle = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const below = 1 + z ** 2 / n;
  return [((middle - half) / below) * 100, ((middle + half) / below) * 100];
}
