import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obstaclesOfStep } from '../../src/model/site/application-steps.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { Exercise, ExerciseBlock, FieldKey } from '../../src/model/training/exercise.ts';
import { applicationCheckKind } from '../../src/train/kinds/application-check.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import { tablesOf, writtenIn, type ReadTable } from './read-shown.ts';
import { faultyTexts } from './shown-blocks.ts';
import { exerciseWorld } from './worlds.ts';

let every: readonly Seeded[] = [];
beforeAll(async () => {
  every = allOf(applicationCheckKind, [await exerciseWorld(0)]);
});
afterAll(() => {
  every = [];
});

const idOfStep: Readonly<Record<string, string>> = {
  预约: 'booking',
  查看指南: 'guide',
  填表: 'form',
  上传材料: 'upload',
  结果反馈: 'feedback',
};

/** The blocks of each step, by its id. */
function stepsIn({ shown }: Exercise): Map<string, ExerciseBlock[]> {
  const steps = new Map<string, ExerciseBlock[]>();
  let blocks: ExerciseBlock[] | undefined;
  for (const block of shown) {
    const name = block.kind === 'heading' ? /^环节 \d：(.*)$/.exec(block.text.zh)?.[1] : undefined;
    if (name === undefined) blocks?.push(block);
    else steps.set(idOfStep[name]!, (blocks = []));
  }
  return steps;
}

const table = (blocks: readonly ExerciseBlock[], caption: string): ReadTable =>
  tablesOf(blocks).find((one) => one.caption.startsWith(caption))!;
const valueIn = ({ rows }: ReadTable, name: string): string | undefined =>
  rows.find(([heading]) => heading === name)?.[1];

/** The obstacles of each step that is shown, read from its pages, the rules and the account. */
function obstaclesShown({ shown }: Exercise): Map<string, string[]> {
  const readers: Readonly<Record<string, (blocks: readonly ExerciseBlock[]) => Record<string, boolean>>> = {
    booking: (blocks) => ({
      'no-slot': table(blocks, '预约')
        .rows.filter(([name]) => name!.startsWith('第1个'))
        .every(([, free]) => free === '0' || free === '约满'),
    }),
    guide: (blocks) => {
      const page = table(blocks, '申报页上的指南');
      const conditions = page.rows.filter(([name]) => name!.startsWith('受理条件')).map(([, text]) => text);
      const known = table(shown, '规则：受理条件').rows.map(([text]) => text);
      return {
        'natural-days': valueIn(page, '办结时限') !== valueIn(table(shown, '规则：时限'), '办结时限'),
        'extra-condition': conditions.some((text) => !known.includes(text)),
      };
    },
    form: (blocks) => {
      const done = table(blocks, '填表：操作');
      const account = table(shown, '账号资料').rows.map(([name]) => name);
      return {
        'no-draft': !valueIn(done, '看表单下方')!.includes('暂存'),
        'login-again': valueIn(done, '登录后点击“开始填表”') !== '显示表单',
        'asked-again': table(blocks, '填表：打开时').rows.some(
          ([name, content]) => account.includes(name) && content === '（空白）',
        ),
      };
    },
    upload: (blocks) => {
      const listed = table(shown, '规则：申请材料').rows.map(([name]) => name);
      return {
        'unlisted-paper': table(blocks, '上传材料').rows.some(([name]) => !listed.includes(name)),
        'dead-button': writtenIn(blocks).includes('页面没有变化'),
      };
    },
    feedback: (blocks) => {
      const page = table(blocks, '提交后的页面');
      const lacks = (name: string): boolean => (valueIn(page, name) ?? '（无）') === '（无）';
      return { 'no-number': lacks('办件编号'), 'no-date': lacks('办结时间') };
    },
  };
  return new Map(
    [...stepsIn({ shown } as Exercise)].map(([step, blocks]) => [
      step,
      Object.entries(readers[step]!(blocks)).flatMap(([id, is]) => (is ? [id] : [])),
    ]),
  );
}

