import { WORDS } from '../../model/math/random.ts';
import type { Tag } from '../../model/reference.ts';
import type { Reform } from '../../model/scenario/reforms.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import { tagChoices, type TagChoices } from './tag-choices.ts';
import type { SimulatedTask } from './world.ts';

/** How an item of a unit is handled from a day on, by all reforms until then. */
export interface ReformedItem extends TagChoices {
  readonly firstDay: number;
  /** A word below it sends a case online. */
  readonly online: number;
  readonly speed: number;
  /** Cuts between levels felt at place * 4. */
  readonly cuts: Float64Array;
}

/** What reforms start from, by task (world/tables.ts). */
interface Unreformed {
  readonly online: Float64Array;
  readonly cuts: Float64Array;
  readonly speed: Float64Array;
}

type ReformedTask = Pick<SimulatedTask, 'unit' | 'item' | 'department'>;

/** The reforms of a scenario that change how an item of a unit is handled. */
export const reformsOf = ({ reforms }: Scenario, { unit, item, department }: ReformedTask): Reform[] =>
  reforms.filter(
    ({ units, departments, items }) =>
      units.includes(unit.unit.code) &&
      (departments?.includes(department) ?? true) &&
      (items?.includes(item.code) ?? true),
  );

/** What reforms change, by task, the earliest first; no entry at all where the scenario has none. */
export function reformTables(
  scenario: Scenario,
  tags: readonly Tag[],
  tasks: readonly ReformedTask[],
  unreformed: Unreformed,
): (readonly ReformedItem[] | undefined)[] {
  if (scenario.reforms.length === 0) return [];
  const known = new Map<string, TagChoices>();
  const choicesOf = (factors: Readonly<Record<string, number>>): TagChoices => {
    const key = JSON.stringify(factors);
    const choices = known.get(key) ?? tagChoices(tags, timesFactors(scenario.answering.tagWeights, factors));
    known.set(key, choices);
    return choices;
  };
  return tasks.map((task, t) => {
    const own = reformsOf(scenario, task).sort((a, b) => parseDay(a.from) - parseDay(b.from));
    return own.length === 0
      ? undefined
      : own.map((_, i) => reformedItem(own.slice(0, i + 1), t, unreformed, choicesOf));
  });
}

/** An item as it is handled once these reforms are in force, the latest last. */
function reformedItem(
  reforms: readonly Reform[],
  task: number,
  { online, cuts, speed }: Unreformed,
  choicesOf: (factors: Readonly<Record<string, number>>) => TagChoices,
): ReformedItem {
  const gain = reforms.reduce((sum, { experience }) => sum + experience, 0);
  const usual = online[task] ?? 0;
  // What cannot be applied for online stays so.
  const left = usual === 0 ? 1 : reforms.reduce((share, { movedOnline }) => share * (1 - movedOnline), 1);
  return {
    firstDay: parseDay(reforms.at(-1)?.from ?? ''),
    online: WORDS - (WORDS - usual) * left,
    speed: reforms.reduce((factor, { time }) => factor * time, speed[task] ?? 1),
    cuts: cuts.slice(task * 8, task * 8 + 8).map((cut) => cut - gain),
    ...choicesOf(reforms.reduce((factors, { tagFactors }) => timesFactors(factors, tagFactors), {})),
  };
}

/** Weights by code, 1 for those left out, each times the factor of its code. */
export function timesFactors(
  weights: Readonly<Record<string, number>>,
  factors: Readonly<Record<string, number>>,
): Record<string, number> {
  const product = { ...weights };
  for (const [code, factor] of Object.entries(factors)) product[code] = (weights[code] ?? 1) * factor;
  return product;
}

/** The reforms that are in force for cases of a day; undefined before the first. */
export const reformedOn = (reformed: readonly ReformedItem[], day: number): ReformedItem | undefined =>
  reformed.findLast(({ firstDay }) => firstDay <= day);
