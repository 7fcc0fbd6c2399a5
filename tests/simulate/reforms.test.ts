import { describe, expect, it } from 'vitest';
import { mistakeOf, reference, tiny, unitAt } from '../builders.ts';
import { partsOf, serviceKeyOf } from '../../src/model/record/key.ts';
import { parseDay } from '../../src/model/time/time.ts';
import { make, type Made } from './made.ts';

const REFORMED = '990100';
const world = (reforms: readonly Record<string, unknown>[]): Made =>
  make(
    tiny({
      from: '2025-03-01',
      to: '2025-04-30',
      units: ['990000', REFORMED],
      names: 'fictional',
      casesPerYear: 250_000,
      answering: { retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 } },
      reforms,
    }),
    7,
  );
const reform = (effect: Record<string, unknown>): Record<string, unknown> => ({
  title: { zh: '一窗受理', en: 'One window' },
  units: [REFORMED],
  from: '2025-03-17',
  ...effect,
});
const unit = unitAt(REFORMED);
const firstDay = parseDay('2025-03-17');
const isReformed = (key: number): boolean => {
  const { unit: of, day } = partsOf(key);
  return of === unit && day >= firstDay;
};
const usual = world([]);

describe('a reform', () => {
  const made = world([
    reform({ time: 0.5, movedOnline: 0.6, experience: 0.8, tagFactors: { 110: 0, 517: 9 } }),
  ]);

  it('changes no case before its day and no other unit', () => {
    for (const kind of ['services', 'ratings', 'rectifications'] as const) {
      const others = (one: Made): object[] =>
        one[kind].filter(({ key }) => !isReformed(kind === 'services' ? key : serviceKeyOf(key)));
      expect(others(made)).toEqual(others(usual));
      expect(others(made).length).toBeGreaterThan(kind === 'rectifications' ? 5 : 1000);
    }
  });

  it('lets the same people come, sooner served, more of them online', () => {
    const finished = (one: Made): Map<number, Made['services'][number]> =>
      new Map(
        one.services.flatMap((row) =>
          isReformed(row.key) && row.stage === 6 ? [[row.key - (row.key % 16), row] as const] : [],
        ),
      );
    const [before, after] = [finished(usual), finished(made)];
    let [n, sooner, later, moved, left] = [0, 0, 0, 0, 0];
    for (const [key, was] of before) {
      const is = after.get(key);
      if (is === undefined) continue;
      n++;
      expect(is.person).toBe(was.person);
      const more = is.finishedAt - is.acceptedAt - (was.finishedAt - was.acceptedAt);
      if (more < -86_400) sooner++;
      if (more > 86_400) later++;
      if (was.channel === 1) expect(is.channel).toBe(1);
      else if (is.channel === 1) moved++;
      else left++;
    }
    expect(n).toBeGreaterThan(1000);
    expect(sooner).toBeGreaterThan(0.1 * n);
    expect(later).toBe(0);
    expect(moved).toBeGreaterThan(left);
  });

  it('shows in levels and tags', () => {
    const ratings = (one: Made): Made['ratings'] =>
      one.ratings.filter(({ key }) => isReformed(serviceKeyOf(key)));
    const bad = (one: Made): number => ratings(one).filter(({ level }) => level <= 3).length;
    expect(bad(made)).toBeLessThan(0.5 * bad(usual));
    const tagged = (one: Made, level: number, code: string): number => {
      const codes = reference.tags.filter((tag) => tag.level === level).map((tag) => tag.code);
      const bit = 1 << codes.indexOf(code);
      return ratings(one).filter((row) => row.level === level && (row.tags & bit) !== 0).length;
    };
    expect(tagged(usual, 1, '110')).toBeGreaterThan(0);
    expect(tagged(made, 1, '110')).toBe(0);
    expect(tagged(made, 5, '517')).toBeGreaterThan(1.3 * tagged(usual, 5, '517'));
  });

  it('adds to one before it, and leaves items and departments alone that it does not name', () => {
    const twice = world([
      reform({ time: 0.5 }),
      reform({ from: '2025-04-01', time: 0.5, items: ['000109002000'] }),
    ]);
    const once = world([reform({ time: 0.5 })]);
    const other = (one: Made): object[] =>
      one.services.filter(({ task }) => one.world.tasks[task]!.item.code !== '000109002000');
    expect(other(twice)).toEqual(other(once));
    const days = (one: Made): number[] =>
      one.services.flatMap(({ task, stage, key, acceptedAt, finishedAt }) =>
        one.world.tasks[task]!.item.code === '000109002000' &&
        stage === 6 &&
        partsOf(key).unit === unit &&
        partsOf(key).day >= parseDay('2025-04-01')
          ? [finishedAt - acceptedAt]
          : [],
      );
    const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
    expect(mean(days(twice))).toBeLessThan(0.8 * mean(days(once)));
  });

  it('that slows cases down lets those live on into the run that began before it', () => {
    const slow = [reform({ from: '2025-01-01', time: 5 })];
    const ends = (from: string): Made['services'] =>
      make(
        tiny({
          from,
          to: '2025-03-31',
          units: [REFORMED],
          names: 'fictional',
          casesPerYear: 60_000,
          reforms: slow,
        }),
        7,
      ).services;
    const begin = parseDay('2025-03-01') * 86_400;
    expect(ends('2025-03-01')).toEqual(ends('2025-01-02').filter(({ serviceAt }) => serviceAt >= begin));
  });
});

describe('a real place', () => {
  it('has no invented reform, under any name', async () => {
    const given = async (units: readonly string[]): Promise<Record<'zh' | 'en', string>> =>
      (await mistakeOf(() => tiny({ reforms: [{ ...reform({}), units }] }))).text;
    for (const code of ['330000', '981100']) {
      const { zh, en } = await given([code]);
      expect(zh).toContain(
        `reforms.0.units = ["${code}"]：改革是编造的事件，只能用于虚构单位（代码以 99 开头）`,
      );
      expect(en).toContain(`reforms.0.units = ["${code}"]: a reform is an invented event`);
    }
    expect((await given([REFORMED])).en).toContain('990100 are not among the units of the scenario');
  });
});
