import { roundAxis } from '../../charts/axis.ts';
import { intervalRows } from '../../charts/interval-rows.ts';
import type { Language } from '../../model/language.ts';
import type { Answers, ExerciseBlock, Exercise, Field, Mark } from '../../model/training/exercise.ts';
import { printFixed } from '../../wording/print-number.ts';
import { simulated, simulatedCaption } from '../shared/simulated.ts';

/** A block as a view prints it. */
export type ShownBlock =
  | { readonly kind: 'text' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly by: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: string;
      readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'bars'; readonly svg: string };

/** Blocks of simulated figures in one language; `name` keeps the ids of tables and figures of one page apart. */
export const shownBlocks = (
  blocks: readonly ExerciseBlock[],
  language: Language,
  name: string,
): ShownBlock[] => ruleBlocks(blocks, language, name).map((block) => marked(block, language));

/** The same of rules, which hold of real data as well. */
export const ruleBlocks = (
  blocks: readonly ExerciseBlock[],
  language: Language,
  name: string,
): ShownBlock[] => blocks.map((block, i) => shownBlock(block, language, `${name}-${String(i + 1)}`));

const marked = (block: ShownBlock, language: Language): ShownBlock =>
  block.kind === 'table' ? { ...block, caption: simulated(block.caption, language) } : block;

function shownBlock(block: ExerciseBlock, language: Language, id: string): ShownBlock {
  switch (block.kind) {
    case 'list':
      return { kind: 'list', items: block.items.map((item) => item[language]) };
    case 'quote':
      return { kind: 'quote', by: block.by[language], text: block.text[language] };
    case 'table':
      return {
        kind: 'table',
        id,
        caption: block.caption[language],
        columns: block.columns.map(({ name, isNumber = false }) => ({ name: name[language], isNumber })),
        rows: block.rows.map((row) => row.map((cell) => cell[language])),
      };
    case 'bars': {
      const { from, to, rows } = block;
      return {
        kind: 'bars',
        svg: intervalRows(
          simulatedCaption(language, {
            id,
            title: block.caption[language],
            desc: rows.map(({ name, printed }) => `${name[language]} ${printed}`).join('; '),
          }),
          roundAxis([from, to], 4),
          rows.map(({ name, value, printed, low, high }) => ({
            name: name[language],
            value,
            printed,
            low,
            high,
          })),
          printFixed,
        ),
      };
    }
    default:
      return { kind: block.kind, text: block.text[language] };
  }
}

/** A field as a view prints it, with what was answered before. */
export interface ShownField {
  readonly id: string;
  readonly kind: Field['kind'];
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly chosen: boolean }[];
  /** Few short options stand beside one another. */
  readonly inOneLine: boolean;
  readonly unit: string;
  readonly value: string;
  readonly example: string;
  /** After marking: whether it was right; empty before. */
  readonly verdict: '' | 'right' | 'wrong';
}

/** The name of a field of an exercise in a form: apart from the form's own fields. */
export const fieldName = (id: string): string => `answer.${id}`;

/** Longest options that stand beside one another, in characters of all together. */
const ONE_LINE = 60;

const fitInOneLine = (options: readonly string[]): boolean =>
  options.length > 2 && options.reduce((sum, option) => sum + option.length, 0) <= ONE_LINE;

export const shownFields = (
  { fields }: Exercise,
  language: Language,
  answers: Answers = {},
  mark?: Mark,
): ShownField[] =>
  fields.map((field) => {
    const given = answers[field.id] ?? [];
    const marked = mark?.fields.find((one) => one.field === field.id);
    return {
      id: field.id,
      kind: field.kind,
      label: field.label[language],
      hint: field.hint?.[language] ?? '',
      options:
        field.kind === 'number'
          ? []
          : field.options.map(({ id, text }) => ({ id, text: text[language], chosen: given.includes(id) })),
      inOneLine: field.kind === 'choice' && fitInOneLine(field.options.map(({ text }) => text[language])),
      unit: field.kind === 'number' ? field.unit[language] : '',
      value: field.kind === 'number' ? (given[0] ?? '') : '',
      example: field.kind === 'number' ? (0).toFixed(field.decimals) : '',
      verdict: marked === undefined ? '' : marked.right ? 'right' : 'wrong',
    };
  });
