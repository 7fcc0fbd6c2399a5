import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  courseKinds,
  parseCourse,
  type TrainingCourse,
  type GateStage,
} from '../../src/model/training/course.ts';
import { stageIds } from '../../src/model/training/stage-ids.ts';
import { Mistake } from '../../src/model/errors.ts';
import { planGate, planStage } from '../../src/train/course/plan.ts';
import { chooseDraft, hiddenCases, isRareCase, rareCases } from '../../src/train/course/rare-cases.ts';
import { classSeed } from '../../src/train/class-seeds.ts';
import { drawsOf } from '../../src/train/draws.ts';
import type { ExerciseKey } from '../../src/model/training/exercise.ts';

const folder = resolve(import.meta.dirname, '../../db/reference/courses');
const shipped = readdirSync(folder);
/** The shipped course as it stands in its file, to be changed. */
const readRaw = (): { stages: unknown[] } =>
  JSON.parse(readFileSync(join(folder, 'evaluator-basic.json'), 'utf8'));
const basic = (): TrainingCourse => parseCourse(readRaw(), 'evaluator-basic');

/** What is said of the shipped course with other values in the fields of these paths. */
function refused(changes: Readonly<Record<string, unknown>>): { readonly zh: string; readonly en: string } {
  const course = readRaw();
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop()!;
    const place = steps.reduce((inner: object, step) => Reflect.get(inner, step) as object, course);
    Reflect.set(place, last, value);
  }
  try {
    parseCourse(course, 'x');
  } catch (error) {
    if (error instanceof Mistake) return error.text;
    throw error;
  }
  return expect.fail('the course was taken');
}

describe('a course', () => {
  it('is read from each shipped file, whose name it has', () => {
    expect(shipped.length).toBeGreaterThan(0);
    for (const file of shipped) {
      const course = parseCourse(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
      expect(`${course.id}.json`).toBe(file);
    }
  });

  it('of evaluators has all stages and the kinds that they need', () => {
    const course = basic();
    expect(course.stages.map(({ id }) => id)).toEqual([...stageIds]);
    expect(courseKinds(course)).toEqual(['figures', 'verdict', 'recheck', 'statement']);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'a kind that does not exist',
      { 'stages.0.kinds.1': 'guess' },
      'stages.0.kinds.1 = "guess"：须为 figures、verdict、recheck、statement',
      'stages.0.kinds.1 = "guess": must be one of figures, verdict, recheck, statement',
    ],
    [
      'a kind named twice',
      { 'stages.2.kinds': ['verdict', 'verdict'] },
      'stages.2.kinds = ["verdict","verdict"]：同一题型只能列一次',
      'stages.2.kinds = ["verdict","verdict"]: each kind may be named once',
    ],
    [
      'a difficulty that does not exist',
      { 'stages.2.difficulties': [4] },
      'stages.2.difficulties.0 = 4：须为 1、2、3 之一',
      'stages.2.difficulties.0 = 4: must be one of 1, 2, 3',
    ],
    [
      'stages in another order',
      { stages: readRaw().stages.reverse() },
      'stages.1.id = "delayed-test"：各阶段至多一次，顺序须为 pre-test、frame、practice、gate、post-test、delayed-test、work',
      'stages.1.id = "delayed-test": each stage comes once at most, in the order pre-test, frame, practice, gate, post-test, delayed-test, work',
    ],
    [
      'a stage that comes twice',
      { stages: [readRaw().stages[0], ...readRaw().stages] },
      'stages.1.id = "pre-test"：各阶段至多一次',
      'stages.1.id = "pre-test": each stage comes once at most',
    ],
    [
      'a test that may be repeated',
      { 'stages.4.attempts': 2 },
      'stages.4.attempts = 2：须为 1：测试题只答一次',
      'stages.4.attempts = 2: must be 1: an exercise of a test is answered once',
    ],
    [
      'tests that are not parallel',
      { 'stages.5.difficulties': [1] },
      'stages.5.difficulties = [1]：须与 pre-test 相同：各次测试为平行卷',
      'stages.5.difficulties = [1]: must be that of pre-test: tests are parallel forms',
    ],
    [
      'a gate that nobody passes',
      { 'stages.3.rule.mark': 0.97 },
      'stages.3.rule.mark = 0.97：过高：most 题全对时，区间下限仍低于它，无人能通过',
      'stages.3.rule.mark = 0.97: is too high: with all of “most” right the interval still ends below it, and nobody can pass',
    ],
    [
      'a gate that ends before it begins',
      { 'stages.3.rule.fewest': 61 },
      'stages.3.rule.most = 60：不得小于 fewest',
      'stages.3.rule.most = 60: must be at least “fewest”',
    ],
    [
      'an anchor of a kind that is not there',
      { 'stages.1.kinds': ['figures'] },
      'stages.1.anchors.1.kind = "verdict"：须为本阶段的题型 figures 之一',
      'stages.1.anchors.1.kind = "verdict": must be one of the kinds of the stage: figures',
    ],
    [
      'a field that does not exist',
      { 'stages.0.colour': 'red' },
      'stages.0: 没有字段 colour',
      'stages.0: there is no field colour',
    ],
    ['a version that is none', { version: 0 }, 'version = 0：须大于 0', 'version = 0: must be above 0'],
  ])('with %s is refused by field, value and rule', (_what, changes, zh, en) => {
    const said = refused(changes);
    expect(said.zh).toContain(zh);
    expect(said.en).toContain(en);
    expect(said.zh.startsWith('课程 x 有误：')).toBe(true);
    expect(said.en.startsWith('course x is not valid: ')).toBe(true);
  });

  it('is refused with all its faults at once', () => {
    const { en } = refused({ version: 1.5, 'stages.0.days': 0 });
    expect(en).toContain('version = 1.5: must be a whole number');
    expect(en).toContain('stages.0.days = 0: must be at least 1');
  });
});

