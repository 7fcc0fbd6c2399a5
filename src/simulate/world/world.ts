import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import { inventedOfficeCode } from '../../model/record/identifiers.ts';
import { itemCodeIn } from '../../model/items/compose-items.ts';
import type { Item, Reference } from '../../model/reference.ts';
import type { GuideGroup, ItemLine, OfficeLine } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { scenarioInYear, yearInForce } from '../../model/scenario/years.ts';
import { dateOf, parseDay } from '../../model/time/time.ts';
import { columns, ItemDraws } from './item-draws.ts';
import { itemList } from './item-list.ts';
import { offersOf } from './quota.ts';
import { guideElements, PLANNED_ONLINE_DEPTH, planRegister, type UnitItems } from './register-plan.ts';
import { makeUnits, type SimulatedUnit } from './simulated-unit.ts';
import { profileIdOf } from './unit-rules.ts';

export interface SimulatedTask {
  readonly line: ItemLine;
  readonly item: Item;
  readonly unit: SimulatedUnit;
  /** Number of the office in its unit. */
  readonly office: number;
  /** Key of the department that the office is of: not always the one that the item belongs to. */
  readonly department: string;
  /** Position of the item in the list of all items: part of every key of randomness. */
  readonly itemIndex: number;
  /** Share of the demand for the items on the unit’s list. */
  readonly share: number;
}

/** Who offers what: made from scenario and seed, the same on every thread. */
export interface World {
  readonly units: readonly SimulatedUnit[];
  readonly offices: readonly OfficeLine[];
  /** Unit by unit, in the order of the item code. */
  readonly tasks: readonly SimulatedTask[];
  /** The same a year earlier, where qualities were others: cases begun then live on into the run. */
  readonly before?: Pick<World, 'units' | 'tasks'>;
}

/** What worlds are made of: the parts of the reference data that say who may offer what. */
type Offers = Pick<Reference, 'units' | 'items' | 'departments'>;

/** Builds the world of a scenario as it is in the year in which its run begins. */
export function makeWorld(scenario: Scenario, seed: number, reference: Offers): World {
  const { year } = dateOf(parseDay(scenario.from));
  if (yearInForce(scenario, year - 1) === yearInForce(scenario, year))
    return worldInYear(scenario, seed, reference, year);
  const before = worldInYear(scenario, seed, reference, year - 1);
  return { ...worldInYear(scenario, seed, reference, year), before };
}

/**
 * The world of a year that was made last, and what it was made from: runs of one scenario follow one another, and the year
 * before a run is mostly that of the run before.
 */
let last: { readonly from: string; readonly reference: Offers; readonly world: World } | undefined;

/** Builds units, offices and items of a scenario as they are in a year: the same ones, of other qualities. */
function worldInYear(scenario: Scenario, seed: number, reference: Offers, year: number): World {
  const settings = scenarioInYear(scenario, year);
  const from = JSON.stringify([seed, { ...settings, from: '', to: '' }]);
  if (last?.from === from && isOfSame(last.reference, reference)) return last.world;
  const world = worldOf(settings, seed, reference);
  last = { from, reference, world };
  return world;
}

/** True of parts of the same reference data, whatever names the whole was given. */
const isOfSame = (one: Offers, other: Offers): boolean =>
  one.units === other.units && one.items === other.items && one.departments === other.departments;

function worldOf(scenario: Scenario, seed: number, reference: Offers): World {
  const units = makeUnits(scenario, seed, reference);
  const tasks = units.flatMap((unit) => makeTasks(scenario, seed, reference, unit));
  tasks.sort((a, b) => a.unit.index - b.unit.index || (a.line.taskCode < b.line.taskCode ? -1 : 1));
  const handling = new Set(tasks.map(({ line }) => line.office));
  const offices = units.flatMap((unit) =>
    reference.departments.flatMap((department, order): OfficeLine[] => {
      const code = inventedOfficeCode(unit.index, order);
      if (!handling.has(code)) return [];
      return [
        {
          kind: 'office',
          code,
          name: `${unit.unit.fullName}${department.name}（模拟）`,
          nameEn: `${department.nameEn}, ${unit.unit.fullNameEn} (simulated)`,
          unit: unit.unit.code,
          department: department.key,
          profile: profileIdOf(scenario, unit.unit),
        },
      ];
    }),
  );
  return { units, offices, tasks };
}

