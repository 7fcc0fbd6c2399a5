import { z } from 'zod';

/**
 * An exercise (实训题) is data: what it shows, what it asks, and apart from these its key. One page shows every kind of exercise, one
 * function marks it, and an exercise that was given stays as it was however its template changes.
 */

const bilingual = z.strictObject({ zh: z.string(), en: z.string() }).readonly();

const table = z
  .strictObject({
    kind: z.literal('table'),
    caption: bilingual,
    columns: z
      .array(z.strictObject({ name: bilingual, isNumber: z.boolean().optional() }).readonly())
      .readonly(),
    /** Cells as they are printed, the first of each row its heading. */
    rows: z.array(z.array(bilingual).readonly()).readonly(),
  })
  .readonly();
export type ShownTable = z.infer<typeof table>;

/** Bars with intervals, drawn beside the table that holds the same figures. */
const bars = z
  .strictObject({
    kind: z.literal('bars'),
    caption: bilingual,
    /** Ends of the axis. */
    from: z.number(),
    to: z.number(),
    rows: z
      .array(
        z
          .strictObject({
            name: bilingual,
            value: z.number(),
            printed: z.string(),
            low: z.number().optional(),
            high: z.number().optional(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: bilingual }).readonly(),
  z.strictObject({ kind: z.literal('heading'), text: bilingual }).readonly(),
  z.strictObject({ kind: z.literal('list'), items: z.array(bilingual).readonly() }).readonly(),
  /** What somebody said or wrote. */
  z.strictObject({ kind: z.literal('quote'), by: bilingual, text: bilingual }).readonly(),
  table,
  bars,
]);
/** A part of an exercise or of its worked solution, in the order of the page. */
export type ExerciseBlock = z.infer<typeof block>;

const option = z.strictObject({ id: z.string(), text: bilingual }).readonly();
export type Option = z.infer<typeof option>;

const asked = { id: z.string(), label: bilingual, hint: bilingual.optional() };
const options = z.array(option).readonly();
const field = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('choice'), options }).readonly(),
  z
    .strictObject({
      ...asked,
      kind: z.literal('several'),
      options,
      /** The budget of findings (预算): no more options than these may be named. */
      budget: z.int().positive().optional(),
    })
    .readonly(),
  z
    .strictObject({
      ...asked,
      kind: z.literal('number'),
      /** What the number counts, like % or 天; may be empty. */
      unit: bilingual,
      /** Digits after the point that are asked for. */
      decimals: z.int(),
    })
    .readonly(),
]);
/** What is asked: one of some options, any number of them, or a number. */
export type Field = z.infer<typeof field>;

const drill = z
  .strictObject({ id: z.string(), label: bilingual, cost: z.number(), shown: z.array(block).readonly() })
  .readonly();
/** Records that a trainee may open before answering (查明细): they cost, and a page holds none of them before they are opened. */
export type Drill = z.infer<typeof drill>;

export const exerciseSchema = z
  .strictObject({
    title: bilingual,
    shown: z.array(block).readonly(),
    /** Absent from kinds that show everything. */
    drills: z.array(drill).readonly().optional(),
    fields: z.array(field).readonly(),
  })
  .readonly();
/** What a trainee sees before answering, the drills once they are opened: nothing here tells the key. */
export type Exercise = z.infer<typeof exerciseSchema>;

/** A field that looks for faults: `sound` is the option that finds none, `weight` what a fault counts for in the recall. */
const finding = z.strictObject({ sound: z.string(), weight: z.number() }).readonly();

export const fieldKeySchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('choice'),
      costs: z.record(z.string(), z.number()).readonly(),
      finding: finding.optional(),
    })
    .readonly(),
  /** The options that are right: each that is missed and each that is named wrongly costs. */
  z
    .strictObject({
      kind: z.literal('several'),
      right: z.array(z.string()).readonly(),
      missed: z.number(),
      wrong: z.number(),
      /** Options that cost otherwise than `wrong` when they are named wrongly. */
      wrongs: z.record(z.string(), z.number()).readonly().optional(),
      finding: finding.optional(),
    })
    .readonly(),
  /** The value, and how far an answer may lie from it. */
  z
    .strictObject({ kind: z.literal('number'), value: z.number(), within: z.number(), cost: z.number() })
    .readonly(),
]);
/** What each answer of a field costs; 0 is right. Costs are those of the printed matrix of the kind. */
export type FieldKey = z.infer<typeof fieldKeySchema>;

export const exerciseKeySchema = z
  .strictObject({
    fields: z.record(z.string(), fieldKeySchema).readonly(),
    solution: z.array(block).readonly(),
  })
  .readonly();
/** The key (答案) proves itself: its solution shows the rows that decide and the computation. */
export type ExerciseKey = z.infer<typeof exerciseKeySchema>;

export interface MadeExercise {
  readonly exercise: Exercise;
  readonly key: ExerciseKey;
}

export const answersSchema = z.record(z.string(), z.array(z.string()).readonly()).readonly();
/** What was answered, field by field: options by their ids, a number as one text. A field that is missing was left open. */
export type Answers = z.infer<typeof answersSchema>;

const fieldMark = z
  .strictObject({
    field: z.string(),
    right: z.boolean(),
    cost: z.number(),
    /** Of a field with a budget or one that looks for faults: findings that are right, that are not, and that were missed. */
    findings: z
      .strictObject({
        hits: z.int(),
        falseAlarms: z.int(),
        missed: z.int(),
        /** Of a field that looks for faults: what is in order and was not called a fault, and what each fault weighs. */
        cleared: z.int().optional(),
        weight: z.number().optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export const fieldMarksSchema = z.array(fieldMark).readonly();
export type FieldMark = z.infer<typeof fieldMark>;

/** The mark of an answer (评分): the cost of the decision and of the drills that were opened for it. */
export interface Mark {
  /** All fields are right; what was opened does not count here. */
  readonly right: boolean;
  readonly cost: number;
  /** What the worst answer would have cost, with every drill opened. */
  readonly most: number;
  /** How many drills were opened, and what they cost. */
  readonly drills: { readonly opened: number; readonly cost: number };
  readonly fields: readonly FieldMark[];
}
