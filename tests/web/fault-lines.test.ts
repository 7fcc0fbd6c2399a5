import { describe, expect, it } from 'vitest';
import type { Exercise, ExerciseKey } from '../../src/model/training/exercise.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { faultLines } from '../../src/web/training/mark-lines.ts';

const text = { zh: '文', en: 'text' };
const option = (id: string) => ({ id, text });

/** Three elements, the first two of them faulty, and a step with two obstacles of three. */
const exercise: Exercise = {
  title: text,
  shown: [],
  fields: [
    ...['a', 'b', 'c'].map((id) => ({
      id,
      label: text,
      kind: 'choice' as const,
      options: [option('right'), option('wrong'), option('vague')],
    })),
    { id: 'd', label: text, kind: 'several', options: ['p', 'q', 'r', 'none'].map(option) },
  ],
};
const finding = (weight: number) => ({ sound: 'right', weight });
const key: ExerciseKey = {
  solution: [],
  fields: {
    a: { kind: 'choice', costs: { right: 3, wrong: 0, vague: 1.5 }, finding: finding(3) },
    b: { kind: 'choice', costs: { right: 1, wrong: 0, vague: 0.5 }, finding: finding(1) },
    c: { kind: 'choice', costs: { right: 0, wrong: 1, vague: 1 }, finding: finding(2) },
    d: { kind: 'several', right: ['p', 'q'], missed: 2, wrong: 1, finding: { sound: 'none', weight: 1 } },
  },
};

describe('what a mark says of faults', () => {
  it('counts hits, misses and false alarms over all fields, and weighs what was found', () => {
    // Another kind of fault in a, none in b, a false alarm in c, one of two obstacles and none besides in d.
    const answers = { a: ['vague'], b: ['right'], c: ['wrong'], d: ['p'] };
    const mark = markAnswer(exercise, key, answers);
    expect(mark.cost).toBe(1.5 + 1 + 1 + 2);
    expect(faultLines(mark, 'en')).toEqual([
      'Faults or obstacles: 4. Hits 2, missed 2; recall 2/4 = 50%, weighted by severity 4/6 = 66.67%, F1 57.14%. False alarms 1, false-alarm rate 1/2 = 50% (of what is in order).',
    ]);
    expect(faultLines(mark, 'zh')[0]).toMatch(/共 4 处：命中 2，漏报 2；召回率 2\/4 = 50%，按严重程度加权/);
  });

  it('leaves out the weights where all weigh the same, and shares of nothing', () => {
    const only = { ...exercise, fields: exercise.fields.slice(3) };
    expect(faultLines(markAnswer(only, key, { d: ['p', 'q', 'r'] }), 'en')).toEqual([
      'Faults or obstacles: 2. Hits 2, missed 0; recall 2/2 = 100%, F1 80%. False alarms 1, false-alarm rate 1/1 = 100% (of what is in order).',
    ]);
    const sound = { ...exercise, fields: exercise.fields.slice(2, 3) };
    expect(faultLines(markAnswer(sound, key, { c: ['right'] }), 'en')[0]).toContain('recall —, F1 —. False');
  });

  it('says nothing of exercises that look for no faults', () => {
    const plain: ExerciseKey = {
      solution: [],
      fields: { a: { kind: 'choice', costs: { right: 0, wrong: 1 } } },
    };
    const one = { ...exercise, fields: exercise.fields.slice(0, 1) };
    expect(faultLines(markAnswer(one, plain, { a: ['right'] }), 'zh')).toEqual([]);
  });
});
