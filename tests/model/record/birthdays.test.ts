import { describe, expect, it } from 'vitest';
import {
  ageBands,
  ageBandOf,
  BIRTHDAYS,
  birthOn,
  dayOfBirth,
  firstMinorIn,
} from '../../../src/model/record/birthdays.ts';
import { inventedPersonOf, inventedResidentNumber } from '../../../src/model/record/identifiers.ts';
import { dateOf, dayOf, parseDay, printCompactDay } from '../../../src/model/time/time.ts';

const births = Array.from({ length: BIRTHDAYS }, (_, birth) => birth);
const yearOf = (person: number): number => dateOf(dayOfBirth(person)).year;

describe('birthdays', () => {
  it('are each a day of its own, by which they are found again', () => {
    expect(new Set(births.map(dayOfBirth)).size).toBe(BIRTHDAYS);
    expect(births.every((birth) => birthOn(dayOfBirth(birth)) === birth)).toBe(true);
    const unborn = Array.from({ length: 9000 }, (_, i) => dayOf(1936, 1, 1) + i).find((d) => birthOn(d) < 0)!;
    const number = inventedResidentNumber(0, () => printCompactDay(unborn));
    expect(inventedPersonOf(number)).toBe(-1);
  });

  it('fall into the bands of age by their shares, in the years of each', () => {
    for (const [band, { share, from, to }] of ageBands.entries()) {
      const own = births.filter((birth) => ageBandOf(birth) === band);
      expect(own.length / BIRTHDAYS).toBeCloseTo(share, 4);
      const years = own.map(yearOf);
      expect(Math.min(...years)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...years)).toBe(to);
    }
    expect(ageBands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    ['2016-12-31', 1998],
    ['2017-01-01', 1999],
    ['2020-12-31', 2002],
  ])('are those of minors in the year of %s from %i on', (day, year) => {
    const minor = firstMinorIn(parseDay(day));
    expect([yearOf(minor - 1), yearOf(minor)]).toEqual([year - 1, year]);
  });

  it('are those of people who are of age from 2021 on', () => {
    expect(firstMinorIn(parseDay('2021-01-01'))).toBe(BIRTHDAYS);
  });

  it('thin out among the oldest', () => {
    const bornIn = (from: number, to: number): number =>
      births.filter((birth) => yearOf(birth) >= from && yearOf(birth) <= to).length;
    expect(bornIn(1936, 1940)).toBeLessThan(0.2 * bornIn(1956, 1960));
    expect(bornIn(1936, 1940)).toBeGreaterThan(50);
  });
});
