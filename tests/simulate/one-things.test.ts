import { describe, expect, it } from 'vitest';
import { isLinked, partsOf } from '../../src/model/record/key.ts';
import { parseDay } from '../../src/model/time/time.ts';
import { reference, tiny, unitAt } from '../builders.ts';
import { make, type Made } from './made.ts';

const world = (oneThing: Record<string, number>, given: Record<string, unknown> = {}): Made =>
  make(
    tiny({
      from: '2025-02-01',
      to: '2025-04-30',
      units: ['990000', '990100'],
      names: 'fictional',
      casesPerYear: 250_000,
      demand: { oneThing },
      ...given,
    }),
    7,
  );
const codeOf = ({ world: { tasks } }: Made, task: number): string => tasks[task]!.item.code;

/** Linked cases of one matter, each by its first service, by person. */
function matters(made: Made, key: string, unit = -1): Made['services'][] {
  const { items } = reference.oneThings.find((one) => one.key === key)!;
  const groups = new Map<number, Map<number, Made['services'][number]>>();
  for (const row of made.services) {
    if (!isLinked(row.key) || !items.includes(codeOf(made, row.task))) continue;
    if (unit >= 0 && partsOf(row.key).unit !== unit) continue;
    const cases = groups.get(row.person) ?? new Map<number, Made['services'][number]>();
    const of = row.key - (row.key % 16);
    cases.set(of, cases.get(of) ?? row);
    groups.set(row.person, cases);
  }
  return [...groups.values()].map((cases) => [...cases.values()]);
}
const dayOf = (row: Made['services'][number]): number => partsOf(row.key).day;
const usual = world({ share: 0 });
const apart = world({ share: 0.5, integrated: 0 });

describe('a matter of several departments (一件事)', () => {
  it('is nowhere unless the scenario says so, and moves no other case', () => {
    expect(usual.services.some(({ key }) => isLinked(key))).toBe(false);
    expect(apart.services.filter(({ key }) => !isLinked(key))).toEqual(usual.services);
  });

  it('gives one applicant a case with each department within days', () => {
    const births = matters(apart, 'birth').filter((cases) => cases.length === 4);
    expect(births.length).toBeGreaterThan(50);
    const spans = births.map((cases) => Math.max(...cases.map(dayOf)) - Math.min(...cases.map(dayOf)));
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(3);
    expect(spans.filter((days) => days <= 15).length).toBeGreaterThan(0.9 * spans.length);
    expect(new Set(births.flat().map(({ userType }) => userType))).toEqual(new Set([1]));
    expect(
      new Set(
        matters(apart, 'business-start')
          .flat()
          .map(({ userType }) => userType),
      ),
    ).toEqual(new Set([2]));
  });

  it('takes one day where it is integrated, and papers are asked for less often', () => {
    const together = world({ share: 0.5, integrated: 1 });
    const births = matters(together, 'birth').filter((cases) => cases.length === 4);
    expect(births.length).toBeGreaterThan(50);
    expect(births.every((cases) => new Set(cases.map(dayOf)).size === 1)).toBe(true);
    const supplements = ({ services }: Made): number =>
      services.filter(({ key, stage }) => isLinked(key) && stage === 4).length;
    expect(supplements(apart)).toBeGreaterThan(1.3 * supplements(together));
  });

  it('is integrated in a unit from the day of a reform that says so', () => {
    const from = '2025-03-17';
    const reform = { title: { zh: '集成', en: 'Integrated' }, units: ['990100'], from, integrated: true };
    const made = world({ share: 0.5, integrated: 0 }, { reforms: [reform] });
    const days = (code: string, late: boolean): number[] => {
      const unit = unitAt(code);
      const plan = made.tables.oneThings[unit]!.find((one) => one.key === 'retirement')!;
      return matters(made, 'retirement', unit)
        .filter((cases) => cases.length === plan.tasks.length)
        .filter((cases) => cases.every((one) => dayOf(one) >= parseDay(from)) === late)
        .map((cases) => new Set(cases.map(dayOf)).size);
    };
    expect(new Set(days('990100', true))).toEqual(new Set([1]));
    expect(Math.min(...days('990100', false))).toBeGreaterThan(1);
    expect(Math.min(...days('990000', true))).toBeGreaterThan(1);
  });

  it('is the same whatever the parts and the first day of the run', () => {
    const scenario = { demand: { oneThing: { share: 0.5 } }, units: ['990000'], names: 'fictional' };
    const given = { ...scenario, casesPerYear: 60_000, to: '2025-03-31' };
    const whole = make(tiny({ ...given, from: '2025-02-01' }), 7);
    const begin = whole.span.begin + 28 * 86_400;
    const later = make(tiny({ ...given, from: '2025-03-01' }), 7);
    expect(later.services).toEqual(whole.services.filter(({ serviceAt }) => serviceAt >= begin));
    const cut = make(tiny({ ...given, from: '2025-03-01' }), 7, (parts) =>
      parts.flatMap((part) => {
        const middle = Math.floor((part.firstDay + part.lastDay) / 2);
        return [
          { ...part, lastDay: middle },
          { ...part, firstDay: middle },
        ];
      }),
    );
    expect(cut.services).toEqual(later.services);
  });
});
