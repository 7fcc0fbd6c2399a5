import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elementEntries } from '../../src/model/site/guide-elements.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { FieldKey } from '../../src/model/training/exercise.ts';
import { guideCheckKind } from '../../src/train/kinds/guide-check.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import { findingsShown, isEmptyPhrase, versionsIn } from './read-guide.ts';
import { tablesOf } from './read-shown.ts';
import { exerciseWorld } from './worlds.ts';

let every: readonly Seeded[] = [];
beforeAll(async () => {
  every = allOf(guideCheckKind, [await exerciseWorld(0)]);
});
afterAll(() => {
  every = [];
});

const costsOf = (key: FieldKey | undefined): Readonly<Record<string, number>> => {
  if (key?.kind !== 'choice') throw new Error('no choice');
  return key.costs;
};
/** The finding of each element by the key. */
const keyed = ({ key }: Seeded): Record<string, string> =>
  Object.fromEntries(
    Object.keys(key.fields).map((id) => [
      id,
      Object.entries(costsOf(key.fields[id])).find(([, cost]) => cost === 0)![0],
    ]),
  );
const faultsOf = (one: Seeded): [string, string][] =>
  Object.entries(keyed(one)).filter(([, finding]) => finding !== 'right');
const answered = (findings: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(findings).map(([id, finding]) => [id, [finding]]));
const at = (difficulty: Difficulty): readonly Seeded[] =>
  every.filter((one) => one.difficulty === difficulty);
const where = ({ seed, difficulty }: Seeded): string =>
  `seed ${String(seed)}, difficulty ${String(difficulty)}`;

