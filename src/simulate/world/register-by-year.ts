import type { Reference } from '../../model/reference.ts';
import { changeContent, type ChangeLine, type ItemLine, type OfficeLine } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { namedYears, scenarioInYear } from '../../model/scenario/years.ts';
import { makeUnits } from './simulated-unit.ts';
import { makeTasks, unitItems, type World } from './world.ts';

/** What the register of a world says in all of its years. */
export interface RegisterOfWorld {
  readonly offices: readonly OfficeLine[];
  readonly items: readonly ItemLine[];
  readonly changes: readonly ChangeLine[];
}

/**
 * The register of a scenario: items as they are in its first year, and each change at the turn of a later one. Units are
 * made one by one, so that no more than one of them is held in all of its years.
 */
export function registerByYear(
  /** As it is in any of its years. */
  world: World,
  scenario: Scenario,
  seed: number,
  reference: Reference,
): RegisterOfWorld {
  const { offices } = world;
  const years = namedYears(scenario);
  if (years.length === 0) return { offices, items: world.tasks.map(({ line }) => line), changes: [] };
  const inYears = years.map((year) => {
    const settings = scenarioInYear(scenario, year);
    return { from: `${String(year)}-01-01`, settings, units: makeUnits(settings, seed, reference) };
  });
  const items: ItemLine[] = [];
  const changes: ChangeLine[] = [];
  world.units.forEach((known, place) => {
    const ofUnit = unitItems(scenario, seed, reference, known);
    let before: readonly string[] | undefined;
    for (const { from, settings, units } of inYears) {
      const unit = units[place];
      if (unit === undefined) continue;
      const lines = makeTasks(settings, seed, reference, unit, ofUnit).map(({ line }) => line);
      // What does not change is the same whenever it is said.
      const now = lines.map((line) => changeContent(changeTo(line, '')));
      if (before === undefined) items.push(...lines);
      else changes.push(...changesBetween(before, now, lines, from));
      before = now;
    }
  });
  return { offices, items, changes };
}

/** The lines whose contents differ; all three lists are of the same items in the same order. */
const changesBetween = (
  before: readonly string[],
  now: readonly string[],
  lines: readonly ItemLine[],
  from: string,
): ChangeLine[] => lines.flatMap((line, i) => (before[i] === now[i] ? [] : [changeTo(line, from)]));

const changeTo = (line: ItemLine, from: string): ChangeLine => {
  const { taskCode, visits, depth, channels, published, crossRegion, guide } = line;
  const { tier, entrance, licence, accessible } = line;
  const state = { taskCode, visits, depth, channels, published, crossRegion, guide };
  return { kind: 'change', ...state, ...{ tier, entrance, licence, accessible }, from };
};
