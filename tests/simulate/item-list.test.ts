import { describe, expect, it } from 'vitest';
import { planDefects } from '../../src/simulate/defects/plan.ts';
import { makeTables } from '../../src/simulate/world/tables.ts';
import { makeWorld, type World } from '../../src/simulate/world/world.ts';
import { reference, tiny, tinyUnits } from '../builders.ts';

const namesOf = ({ tasks }: World, code: string): Set<string> =>
  new Set(tasks.filter(({ unit }) => unit.unit.code === code).map(({ item }) => item.name));
const world = makeWorld(tiny(), 7, reference);
const common = reference.items.filter(({ local }) => local === undefined);

describe('the item list of a unit', () => {
  it('has its quota of the common list, and the most used items anywhere', () => {
    const most = [...common].sort((a, b) => b.popularity - a.popularity).slice(0, 10);
    for (const code of tinyUnits) {
      const names = namesOf(world, code);
      const share = common.filter(({ name }) => names.has(name)).length / common.length;
      expect(share).toBeCloseTo(0.85, 2);
      for (const { name } of most) expect(names).toContain(name);
    }
  });

  it('shares most items with that of another unit, but not all', () => {
    const [one = '', other = ''] = tinyUnits;
    const names = namesOf(world, one);
    const shared = [...names].filter((name) => namesOf(world, other).has(name)).length / names.size;
    expect(shared).toBeGreaterThan(0.7);
    expect(shared).toBeLessThan(0.95);
  });

  it('is the whole common list where the scenario says so, with local items of every theme or none', () => {
    for (const local of [0, 1]) {
      const whole = makeWorld(tiny({ catalogue: { implemented: 1, local } }), 7, reference);
      const expected = local === 1 ? reference.items : common;
      for (const code of tinyUnits) expect(namesOf(whole, code).size).toBe(expected.length);
    }
  });

  it('writes the area of the unit into the code of a local item, 00 into that of any other', () => {
    const areas = world.tasks.map(({ line, item, unit }) => [
      line.taskCode.slice(19, 21),
      item.local === undefined ? '00' : unit.unit.code.slice(0, 2),
    ]);
    for (const [area, expected] of areas) expect(area).toBe(expected);
    expect(world.tasks.some(({ item }) => item.local !== undefined)).toBe(true);
  });

  it('spreads the whole demand of a unit over its items, a little differently in each', () => {
    const { rate } = makeTables(tiny(), 7, reference, world);
    for (const unit of world.units) {
      const own = world.tasks.flatMap((task, t) =>
        task.unit === unit ? [{ ...task, rate: rate[t] ?? 0 }] : [],
      );
      expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const { line, share, rate: ofTask } of own)
        expect(ofTask).toBeCloseTo(line.published ? unit.casesPerYear * share : 0, 9);
    }
    const alike = makeWorld(tiny({ demand: { localTaste: 0 } }), 7, reference);
    const ratios = (of: World): number[] => {
      const [first] = of.tasks;
      return of.tasks
        .filter(({ unit }) => unit === first?.unit)
        .map(({ share, item }) => share / item.popularity);
    };
    const spread = (list: readonly number[]): number => Math.max(...list) / Math.min(...list);
    expect(spread(ratios(alike))).toBeCloseTo(1, 9);
    expect(spread(ratios(world))).toBeGreaterThan(3);
  });
});

describe('a department of administrative approval', () => {
  const approval = 'administrative-approval';
  const handsOver = new Set(reference.departments.flatMap(({ key, handsOver: does }) => (does ? [key] : [])));

  it('handles the licences of departments that hand them over, and nothing else', () => {
    const every = makeWorld(tiny({ catalogue: { approvalOffices: 1 } }), 7, reference);
    for (const { item, department } of every.tasks) {
      const moves = item.type === '01' && handsOver.has(item.department);
      expect(department).toBe(moves ? approval : item.department);
    }
    expect(every.offices.filter(({ department }) => department === approval).length).toBe(tinyUnits.length);
    const departmentOf = new Map(every.offices.map(({ code, department }) => [code, department]));
    for (const { line, department } of every.tasks) expect(departmentOf.get(line.office)).toBe(department);
  });

  it('is there in about the share of units that the scenario says, and nowhere at 0', () => {
    const unitsWith = (approvalOffices: number): number =>
      makeWorld(tiny({ units: 'all', catalogue: { approvalOffices } }), 7, reference).offices.filter(
        ({ department }) => department === approval,
      ).length;
    expect(unitsWith(0)).toBe(0);
    expect(Math.abs(unitsWith(0.4) - 0.4 * 64)).toBeLessThan(4 * Math.sqrt(64 * 0.24));
  });

  it('changes nothing but who handles what: the same items, codes behind the office, and demand', () => {
    const shape = (of: World): unknown =>
      of.tasks
        .map(({ line, share, unit }) => [unit.unit.code, line.taskCode.slice(18), share])
        .sort((a, b) => (String(a) < String(b) ? -1 : 1));
    const without = makeWorld(tiny({ catalogue: { approvalOffices: 0 } }), 7, reference);
    const everywhere = makeWorld(tiny({ catalogue: { approvalOffices: 1 } }), 7, reference);
    expect(shape(everywhere)).toEqual(shape(without));
  });

  it('is a place of its own for injected defects', () => {
    const scenario = tiny({
      units: ['990000'],
      names: 'fictional',
      catalogue: { approvalOffices: 1 },
      defects: [{ id: 'A6', rate: 0.5, departments: [approval] }],
    });
    const made = makeWorld(scenario, 7, reference);
    const plan = planDefects(scenario, made, () => true);
    made.tasks.forEach(({ department }, t) => {
      expect(plan[t] !== undefined).toBe(department === approval);
    });
  });
});