describe('seeds of a class', () => {
  const secret = 2 ** 53 - 12_345;

  it('are those that Threefry written anew in another language gives', () => {
    expect(classSeed({ secret: 1, trainee: 0 }, 'pre-test', 0, 0)).toBe(5_616_032_571_594_214);
    expect(classSeed({ secret: 2 ** 53 - 1, trainee: 30 }, 'gate', 479, 31)).toBe(8_391_902_102_441_120);
  });

  it('never fall among those of strangers, which lie below 2^32, and are whole below 2^53', () => {
    const seeds = Array.from({ length: 20_000 }, (_, i) =>
      classSeed({ secret: i * 450_000_000_007, trainee: i % 31 }, 'gate', i % 8192, i % 32),
    );
    expect(seeds.filter((seed) => !Number.isSafeInteger(seed) || seed < 2 ** 32)).toEqual([]);
  });

  it('differ by secret, trainee, stage, exercise and draft, in every bit of the secret', () => {
    const seeds = new Set<number>();
    let n = 0;
    for (const stage of stageIds)
      for (let trainee = 0; trainee <= 30; trainee++)
        for (let exercise = 0; exercise < 40; exercise++)
          for (const draft of [0, 1, 31]) {
            seeds.add(classSeed({ secret, trainee }, stage, exercise, draft));
            n++;
          }
    for (let bit = 0; bit < 53; bit++) {
      seeds.add(classSeed({ secret: 2 ** bit, trainee: 1 }, 'pre-test', 0, 0));
      n++;
    }
    expect(seeds.size).toBe(n);
  });

  it('use all bits alike', () => {
    const ones = new Array<number>(52).fill(0);
    const n = 4000;
    for (let exercise = 0; exercise < n; exercise++) {
      const seed = BigInt(classSeed({ secret, trainee: 7 }, 'practice', exercise, 0));
      expect(seed >> 52n).toBe(1n);
      ones.forEach((_, bit) => (ones[bit]! += Number((seed >> BigInt(bit)) & 1n)));
    }
    // Five standard errors of a half.
    for (const count of ones) expect(Math.abs(count - n / 2)).toBeLessThan(5 * Math.sqrt(n / 4));
  });

  it.each([
    ['secret', 2 ** 53, 0, 0, 0],
    ['secret', 0.5, 0, 0, 0],
    ['trainee', 1, 2 ** 14, 0, 0],
    ['trainee', 1, -1, 0, 0],
    ['exercise', 1, 0, 2 ** 13, 0],
    ['draft', 1, 0, 0, 32],
  ])('are not made from a %s out of range', (name, wrong, trainee, exercise, draft) => {
    expect(() => classSeed({ secret: wrong, trainee }, 'gate', exercise, draft)).toThrow(name);
  });
});

