import { referenceNamed } from '../../src/model/names/named-reference.ts';
import { registerFrom, type Office, type Register, type Task } from '../../src/model/register.ts';
import { siteUnit, type SiteUnit } from '../../src/portal/site-unit.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import { reference, tiny } from '../builders.ts';

const FICTIONAL_CITY = '990200';

/** The register of a simulated world, its slots in the order of the items of a unit. */
function registerOf(world: ReturnType<typeof makeWorld>): Register {
  const unitIndex = new Map(world.units.map(({ unit, index }) => [unit.code, index]));
  const offices = world.offices.map((line, id): Office => ({
    ...line,
    id,
    unitIndex: unitIndex.get(line.unit)!,
  }));
  const ids = new Map(offices.map(({ code, id }) => [code, id]));
  const slots = new Map<number, number>();
  const tasks = world.tasks.map(({ line, unit: { index } }, id): Task => {
    const slot = slots.get(index) ?? 0;
    slots.set(index, slot + 1);
    return { ...line, id, officeId: ids.get(line.office)!, unitIndex: index, slot };
  });
  return registerFrom(offices, tasks);
}

/** The site of a unit in a small world of that unit alone. */
export function madeSite(seed: number, code = FICTIONAL_CITY): SiteUnit {
  const named = referenceNamed(reference, 'coded');
  const scenario = { ...tiny({ catalogue: { implemented: 0.3 } }), units: [code] };
  return siteUnit(scenario, seed, named, registerOf(makeWorld(scenario, seed, named)), code)!;
}
