import { z } from 'zod';
import { both, lineUpTo } from './field-rule.ts';
import { separateFictional } from './names/fictional-units.ts';
import { MAX_SLOTS, MAX_UNITS } from './record/key.ts';
import type { Reference, Unit } from './reference.ts';
import { scenarioDay } from './scenario/field-schemas.ts';

/** The item register (事项清单): who offers what, and how. Lines of register.ndjson and rows of the store. */

export const guideGroups = ['basics', 'materials', 'process', 'forms', 'fees'] as const;
/** Element groups of a service guide (办事指南): 基本信息 申请材料 办理流程 表格样表 收费信息. */
export type GuideGroup = (typeof guideGroups)[number];

const guideCount = z
  .tuple([z.int().nonnegative(), z.int().positive()])
  .refine(
    ([right, all]) => right <= all,
    both(
      '正确的要素不得多于全部要素（第二个数）',
      'must not have more right elements than elements in all (the second number)',
    ),
  );

/** Codes and keys of things that are named elsewhere. */
const code = lineUpTo(40);
const name = lineUpTo(200);

export const officeLine = z.strictObject({
  kind: z.literal('office'),
  code,
  name: name.min(1),
  nameEn: name,
  unit: code,
  department: code,
  profile: code,
});
/** An office (办事机构) that implements items in one unit. */
export type OfficeLine = z.infer<typeof officeLine>;

export const itemLine = z.strictObject({
  kind: z.literal('item'),
  taskCode: code,
  office: code,
  name: name.min(1),
  nameEn: name,
  taskType: code,
  handling: z.enum(['instant', 'promise']),
  statutoryDays: z.int().nonnegative(),
  promisedDays: z.int().nonnegative(),
  /** Visits to a hall that the guide asks for (到现场次数). */
  visits: z.int().nonnegative(),
  /** Online depth (网上办理深度) 1..7; 5 and above = fully online (全程网办). */
  depth: z.int().min(1).max(7),
  /** Channels on which it can be handled: pf codes. */
  channels: z
    .array(z.int().min(1).max(7))
    .refine(
      (codes) => new Set(codes).size === codes.length,
      both('每个渠道只能出现一次', 'must have each channel once'),
    ),
  /** Offered through the platform; an unpublished item is on the list only. */
  published: z.boolean(),
  /** Can be handled from another region (跨省（跨区域）通办). */
  crossRegion: z.boolean(),
  /** Right elements and all elements of the guide, a pair a group. */
  guide: z.record(z.enum(guideGroups), guideCount),
  /** Lowest level of government that handles it (办理层级): 1 province, 2 city, 3 county, 4 township, 5 village. */
  tier: z.int().min(1).max(5).optional(),
  /** Reached through the unified entrance with one login (统一入口). */
  entrance: z.boolean().optional(),
  /** The licence it leads to can be shown and checked electronically (电子证照). */
  licence: z.boolean().optional(),
  /** Has a version for the elderly and the disabled (无障碍服务). */
  accessible: z.boolean().optional(),
  /** Counts among the services of everyday life (便民服务). */
  convenience: z.boolean().optional(),
});
/** An item as implemented by one office (实施事项). */
export type ItemLine = z.infer<typeof itemLine>;

/**
 * What the register says of an item from a day on (变更). A field that may be left out and is left out stays as the item's
 * own line has it.
 */
export const changeLine = z.strictObject({
  kind: z.literal('change'),
  ...itemLine.pick({
    taskCode: true,
    visits: true,
    depth: true,
    channels: true,
    published: true,
    crossRegion: true,
    guide: true,
    tier: true,
    entrance: true,
    licence: true,
    accessible: true,
  }).shape,
  /** First day of the new state. */
  from: scenarioDay,
});
export type ChangeLine = z.infer<typeof changeLine>;

export const registerLine = z.discriminatedUnion('kind', [officeLine, itemLine, changeLine]);
export type RegisterLine = z.infer<typeof registerLine>;

