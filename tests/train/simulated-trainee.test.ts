import { describe, expect, it } from 'vitest';
import type { GateRule } from '../../src/model/training/course.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import { Z99, wilsonInterval } from '../../src/model/math/interval.ts';
import { debriefOf } from '../../src/train/course/debrief.ts';
import { gateState, operatingPoint } from '../../src/train/course/gate.ts';
import { drawsOf } from '../../src/train/draws.ts';
import type { Field, FieldKey, MadeExercise } from '../../src/model/training/exercise.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { abilityOf, answerOf, chanceRight, type SimulatedTrainee } from './simulated-trainee.ts';
import { brierScore } from '../../src/detect/statistics/brier.ts';
import { itemStatistics } from '../../src/train/statistics/items.ts';

const text = { zh: '题', en: 'text' };
const options = ['upheld', 'mistaken', 'unfounded', 'unproven'].map((id) => ({ id, text }));

/** An exercise with these fields and keys, which a kind would make. */
const exerciseOf = (parts: readonly (readonly [Field, FieldKey])[]): MadeExercise => ({
  exercise: { title: text, shown: [], fields: parts.map(([field]) => field) },
  key: { fields: Object.fromEntries(parts.map(([{ id }, key]) => [id, key])), solution: [] },
});
const verdictField: Field = { id: 'verdict', label: text, kind: 'choice', options };
const verdictKey: FieldKey = {
  kind: 'choice',
  costs: { upheld: 0, mistaken: 1, unproven: 0.5, unfounded: 6 },
};
const rowsField: Field = { id: 'rows', label: text, kind: 'several', options };
const rowsKey: FieldKey = { kind: 'several', right: ['upheld', 'unproven'], missed: 2, wrong: 1 };
const numberField = (decimals: number): Field => ({
  id: 'days',
  label: text,
  kind: 'number',
  unit: text,
  decimals,
});

const oneChoice = exerciseOf([[verdictField, verdictKey]]);
const threeFields = exerciseOf([
  [verdictField, verdictKey],
  [rowsField, rowsKey],
  [numberField(1), { kind: 'number', value: 3.14, within: 0.05, cost: 2 }],
]);

const fitting = (ability: number): SimulatedTrainee => ({ ability, overconfidence: 0 });

/** Answers of a trainee to so many exercises, the difficulties in turn. */
function results(
  trainee: SimulatedTrainee,
  n: number,
  seed: number,
  among: readonly Difficulty[] = difficulties,
) {
  return Array.from({ length: n }, (_, i) => {
    const difficulty = among[i % among.length]!;
    return { difficulty, ...answerOf(trainee, oneChoice, difficulty, drawsOf(seed, i)) };
  });
}

