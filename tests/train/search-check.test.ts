import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { FieldKey } from '../../src/model/training/exercise.ts';
import { searchCheckKind } from '../../src/train/kinds/search-check.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import { tablesOf, type ReadTable } from './read-shown.ts';
import { faultyTexts } from './shown-blocks.ts';
import { exerciseWorld } from './worlds.ts';

let every: readonly Seeded[] = [];
beforeAll(async () => {
  every = allOf(searchCheckKind, [await exerciseWorld(0)]);
});
afterAll(() => {
  every = [];
});

interface ReadQuery {
  readonly number: string;
  readonly sought: string;
  readonly way: string;
  readonly hits: readonly string[];
}

const tableIn = ({ exercise }: Seeded, caption: string): ReadTable =>
  tablesOf(exercise.shown).find((table) => table.caption.startsWith(caption))!;

function queriesIn(one: Seeded, sample: string, results: string): ReadQuery[] {
  const hits = tableIn(one, results);
  return tableIn(one, sample).rows.map(([query = '', sought = '', way = '']) => {
    const column = hits.columns.indexOf(query);
    return { number: query.replace('查询 ', ''), sought, way, hits: hits.rows.map((row) => row[column]!) };
  });
}
const recordedIn = (one: Seeded): ReadQuery[] => queriesIn(one, '抽样：由您记录', '查询结果：由您记录');
const loggedIn = (one: Seeded): ReadQuery[] => queriesIn(one, '抽样：日志', '查询结果：供核对');

const placeShown = ({ sought, hits }: ReadQuery): number => hits.indexOf(sought) + 1;

