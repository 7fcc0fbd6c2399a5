import { basicCode } from '../model/items/basic-code.ts';
import { itemCodeIn } from '../model/items/compose-items.ts';
import type { Item, Reference, Unit } from '../model/reference.ts';
import type { Office, Register, Task } from '../model/register.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { shiftedShare } from '../simulate/distributions.ts';
import { makeUnits, type SimulatedUnit } from '../simulate/world/simulated-unit.ts';

/**
 * An item as the service site of its unit offers it: the line of the register, the office that handles it, and the item of the common
 * list that it implements, which says who may apply; absent where it is on the register of the unit alone.
 */
export interface SiteItem extends Task {
  readonly officeLine: Office;
  readonly listed?: Item;
}

/**
 * What the simulated service site (模拟政务服务网) of one unit is drawn from. Everything that the site shows, and every fault on it, is a
 * function of this: nothing of a site is stored.
 */
export interface SiteUnit {
  readonly unit: Unit;
  /** Index in the reference list: with the seed, the slot of an item and a purpose it keys every draw. */
  readonly index: number;
  readonly seed: number;
  /** Chance that the right item is the first hit where it is asked for by its standard name, 0..1. */
  readonly search: number;
  /** Chance that a step of an online application is free of obstacles, 0..1. */
  readonly application: number;
  /** Published items, in the order of the register. */
  readonly items: readonly SiteItem[];
}

/**
 * The site of a unit of a simulated world, from the register as it stands on a day; undefined for a unit that the scenario does not simulate.
 */
export function siteUnit(
  scenario: Scenario,
  seed: number,
  reference: Reference,
  register: Register,
  code: string,
): SiteUnit | undefined {
  const simulated = unitsOf(scenario, seed, reference).find(({ unit }) => unit.code === code);
  if (simulated === undefined) return undefined;
  const { unit, index, quality } = simulated;
  const { search, application } = scenario.site;
  const listedItems = new Map(reference.items.map((item) => [itemCodeIn(item, unit.code), item]));
  return {
    unit,
    index,
    seed,
    search: shiftedShare(search.mean, search.spread * quality.completeness),
    application: shiftedShare(application.mean, application.spread * quality.maturity),
    items: register.tasks.flatMap((task) => {
      const officeLine = register.offices[task.officeId];
      if (task.unitIndex !== index || !task.published || officeLine === undefined) return [];
      const listed = listedItems.get(basicCode(task.taskCode));
      return [{ ...task, officeLine, ...(listed === undefined ? {} : { listed }) }];
    }),
  };
}

/** Units that were made last of a scenario: all sites of a world ask for the same ones. */
const madeUnits = new WeakMap<
  Scenario,
  { readonly seed: number; readonly reference: Reference; readonly units: readonly SimulatedUnit[] }
>();

function unitsOf(scenario: Scenario, seed: number, reference: Reference): readonly SimulatedUnit[] {
  const made = madeUnits.get(scenario);
  if (made?.seed === seed && made.reference.units === reference.units) return made.units;
  const units = makeUnits(scenario, seed, reference);
  madeUnits.set(scenario, { seed, reference, units });
  return units;
}