describe('a simulated trainee', () => {
  it('is right with the chance that ability and difficulty give', () => {
    expect(chanceRight(0, 2)).toBe(0.5);
    expect(chanceRight(1, 3)).toBe(0.5);
    expect(chanceRight(-1, 1)).toBe(0.5);
    // 1 / (1 + e^−2) = 0.8808.
    expect(chanceRight(1, 1)).toBeCloseTo(0.880797, 6);
    for (const [ability, difficulty] of [
      [-1, 3],
      [0.7, 2],
      [1.5, 1],
    ] as const) {
      const right = results(fitting(ability), 20_000, 5, [difficulty]).filter(
        (answer) => answer.right,
      ).length;
      const { low, high } = wilsonInterval(right, 20_000, Z99);
      expect(chanceRight(ability, difficulty)).toBeGreaterThan(low);
      expect(chanceRight(ability, difficulty)).toBeLessThan(high);
    }
  });

  it('scores more the abler, and less the harder the exercise', () => {
    const share = (ability: number, difficulty: Difficulty): number =>
      results(fitting(ability), 3000, 11, [difficulty]).filter(({ right }) => right).length / 3000;
    const table = [-2, -1, 0, 1, 2].map((ability) => difficulties.map((of) => share(ability, of)));
    table.forEach((row, i) => {
      row.forEach((value, j) => {
        if (i > 0) expect(value).toBeGreaterThan(table[i - 1]![j]!);
        if (j > 0) expect(value).toBeLessThan(row[j - 1]!);
      });
    });
  });

  it('gives answers that are marked as it meant them: right ones cost nothing, wrong ones something', () => {
    for (const made of [oneChoice, threeFields])
      for (let seed = 0; seed < 2000; seed++) {
        const { answers, right } = answerOf(fitting(0), made, 2, drawsOf(seed, 1));
        const mark = markAnswer(made.exercise, made.key, answers);
        expect([seed, mark.right]).toEqual([seed, right]);
        expect(mark.cost === 0).toBe(right);
      }
  });

  it('errs in numbers of any size, tolerance and number of decimals', () => {
    let n = 0;
    for (const decimals of [0, 1, 2])
      for (const within of [0, 0.5 * 10 ** -decimals, 0.3, 2])
        for (const value of [0, 0.04, 7, 99.95, -3.3, 12_345.678]) {
          const rounded = Number(value.toFixed(decimals));
          const made = exerciseOf([
            [numberField(decimals), { kind: 'number', value: rounded, within, cost: 1 }],
          ]);
          for (let seed = 0; seed < 20; seed++) {
            const { answers, right } = answerOf(fitting(-30), made, 2, drawsOf(seed, n));
            expect(right).toBe(false);
            expect([value, answers, markAnswer(made.exercise, made.key, answers).right]).toEqual([
              value,
              answers,
              false,
            ]);
            if (value >= 0) expect(answers['days']![0]).not.toContain('-');
          }
          n++;
        }
  });

  it('makes cheap errors more often: by the inverse of their cost', () => {
    const drawn = new Map<string, number>();
    const n = 6000;
    for (let seed = 0; seed < n; seed++) {
      const [id = ''] = answerOf(fitting(-30), oneChoice, 2, drawsOf(seed, 2)).answers['verdict']!;
      drawn.set(id, (drawn.get(id) ?? 0) + 1);
    }
    // 1 / 0.5 : 1 / 1 : 1 / 6 = 12 : 6 : 1.
    for (const [id, share] of [
      ['unproven', 12 / 19],
      ['mistaken', 6 / 19],
      ['unfounded', 1 / 19],
    ] as const) {
      const { low, high } = wilsonInterval(drawn.get(id) ?? 0, n, Z99);
      expect(share).toBeGreaterThan(low);
      expect(share).toBeLessThan(high);
    }
    expect(drawn.has('upheld')).toBe(false);
  });

  it('that is wrong errs in every field now and then, and not always in all', () => {
    const wrongFields = Array.from({ length: 1000 }, (_, seed) => {
      const { answers } = answerOf(fitting(-30), threeFields, 2, drawsOf(seed, 3));
      return markAnswer(threeFields.exercise, threeFields.key, answers).fields.map(({ right }) => right);
    });
    for (let field = 0; field < 3; field++) {
      const right = wrongFields.filter((fields) => fields[field]).length;
      expect(right).toBeGreaterThan(200);
      expect(right).toBeLessThan(500);
    }
  });

  it('says as sure as it is right, and surer where it overrates itself', () => {
    const answersOf = (overconfidence: number) =>
      results({ ability: 0.5, overconfidence }, 600, 21).map(({ confidence, right }) => ({
        confidence,
        right,
      }));
    const meanOf = (judgements: { confidence: number }[]): number =>
      judgements.reduce((sum, { confidence }) => sum + confidence, 0) / judgements.length;
    expect(meanOf(answersOf(1.5))).toBeGreaterThan(meanOf(answersOf(0)) + 0.15);
    expect(brierScore(answersOf(0))!.reliability).toBeLessThan(0.01);
    expect(brierScore(answersOf(1.5))!.reliability).toBeGreaterThan(0.03);
    expect(debriefOf([], answersOf(0)).calibration).toMatchObject({ leaning: 'fits', tellsApart: 'right' });
    expect(debriefOf([], answersOf(1.5)).calibration!.leaning).toBe('over');
    expect(debriefOf([], answersOf(-1.5)).calibration!.leaning).toBe('under');
    expect(answersOf(0).every(({ confidence }) => Number.isInteger(Math.round(confidence * 1e9) / 1e8))).toBe(
      true,
    );
  });

  it('answers alike whenever it is asked with the same draws', () => {
    expect(answerOf(fitting(0), threeFields, 2, drawsOf(9, 9))).toEqual(
      answerOf(fitting(0), threeFields, 2, drawsOf(9, 9)),
    );
  });
});

