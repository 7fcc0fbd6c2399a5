import type { Reference, Unit } from '../model/reference.ts';
import type { Office, Register, Task } from '../model/register.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { shiftedShare } from '../simulate/distributions.ts';
import { makeUnits } from '../simulate/world/simulated-unit.ts';

/** An item as the service site of its unit offers it: the line of the register, and the office that handles it. */
export interface SiteItem extends Task {
  readonly officeLine: Office;
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
  const simulated = makeUnits(scenario, seed, reference).find(({ unit }) => unit.code === code);
  if (simulated === undefined) return undefined;
  const { unit, index, quality } = simulated;
  const { search, application } = scenario.site;
  return {
    unit,
    index,
    seed,
    search: shiftedShare(search.mean, search.spread * quality.completeness),
    application: shiftedShare(application.mean, application.spread * quality.maturity),
    items: register.tasks.flatMap((task) => {
      const officeLine = register.offices[task.officeId];
      return task.unitIndex === index && task.published && officeLine !== undefined
        ? [{ ...task, officeLine }]
        : [];
    }),
  };
}