const severalOf = (key: FieldKey | undefined) => {
  if (key?.kind !== 'several') throw new Error('not several');
  return key;
};
const points = (obstacles: number): number => Math.max(0, 2 - obstacles);
const keyedObstacles = ({ key }: Seeded): string[] =>
  Object.entries(key.fields).flatMap(([id, of]) =>
    id.startsWith('obstacles-') ? severalOf(of).right.filter((obstacle) => obstacle !== 'none') : [],
  );
const at = (difficulty: Difficulty): readonly Seeded[] =>
  every.filter((one) => one.difficulty === difficulty);
const where = ({ seed, difficulty }: Seeded): string =>
  `seed ${String(seed)}, difficulty ${String(difficulty)}`;

describe('1,000 trial applications', () => {
  itHoldsOf(applicationCheckKind, () => every);

  it('are solved from what is shown alone', () => {
    for (const one of every) {
      const { exercise, key } = one;
      const found = obstaclesShown(exercise);
      const score = 10 * [...found.values()].reduce((sum, { length }) => sum + points(length), 0);
      for (const [id, of] of Object.entries(key.fields)) {
        const [what, step = ''] = id.split('-');
        const obstacles = found.get(step) ?? [];
        if (what === 'obstacles')
          expect([...severalOf(of).right].sort(), where(one)).toEqual(
            obstacles.length === 0 ? ['none'] : obstacles.sort(),
          );
        else if (what === 'points')
          expect(of.kind === 'choice' && of.costs[String(points(obstacles.length))], where(one)).toBe(0);
        else if (what === 'score') expect(of.kind === 'number' && of.value, where(one)).toBe(score);
        else expect([...severalOf(of).right].sort(), where(one)).toEqual(wrongRecordsShown(one, found));
      }
    }
  });

  /** Steps whose record names other obstacles than those found. */
  function wrongRecordsShown({ exercise }: Seeded, found: Map<string, string[]>): string[] {
    const names = new Map<string, string>();
    for (const one of every)
      for (const field of one.exercise.fields)
        if (field.kind === 'several' && field.id.startsWith('obstacles-'))
          for (const { id, text } of field.options) names.set(text.zh, id);
    const wrong = tablesOf(exercise.shown)
      .find(({ caption }) => caption.startsWith('评估人员'))!
      .rows.filter(([step, said]) => {
        const recorded = said === '没有障碍' ? [] : said!.split('；').map((name) => names.get(name));
        return recorded.sort().join() !== found.get(idOfStep[step!]!)!.sort().join();
      })
      .map(([step]) => idOfStep[step!]!);
    return wrong.length === 0 ? ['none'] : wrong.sort();
  }

  it('mark every wrong answer as the printed costs say', () => {
    for (const { exercise, key } of every) {
      const right: Record<string, readonly string[]> = Object.fromEntries(
        Object.entries(key.fields).map(([id, of]) => [
          id,
          of.kind === 'several'
            ? of.right
            : of.kind === 'number'
              ? [String(of.value)]
              : [Object.entries(of.costs).find(([, cost]) => cost === 0)![0]],
        ]),
      );
      const cost = (change: Record<string, readonly string[]>): number =>
        markAnswer(exercise, key, { ...right, ...change }).cost;
      expect(cost({})).toBe(0);
      for (const field of exercise.fields) {
        const of = key.fields[field.id]!;
        if (of.kind === 'number') expect(cost({ [field.id]: ['101'] })).toBe(2);
        if (of.kind === 'choice')
          for (const id of Object.keys(of.costs))
            expect(cost({ [field.id]: [id] })).toBe(id === right[field.id]![0] ? 0 : 1);
        if (of.kind !== 'several' || field.kind !== 'several') continue;
        const faults = of.right.filter((id) => id !== 'none');
        const others = field.options
          .map(({ id }) => id)
          .filter((id) => id !== 'none' && !faults.includes(id));
        expect(cost({ [field.id]: [] })).toBe(2 * faults.length);
        expect(cost({ [field.id]: faults.slice(1) })).toBe(faults.length === 0 ? 0 : 2);
        if (others.length > 0) expect(cost({ [field.id]: [...faults, others[0]!] })).toBe(1);
        const [mark] = markAnswer(exercise, key, { [field.id]: [...faults, ...others] }).fields.filter(
          (one) => one.field === field.id,
        );
        expect(mark?.findings).toEqual({
          hits: faults.length,
          falseAlarms: others.length,
          missed: 0,
          cleared: 0,
          weight: 1,
        });
      }
    }
  });

  it('let every obstacle occur, none of them always, and some trials meet none', () => {
    const asked = every.filter(({ template }) => template < 5);
    for (const obstacle of Object.values(obstaclesOfStep).flat()) {
      const where = asked.filter((one) => keyedObstacles(one).includes(obstacle)).length;
      expect(where, obstacle).toBeGreaterThan(20);
      expect(where, obstacle).toBeLessThan(0.6 * asked.length);
    }
    const clean = asked.filter((one) => keyedObstacles(one).length === 0).length;
    expect(Math.abs(clean / asked.length - 1 / 6)).toBeLessThan(0.05);
  });

  it('offer at each step what is no obstacle as well, the same in every exercise', () => {
    const options = new Map<string, Set<string>>();
    for (const { exercise } of every)
      for (const field of exercise.fields)
        if (field.kind === 'several')
          options.set(
            field.id,
            (options.get(field.id) ?? new Set()).add(
              field.options
                .map(({ id }) => id)
                .sort()
                .join(),
            ),
          );
    expect(options.size).toBe(6);
    for (const set of options.values()) expect(set.size).toBe(1);
  });

  it('hide more from a reader who compares nothing with rules and account, the harder they are', () => {
    const compared = ['natural-days', 'extra-condition', 'asked-again', 'unlisted-paper'];
    const recall = difficulties.map((difficulty) => {
      const met = at(difficulty).flatMap(keyedObstacles);
      return met.filter((obstacle) => !compared.includes(obstacle)).length / met.length;
    });
    expect(recall[0]).toBeGreaterThan(recall[1]! + 0.1);
    expect(recall[1]).toBeGreaterThan(recall[2]! + 0.1);
  });

  it('meet fewer obstacles the harder they are', () => {
    const mean = difficulties.map((difficulty) => {
      const five = at(difficulty).filter(({ template }) => template === 3 || template === 4);
      return five.reduce((sum, one) => sum + keyedObstacles(one).length, 0) / five.length;
    });
    expect(mean[0]).toBeGreaterThan(mean[1]! + 0.3);
    expect(mean[1]).toBeGreaterThan(mean[2]! + 0.3);
  });

  it('have a record that is right in about a quarter of those that check one', () => {
    const records = every.filter(({ template }) => template === 5);
    const clean = records.filter(({ key }) => severalOf(key.fields['record']).right[0] === 'none').length;
    expect(Math.abs(clean / records.length - 0.25)).toBeLessThan(0.1);
  });

  it('show in the solution each obstacle with what is seen, what is right and how it is passed', () => {
    for (const one of every) {
      const found = [...obstaclesShown(one.exercise).values()].flat().length;
      const rows = tablesOf(one.key.solution).find(({ caption }) => caption === '障碍')?.rows ?? [];
      expect(rows.length, where(one)).toBe(found);
      for (const row of rows) expect(row.every((cell) => cell !== '')).toBe(true);
    }
  });

  it('tell the same numbers in both languages', () => {
    // Names of items have Chinese numerals where their English has digits.
    for (const one of every)
      expect(faultyTexts(one).filter((text) => !/[一二三四五六七八九十两]/.test(text))).toEqual([]);
  });

  it('are the same of the same seed', async () => {
    const worlds = [await exerciseWorld(0)];
    expect(makeOf(applicationCheckKind, worlds, 41, 3)).toEqual(makeOf(applicationCheckKind, worlds, 41, 3));
  });
});
