import { serviceMeasures, type GroupCell } from '../model/cells.ts';
import { GROUP_LEVELS, groupColumn, groupCellSize } from '../model/counts/group-columns.ts';
import { handlingMeasures } from '../model/counts/handling-counts.ts';
import { GROUPS, officeGroups } from '../model/counts/random-groups.ts';
import { itemKinds } from '../model/items/item-kinds.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type { PeriodCells } from './count.ts';
import { countItems, type ItemCounts } from './item-counts.ts';
import { addFirstRatings, addRatingCell, addServiceCell } from './record-cells.ts';
import { addRecordCounts, emptyRecordCounts, type RecordCounts, type UnitCounts } from './unit-counts.ts';

/** Cells of a period, as far as groups are counted from them. */
export interface GroupedCells extends Pick<PeriodCells, 'ratings' | 'taskRatings' | 'services'> {
  readonly groups: Iterable<GroupCell>;
}

/**
 * The counts of a unit in parts. Undefined where the parts are not known: records counted by an earlier version of the program,
 * or parts that do not add up to the whole.
 */
export interface GroupedCounts {
  /** The 32 groups of persons. */
  readonly persons: readonly RecordCounts[] | undefined;
  /** The groups of offices that hold any: a list for the unit's own offices, and one for those of each of its key cities. */
  readonly offices: readonly (readonly RecordCounts[])[] | undefined;
  /** The departments of the offices in each of these groups, as units have them in common. */
  readonly departments: readonly (readonly string[])[];
  /** The services of each item: a list for the unit's own items, and one for those of each of its key cities. */
  readonly items: readonly (readonly ItemCounts[])[];
}

/** Counts by group of a unit's own records. */
interface OwnGroups {
  readonly persons: RecordCounts[];
  readonly offices: RecordCounts[];
  readonly departments: string[];
  known: boolean;
}

/**
 * Counts by random group, of each unit in the order of the reference list, whose whole counts are `totals` (count.ts). A person who
 * applies in a key city and in its province is in one group of both: a province's groups of persons are those of its own records
 * plus its cities'. Offices of a province and of its cities are different ones, and so are their groups.
 */
export function countGroups(
  cells: GroupedCells,
  totals: readonly UnitCounts[],
  register: Register,
  reference: Reference,
): GroupedCounts[] {
  const own = ownGroups(cells, register, totals.length);
  const items = countItems(cells.services, register, totals.length);
  const provinces = new Map(reference.units.map(({ code }, unit) => [code, unit]));
  const parts = own.map((_, unit) => [unit]);
  reference.units.forEach(({ province }, city) => {
    const target = province === null ? undefined : provinces.get(province);
    if (target !== undefined) parts[target]?.push(city);
  });
  return totals.map((total, unit): GroupedCounts => {
    const ofUnit = (parts[unit] ?? []).flatMap((part) => own[part] ?? []);
    const kinds = {
      departments: ofUnit.filter(({ offices }) => offices.length > 0).map(({ departments }) => departments),
      items: (parts[unit] ?? []).flatMap((part) => (items[part]?.length ? [items[part]] : [])),
    };
    if (!ofUnit.every(({ known }) => known)) return { ...kinds, persons: undefined, offices: undefined };
    const persons = Array.from({ length: GROUPS }, (_, group) =>
      sumOf(ofUnit.flatMap((one) => one.persons[group] ?? [])),
    );
    const offices = ofUnit.map((one) => one.offices).filter(({ length }) => length > 0);
    return {
      ...kinds,
      persons: addsUp(persons, total) ? persons : undefined,
      offices: addsUp(offices.flat(), total) ? offices : undefined,
    };
  });
}

/** A unit's counts without those of a group. What the register says, and which items and offices are rated, stays that of all. */
export function withoutGroup(total: UnitCounts, group: RecordCounts): UnitCounts {
  const rest = sumOf([total]);
  addRecordCounts(rest, group, -1);
  return { ...total, ...rest };
}

function sumOf(parts: readonly RecordCounts[]): RecordCounts {
  const sum = emptyRecordCounts();
  for (const part of parts) addRecordCounts(sum, part);
  return sum;
}

