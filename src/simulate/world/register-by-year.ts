import type { Reference } from '../../model/reference.ts';
import { changeContent, type ChangeLine, type ItemLine, type OfficeLine } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { namedYears } from '../../model/scenario/years.ts';
import { worldInYear, type World } from './world.ts';

/** What the register of a world says in all of its years. */
export interface RegisterOfWorld {
  readonly offices: readonly OfficeLine[];
  readonly items: readonly ItemLine[];
  readonly changes: readonly ChangeLine[];
}

/** The register of a scenario: items as they are in its first year, and each change at the turn of a later one. */
export function registerByYear(
  /** As it is in any of its years. */
  world: World,
  scenario: Scenario,
  seed: number,
  reference: Reference,
): RegisterOfWorld {
  const [first, ...later] = namedYears(scenario);
  const { offices, tasks } = first === undefined ? world : worldInYear(scenario, seed, reference, first);
  let before: World['tasks'] = tasks;
  const changes: ChangeLine[] = [];
  for (const year of later) {
    const now = worldInYear(scenario, seed, reference, year).tasks;
    const from = `${String(year)}-01-01`;
    now.forEach(({ line }, i) => {
      const change = changeTo(line, from);
      const old = before[i]?.line;
      if (old === undefined || changeContent(changeTo(old, from)) !== changeContent(change))
        changes.push(change);
    });
    before = now;
  }
  return { offices, items: tasks.map(({ line }) => line), changes };
}

const changeTo = (line: ItemLine, from: string): ChangeLine => {
  const { taskCode, visits, depth, channels, published, crossRegion, guide } = line;
  const { tier, entrance, licence, accessible } = line;
  const state = { taskCode, visits, depth, channels, published, crossRegion, guide };
  return { kind: 'change', ...state, ...{ tier, entrance, licence, accessible }, from };
};
