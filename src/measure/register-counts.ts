import { FULLY_ONLINE_DEPTH, kindsOfItem, ONLINE_DEPTH } from '../model/items/item-kinds.ts';
import type { Register, Task } from '../model/register.ts';

const none = {
  /** Items on the list (清单事项), and those of them offered through the platform. */
  listed: 0,
  published: 0,
  /** Items of the power types 01–10 (行政权力事项). */
  powerListed: 0,
  powerPublished: 0,
  /** Items of type 20 (公共服务事项). */
  publicListed: 0,
  publicPublished: 0,
  /** Items of everyday life (便民服务). */
  convenienceListed: 0,
  conveniencePublished: 0,
  convenienceOnline: 0,
  /** Offices with an item on the list, with a published one, with all of theirs published. */
  offices: 0,
  activeOffices: 0,
  completeOffices: 0,
  /** Published items: depth 5 and above (全程网办), depth 2 and above (网上可办). */
  fullyOnline: 0,
  online: 0,
  crossRegion: 0,
  instant: 0,
  /** Published items by channel: PC (pf 1), mobile (2), kiosk (5), four or more channels. */
  web: 0,
  mobile: 0,
  kiosk: 0,
  manyChannels: 0,
  /** Published items that say at which level of government they are handled, and those handled in a township or village. */
  tierStated: 0,
  tierNear: 0,
  /** Published items that say so, and those that are: in the unified entrance, with an electronic licence, accessible. */
  entranceStated: 0,
  entrance: 0,
  licenceStated: 0,
  licence: 0,
  accessibleStated: 0,
  accessible: 0,
  /** Published items with a statutory limit: its working days, and those promised. */
  statutoryDays: 0,
  savedDays: 0,
  /** Visits that the guides of published items ask for, and their squares. */
  visits: 0,
  visitSquares: 0,
  /** Right elements and all elements of the guides of published items. */
  basicsRight: 0,
  basicsElements: 0,
  materialsRight: 0,
  materialsElements: 0,
  processRight: 0,
  processElements: 0,
  formsRight: 0,
  formsElements: 0,
  feesRight: 0,
  feesElements: 0,
};

/** What the register says of one unit, in counts. */
export type RegisterCounts = Record<keyof typeof none, number>;

const isMeasure = (name: string): name is keyof RegisterCounts => name in none;
const measures = Object.keys(none).filter(isMeasure);

/** Adds the counts of a key city to those of its province. */
export function addRegisterCounts(target: RegisterCounts, source: Readonly<RegisterCounts>): void {
  for (const measure of measures) target[measure] += source[measure];
}

const MANY_CHANNELS = 4;
const TOWNSHIP = 4;

/** Counts of each of `units` units, own items only. */
export function countRegister({ tasks }: Pick<Register, 'tasks'>, units: number): RegisterCounts[] {
  const counts = Array.from({ length: units }, () => ({ ...none }));
  const offices = new Map<number, { unit: number; listed: number; published: number }>();
  for (const task of tasks) {
    const unit = counts[task.unitIndex];
    if (unit === undefined) continue;
    countListed(unit, task);
    if (task.published) countPublished(unit, task);
    const office = offices.get(task.officeId) ?? { unit: task.unitIndex, listed: 0, published: 0 };
    office.listed++;
    if (task.published) office.published++;
    offices.set(task.officeId, office);
  }
  for (const office of offices.values()) {
    const unit = counts[office.unit];
    if (unit === undefined) continue;
    unit.offices++;
    if (office.published > 0) unit.activeOffices++;
    if (office.published === office.listed) unit.completeOffices++;
  }
  return counts;
}

function countListed(unit: RegisterCounts, task: Task): void {
  const published = task.published ? 1 : 0;
  unit.listed++;
  unit.published += published;
  for (const kind of kindsOfItem(task)) {
    unit[`${kind}Listed`]++;
    unit[`${kind}Published`] += published;
  }
}

function countPublished(unit: RegisterCounts, task: Task): void {
  const { depth, crossRegion, handling, channels, guide, statutoryDays, promisedDays, visits, tier } = task;
  if (depth >= FULLY_ONLINE_DEPTH) unit.fullyOnline++;
  if (depth >= ONLINE_DEPTH) unit.online++;
  if (task.convenience === true && depth >= ONLINE_DEPTH) unit.convenienceOnline++;
  if (crossRegion) unit.crossRegion++;
  if (handling === 'instant') unit.instant++;
  if (channels.includes(1)) unit.web++;
  if (channels.includes(2)) unit.mobile++;
  if (channels.includes(5)) unit.kiosk++;
  if (channels.length >= MANY_CHANNELS) unit.manyChannels++;
  if (tier !== undefined) unit.tierStated++;
  if (tier !== undefined && tier >= TOWNSHIP) unit.tierNear++;
  for (const field of ['entrance', 'licence', 'accessible'] as const) {
    if (task[field] !== undefined) unit[`${field}Stated`]++;
    if (task[field] === true) unit[field]++;
  }
  if (statutoryDays > 0) {
    unit.statutoryDays += statutoryDays;
    unit.savedDays += Math.max(0, statutoryDays - promisedDays);
  }
  unit.visits += visits;
  unit.visitSquares += visits ** 2;
  unit.basicsRight += guide.basics[0];
  unit.basicsElements += guide.basics[1];
  unit.materialsRight += guide.materials[0];
  unit.materialsElements += guide.materials[1];
  unit.processRight += guide.process[0];
  unit.processElements += guide.process[1];
  unit.formsRight += guide.forms[0];
  unit.formsElements += guide.forms[1];
  unit.feesRight += guide.fees[0];
  unit.feesElements += guide.fees[1];
}
