import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseWorld } from '../../src/train/exercise-world.ts';
import { verdictKind } from '../../src/train/kinds/verdict.ts';
import { weighEvidence, type Bearing, type Evidence } from '../../src/train/kinds/verdict/evidence.ts';
import { findingCosts } from '../../src/train/kinds/verdict/verdict-costs.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { FieldKey, MadeExercise } from '../../src/model/training/exercise.ts';
import { calendar, reference } from '../builders.ts';
import { findingOf, readCarelessly, readEvidence } from './read-evidence.ts';
import { allOf, itHoldsOf, makeOf, SEEDS, type Seeded } from './kind-properties.ts';
import { faultyTexts, rowsOf } from './shown-blocks.ts';
import { exerciseWorld } from './worlds.ts';

const worlds: ExerciseWorld[] = [];
let every: readonly Seeded[] = [];
beforeAll(async () => {
  worlds.push(await exerciseWorld(0), await exerciseWorld(1), await exerciseWorld(2));
  every = allOf(verdictKind, worlds);
});
afterAll(() => {
  every = [];
});

const templates = verdictKind.templates.length;

const made = (seed: number, difficulty: Difficulty, template = seed % templates): Seeded =>
  makeOf(verdictKind, worlds, seed, difficulty, template);

const choice = (key: FieldKey | undefined): Readonly<Record<string, number>> => {
  if (key?.kind !== 'choice') throw new Error('no choice');
  return key.costs;
};
const several = (key: FieldKey | undefined): readonly string[] => {
  if (key?.kind !== 'several') throw new Error('no choice of several');
  return key.right;
};
const findingIn = ({ key }: MadeExercise): string =>
  Object.entries(choice(key.fields['verdict'])).find(([, cost]) => cost === 0)![0];
const optionsOf = ({ exercise }: MadeExercise, id: string): string[] => {
  const field = exercise.fields.find((one) => one.id === id)!;
  return field.kind === 'number' ? [] : field.options.map((option) => option.id);
};