describe('the plan of a stage', () => {
  const seat = { secret: 987_654_321_012_345, trainee: 3 };
  const gateOf = ({ stages }: TrainingCourse): GateStage =>
    stages.find((stage): stage is GateStage => stage.id === 'gate')!;
  const planOf = (course: TrainingCourse, id: string) =>
    planStage(course.stages.find((stage) => stage.id === id) as Parameters<typeof planStage>[0], seat);

  it('has each kind in turn, in the difficulties of the course', () => {
    const plan = planOf(basic(), 'pre-test');
    expect(plan.map(({ number }) => number)).toEqual(plan.map((_, i) => i));
    expect(plan.slice(0, 5).map(({ kind, difficulty }) => [kind, difficulty])).toEqual([
      ['figures', 1],
      ['verdict', 1],
      ['recheck', 1],
      ['statement', 1],
      ['figures', 2],
    ]);
    expect(plan).toHaveLength(24);
    expect(plan.every(({ seeds }) => seeds.length === 1)).toBe(true);
  });

  it('of one test is the parallel form of the others: kinds and difficulties alike, no seed', () => {
    const forms = ['pre-test', 'post-test', 'delayed-test'].map((id) => planOf(basic(), id));
    const shape = forms.map((plan) =>
      plan.map(({ number, kind, difficulty }) => ({ number, kind, difficulty })),
    );
    expect(shape[1]).toEqual(shape[0]);
    expect(shape[2]).toEqual(shape[0]);
    expect(new Set(forms.flatMap((plan) => plan.flatMap(({ seeds }) => seeds))).size).toBe(3 * 24);
  });

  it('is the same for all where they share it, and another for each where they do not', () => {
    const [stage] = basic().stages as [Parameters<typeof planStage>[0]];
    const shared = { secret: 5, trainee: 0 };
    expect(planStage(stage, shared)).toEqual(planStage(stage, { ...shared }));
    const seeds = [0, 1, 2].flatMap((trainee) =>
      planStage(stage, { secret: 5, trainee }).flatMap((exercise) => exercise.seeds),
    );
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('gives the gate its most cases of a kind, of ten as many rare ones on average as the course says', () => {
    const gate = gateOf(basic());
    const verdicts = planGate(gate, seat, 'verdict', 0);
    expect(verdicts).toHaveLength(60);
    // Four of ten on average: 24 of 60, give or take four standard deviations.
    const rare = verdicts.filter(({ isRare }) => isRare === true).length;
    expect(Math.abs(rare - 24)).toBeLessThan(16);
    expect(verdicts.every(({ isRare, seeds }) => isRare !== undefined && seeds.length === 32)).toBe(true);
    // The places are drawn: they differ from ten to ten and from trainee to trainee.
    const places = (plan: ReturnType<typeof planGate>): string =>
      plan.map(({ isRare }) => (isRare === true ? 'r' : '-')).join('');
    expect(new Set(places(verdicts).match(/.{10}/g)).size).toBeGreaterThan(1);
    expect(places(planGate(gate, { ...seat, trainee: 4 }, 'verdict', 0))).not.toBe(places(verdicts));
    // A kind without rare answers is not told apart.
    const figures = planGate(gate, seat, 'figures', 0);
    expect(figures.every(({ isRare, seeds }) => isRare === undefined && seeds.length === 1)).toBe(true);
  });

  it('gives each attempt at the gate, and each kind, fresh cases', () => {
    const gate = gateOf(basic());
    const plans = gate.kinds.flatMap((kind) =>
      [0, 1].flatMap((attempt) => planGate(gate, seat, kind, attempt)),
    );
    expect(new Set(plans.map(({ number }) => number)).size).toBe(plans.length);
    const seeds = plans.flatMap((exercise) => exercise.seeds);
    expect(new Set(seeds).size).toBe(seeds.length);
    const without = { ...gate, kinds: gate.kinds.filter((kind) => kind !== 'recheck') };
    expect(() => planGate(without, seat, 'recheck', 0)).toThrow('recheck');
    expect(() => planGate(gate, seat, 'verdict', 2)).toThrow('attempt 2');
  });
});

describe('rare cases', () => {
  const keyOf = (costs: Readonly<Record<string, number>>): Pick<ExerciseKey, 'fields'> => ({
    fields: { verdict: { kind: 'choice', costs }, days: { kind: 'number', value: 3, within: 0, cost: 1 } },
  });

  it('come at every place alike', () => {
    const n = 4000;
    const at = new Array<number>(10).fill(0);
    for (let seed = 0; seed < n; seed++)
      rareCases(3, 10, drawsOf(seed, 0)).forEach((isRare, i) => (at[i]! += isRare ? 1 : 0));
    for (const count of at) expect(Math.abs(count / n - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / n));
  });

  it('are not told by those before them: how many of ten there are differs', () => {
    const numbers = Array.from(
      { length: 200 },
      (_, seed) => rareCases(4, 10, drawsOf(seed, 0)).filter(Boolean).length,
    );
    expect(new Set(numbers).size).toBeGreaterThan(5);
    // Hidden cases are so many of each ten: nobody is told which they were.
    for (let seed = 0; seed < 50; seed++)
      expect(hiddenCases(1, 30, drawsOf(seed, 0)).filter(Boolean)).toHaveLength(3);
  });

  it('end with the cases, and are none or all where the course says so', () => {
    expect(rareCases(4, 25, drawsOf(1, 0))).toHaveLength(25);
    expect(rareCases(0, 20, drawsOf(1, 0))).not.toContain(true);
    expect(rareCases(10, 20, drawsOf(1, 0))).not.toContain(false);
  });

  it('are known by the answer that is right', () => {
    const rare = ['mistaken', 'unfounded'];
    expect(isRareCase(keyOf({ upheld: 0, mistaken: 4, unfounded: 6 }), rare)).toBe(false);
    expect(isRareCase(keyOf({ upheld: 1, mistaken: 0, unfounded: 6 }), rare)).toBe(true);
    const several = {
      fields: { rows: { kind: 'several', right: ['a', 'b'], missed: 1, wrong: 1 } },
    } as const;
    expect([isRareCase(several, ['b']), isRareCase(several, ['c'])]).toEqual([true, false]);
  });

  it('and usual ones are taken from the first seed that makes one, and from the last where none does', async () => {
    const make = (seed: number) => ({ key: keyOf(seed % 3 === 0 ? { mistaken: 0 } : { upheld: 0 }) });
    const seedOf = async (isRare: boolean | undefined, seeds: readonly number[]): Promise<number> =>
      (await chooseDraft({ isRare, seeds }, ['mistaken'], make)).seed;
    expect(await seedOf(true, [4, 5, 6, 9])).toBe(6);
    expect(await seedOf(false, [3, 6, 7, 8])).toBe(7);
    expect([await seedOf(true, [4, 5, 7]), await seedOf(false, [3, 6, 9])]).toEqual([7, 9]);
    expect([await seedOf(undefined, [6, 7]), await seedOf(undefined, [7, 6])]).toEqual([6, 7]);
    await expect(seedOf(true, [])).rejects.toThrow('seed');
  });

  it('are as many as the course says whatever share the exercises have by themselves', async () => {
    // Every second exercise of a kind would be a rare one.
    const make = (seed: number) => ({
      key: keyOf(drawsOf(seed, 0).share('x') < 0.5 ? { mistaken: 0 } : { upheld: 0 }),
    });
    const gate = basic().stages.find((stage): stage is GateStage => stage.id === 'gate')!;
    const plan = planGate(gate, { secret: 77, trainee: 1 }, 'verdict', 0);
    const made = await Promise.all(plan.map((planned) => chooseDraft(planned, ['mistaken'], make)));
    expect(made.map(({ key }) => isRareCase(key, ['mistaken']))).toEqual(plan.map(({ isRare }) => isRare));
  });
});
