import { referenceNamed, withUnitCodes } from '../../../src/model/names/named-reference.ts';
import { siteUnit, type SiteItem, type SiteUnit } from '../../../src/portal/site-unit.ts';
import { registerOfWorld } from '../../../src/simulate/placement.ts';
import { makeWorld } from '../../../src/simulate/world/world.ts';
import { reference, tiny } from '../../builders.ts';

const coded = referenceNamed(reference, 'coded');

/** The sites of a small world of two provinces and two cities under codes, and of a fictional city. */
export function sitesOf(seed: number, given: Readonly<Record<string, unknown>> = {}): SiteUnit[] {
  const shipped = tiny(given);
  const units = [...(shipped.units === 'all' ? [] : shipped.units), '990100'];
  const scenario = withUnitCodes({ ...shipped, units, names: 'coded' }, coded);
  const world = makeWorld(scenario, seed, coded);
  const firstOf = new Map<number, number>();
  world.tasks.forEach(({ unit }, i) => {
    if (!firstOf.has(unit.index)) firstOf.set(unit.index, i);
  });
  const register = registerOfWorld(world, {
    taskId: Int32Array.from(world.tasks, (_, i) => i),
    slot: Int32Array.from(world.tasks, ({ unit }, i) => i - firstOf.get(unit.index)!),
  });
  return world.units.map(({ unit }) => siteUnit(scenario, seed, coded, register, unit.code)!);
}

/** A site with every item that there is: no unit has as many, and any may have two of them. */
export function siteOfAllItems(seed: number): SiteUnit {
  const site = sitesOf(seed)[0]!;
  const items = reference.items.map(({ name, nameEn }, slot): SiteItem => ({
    ...site.items[slot % site.items.length]!,
    name,
    nameEn,
    slot,
  }));
  return { ...site, items };
}
