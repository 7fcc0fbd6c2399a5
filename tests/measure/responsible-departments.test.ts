import { describe, expect, it } from 'vitest';
import { LEAD_DEPARTMENT, responsibleDepartments } from '../../src/measure/losses/responsible-departments.ts';
import type { PeriodCells } from '../../src/measure/count.ts';
import type { RatingCell } from '../../src/model/cells.ts';
import type { Register } from '../../src/model/register.ts';
import { knowledge } from '../builders.ts';
import { makeRegister, reference, unitIndex } from './samples.ts';

const none: PeriodCells = {
  ratings: [],
  taskRatings: [],
  tags: [],
  services: [],
  rectifications: [],
  named: [],
  assessments: [],
};

/** Offices of department 0 are schools, those of 1 police, those of 2 tax offices. */
function registerOf(items: Parameters<typeof makeRegister>[0]): Register {
  const made = makeRegister(items);
  const keys = ['education', 'public-security', 'taxation'];
  const offices = made.offices.map((office) => ({
    ...office,
    department: keys[Number(office.nameEn.at(-1))] ?? 'education',
  }));
  return { ...made, offices };
}

const answer = (register: Register, unit: string, indicator: string, cells: Partial<PeriodCells> = {}) => {
  const { code } = reference.units[unitIndex(unit)]!;
  const found = responsibleDepartments(
    knowledge.methods,
    { cells: { ...none, ...cells }, register, reference },
    [code],
  );
  return found[code]?.[indicator];
};

const rating = (office: number, level: number, n: number, unit = '浙江'): RatingCell => ({
  unit: unitIndex(unit),
  office,
  month: 300,
  channel: 4,
  level,
  defaulted: 0,
  flagged: 0,
  additional: 0,
  n,
});

describe('who answers for an indicator', () => {
  it('is the department whose items are furthest from the value that scores 100', () => {
    const register = registerOf([
      { unit: '浙江', department: 0, depth: 4 },
      { unit: '浙江', department: 1, depth: 2 },
      { unit: '浙江', department: 1, depth: 2 },
      { unit: '浙江', department: 2, depth: 6 },
    ]);
    // 85% fully online scores 100: the police lack 1.7 items, the schools 0.85.
    const found = answer(register, '浙江', 'fullyOnlineShare');
    expect(found?.department).toBe('public-security');
    expect(found?.part).toBeCloseTo(2 / 3, 9);
  });

  it('counts visits the other way: fewer are better', () => {
    const register = registerOf([
      { unit: '浙江', department: 0, visits: 1 },
      { unit: '浙江', department: 1, visits: 0 },
      { unit: '浙江', department: 2, visits: 3 },
    ]);
    expect(answer(register, '浙江', 'meanVisits')).toEqual({ department: 'taxation', part: 0.75 });
  });

  it('adds the departments of key cities to those of their province', () => {
    const register = registerOf([
      { unit: '浙江', department: 0, visits: 2 },
      { unit: '杭州', department: 1, visits: 3 },
      { unit: '江苏', department: 2, visits: 9 },
    ]);
    expect(answer(register, '浙江', 'meanVisits')?.department).toBe('public-security');
    expect(answer(register, '杭州', 'meanVisits')).toEqual({ department: 'public-security', part: 1 });
  });

  it('goes by offices where ratings are counted', () => {
    const register = registerOf([
      { unit: '浙江', department: 0 },
      { unit: '浙江', department: 1 },
    ]);
    const ratings = [rating(0, 5, 90), rating(0, 1, 1), rating(1, 5, 10), rating(1, 1, 4)];
    expect(answer(register, '浙江', 'goodRate', { ratings })).toEqual({
      department: 'public-security',
      part: 0.8,
    });
  });

  it('is the department that leads government services where nobody can be told, or nothing falls short', () => {
    const register = registerOf([
      { unit: '浙江', department: 0, visits: 0 },
      { unit: '浙江', department: 1, visits: 0 },
    ]);
    const tags = [{ unit: unitIndex('浙江'), month: 300, tag: 9, n: 50 }];
    const lead = { department: LEAD_DEPARTMENT, part: null };
    for (const id of ['dataTags', 'namedCallbackRate', 'itemReach', 'meanVisits', 'goodRate'])
      expect(answer(register, '浙江', id, { tags })).toEqual(lead);
    expect(reference.departments.map(({ key }) => key)).toContain(LEAD_DEPARTMENT);
  });

  it('is the first of the list among departments that fall short alike', () => {
    const register = registerOf([
      { unit: '浙江', department: 2, visits: 1 },
      { unit: '浙江', department: 1, visits: 1 },
    ]);
    expect(answer(register, '浙江', 'meanVisits')).toEqual({ department: 'public-security', part: 0.5 });
  });
});