/** All that a line of the register says of an office, as one text: equal offices have equal texts. */
export const officeContent = (office: OfficeLine): string =>
  JSON.stringify([office.code, office.name, office.nameEn, office.unit, office.department, office.profile]);

/** The same of an item. */
export const itemContent = (item: ItemLine): string =>
  JSON.stringify([
    item.taskCode,
    item.office,
    item.name,
    item.nameEn,
    item.taskType,
    item.handling,
    item.statutoryDays,
    item.promisedDays,
    item.visits,
    item.depth,
    item.channels,
    item.published,
    item.crossRegion,
    Object.entries(item.guide).sort(([a], [b]) => (a < b ? -1 : 1)),
    // Lines of before these fields existed say nothing of them, and keep their content.
    ...laterFields.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]),
  ]);

/** The same of a change. */
export const changeContent = (change: ChangeLine): string =>
  JSON.stringify([
    change.taskCode,
    change.from,
    change.visits,
    change.depth,
    change.channels,
    change.published,
    change.crossRegion,
    Object.entries(change.guide).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...changingFields.map((name) => change[name] ?? null),
  ]);

/** Fields that a line of an item may leave out. */
export const laterFields = ['tier', 'entrance', 'licence', 'accessible', 'convenience'] as const;

/** Those of them that a change may speak of. */
export const changingFields = ['tier', 'entrance', 'licence', 'accessible'] as const;

export interface Office extends OfficeLine {
  readonly id: number;
  /** Index of the unit in the reference list. */
  readonly unitIndex: number;
}

export interface Task extends ItemLine {
  readonly id: number;
  readonly officeId: number;
  readonly unitIndex: number;
  /** Place of the item in its unit, part of every key. */
  readonly slot: number;
}

/** The register as the rooms use it: ids are positions. */
export interface Register {
  readonly offices: readonly Office[];
  readonly tasks: readonly Task[];
  readonly taskByCode: ReadonlyMap<string, Task>;
  readonly officeByCode: ReadonlyMap<string, Office>;
  /** Register id at (unit, slot), index unit * 1024 + slot; -1 where there is none. */
  readonly taskAt: Int32Array;
}

/** Indexes offices and tasks whose ids are their positions. */
export function registerFrom(offices: readonly Office[], tasks: readonly Task[]): Register {
  const taskAt = new Int32Array(MAX_UNITS * MAX_SLOTS).fill(-1);
  tasks.forEach((task) => {
    taskAt[task.unitIndex * MAX_SLOTS + task.slot] = task.id;
  });
  return {
    offices,
    tasks,
    taskByCode: new Map(tasks.flatMap((task) => [[task.taskCode, task]])),
    officeByCode: new Map(offices.map((office) => [office.code, office])),
    taskAt,
  };
}

/**
 * The units that results speak of: the assessed ones and the fictional ones that hold items; these alone where no other unit
 * holds any.
 */
export function unitsInPlay({ units }: Pick<Reference, 'units'>, { tasks }: Register): readonly Unit[] {
  const holding = new Set(tasks.map(({ unitIndex }) => unitIndex));
  const fiction = units.filter(({ fictional }, unit) => fictional && holding.has(unit));
  if (fiction.length > 0 && fiction.length === holding.size) return fiction;
  return units.filter((unit) => !unit.fictional || fiction.includes(unit));
}

/** Places in the reference list of the units that results compare: of those in play, all but fictional ones beside others. */
export const rankedPlaces = (reference: Pick<Reference, 'units'>, register: Register): number[] =>
  separateFictional(unitsInPlay(reference, register)).ranked.map((unit) => reference.units.indexOf(unit));

/** Places in the reference list of what counts for a unit: its own and those of its key cities, whose records count for both. */
export const placesOf = ({ units }: Pick<Reference, 'units'>, code: string): number[] =>
  units.flatMap((unit, place) => (unit.code === code || unit.province === code ? [place] : []));
