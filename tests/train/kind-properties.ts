import { expect, it } from 'vitest';
import { exerciseKeySchema, exerciseSchema, type MadeExercise } from '../../src/model/training/exercise.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import { drawsOf } from '../../src/train/draws.ts';
import type { ExerciseKind } from '../../src/train/exercise-kind.ts';
import type { ExerciseWorld } from '../../src/train/exercise-world.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { calendar } from '../builders.ts';

/** What holds of the exercises of every kind, asked of a thousand exercises of each, or of fewer where exercises are long. */

/** Seeds at each of the three difficulties. */
export const SEEDS = 334;

export interface Seeded extends MadeExercise {
  readonly seed: number;
  readonly difficulty: Difficulty;
  readonly template: number;
}

export const makeOf = (
  kind: ExerciseKind,
  worlds: readonly ExerciseWorld[],
  seed: number,
  difficulty: Difficulty,
  template: number = seed % kind.templates.length,
): Seeded => ({
  seed,
  difficulty,
  template,
  ...kind.make({
    world: worlds[seed % worlds.length]!,
    draws: drawsOf(seed, 7),
    difficulty,
    template,
    calendar,
  }),
});

export const allOf = (kind: ExerciseKind, worlds: readonly ExerciseWorld[], seeds = SEEDS): Seeded[] =>
  difficulties.flatMap((difficulty) =>
    Array.from({ length: seeds }, (_, seed) => makeOf(kind, worlds, seed, difficulty)),
  );

/** The answers that the key itself gives. */
const keyed = ({ exercise, key }: MadeExercise): Record<string, string[]> =>
  Object.fromEntries(
    exercise.fields.map((field) => {
      const of = key.fields[field.id];
      if (of === undefined) throw new Error(`no key of ${field.id}`);
      if (of.kind === 'several') return [field.id, [...of.right]];
      if (of.kind === 'number')
        return [field.id, [of.value.toFixed(field.kind === 'number' ? field.decimals : 0)]];
      return [field.id, Object.entries(of.costs).flatMap(([id, cost]) => (cost === 0 ? [id] : []))];
    }),
  );

const said = ({ seed, difficulty, template }: Seeded): string =>
  `template ${String(template)}, difficulty ${String(difficulty)}, seed ${String(seed)}`;

