import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitsOf } from '../../src/model/rectification.ts';
import { parseDay, parseSecond } from '../../src/model/time/time.ts';
import type { Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { FieldKey, MadeExercise } from '../../src/model/training/exercise.ts';
import type { ExerciseWorld } from '../../src/train/exercise-world.ts';
import { dayCountTable, restNote } from '../../src/train/kinds/day-count.ts';
import { recheckKind } from '../../src/train/kinds/recheck.ts';
import { limitSheets } from '../../src/train/kinds/recheck/limit-sheets.ts';
import { problems } from '../../src/train/kinds/recheck/problems.ts';
import { faultOfTheme, recheckThemes } from '../../src/train/kinds/recheck/recheck-plan.ts';
import { faultsOf, recheckReasons, type ReportedOrder } from '../../src/train/kinds/recheck/work-order.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { calendar, reference } from '../builders.ts';
import { faultsShown } from './read-order.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import { faultyTexts, rowsOf, textsOf } from './shown-blocks.ts';
import { exerciseWorld } from './worlds.ts';

const worlds: ExerciseWorld[] = [];
let every: readonly Seeded[] = [];
beforeAll(async () => {
  worlds.push(await exerciseWorld(0), await exerciseWorld(1), await exerciseWorld(2));
  every = allOf(recheckKind, worlds);
});
afterAll(() => {
  every = [];
});

const templates = recheckKind.templates.length;

const made = (seed: number, difficulty: Difficulty, template = seed % templates): Seeded =>
  makeOf(recheckKind, worlds, seed, difficulty, template);

const costsOf = (key: FieldKey | undefined): Readonly<Record<string, number>> => {
  if (key?.kind !== 'choice') throw new Error('no choice');
  return key.costs;
};
const rightIn = ({ key }: MadeExercise, field: string): string =>
  Object.entries(costsOf(key.fields[field])).find(([, cost]) => cost === 0)![0];
const placeOf = (one: MadeExercise, id: string): number => {
  const field = one.exercise.fields.find((given) => given.id === id)!;
  return field.kind === 'number' ? -1 : field.options.findIndex((option) => option.id === rightIn(one, id));
};

describe('limits', () => {
  it('are those of the rule profiles, with what is assumed where they state none', () => {
    for (const { profile: id, ...limits } of limitSheets) {
      const profile = reference.profiles.find((one) => one.id === id)!;
      expect(limits).toEqual(limitsOf(profile, reference.assumedRules));
    }
  });

  it('are counted day by day over the holiday of May 2025 and the make-up day before it', () => {
    const table = dayCountTable(calendar, 'working', {
      from: parseDay('2025-04-25'),
      to: parseDay('2025-05-07'),
      caption: { zh: '', en: '' },
    });
    expect(table.rows.map(([, , count]) => count?.zh)).toEqual([
      '起算日，不计', // Friday 25 April
      '休息，不计',
      '第 1 天', // Sunday 27 April is worked
      '第 2 天',
      '第 3 天',
      '第 4 天', // Wednesday 30 April
      '休息，不计',
      '休息，不计',
      '休息，不计',
      '休息，不计',
      '休息，不计', // Monday 5 May
      '第 5 天',
      '第 6 天',
    ]);
  });

  it('name the exceptions of the calendar, and no others', () => {
    const note = restNote(calendar, parseDay('2025-04-25'), parseDay('2025-05-07'));
    expect(textsOf(note)[0]?.zh).toContain(
      '2025-04-27（周日）上班，2025-05-01（周四）休息，2025-05-02（周五）休息，2025-05-05（周一）休息',
    );
    const plain = restNote(calendar, parseDay('2025-03-03'), parseDay('2025-03-14'));
    expect(textsOf(plain)[0]?.zh).toContain('放假调休：没有');
  });
});

describe('the rules of a recheck', () => {
  const at = (text: string): number => parseSecond(`${text}:00`);
  const text = { zh: '', en: '' };
  const sound: ReportedOrder = {
    limits: {
      contact: { days: 1, kind: 'working' },
      ordinary: { days: 5, kind: 'working' },
      complex: { days: 15, kind: 'working' },
    },
    isComplex: false,
    problem: 'queue',
    ratedAt: at('2025-04-25 10:00'),
    contactedAt: at('2025-04-27 09:30'),
    completedAt: at('2025-05-06 11:00'),
    closedAt: at('2025-05-06 15:00'),
    calls: [{ at: at('2025-05-06 14:00'), number: '1', outcome: 'satisfied', note: text }],
    ownNumbers: ['1'],
    staffNumbers: [{ owner: text, number: '2' }],
    measures: [{ at: at('2025-05-06 10:00'), text, reach: 'general' }],
    later: [],
  };
  const later = {
    office: text,
    item: text,
    isSameOffice: true,
    isSameItem: true,
    servedAt: at('2025-05-06 11:01'),
    ratedAt: at('2025-05-06 12:00'),
    level: 2,
    problem: 'queue',
    isUpheld: true,
  } as const;
  const faults = (change: Partial<ReportedOrder>): string[] => faultsOf({ ...sound, ...change }, calendar);

  it('pass what is done on the fifth working day, with the make-up Sunday as the first', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ completedAt: at('2025-05-07 11:00'), calls: [] })).toEqual([
      'over-limit',
      'no-call-back',
    ]);
    expect(faults({ contactedAt: at('2025-04-28 09:30') })).toEqual(['over-limit']);
  });
  it('send back for each fault alone', () => {
    const [call] = sound.calls;
    expect(faults({ calls: [{ ...call!, outcome: 'unanswered' }] })).toEqual(['no-call-back']);
    expect(faults({ calls: [{ ...call!, outcome: 'message' }] })).toEqual(['no-call-back']);
    expect(faults({ calls: [{ ...call!, at: at('2025-05-06 15:01') }] })).toEqual(['no-call-back']);
    expect(faults({ calls: [{ ...call!, number: '2' }] })).toEqual(['staff-phone']);
    expect(faults({ calls: [{ ...call!, at: at('2025-05-06 10:59') }] })).toEqual(['call-before']);
    expect(faults({ calls: [{ ...call!, outcome: 'dissatisfied' }] })).toEqual(['dissatisfied']);
    expect(faults({ calls: [{ ...call!, outcome: 'fair' }] })).toEqual([]);
    expect(faults({ measures: [{ at: 0, text, reach: 'beside' }] })).toEqual(['unrelated']);
    expect(faults({ measures: [{ at: 0, text, reach: 'case' }] })).toEqual(['case-answer-only']);
    expect(faults({ later: [later] })).toEqual(['recurred']);
  });
  it('find no recurrence where one condition is missing', () => {
    const missing: Partial<ReportedOrder['later'][number]>[] = [
      { isSameOffice: false },
      { isSameItem: false },
      { problem: 'list' },
      { isUpheld: false },
      { servedAt: at('2025-05-06 11:00') },
      { servedAt: at('2025-06-06 11:01') },
    ];
    for (const change of missing) expect(faults({ later: [{ ...later, ...change }] })).toEqual([]);
  });
});