/** Channels (pf) that suit an item; the tablet at the window (4) always is there. */
const itemChannels = [1, 2, 3, 4, 5, 6] as const;
const WINDOW = 4;
const optionalChannels = itemChannels.filter((pf) => pf !== WINDOW);

/** Village, township, county, city: how far down an item is handled, an assumption. */
const tierOf = (value: number, completeness: number): number =>
  value < completeness * 0.4 ? 5 : value < completeness * 0.8 ? 4 : value < 0.97 ? 3 : 2;

/** The items of the units whose worlds were made last, by index of the unit, and what they were made from. */
let lastItems:
  { readonly from: string; readonly reference: Offers; readonly ofUnit: Map<number, UnitItems> } | undefined;

/** The items of a unit, the same in all years. */
export function unitItems(
  scenario: Scenario,
  seed: number,
  reference: Offers,
  unit: SimulatedUnit,
): UnitItems {
  const from = JSON.stringify([seed, scenario.catalogue, scenario.demand]);
  if (lastItems?.from !== from || !isOfSame(lastItems.reference, reference))
    lastItems = { from, reference, ofUnit: new Map() };
  const known = lastItems.ofUnit.get(unit.index);
  if (known !== undefined) return known;
  const list = itemList(scenario, unit, reference);
  const indexes = list.map(({ index }) => index);
  const made = { list, draws: new ItemDraws(seed, unit.index, indexes) };
  lastItems.ofUnit.set(unit.index, made);
  return made;
}

/** What a unit offers: its items with what the register says of them. */
export function makeTasks(
  scenario: Scenario,
  seed: number,
  reference: Offers,
  unit: SimulatedUnit,
  items = unitItems(scenario, seed, reference, unit),
): SimulatedTask[] {
  const { list } = items;
  const plan = planRegister(scenario, seed, unit, items);
  // An item keeps its promise, whatever else of it changes from year to year.
  const promised = plan.columnOfAll(columns.promisedDays);
  const [visits, crossRegion, tier, entrance, licence, accessible] = [
    columns.visits,
    columns.crossRegion,
    columns.tier,
    columns.entrance,
    columns.licence,
    columns.accessible,
  ].map(plan.column);
  const officeCodes = reference.departments.map((_, order) => inventedOfficeCode(unit.index, order));
  return list.map(({ item, index, share, office }, i): SimulatedTask => {
    const value = (column: Float64Array | undefined): number => column?.[i] ?? 0;
    const { statutoryDays } = item;
    const depth = plan.depth[i] ?? 1;
    const offers = offersOf(optionalChannels.length, plan.completeness, value(plan.channels));
    const officeCode = officeCodes[office] ?? '';
    const guide = (group: GuideGroup): [number, number] => [plan.guide[group][i] ?? 0, guideElements[group]];
    return {
      unit,
      item,
      itemIndex: index,
      share,
      office,
      department: reference.departments[office]?.key ?? '',
      line: {
        kind: 'item',
        taskCode: `${officeCode}${unit.unit.kind === 'province' ? '2' : '3'}${itemCodeIn(item, unit.unit.code)}`,
        office: officeCode,
        name: item.name,
        nameEn: item.nameEn,
        taskType: item.type,
        handling: item.handling,
        statutoryDays,
        promisedDays:
          item.handling === 'instant'
            ? 0
            : Math.min(
                statutoryDays,
                Math.max(1, Math.round(item.promisedDays * (0.9 + 0.2 * value(promised)))),
              ),
        visits: depth >= PLANNED_ONLINE_DEPTH ? 0 : value(visits) < scenario.catalogue.secondVisit ? 2 : 1,
        depth,
        channels: itemChannels.filter(
          (pf) =>
            pf === WINDOW ||
            (offers[optionalChannels.indexOf(pf)] === true && (pf > 2 || depth >= ONLINE_DEPTH)),
        ),
        published: plan.published[i] === true,
        crossRegion: value(crossRegion) < plan.maturity * 0.9,
        guide: {
          basics: guide('basics'),
          materials: guide('materials'),
          process: guide('process'),
          forms: guide('forms'),
          fees: guide('fees'),
        },
        tier: tierOf(value(tier), plan.completeness),
        entrance: value(entrance) < (1 + plan.completeness) / 2,
        licence: value(licence) < plan.maturity,
        accessible: value(accessible) < plan.completeness,
        convenience: item.convenience,
      },
    };
  });
}
