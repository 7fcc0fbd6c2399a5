import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCourse, type WorkStage } from '../../src/model/training/course.ts';
import {
  chanceOfStop,
  knownCount,
  knownInWork,
  knownNumbers,
  knownState,
} from '../../src/train/course/known-cases.ts';

const file = resolve(import.meta.dirname, '../../db/reference/courses/evaluator-basic.json');
const stage = parseCourse(JSON.parse(readFileSync(file, 'utf8')), file).stages.find(
  (one): one is WorkStage => one.id === 'work',
)!;
const seat = { secret: 12_345, trainee: 3 };

describe('known cases in work', () => {
  it('are one of each ten, at places that differ between trainees', () => {
    const numbers = knownNumbers(stage, seat);
    expect(numbers.map((number) => Math.floor(number / 10))).toEqual(Array.from({ length: 10 }, (_, i) => i));
    expect(knownCount(stage)).toBe(10);
    expect(knownNumbers(stage, seat)).toEqual(numbers);
    expect(knownNumbers(stage, { ...seat, trainee: 4 })).not.toEqual(numbers);
  });

  it('stop work where clearly too few are right, and not before the fewest', () => {
    expect(knownState(stage.known, [false, false, false, false]).isOut).toBe(false);
    expect(knownState(stage.known, [false, false, false, false, false])).toMatchObject({
      cases: 5,
      isOut: true,
    });
    expect(knownState(stage.known, [false, true, true, true, true, true]).isOut).toBe(false);
    // What comes after the stop does not count.
    expect(
      knownState(stage.known, [...Array<boolean>(5).fill(false), ...Array<boolean>(5).fill(true)]).cases,
    ).toBe(5);
  });

  it('are all that counts: other cases answered wrongly stop nothing', () => {
    const known = new Set(knownNumbers(stage, seat).map((number) => 100 + number + 1));
    const answered = Array.from({ length: 100 }, (_, i) => ({ place: 101 + i, right: known.has(101 + i) }));
    expect(knownInWork({ before: 100 }, stage, seat, answered)).toMatchObject({
      cases: 10,
      right: 10,
      isOut: false,
    });
    const other = answered.map(({ place, right }) => ({ place, right: !right }));
    expect(knownInWork({ before: 100 }, stage, seat, other).isOut).toBe(true);
  });

  it('count in the order in which they were answered', () => {
    const places = knownNumbers(stage, seat).map((number) => number + 1);
    const answered = [...places.slice(5), ...places.slice(0, 5)].map((place, i) => ({ place, right: i < 5 }));
    // Five right ones first: ten cases, five right, and nothing stops.
    expect(knownInWork({ before: 0 }, stage, seat, answered)).toMatchObject({
      ...{ cases: 10, right: 5, isOut: false },
    });
    expect(knownInWork({ before: 0 }, stage, seat, answered.toReversed())).toMatchObject({
      ...{ cases: 5, isOut: true },
    });
  });

  it('stop by the chance that is printed: exact, as many trials agree', () => {
    // All ways of ten answers, weighed by their chance.
    for (const ability of [0.5, 0.8]) {
      let stopped = 0;
      for (let way = 0; way < 1024; way++) {
        const answers = Array.from({ length: 10 }, (_, i) => ((way >> i) & 1) === 1);
        const chance = answers.reduce((product, right) => product * (right ? ability : 1 - ability), 1);
        if (knownState(stage.known, answers).isOut) stopped += chance;
      }
      expect(chanceOfStop(stage.known, 10, ability)).toBeCloseTo(stopped, 12);
    }
    expect(chanceOfStop(stage.known, 10, 0.9)).toBeLessThan(0.005);
    expect(chanceOfStop(stage.known, 10, 0.4)).toBeGreaterThan(0.7);
  });
});