describe('1,000 guide checks', () => {
  itHoldsOf(guideCheckKind, () => every);

  it('are solved from what is shown alone', () => {
    for (const one of every) {
      const shown = findingsShown(one.exercise);
      const solved = Object.fromEntries(
        one.exercise.fields.map(({ id, label }) => [id, shown.get(label.zh)]),
      );
      expect(solved, where(one)).toEqual(keyed(one));
    }
  });

  it('mark every wrong answer as the printed matrix says', () => {
    const added = new Set<string>();
    for (const { key, ...one } of every)
      for (const [id, of] of Object.entries(key.fields)) {
        const costs = costsOf(of);
        const { severity } = elementEntries.find((entry) => entry.id === id)!;
        const finding = keyed({ key, ...one })[id]!;
        if (finding === 'right') {
          expect(costs).toEqual({ right: 0, missing: 1, wrong: 1, vague: 1, inconsistent: 1 });
          continue;
        }
        const weight = costs['right']!;
        if (weight !== severity) added.add(`${id} ${String(weight)}`);
        for (const [other, cost] of Object.entries(costs))
          if (other !== 'right') expect(cost).toBe(other === finding ? 0 : weight / 2);
      }
    // What weighs more than its element is a condition or paper that was added.
    expect([...added].sort()).toEqual(['notes 3', 'steps 3']);
    const printed = guideCheckKind.costs.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(printed.map(([, miss, kind]) => [miss?.en, kind?.en])).toEqual([
      ['3', '1.5'],
      ['2', '1'],
      ['1', '0.5'],
    ]);
    for (const { name, severity } of elementEntries)
      expect(
        printed.find(([names]) => names?.zh.split('；')[0]?.split('、').includes(name.zh))?.[1]?.en,
      ).toBe(String(severity));
  });

  it('count hits, false alarms and what was missed, with the weight of each', () => {
    for (const one of every.slice(0, 200)) {
      const { exercise, key } = one;
      const right = keyed(one);
      const other = (finding: string): string => (finding === 'wrong' ? 'vague' : 'wrong');
      const findings = (answers: Record<string, string>) =>
        markAnswer(exercise, key, answered(answers)).fields.map((mark) => mark.findings!);
      const sum = (marks: ReturnType<typeof findings>, of: 'hits' | 'missed' | 'falseAlarms' | 'cleared') =>
        marks.reduce((total, mark) => total + (mark[of] ?? 0), 0);
      const faults = faultsOf(one).length;
      const sound = exercise.fields.length - faults;
      const all = findings(Object.fromEntries(Object.keys(right).map((id) => [id, other(right[id]!)])));
      expect([sum(all, 'hits'), sum(all, 'missed'), sum(all, 'falseAlarms'), sum(all, 'cleared')]).toEqual([
        faults,
        0,
        sound,
        0,
      ]);
      const none = findings(Object.fromEntries(Object.keys(right).map((id) => [id, 'right'])));
      expect([
        sum(none, 'hits'),
        sum(none, 'missed'),
        sum(none, 'falseAlarms'),
        sum(none, 'cleared'),
      ]).toEqual([0, faults, 0, sound]);
      for (const [i, { id }] of exercise.fields.entries())
        if (right[id] !== 'right') expect(none[i]!.weight).toBe(costsOf(key.fields[id])['right']);
    }
  });

  it('are a quarter of them clean, and have fewer faults the harder they are', () => {
    const clean = every.filter((one) => faultsOf(one).length === 0).length;
    expect(Math.abs(clean / every.length - 0.25)).toBeLessThan(0.05);
    const mean = difficulties.map((difficulty) => {
      const faulty = at(difficulty).filter((one) => faultsOf(one).length > 0);
      const share = (one: Seeded): number => faultsOf(one).length / one.exercise.fields.length;
      return faulty.reduce((total, one) => total + share(one), 0) / faulty.length;
    });
    expect(mean[0]).toBeGreaterThan(mean[1]! + 0.05);
    expect(mean[1]).toBeGreaterThan(mean[2]! + 0.05);
  });

  it('let every fault of every element occur', () => {
    const found = new Map<string, Set<string>>();
    for (const one of every)
      for (const [id, fault] of faultsOf(one)) found.set(id, (found.get(id) ?? new Set()).add(fault));
    expect([...found.keys()].sort()).toEqual(elementEntries.map(({ id }) => id).sort());
    // Of a value from a short list nothing vague can be said.
    for (const [id, faults] of found)
      expect(faults.size, id).toBeGreaterThanOrEqual(
        ['type', 'power', 'handling', 'code'].includes(id) ? 3 : 4,
      );
  });

  it('have as many blocks, rows and columns whether or not there is a fault', () => {
    const shapes = new Map<string, Set<string>>();
    for (const one of every) {
      const kinds = one.exercise.shown.map(({ kind }) => kind).join();
      const guide = tablesOf(one.exercise.shown).filter(({ caption }) => caption.startsWith('办事指南'));
      const name = `${String(one.template)} ${String(one.difficulty)}`;
      const shape = `${kinds} ${guide.map(({ columns, rows }) => [columns.length, rows.length]).join()}`;
      shapes.set(name, (shapes.get(name) ?? new Set()).add(shape));
    }
    expect(shapes.size).toBe(18);
    for (const set of shapes.values()) expect(set.size).toBe(1);
  });

  it('hide more from a reader who sees gaps and empty phrases only, the harder they are', () => {
    const recall = difficulties.map((difficulty) => {
      let [hits, faults] = [0, 0];
      for (const one of at(difficulty)) {
        const versions = versionsIn(one.exercise);
        for (const [id] of faultsOf(one)) {
          const name = one.exercise.fields.find((field) => field.id === id)!.label.zh;
          faults++;
          if (versions.get(name)!.some((text) => text === null || isEmptyPhrase(text))) hits++;
        }
      }
      return hits / faults;
    });
    expect(recall[0]).toBeGreaterThan(recall[1]! + 0.1);
    expect(recall[1]).toBeGreaterThan(recall[2]! + 0.1);
  });

  it('show in the solution each fault with what is shown and what is right', () => {
    for (const one of every) {
      const faults = faultsOf(one);
      const [table] = tablesOf(one.key.solution);
      expect(table?.rows.length ?? 0).toBe(faults.length);
      for (const [name, , said, right] of table?.rows ?? []) {
        expect(said, where(one)).not.toBe(right);
        for (const text of versionsIn(one.exercise).get(name!)!) expect(said).toContain(text ?? '（无）');
      }
    }
  });

  it('are the same of the same seed', async () => {
    const worlds = [await exerciseWorld(0)];
    expect(makeOf(guideCheckKind, worlds, 41, 3)).toEqual(makeOf(guideCheckKind, worlds, 41, 3));
  });
});