function ownGroups(cells: GroupedCells, register: Register, units: number): OwnGroups[] {
  const { offices, tasks } = register;
  const groupOf = officeGroups(offices);
  const own = Array.from({ length: units }, (): OwnGroups => ({
    persons: Array.from({ length: GROUPS }, emptyRecordCounts),
    offices: [],
    departments: [],
    known: true,
  }));
  for (const { unitIndex, id, department } of offices) {
    const unit = own[unitIndex];
    if (unit === undefined) continue;
    const group = groupOf[id] ?? 0;
    unit.offices[group] ??= emptyRecordCounts();
    const before = unit.departments[group];
    unit.departments[group] = before === undefined ? department : `${before} ${department}`;
  }
  const ofOffice = (office: number): RecordCounts | undefined =>
    own[offices[office]?.unitIndex ?? -1]?.offices[groupOf[office] ?? 0];
  for (const cell of cells.ratings) {
    const counts = ofOffice(cell.office);
    if (counts !== undefined) addRatingCell(counts, cell);
  }
  for (const { task: id, level, n } of cells.taskRatings) {
    const task = tasks[id];
    const counts = ofOffice(task?.officeId ?? -1);
    if (task !== undefined && counts !== undefined) addFirstRatings(counts, task, level, n);
  }
  for (const cell of cells.services) {
    const task = tasks[cell.task];
    const counts = ofOffice(task?.officeId ?? -1);
    if (task !== undefined && counts !== undefined) addServiceCell(counts, task, cell);
  }
  for (const cell of cells.groups) addGroupCell(own[cell.unit], cell);
  for (const one of own) fitCasesWithoutVisit(one);
  return own;
}

function addGroupCell(own: OwnGroups | undefined, { grouping, counts }: GroupCell): void {
  if (own === undefined) return;
  if (counts?.length !== groupCellSize[grouping]) {
    own.known = false;
    return;
  }
  const at = (column: number, group: number): number => counts[column * GROUPS + group] ?? 0;
  const into = (target: Float64Array, column: number, group: number): void => {
    for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + at(column + i, group);
  };
  own[grouping === 'person' ? 'persons' : 'offices'].forEach((sums, group) => {
    into(sums.tags, groupColumn.tags, group);
    handlingMeasures.forEach((measure, i) => (sums.handling[measure] += at(groupColumn.handling + i, group)));
    if (grouping === 'office') return;
    into(sums.active, groupColumn.active, group);
    into(sums.defaulted, groupColumn.automatic, group);
    itemKinds.forEach((kind, i) => {
      into(sums.byItemKind[kind], groupColumn.byItemKind + i * GROUP_LEVELS, group);
    });
    serviceMeasures.forEach((measure, i) => (sums.services[measure] += at(groupColumn.services + i, group)));
    sums.casesWithoutVisit += at(groupColumn.casesWithoutVisit, group);
  });
}

/**
 * By persons, cases without a visit are counted as the register first had their items; the whole, and the groups of offices, have
 * them as they are at the end of the period. Where items changed in between, what was added since is spread over the other cases
 * of all groups, or what was taken away over these: an approximation, exact where nothing changed.
 */
function fitCasesWithoutVisit({ persons, offices }: OwnGroups): void {
  const now = sumOf(offices).casesWithoutVisit;
  const { casesWithoutVisit: first, services } = sumOf(persons);
  if (now === first) return;
  for (const counts of persons) {
    const { casesWithoutVisit: n } = counts;
    counts.casesWithoutVisit =
      now > first
        ? n + ((counts.services.cases - n) * (now - first)) / (services.cases - first)
        : (n * now) / first;
  }
}

/** Whether groups add up to the whole in all that is counted. */
function addsUp(groups: readonly RecordCounts[], total: RecordCounts): boolean {
  const [sum, whole] = [sumOf(groups), total].map(allOf);
  return whole?.every((n, i) => Math.abs(n - (sum?.[i] ?? NaN)) <= 1e-6 * Math.abs(n)) === true;
}

const allOf = ({
  active,
  defaulted,
  services,
  tags,
  byItemKind,
  handling,
  casesWithoutVisit,
}: RecordCounts) => [
  ...active,
  ...defaulted,
  ...serviceMeasures.map((measure) => services[measure]),
  ...tags,
  ...itemKinds.flatMap((kind) => [...byItemKind[kind]]),
  ...handlingMeasures.map((measure) => handling[measure]),
  casesWithoutVisit,
];
