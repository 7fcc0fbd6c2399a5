import type { Bilingual } from '../../src/model/language.ts';
import type { ExerciseBlock, Exercise, MadeExercise, ShownTable } from '../../src/model/training/exercise.ts';

/** Reads exercises as a trainee does: from the blocks that are shown. */

/** The rows of the shown table of this caption, in Chinese. */
export function rowsOf({ shown }: Exercise, caption: string): string[][] {
  const table = shown.find(
    (block): block is ShownTable => block.kind === 'table' && block.caption.zh.startsWith(caption),
  );
  if (table === undefined) throw new Error(`no table ${caption} is shown`);
  return table.rows.map((row) => row.map(({ zh }) => zh));
}

export function textsOf(block: ExerciseBlock): Bilingual[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'quote':
      return [block.by, block.text];
    case 'table':
      return [block.caption, ...block.columns.map(({ name }) => name), ...block.rows.flat()];
    case 'bars':
      return [block.caption, ...block.rows.map(({ name }) => name)];
  }
}

/** Every text of an exercise and its solution. */
const allTexts = ({ exercise, key }: MadeExercise): Bilingual[] => [
  exercise.title,
  ...exercise.fields.flatMap((field) => [
    field.label,
    ...(field.hint === undefined ? [] : [field.hint]),
    ...(field.kind === 'number' ? [field.unit] : field.options.map(({ text }) => text)),
  ]),
  ...[...exercise.shown, ...key.solution].flatMap(textsOf),
];

/** Texts that a page must not print, and texts whose languages do not tell the same numbers. */
export function faultyTexts(made: MadeExercise): string[] {
  const digits = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(' ');
  return allTexts(made)
    .filter(({ zh, en }) => {
      const isBroken = [zh, en].some(
        (text) => text.trim() === '' || /undefined|NaN|null|\[object/.test(text),
      );
      const isMixed = /[\u4e00-\u9fff]/.test(en);
      return isBroken || isMixed || digits(zh) !== digits(en);
    })
    .map(({ zh, en }) => `${zh} | ${en}`);
}