/** Tests that every kind passes; `all` is there when they run. */
export function itHoldsOf(kind: ExerciseKind, all: () => readonly Seeded[]): void {
  it('has six templates or more, with names of their own', () => {
    expect(kind.templates.length).toBeGreaterThanOrEqual(6);
    expect(new Set(kind.templates.map(({ zh }) => zh)).size).toBe(kind.templates.length);
    expect(new Set(all().map(({ template }) => template)).size).toBe(kind.templates.length);
  });

  it('makes data of the form that is stored', () => {
    for (const made of all()) {
      expect(exerciseSchema.safeParse(made.exercise).success, said(made)).toBe(true);
      expect(exerciseKeySchema.safeParse(made.key).success, said(made)).toBe(true);
    }
  });

  it('writes both languages out', () => {
    const texts = (value: unknown): { zh: string; en: string }[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string')
        return [{ zh: value.zh, en: value.en }];
      return Object.values(value).flatMap(texts);
    };
    const faults = all().flatMap((made) =>
      texts([made.exercise, made.key.solution])
        .filter(
          ({ zh, en }) =>
            zh === '' ||
            en === '' ||
            zh !== zh.trim() ||
            en !== en.trim() ||
            /undefined|NaN|Infinity|null|\{[a-z]+\}|,,|，，|。。|, ,/.test(zh + en) ||
            /[\u4e00-\u9fff]/.test(en),
        )
        .map(({ zh, en }) => `${said(made)}: ${zh} / ${en}`),
    );
    expect(faults).toEqual([]);
  });

  it('has a key for each field and none besides, and its own answers cost nothing', () => {
    for (const made of all()) {
      const { exercise, key } = made;
      expect(Object.keys(key.fields).sort(), said(made)).toEqual(exercise.fields.map(({ id }) => id).sort());
      const answers = keyed(made);
      for (const field of exercise.fields) {
        expect(key.fields[field.id]?.kind, said(made)).toBe(field.kind);
        if (field.kind === 'choice') expect(answers[field.id], `${said(made)} ${field.id}`).toHaveLength(1);
      }
      const mark = markAnswer(exercise, key, answers);
      expect({ right: mark.right, cost: mark.cost }, said(made)).toEqual({ right: true, cost: 0 });
    }
  });

  it('offers options with ids and texts of their own', () => {
    for (const made of all())
      for (const field of made.exercise.fields) {
        if (field.kind === 'number') continue;
        const where = `${said(made)} ${field.id}`;
        expect(field.options.length, where).toBeGreaterThanOrEqual(2);
        expect(new Set(field.options.map(({ id }) => id)).size, where).toBe(field.options.length);
        expect(new Set(field.options.map(({ text }) => text.zh)).size, where).toBe(field.options.length);
        expect(new Set(field.options.map(({ text }) => text.en)).size, where).toBe(field.options.length);
        const of = made.key.fields[field.id];
        if (of?.kind === 'several') {
          expect(of.right.length, where).toBeGreaterThan(0);
          expect(of.right.length, where).toBeLessThan(field.options.length);
          for (const id of of.right)
            expect(
              field.options.map((option) => option.id),
              where,
            ).toContain(id);
        }
        if (of?.kind === 'choice')
          expect(Object.keys(of.costs).sort(), where).toEqual(field.options.map(({ id }) => id).sort());
      }
  });

  it('makes no two alike at a difficulty', () => {
    for (const difficulty of difficulties) {
      const exercises = all().filter((made) => made.difficulty === difficulty);
      expect(new Set(exercises.map(({ exercise }) => JSON.stringify(exercise))).size).toBe(exercises.length);
      // Nearly all differ in what is shown too, and not in the order of options alone.
      const shown = exercises.map(({ exercise }) =>
        JSON.stringify([exercise.shown, exercise.fields.map(({ label }) => label)]),
      );
      expect(new Set(shown).size).toBeGreaterThan(0.98 * exercises.length);
    }
  });

  it('puts the right option at every place alike', () => {
    const places = new Map<number, number[]>();
    for (const { exercise, key } of all()) {
      // Fields that share a scale have it in one order, drawn once: the first of them stands for all.
      const scales = new Set<string>();
      for (const field of exercise.fields) {
        const of = key.fields[field.id];
        if (field.kind !== 'choice' || of?.kind !== 'choice') continue;
        const scale = field.options.map(({ id, text }) => `${id} ${text.zh}`).join();
        if (scales.has(scale)) continue;
        scales.add(scale);
        const counts = places.get(field.options.length) ?? field.options.map(() => 0);
        const at = field.options.findIndex(({ id }) => of.costs[id] === 0);
        counts[at] = (counts[at] ?? 0) + 1;
        places.set(field.options.length, counts);
      }
    }
    for (const counts of places.values()) {
      const n = counts.reduce((sum, count) => sum + count, 0);
      const share = 1 / counts.length;
      const bound = 4.5 * Math.sqrt(n * share * (1 - share));
      for (const count of counts) expect(Math.abs(count - n * share)).toBeLessThan(bound);
    }
  });

  it('marks a number as right to half a unit of the last digit, with more digits too, and as wrong beyond', () => {
    for (const made of all())
      for (const field of made.exercise.fields) {
        const of = made.key.fields[field.id];
        if (field.kind !== 'number' || of?.kind !== 'number') continue;
        const unit = 10 ** -field.decimals;
        const costOf = (value: number): number | undefined =>
          markAnswer(made.exercise, made.key, { [field.id]: [value.toFixed(10)] }).fields.find(
            (mark) => mark.field === field.id,
          )?.cost;
        expect([of.value, of.value + 0.49 * unit, of.value - 0.49 * unit].map(costOf), said(made)).toEqual([
          0, 0, 0,
        ]);
        expect([of.value + 0.51 * unit, of.value - 0.51 * unit].map(costOf), said(made)).toEqual([
          of.cost,
          of.cost,
        ]);
      }
  });
}