describe('the rules of a finding', () => {
  const piece = (source: Evidence['source'], bearing: Bearing): Evidence => ({
    source,
    bearing,
    at: 0,
    text: { zh: '', en: '' },
    because: { zh: '', en: '' },
  });
  const found = (...pieces: [Evidence['source'], Bearing][]): string =>
    weighEvidence(pieces.map(([source, bearing]) => piece(source, bearing))).finding;

  it('upholds on one independent source that nothing contradicts', () => {
    expect(found(['queue', 'supports'], ['statement', 'none'])).toBe('upheld');
  });
  it('takes two different sources to call a rating untrue', () => {
    expect(found(['queue', 'against'], ['video', 'against'])).toBe('unfounded');
    expect(found(['queue', 'against'])).toBe('unproven');
    expect(found(['queue', 'against'], ['queue', 'against'])).toBe('unproven');
  });
  it('calls back where sources conflict or the office alone speaks', () => {
    expect(found(['queue', 'supports'], ['video', 'against'])).toBe('unproven');
    expect(found(['queue', 'supports'], ['video', 'against'], ['platform', 'against'])).toBe('unproven');
    expect(found(['statement', 'none'], ['letter', 'none'])).toBe('unproven');
  });
  it('puts the rater’s own word before all else', () => {
    expect(found(['callback', 'mistake'], ['queue', 'against'])).toBe('mistaken');
  });
  it('prices a true one dismissed, an accusation without proof, a slip upheld and a needless call as the issue says', () => {
    expect(findingCosts.upheld.mistaken).toBe(4);
    expect(
      [findingCosts.upheld, findingCosts.mistaken, findingCosts.unproven].map((row) => row.unfounded),
    ).toEqual([6, 6, 6]);
    expect(findingCosts.mistaken.upheld).toBe(1);
    expect(
      [findingCosts.upheld, findingCosts.mistaken, findingCosts.unfounded].map((row) => row.unproven),
    ).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('1,000 exercises at each difficulty', () => {
  itHoldsOf(verdictKind, () => every);

  it('are solved from what is shown alone', () => {
    for (const one of every) {
      const records = readEvidence(one.exercise, calendar);
      const admitted = records.filter(({ bearing }) => bearing !== 'none').map(({ letter }) => letter);
      const where = `seed ${String(one.seed)}, difficulty ${String(one.difficulty)}`;
      expect(findingOf(records), where).toBe(findingIn(one));
      expect(admitted.length === 0 ? ['none'] : admitted, where).toEqual(several(one.key.fields['evidence']));
    }
  });

  it('mark their own key as right, and every wrong answer as the printed matrix says', () => {
    for (const one of every) {
      const { exercise, key } = one;
      const finding = findingIn(one) as keyof typeof findingCosts;
      const right = several(key.fields['evidence']);
      expect(markAnswer(exercise, key, { verdict: [finding], evidence: right })).toMatchObject({
        right: true,
        cost: 0,
      });
      for (const [answer, cost] of Object.entries(findingCosts[finding]))
        expect(markAnswer(exercise, key, { verdict: [answer], evidence: right }).cost).toBe(cost);
      expect(markAnswer(exercise, key, { verdict: [finding], evidence: right.slice(1) }).cost).toBe(0.25);
      const wrong = optionsOf(one, 'evidence').find((id) => !right.includes(id))!;
      expect(markAnswer(exercise, key, { verdict: [finding], evidence: [...right, wrong] }).cost).toBe(0.25);
    }
  });

  it('tell the same numbers in both languages', () => {
    for (const one of every) expect(faultyTexts(one)).toEqual([]);
  });

  it('name in the solution every record, the deciding ones with their letters', () => {
    for (const { exercise, key } of every) {
      const solved = key.solution.find((block) => block.kind === 'table')!;
      const letters = rowsOf(exercise, '手上的材料').map(([letter]) => letter);
      expect(solved.kind === 'table' && solved.rows.map(([letter]) => letter?.zh)).toEqual(letters);
      const admitted =
        solved.kind === 'table' ? solved.rows.filter((row) => row[2]?.zh.startsWith('采用')) : [];
      const right = several(key.fields['evidence']).filter((id) => id !== 'none');
      expect(admitted.map(([letter]) => letter?.zh)).toEqual(right);
    }
  });
});

describe('difficulty', () => {
  it('deceives those who read carelessly, and the more the harder it is', () => {
    const wrong = difficulties.map((difficulty) => {
      const n = every.filter(
        (one) =>
          one.difficulty === difficulty &&
          findingOf(readCarelessly(one.exercise, calendar)) !== findingIn(one),
      ).length;
      return n / SEEDS;
    });
    expect(wrong[0]).toBeLessThan(0.02);
    expect(wrong[1]).toBeGreaterThan(wrong[0]! + 0.2);
    expect(wrong[2]).toBeGreaterThan(wrong[1]! + 0.1);
  });
});

describe('what is shown', () => {
  it('gives each finding to each complaint, about as often as the others', () => {
    for (let template = 0; template < templates; template++) {
      const counts = new Map<string, number>();
      for (let seed = 0; seed < 200; seed++) {
        const finding = findingIn(made(seed, 2, template));
        counts.set(finding, (counts.get(finding) ?? 0) + 1);
      }
      expect([...counts.keys()].sort()).toEqual(['mistaken', 'unfounded', 'unproven', 'upheld']);
      for (const n of counts.values()) expect(n).toBeGreaterThan(28);
    }
  });

  it('has as many records whatever the finding', () => {
    const sizes = new Map<Difficulty, Set<number>>();
    for (const { exercise, difficulty } of every) {
      const n = rowsOf(exercise, '手上的材料').length;
      sizes.set(difficulty, (sizes.get(difficulty) ?? new Set()).add(n));
    }
    expect([...sizes.values()].map((set) => [...set])).toEqual([[7], [8], [10]]);
  });

  it('puts the right finding at every place alike, and the deciding records too', () => {
    const [places, letters] = [[0, 0, 0, 0], new Map<string, number>()];
    for (const one of every) {
      const place = optionsOf(one, 'verdict').indexOf(findingIn(one));
      places[place] = places[place]! + 1;
      if (one.difficulty === 1)
        for (const id of several(one.key.fields['evidence'])) letters.set(id, (letters.get(id) ?? 0) + 1);
    }
    for (const n of places) expect(Math.abs(n - every.length / 4)).toBeLessThan(65);
    const counts = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => letters.get(letter) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(0.75 * Math.max(...counts));
  });

  it('uses the tags of the evaluation list', () => {
    const names = new Set(reference.tags.map(({ name }) => name));
    for (let template = 0; template < templates; template++) {
      const tag = rowsOf(made(3, 1, template).exercise, '差评').find(([name]) => name === '标签')?.[1] ?? '';
      expect(tag === '没有选标签' || names.has(tag), tag).toBe(true);
    }
  });

  it('takes a bad rating whose truth agrees with the finding', () => {
    const mechanisms = { upheld: 0, mistaken: 9, unfounded: 8 } as const;
    for (let seed = 0; seed < 200; seed++) {
      const one = made(seed, 2);
      const finding = findingIn(one);
      if (finding !== 'upheld' && finding !== 'mistaken' && finding !== 'unfounded') continue;
      const value = (name: string): string | undefined =>
        rowsOf(one.exercise, '差评').find(([key]) => key === name)?.[1];
      const cases = worlds[seed % worlds.length]!.badRatings.filter(
        ({ item, office }) => item.zh === value('事项') && office.zh === value('被评单位'),
      );
      expect(cases.map(({ truth }) => truth.mechanism)).toContain(mechanisms[finding]);
    }
  });
});