/** The printed scale, as it is read beside the exercise. */
const pointsPrinted = (place: number): number => {
  const [table] = tablesOf(searchCheckKind.costs);
  const row = table!.rows.find(([name]) => {
    const [from, to] = (name!.match(/\d+/g) ?? []).map(Number);
    if (name!.startsWith('前两页')) return place === 0;
    return place >= from! && place <= (to ?? from!);
  });
  return Number(row![1]);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** The figure that is asked for, from its label. */
function figureShown(one: Seeded): number {
  const label = one.exercise.fields.find(({ id }) => id === 'figure')!.label.zh;
  const recorded = recordedIn(one);
  const points = recorded.map((query) => pointsPrinted(placeShown(query)));
  if (label.includes('得分之和占')) return (100 * sum(points)) / 40;
  if (label.includes('得分之和')) return sum(points);
  if (label.startsWith('首页命中率'))
    return 100 * mean(recorded.map((query) => Number(placeShown(query) >= 1 && placeShown(query) <= 10)));
  if (label.includes('减去')) {
    const of = (way: string): number[] => points.filter((_, i) => recorded[i]!.way === way);
    return mean(of('标准名称')) - mean(of('口语名称'));
  }
  expect(label).toContain('平均得分');
  return mean(points);
}

function wrongEntriesShown(one: Seeded): string[] {
  const log = tableIn(one, '评估人员');
  return loggedIn(one)
    .filter((query) => {
      const [, place, points] = log.rows.find(([name]) => name === `查询 ${query.number}`)!;
      const right = placeShown(query);
      return Number(place) !== right || Number(points) !== pointsPrinted(right);
    })
    .map(({ number }) => number);
}

const numberOf = (key: FieldKey | undefined): number => {
  if (key?.kind !== 'number') throw new Error('no number');
  return key.value;
};
const severalOf = (key: FieldKey | undefined) => {
  if (key?.kind !== 'several') throw new Error('not several');
  return key;
};
const at = (difficulty: Difficulty): readonly Seeded[] =>
  every.filter((one) => one.difficulty === difficulty);
const where = ({ seed, difficulty }: Seeded): string =>
  `seed ${String(seed)}, difficulty ${String(difficulty)}`;

describe('1,000 spot checks of search', () => {
  itHoldsOf(searchCheckKind, () => every);

  it('are solved from what is shown alone', () => {
    for (const one of every) {
      const { fields } = one.key;
      for (const query of recordedIn(one))
        expect(numberOf(fields[`place-${query.number}`]), where(one)).toBe(placeShown(query));
      expect(numberOf(fields['figure']), where(one)).toBeCloseTo(figureShown(one), 9);
      const wrong = wrongEntriesShown(one);
      expect([...severalOf(fields['log']).right].sort(), where(one)).toEqual(
        wrong.length === 0 ? ['none'] : wrong.sort(),
      );
    }
  });

  it('show two pages of different hits for each of four queries to record and four of the log', () => {
    for (const one of every) {
      const queries = [...recordedIn(one), ...loggedIn(one)];
      expect(queries.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
      for (const { hits } of queries) {
        expect(hits).toHaveLength(20);
        expect(new Set(hits).size).toBe(20);
      }
    }
  });

  it('mark every wrong answer as the printed costs say', () => {
    for (const one of every) {
      const { exercise, key } = one;
      const right: Record<string, readonly string[]> = Object.fromEntries(
        Object.entries(key.fields).map(([id, of]) => [
          id,
          of.kind === 'several' ? of.right : of.kind === 'number' ? [of.value.toFixed(2)] : [],
        ]),
      );
      const cost = (change: Record<string, readonly string[]>): number =>
        markAnswer(exercise, key, { ...right, ...change }).cost;
      expect(cost({})).toBe(0);
      for (const { id } of exercise.fields)
        if (id.startsWith('place')) expect(cost({ [id]: ['21'] })).toBe(1);
      expect(cost({ figure: ['999'] })).toBe(2);
      const wrong = severalOf(key.fields['log']).right.filter((id) => id !== 'none');
      const sound = ['5', '6', '7', '8'].filter((id) => !wrong.includes(id));
      expect(cost({ log: [...wrong, sound[0]!] })).toBe(1);
      expect(cost({ log: [] })).toBe(2 * wrong.length);
      expect(cost({ log: ['none'] })).toBe(wrong.length === 0 ? 0 : 2 * wrong.length + 1);
    }
  });

  it('have a log without a wrong entry in a quarter of them, and every entry wrong at times', () => {
    const rights = every.map(({ key }) => severalOf(key.fields['log']).right);
    const clean = rights.filter(([first]) => first === 'none').length;
    expect(Math.abs(clean / every.length - 0.25)).toBeLessThan(0.05);
    for (const id of ['5', '6', '7', '8'])
      expect(rights.filter((right) => right.includes(id)).length).toBeGreaterThan(0.2 * every.length);
  });

  it('have the right hit at every place, and at none', () => {
    const places = new Set(every.flatMap((one) => recordedIn(one).map(placeShown)));
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, place) => place));
  });

  it('mislead a reader who takes the first hit that begins alike, the more the harder they are', () => {
    const wrong = difficulties.map((difficulty) => {
      const queries = at(difficulty).flatMap(recordedIn);
      const taken = ({ sought, hits }: ReadQuery): number =>
        hits.findIndex((hit) => hit.slice(0, 4) === sought.slice(0, 4)) + 1;
      return queries.filter((query) => taken(query) !== placeShown(query)).length / queries.length;
    });
    expect(wrong[0]).toBeLessThan(0.1);
    expect(wrong[1]).toBeGreaterThan(wrong[0]! + 0.03);
    expect(wrong[2]).toBeGreaterThan(wrong[1]! + 0.15);
  });

  it('hide wrong entries from a reader of the first hit alone, the more the harder they are', () => {
    const missed = difficulties.map((difficulty) => {
      let [found, all] = [0, 0];
      for (const one of at(difficulty)) {
        const log = tableIn(one, '评估人员');
        for (const id of wrongEntriesShown(one)) {
          const query = loggedIn(one).find(({ number }) => number === id)!;
          const [, place] = log.rows.find(([name]) => name === `查询 ${id}`)!;
          all++;
          if ((place === '1') !== (placeShown(query) === 1)) found++;
        }
      }
      return 1 - found / all;
    });
    expect(missed[0]).toBeLessThan(missed[1]!);
    expect(missed[1]).toBeLessThan(missed[2]! - 0.1);
  });

  it('tell the same numbers in both languages', () => {
    // What is typed is said differently in each language, and names of items have Chinese numerals where their English has digits.
    for (const { exercise, key } of every) {
      const shown = exercise.shown.filter(
        (block) => block.kind !== 'table' || !block.caption.zh.startsWith('抽样'),
      );
      const faults = faultyTexts({ exercise: { ...exercise, shown }, key });
      expect(faults.filter((text) => !/[一二三四五六七八九十两]/.test(text))).toEqual([]);
    }
  });

  it('are the same of the same seed', async () => {
    const worlds = [await exerciseWorld(0)];
    expect(makeOf(searchCheckKind, worlds, 41, 3)).toEqual(makeOf(searchCheckKind, worlds, 41, 3));
  });
});
