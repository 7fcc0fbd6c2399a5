import { describe, expect, it } from 'vitest';
import { GROUPS, officeGroups, personGroup } from '../../../src/model/counts/random-groups.ts';
import { NO_PERSON } from '../../../src/model/record/batch.ts';
import { caseKey, foreignCaseKey } from '../../../src/model/record/key.ts';

/** Sizes of the groups of so many. */
const sizesOf = (groups: readonly number[]): number[] =>
  Array.from({ length: GROUPS }, (_, group) => groups.filter((one) => one === group).length);

describe('groups of persons', () => {
  it.each([
    ['numbers one after another', (i: number) => i],
    ['numbers that share their last bits', (i: number) => i * 32],
    ['numbers that share their first bits', (i: number) => 2 ** 30 + i],
  ])('are of about the same size: %s', (_title, number) => {
    const sizes = sizesOf(Array.from({ length: 32_000 }, (_, i) => personGroup(number(i), 0)));
    // Of 1,000 expected, 6 standard deviations.
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(190);
  });

  it('hold a person whatever the case', () => {
    expect(new Set([1, 2, 3].map((day) => personGroup(12_345, caseKey(1, 9000 + day, 2, 0)))).size).toBe(1);
  });

  it('hold a case whose services name nobody, all of them in one', () => {
    const cases = [
      ...Array.from({ length: 3200 }, (_, i) => caseKey(i % 96, 9000 + (i % 365), i % 7, i % 50)),
      ...Array.from({ length: 3200 }, (_, i) => foreignCaseKey(i)),
    ];
    const groups = cases.map((key) => personGroup(NO_PERSON, key));
    expect(cases.map((key) => personGroup(NO_PERSON, key + 15))).toEqual(groups);
    for (const size of sizesOf(groups)) expect(Math.abs(size - 200)).toBeLessThan(85);
  });
});

describe('groups of offices', () => {
  it('hold one office each in a unit of up to 32, whatever other units have', () => {
    const offices = Array.from({ length: 120 }, (_, i) => ({ unitIndex: i % 5 === 0 ? 1 : 2 }));
    const groups = [...officeGroups(offices)];
    const ofUnit = (unit: number): number[] => groups.filter((_, i) => offices[i]?.unitIndex === unit);
    expect(ofUnit(1)).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(sizesOf(ofUnit(2))).toEqual(Array.from({ length: 32 }, () => 3));
  });

  it('stay as they are when the register grows', () => {
    const offices = Array.from({ length: 40 }, (_, i) => ({ unitIndex: i % 3 }));
    expect([...officeGroups([...offices, { unitIndex: 0 }])].slice(0, 40)).toEqual([
      ...officeGroups(offices),
    ]);
  });
});