describe('an ability', () => {
  it('is read from a share by hand where all is of one difficulty', () => {
    // 15 of 20: ln(0.75 / 0.25) = 1.0986, error 1 / √(20 · 0.75 · 0.25) = 0.5164.
    const at = (difficulty: Difficulty) =>
      abilityOf(Array.from({ length: 20 }, (_, i) => ({ difficulty, right: i < 15 })))!;
    expect(at(2).ability).toBeCloseTo(Math.log(3), 10);
    expect(at(2).error).toBeCloseTo(1 / Math.sqrt(3.75), 10);
    expect(at(2).interval.low).toBeCloseTo(Math.log(3) - 1.959964 / Math.sqrt(3.75), 5);
    expect(at(3).ability).toBeCloseTo(Math.log(3) + 1, 10);
    expect(at(1).ability).toBeCloseTo(Math.log(3) - 1, 10);
  });

  it('is where as many right answers are expected as there are', () => {
    const answers = results(fitting(0.8), 50, 3);
    const { ability } = abilityOf(answers)!;
    const expected = answers.reduce((sum, { difficulty }) => sum + chanceRight(ability, difficulty), 0);
    expect(expected).toBeCloseTo(answers.filter(({ right }) => right).length, 9);
  });

  it('is none where all is right, all is wrong, or nothing is answered', () => {
    expect(abilityOf([])).toBeUndefined();
    expect(abilityOf([{ difficulty: 1, right: true }])).toBeUndefined();
    expect(
      abilityOf([
        { difficulty: 1, right: false },
        { difficulty: 3, right: false },
      ]),
    ).toBeUndefined();
    expect(
      abilityOf([
        { difficulty: 1, right: true },
        { difficulty: 3, right: false },
      ])!.ability,
    ).toBeCloseTo(0, 10);
  });

  it('lies within its 95% interval in 93% to 97% of 2,000 trainees, and its errors are as large as stated', () => {
    const n = 2000;
    let [within, sum, squares] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const true_ = -1.5 + (3 * (i + 0.5)) / n;
      const found = abilityOf(results(fitting(true_), 60, 1000 + i))!;
      if (found.interval.low <= true_ && true_ <= found.interval.high) within++;
      const away = (found.ability - true_) / found.error;
      sum += away;
      squares += away * away;
    }
    expect(within / n).toBeGreaterThan(0.93);
    expect(within / n).toBeLessThan(0.97);
    expect(Math.abs(sum / n)).toBeLessThan(0.1);
    expect(Math.sqrt(squares / n)).toBeGreaterThan(0.93);
    expect(Math.sqrt(squares / n)).toBeLessThan(1.07);
  });
});

describe('the gate, tried by simulated trainees', () => {
  const rule: GateRule = { fewest: 20, most: 60, mark: 0.7, z: 2.2 };

  it.each([0.2, 0.85, 1.2, 1.5, 2])(
    'lets ability %d pass at the rate of its curve, after as many cases',
    (ability) => {
      const n = 2000;
      let [passed, cases, squares] = [0, 0, 0];
      for (let i = 0; i < n; i++) {
        const state = gateState(
          rule,
          results(fitting(ability), rule.most, 50_000 + i, [2]).map(({ right }) => right),
        );
        if (state.decision === 'passed') passed++;
        cases += state.cases;
        squares += state.cases ** 2;
      }
      const known = operatingPoint(rule, chanceRight(ability, 2));
      const error = Math.sqrt((known.passed * (1 - known.passed)) / n);
      expect(Math.abs(passed / n - known.passed)).toBeLessThan(Z99 * error);
      const errorOfMean = Math.sqrt((squares / n - (cases / n) ** 2) / n);
      expect(Math.abs(cases / n - known.cases)).toBeLessThan(Z99 * errorOfMean);
    },
  );
});

it('items that simulated trainees answer separate them, and an item answered by chance does not', () => {
  const answers = Array.from({ length: 400 }, (_, trainee) => {
    const ability = -2 + (4 * trainee) / 399;
    return results(fitting(ability), 12, 90_000 + trainee).map(({ right }, i) => ({
      item: i === 11 ? 'by chance' : `item ${String(i)}`,
      trainee,
      right: i === 11 ? drawsOf(trainee, 77).share('coin') < 0.5 : right,
      seconds: null,
    }));
  }).flat();
  const items = itemStatistics(answers);
  const flagged = items.filter(({ flags }) => flags.length > 0);
  expect(flagged.map(({ item, flags }) => [item, flags])).toEqual([['by chance', ['separates-poorly']]]);
  for (const { item, discrimination } of items)
    if (item !== 'by chance') expect(discrimination).toBeGreaterThan(0.2);
});
