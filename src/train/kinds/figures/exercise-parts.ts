import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type {
  ExerciseBlock,
  Field,
  FieldKey,
  MadeExercise,
  Option,
  ShownTable,
} from '../../../model/training/exercise.ts';
import { sameInBoth } from './printed.ts';

/** A field together with what its answers cost: the two lie apart in an exercise, and are made at one place so that they fit. */
export interface FieldWithKey {
  readonly field: Field;
  readonly key: FieldKey;
}

/** An option with what choosing it costs; 0 is right. */
export interface PricedOption extends Option {
  readonly cost: number;
}

type Heading = Pick<Field, 'id' | 'label' | 'hint'>;

/** A choice among options, in an order that is drawn. */
export function pricedChoice(draws: Draws, heading: Heading, options: readonly PricedOption[]): FieldWithKey {
  const order = draws.shuffled(`order of ${heading.id}`, options);
  return {
    field: { ...heading, kind: 'choice', options: order.map(({ id, text }) => ({ id, text })) },
    key: { kind: 'choice', costs: Object.fromEntries(order.map(({ id, cost }) => [id, cost])) },
  };
}

/** A choice whose options go by the letter of their place: an id tells no more than the place does. */
export function letteredChoice(
  draws: Draws,
  heading: Heading,
  options: readonly Omit<PricedOption, 'id'>[],
): FieldWithKey {
  const order = draws.shuffled(`order of ${heading.id}`, options);
  const lettered = order.map(({ text, cost }, place) => ({ id: letterOf(place), text, cost }));
  return {
    field: { ...heading, kind: 'choice', options: lettered.map(({ id, text }) => ({ id, text })) },
    key: { kind: 'choice', costs: Object.fromEntries(lettered.map(({ id, cost }) => [id, cost])) },
  };
}

/** The letter of a place, a to z. */
export const letterOf = (place: number): string => String.fromCharCode('a'.charCodeAt(0) + place);

const exact: Bilingual = {
  zh: '中间结果不取整；多写几位小数也算对。',
  en: 'Do not round on the way; more digits than asked are accepted.',
};

/** A number that is right within half a unit of the last digit asked for. */
export function askedNumber(
  { id, label, hint = exact }: Heading,
  { value, unit, decimals, cost }: NumberAsked,
): FieldWithKey {
  return {
    field: { id, label, hint, kind: 'number', unit, decimals },
    key: { kind: 'number', value, within: 0.5 * 10 ** -decimals, cost },
  };
}

interface NumberAsked {
  readonly value: number;
  readonly unit: Bilingual;
  readonly decimals: number;
  readonly cost: number;
}

/** Units of numbers that are asked for. */
export const percentUnit = sameInBoth('%');
export const pointsUnit: Bilingual = { zh: '个百分点', en: 'percentage points' };

/** A table of figures: a heading and then numbers in each row. */
export const figureTable = (
  caption: Bilingual,
  heading: Bilingual,
  columns: readonly Bilingual[],
  rows: readonly { readonly name: Bilingual; readonly figures: readonly string[] }[],
): ShownTable => ({
  kind: 'table',
  caption,
  columns: [{ name: heading }, ...columns.map((name) => ({ name, isNumber: true }))],
  rows: rows.map(({ name, figures }) => [name, ...figures.map(sameInBoth)]),
});

export const paragraph = (zh: string, en: string): ExerciseBlock => ({ kind: 'text', text: { zh, en } });

export const bullets = (...items: readonly Bilingual[]): ExerciseBlock => ({ kind: 'list', items });

/** Joins what was made field by field to an exercise and its key. */
export const exerciseOf = (
  title: Bilingual,
  shown: readonly ExerciseBlock[],
  fields: readonly FieldWithKey[],
  solution: readonly ExerciseBlock[],
): MadeExercise => ({
  exercise: { title, shown, fields: fields.map(({ field }) => field) },
  key: { fields: Object.fromEntries(fields.map(({ field, key }) => [field.id, key])), solution },
});
