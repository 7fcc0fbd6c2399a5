import { describe, expect, it } from 'vitest';
import { chooseSeries } from '../../src/calibrate/choose-series.ts';
import { readNationalTargets } from '../../src/store/reference.ts';
import { knowledge, reference } from '../builders.ts';

const years = [...readNationalTargets()].sort((a, b) => a.year - b.year);
const units = reference.places.real.units.filter(({ fictional }) => !fictional);
const provinces = units.filter(({ kind }) => kind === 'province').map(({ code }) => code);
const chosen = chooseSeries(years, units, knowledge.methods.province.bands);
const score = (year: number, code: string): number => chosen.get(year)!.get(code)!;
const mean = (year: number): number =>
  provinces.reduce((sum, code) => sum + score(year, code), 0) / provinces.length;
const first = (year: number): string => [...provinces].sort((a, b) => score(year, b) - score(year, a))[0]!;
const [anhui, hubei, guangdong] = ['340000', '420000', '440000'] as const;

describe('scores chosen for a series of years', () => {
  it('are there for every unit and year, within the scale', () => {
    for (const { year } of years) {
      for (const { code } of units) {
        expect(score(year, code)).toBeGreaterThan(50);
        expect(score(year, code)).toBeLessThan(98);
      }
    }
  });

  it('have the published means, and the mean rises from year to year', () => {
    expect(mean(2017)).toBeCloseTo(79.95, 4);
    expect(mean(2021)).toBeCloseTo(88.07, 4);
    for (const year of [2018, 2019, 2020, 2021]) expect(mean(year)).toBeGreaterThan(mean(year - 1));
  });

  it('are the printed ones where a year prints some', () => {
    const of2019 = years.find(({ year }) => year === 2019)!;
    for (const [code, printed] of Object.entries(of2019.units)) expect(score(2019, code)).toBe(printed);
    expect([score(2020, anhui), score(2020, hubei)]).toEqual([91.02, 88.04]);
  });

  it('keep who came first, how many were very high, and the order of the first ten', () => {
    expect([first(2018), first(2020)]).toEqual([guangdong, guangdong]);
    const above90 = (year: number): number => provinces.filter((code) => score(year, code) > 90).length;
    expect([above90(2017), above90(2019), above90(2020), above90(2021)]).toEqual([4, 8, 8, 16]);
    const { leading } = years[0]!;
    const order = leading.map((code) => score(2017, code));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('rise most from 2020 to 2021 where units were named for their progress', () => {
    const { progress } = years.find(({ year }) => year === 2021)!;
    const rise = (code: string): number => score(2021, code) - score(2020, code);
    const others = provinces.filter((code) => !progress.includes(code));
    const most = Math.max(...others.map(rise));
    for (const code of progress) expect(rise(code)).toBeGreaterThan(most + 0.5);
  });
});
