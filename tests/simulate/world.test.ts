import { describe, expect, it } from 'vitest';
import { checkRegister } from '../../src/collect/register-lines.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import { registerLine } from '../../src/model/register.ts';
import { makeWorld, type World } from '../../src/simulate/world/world.ts';
import { reference, tiny, tinyUnits, unitAt } from '../builders.ts';

const world = makeWorld(tiny(), 7, reference);
const partOf = ({ units: all, offices, tasks }: World, code: string): unknown => ({
  unit: all.find(({ unit }) => unit.code === code),
  offices: offices.filter(({ unit }) => unit === code),
  tasks: tasks.filter(({ unit }) => unit.unit.code === code),
});

describe('a world', () => {
  it('is the same for the same scenario and seed', () => {
    expect(makeWorld(tiny(), 7, reference)).toEqual(world);
  });

  it('is another one for another seed, in every unit', () => {
    const other = makeWorld(tiny(), 8, reference);
    for (const code of tinyUnits) expect(partOf(other, code)).not.toEqual(partOf(world, code));
  });

  it('leaves every unit as it is when one is added or left out', () => {
    const more = makeWorld(tiny({ units: ['110000', ...tinyUnits, '880000', '440000'] }), 7, reference);
    const less = makeWorld(tiny({ units: ['520100'] }), 7, reference);
    for (const code of tinyUnits) expect(partOf(more, code)).toEqual(partOf(world, code));
    expect(partOf(less, '520100')).toEqual(partOf(world, '520100'));
    expect(more.units.length).toBe(6);
  });

  it('has the units of the list in its order, whatever the order asked for', () => {
    const indexes = makeWorld(tiny({ units: [...tinyUnits].reverse() }), 7, reference).units.map(
      ({ index }) => index,
    );
    expect(indexes).toEqual(tinyUnits.map(unitAt).sort((a, b) => a - b));
  });

  it('has all units where all are asked for', () => {
    expect(makeWorld(tiny({ units: 'all' }), 7, reference).units.map(({ unit }) => unit)).toEqual(
      reference.units.filter(({ fictional }) => !fictional),
    );
  });

  it('has the offices that handle its items, and no item twice', () => {
    const handling = new Set(world.tasks.map(({ line }) => line.office));
    expect(new Set(world.offices.map(({ code }) => code))).toEqual(handling);
    expect(world.offices.length).toBe(handling.size);
    expect(new Set(world.tasks.map(({ line }) => line.taskCode)).size).toBe(world.tasks.length);
  });

  it('has a register that passes the checks of any register', () => {
    const items = world.tasks.map(({ line }) => line);
    for (const line of [...world.offices, ...items]) expect(registerLine.safeParse(line).success).toBe(true);
    expect(() => checkRegister(world.offices, items, () => false, reference, 'world')).not.toThrow();
  });

  it('gives each item limits, visits and channels that go together', () => {
    for (const { line, item } of world.tasks) {
      expect(line.promisedDays).toBeLessThanOrEqual(line.statutoryDays);
      if (item.handling === 'instant') expect(line.promisedDays).toBe(0);
      else expect(line.promisedDays).toBeGreaterThanOrEqual(1);
      if (line.depth >= 5) expect(line.visits).toBe(0);
      else expect(line.visits).toBeGreaterThanOrEqual(1);
      if (line.depth < 2) expect(line.channels.some((pf) => pf <= 2)).toBe(false);
      expect(line.channels).toContain(4);
      for (const [right, all] of Object.values(line.guide)) expect(right).toBeLessThanOrEqual(all);
    }
  });

  it('follows the means of its scenario', () => {
    const every = makeWorld(
      tiny({
        units: 'all',
        quality: { coverage: { mean: 0.7, spread: 0 }, maturity: { mean: 0.4, spread: 0 } },
      }),
      7,
      reference,
    );
    const n = every.tasks.length;
    const share = (is: (line: World['tasks'][number]['line']) => boolean): number =>
      every.tasks.filter(({ line }) => is(line)).length / n;
    // Five standard errors of a share.
    expect(Math.abs(share(({ published }) => published) - 0.7)).toBeLessThan(5 * Math.sqrt(0.21 / n));
    expect(Math.abs(share(({ depth }) => depth >= 5) - 0.4)).toBeLessThan(5 * Math.sqrt(0.24 / n));
  });

  it('gives units five qualities of variance 1 that go together as far as the scenario says', () => {
    const correlation = 0.6;
    const scenario = tiny({ units: 'all', quality: { correlation } });
    const qualities = Array.from({ length: 12 }, (_, seed) => seed).flatMap((seed) =>
      makeWorld(scenario, seed, reference).units.map(({ quality }) => quality),
    );
    const n = qualities.length;
    expect(n).toBe(12 * 64);
    for (const a of dimensionIds) {
      for (const b of dimensionIds) {
        const mean = qualities.reduce((sum, quality) => sum + quality[a] * quality[b], 0) / n;
        const expected = a === b ? 1 : correlation;
        // Four standard errors of the mean of a product of two standard normal values.
        expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt((1 + expected * expected) / n));
      }
    }
    // No two units are good and bad at the same things.
    const differences = qualities.map(({ maturity, accuracy }) => maturity - accuracy);
    expect(new Set(differences.map((difference) => difference.toFixed(9))).size).toBe(n);
  });

  it('gives a province the people who live outside its key cities', () => {
    const cases = (list: string[]): number[] =>
      makeWorld(tiny({ units: list, demand: { populationPower: 1 } }), 7, reference).units.map(
        ({ casesPerYear }) => casesPerYear,
      );
    const people = (code: string): number => reference.units[unitAt(code)]!.population;
    const cities = reference.units.filter(({ province }) => province === '330000');
    expect(cities.map(({ code }) => code).sort()).toEqual(['330100', '330200']);
    const rest = people('330000') - people('330100') - people('330200');
    expect(cases(['330000'])[0]).toBeCloseTo((8000 * rest) / 20, 6);
    expect(cases(['330100'])[0]).toBeCloseTo((8000 * people('330100')) / 20, 6);
  });

  it('gives no unit a smaller volume than the least one, and leaves larger ones as they are', () => {
    const cases = (smallest: number): number[] =>
      makeWorld(tiny({ units: ['440000', '540100'], demand: { smallest } }), 7, reference).units.map(
        ({ casesPerYear }) => casesPerYear,
      );
    const [large, small] = cases(0);
    expect(small).toBeLessThan(0.5 * 8000);
    expect(cases(0.5)).toEqual([large, 0.5 * 8000]);
  });
});