describe('1,000 exercises at each difficulty', () => {
  itHoldsOf(recheckKind, () => every);

  it('are solved from what is shown alone', () => {
    for (const one of every) {
      const where = `seed ${String(one.seed)}, difficulty ${String(one.difficulty)}`;
      const faults = faultsShown(one.exercise, calendar);
      expect(faults.length === 0 ? ['in-order'] : faults, where).toEqual([rightIn(one, 'reason')]);
      expect(rightIn(one, 'decision'), where).toBe(faults.length === 0 ? 'pass' : 'return');
    }
  });

  it('mark their own key as right, and every wrong answer as the printed matrix says', () => {
    for (const one of every) {
      const { exercise, key } = one;
      const [decision, reason] = [rightIn(one, 'decision'), rightIn(one, 'reason')];
      const cost = (answer: string, because: string): number =>
        markAnswer(exercise, key, { decision: [answer], reason: [because] }).cost;
      expect(cost(decision, reason)).toBe(0);
      if (decision === 'return') expect(cost('pass', reason)).toBe(5);
      else expect(cost('return', reason)).toBe(2);
      for (const other of recheckReasons) expect(cost(decision, other)).toBe(other === reason ? 0 : 1);
    }
  });

  it('tell the same numbers in both languages', () => {
    for (const one of every) expect(faultyTexts(one)).toEqual([]);
  });

  it('show in the solution one fault or none, and the day of completion as it is counted', () => {
    for (const one of every) {
      const tables = one.key.solution.filter((block) => block.kind === 'table');
      const yes = tables[0]!.rows.filter(([, found]) => found?.zh === '有').length;
      expect(yes).toBe(rightIn(one, 'reason') === 'in-order' ? 0 : 1);
      const completed = rowsOf(one.exercise, '整改单流转').find(([, , step]) => step === '整改完成')![1]!;
      expect(tables.at(-1)!.rows.at(-1)![0]!.zh).toBe(completed.slice(0, 10));
    }
  });
});

