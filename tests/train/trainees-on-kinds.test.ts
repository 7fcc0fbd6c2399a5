import { beforeAll, describe, expect, it } from 'vitest';
import { difficulties, exerciseKindIds, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { MadeExercise, Mark } from '../../src/model/training/exercise.ts';
import { Z99 } from '../../src/model/math/interval.ts';
import { gateState, operatingPoint } from '../../src/train/course/gate.ts';
import { drawsOf } from '../../src/train/draws.ts';
import { makeExercise } from '../../src/train/exercise-kinds.ts';
import type { ExerciseWorld } from '../../src/train/exercise-world.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { calendar } from '../builders.ts';
import { abilityOf, answerOf, chanceRight } from './simulated-trainee.ts';
import { exerciseWorld } from './worlds.ts';

/** Exercises of a kind that trainees of these tests share, at each difficulty. */
const POOL = 40;
/** Exercises that a trainee answers. */
const EACH = 60;

let world: ExerciseWorld;
beforeAll(async () => {
  world = await exerciseWorld(0);
});

describe.each(exerciseKindIds)('exercises of the kind %s, answered by trainees of known ability', (kind) => {
  const pool = new Map<Difficulty, readonly MadeExercise[]>();
  beforeAll(() => {
    for (const difficulty of difficulties)
      pool.set(
        difficulty,
        Array.from({ length: POOL }, (_, seed) => makeExercise({ kind, seed, difficulty }, world, calendar)),
      );
  });

  /** The marks of a trainee by the keys of the exercises: what was meant to be right is not asked. */
  const marksOf = (
    ability: number,
    trainee: number,
    n: number,
    among: readonly Difficulty[] = difficulties,
  ) =>
    Array.from({ length: n }, (_, i): { difficulty: Difficulty; mark: Mark } => {
      const difficulty = among[i % among.length]!;
      const made = pool.get(difficulty)![(trainee + i) % POOL]!;
      const { answers } = answerOf({ ability, overconfidence: 0 }, made, difficulty, drawsOf(trainee, i));
      return { difficulty, mark: markAnswer(made.exercise, made.key, answers) };
    });

  it('are right more often the abler the trainee and the plainer the exercise, and cost less', () => {
    const table = [-1.5, -0.5, 0.5, 1.5].map((ability, row) =>
      difficulties.map((difficulty) => {
        const marks = marksOf(ability, 1000 * row, 600, [difficulty]);
        const cost = marks.reduce((sum, { mark }) => sum + mark.cost, 0) / marks.length;
        return { right: marks.filter(({ mark }) => mark.right).length, cost };
      }),
    );
    table.forEach((row, i) => {
      row.forEach(({ right, cost }, j) => {
        if (i > 0) expect(right).toBeGreaterThan(table[i - 1]![j]!.right);
        if (i > 0) expect(cost).toBeLessThan(table[i - 1]![j]!.cost);
        if (j > 0) expect(right).toBeLessThan(row[j - 1]!.right);
      });
    });
  });

  it('give the ability back from the marks, within its interval for 92% to 98% of trainees', () => {
    const trainees = 400;
    let within = 0;
    for (let i = 0; i < trainees; i++) {
      const ability = -1.5 + (3 * (i + 0.5)) / trainees;
      const { interval } = abilityOf(
        marksOf(ability, 10_000 + i, EACH).map(({ difficulty, mark }) => ({ difficulty, right: mark.right })),
      )!;
      if (interval.low <= ability && ability <= interval.high) within++;
    }
    expect(within / trainees).toBeGreaterThan(0.92);
    expect(within / trainees).toBeLessThan(0.98);
  });

  it.each([0.85, 1.5])('let ability %d pass the gate at the rate of its curve', (ability) => {
    const rule = { fewest: 20, most: 60, mark: 0.7, z: 2.2 };
    const trainees = 400;
    let passed = 0;
    for (let i = 0; i < trainees; i++)
      if (
        gateState(
          rule,
          marksOf(ability, 50_000 + i, rule.most, [2]).map(({ mark }) => mark.right),
        ).decision === 'passed'
      )
        passed++;
    const known = operatingPoint(rule, chanceRight(ability, 2)).passed;
    const error = Math.sqrt((known * (1 - known)) / trainees);
    expect(Math.abs(passed / trainees - known)).toBeLessThan(Z99 * error);
  });
});
