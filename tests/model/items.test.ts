import { describe, expect, it } from 'vitest';
import { composeItems, itemCodeIn } from '../../src/model/items/compose-items.ts';
import type { ItemFamilies } from '../../src/model/items/item-families.ts';
import { reference } from '../builders.ts';

const families: ItemFamilies = {
  source: '',
  confidence: 'guessed',
  assumption: true,
  popularity: { reason: '', reasonEn: '', shift: 1, exponent: 1, regular: 2, seldom: 0.01 },
  actions: [
    { key: 'whole', name: '', nameEn: '', demand: 1, days: 1 },
    { key: 'change', name: '变更', nameEn: 'change', demand: 0.5, days: 0.5 },
    { key: 'lookup', name: '查询', nameEn: 'lookup', demand: 0.1, days: 0 },
  ],
  families: [
    {
      department: 'health',
      type: '01',
      main: '201',
      subject: '诊所许可',
      subjectEn: 'Clinic licence',
      actions: ['whole', 'change', 'lookup'],
      audience: 'legal',
      applicants: ['2', '4'],
      theme: '110',
      statutoryDays: 20,
      promisedDays: 10,
      online: 0.7,
      demand: 3,
      local: 'care',
    },
  ],
};
const composed = composeItems([], families, reference.departments);

describe('a family of items', () => {
  it('makes an item of each action, with name, code and limits', () => {
    expect(composed.map(({ name, nameEn, code }) => [name, nameEn, code])).toEqual([
      ['诊所许可', 'Clinic licence', '900123201001'],
      ['诊所许可变更', 'Clinic licence: change', '900123201002'],
      ['诊所许可查询', 'Clinic licence: lookup', '900123201003'],
    ]);
    expect(
      composed.map(({ handling, statutoryDays, promisedDays }) => [handling, statutoryDays, promisedDays]),
    ).toEqual([
      ['promise', 20, 10],
      ['promise', 20, 5],
      ['instant', 0, 0],
    ]);
    expect(composed.map((item) => itemCodeIn(item, '440000'))[0]).toBe('440123201001');
    expect(composed.map(({ applicants }) => applicants)).toEqual(Array(3).fill(['2', '4']));
  });

  it('gives popularity by place: a falling curve, and far less behind the regular items', () => {
    const [first, second, third] = composed.map(({ popularity }) => popularity);
    expect(first).toBe(100);
    expect(second).toBeCloseTo((100 * 2) / 3, 9);
    expect(third).toBeCloseTo(((100 * 2) / 4) * 0.01 * (2 / 3) ** 2, 9);
  });

  it('of a department or action that does not exist is refused', () => {
    const [family] = families.families;
    const wrong =
      (part: object): (() => unknown) =>
      () =>
        composeItems([], { ...families, families: [{ ...family!, ...part }] }, reference.departments);
    expect(wrong({ department: 'magic' })).toThrow('no such department');
    expect(wrong({ actions: ['fly'] })).toThrow('no action fly');
  });
});

describe('the list of items', () => {
  it('is long, and no name or code comes twice', () => {
    expect(reference.items.length).toBeGreaterThan(480);
    expect(reference.items.length).toBeLessThan(1000);
    expect(new Set(reference.items.map(({ name }) => name)).size).toBe(reference.items.length);
    expect(new Set(reference.items.map(({ nameEn }) => nameEn)).size).toBe(reference.items.length);
    // A local item carries the area of a unit: it must differ in the rest of the code too.
    expect(new Set(reference.items.map(({ code }) => code.slice(2))).size).toBe(reference.items.length);
  });

  it('carries the type and the department in each code', () => {
    const codes = new Map(reference.departments.map(({ key, code }) => [key, code]));
    for (const { code, type, department, local } of reference.items) {
      expect(code.slice(0, 6)).toBe(`${local === undefined ? '00' : '90'}${type}${codes.get(department)}`);
    }
  });

  it('is used as unevenly as a list of real items: a few head it, most are seldom asked for', () => {
    const falling = reference.items.map(({ popularity }) => popularity).sort((a, b) => b - a);
    const all = falling.reduce((sum, one) => sum + one, 0);
    const head = falling.slice(0, 10).reduce((sum, one) => sum + one, 0);
    expect(head / all).toBeGreaterThan(0.3);
    expect(falling.filter((one) => one < 0.05).length / falling.length).toBeGreaterThan(0.5);
  });
});