describe('what is shown', () => {
  it('breaks the rule of each template in about half of its exercises, and keeps it by a hair in the others', () => {
    for (const [template, theme] of recheckThemes.entries()) {
      let broken = 0;
      for (let seed = 0; seed < 120; seed++) {
        const reason = rightIn(made(seed, 2, template), 'reason');
        expect([faultOfTheme[theme], 'in-order']).toContain(reason);
        if (reason !== 'in-order') broken++;
      }
      expect(Math.abs(broken - 60)).toBeLessThan(20);
    }
  });

  it('has as many tables, measures and later ratings whether or not the order is sound', () => {
    const shapes = new Map<Difficulty, Set<string>>();
    for (const { exercise, difficulty } of every) {
      const measures = rowsOf(exercise, '整改单流转').filter(([, , step]) => step === '整改措施').length;
      const shape = [exercise.shown.length, measures, rowsOf(exercise, '整改完成后').length].join();
      shapes.set(difficulty, (shapes.get(difficulty) ?? new Set()).add(shape));
    }
    expect([...shapes.values()].map((set) => [...set])).toEqual([['7,2,4'], ['7,3,5'], ['7,5,7']]);
  });

  it('puts the right answers at every place alike', () => {
    const decisions = [0, 0];
    const reasons = Array.from({ length: recheckReasons.length }, () => 0);
    for (const one of every) {
      decisions[placeOf(one, 'decision')]! += 1;
      reasons[placeOf(one, 'reason')]! += 1;
    }
    for (const n of decisions) expect(Math.abs(n - every.length / 2)).toBeLessThan(75);
    for (const n of reasons) expect(Math.abs(n - every.length / 9)).toBeLessThan(45);
  });

  it('comes to the last day allowed where it is hard, and stays away from it where it is plain', () => {
    const distances = (difficulty: Difficulty): number[] => {
      const found: number[] = [];
      for (const one of every) {
        if (one.difficulty !== difficulty || rightIn(one, 'reason') === 'over-limit') continue;
        const days = one.key.solution.at(-1)!;
        const [, allowed = ''] = /（(\d+) 个/.exec(days.kind === 'table' ? days.caption.zh : '') ?? [];
        const counted = days.kind === 'table' ? days.rows.at(-1)![2]!.zh : '';
        const [, n = ''] = /第 (\d+) 天/.exec(counted) ?? [];
        found.push(Number(allowed) - Number(n));
      }
      return found;
    };
    const share = (difficulty: Difficulty): number => {
      const all = distances(difficulty);
      return all.filter((left) => left <= 1).length / all.length;
    };
    expect(share(1)).toBeLessThan(0.15);
    expect(share(3)).toBeGreaterThan(0.75);
  });

  it('uses the tags of the evaluation list', () => {
    for (const { tag } of Object.values(problems)) {
      const listed = reference.tags.find(({ code }) => code === tag.code);
      expect(tag.name).toEqual({ zh: listed?.name, en: listed?.nameEn });
    }
  });
});
