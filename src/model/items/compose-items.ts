import type { Department, Item } from '../reference.ts';
import type { ItemAction, ItemFamilies, ItemFamily } from './item-families.ts';

/** Area part of a basic code: national items, and local ones, for which each unit writes its own area. */
const NATIONAL = '00';
const ANY_AREA = '90';

/** Popularity of the first item. */
const MOST = 100;

/**
 * The whole list of items: the stated ones, then those composed of families, in the order of the files, so that an item keeps
 * its place when families are added at the end. Popularity is by place in the order of demand. Throws for a family whose
 * department or action does not exist.
 */
export function composeItems(
  stated: readonly Item[],
  { actions, families, popularity }: ItemFamilies,
  departments: readonly Department[],
): Item[] {
  const composed = families.flatMap((family) => {
    const department = departments.find(({ key }) => key === family.department);
    if (department === undefined) throw new Error(`item family ${family.subject}: no such department`);
    return family.actions.map((key, i) => {
      const action = actions.find((one) => one.key === key);
      if (action === undefined) throw new Error(`item family ${family.subject}: no action ${key}`);
      return itemOf(family, action, i + 1, department.code);
    });
  });
  const items = [...stated, ...composed];
  const places = new Map(
    [...items].sort((a, b) => b.popularity - a.popularity).map((item, i) => [item, i + 1]),
  );
  const first = popularityAt(1, popularity);
  return items.map((item) => ({
    ...item,
    popularity: (MOST * popularityAt(places.get(item) ?? 1, popularity)) / first,
  }));
}

/** What an action of a family makes of it. */
function itemOf(family: ItemFamily, action: ItemAction, sub: number, department: string): Item {
  const { subject, subjectEn, main, type, promisedDays, local, applicants } = family;
  const isInstant = promisedDays === 0 || action.days === 0;
  return {
    code: `${local === undefined ? NATIONAL : ANY_AREA}${type}${department}${main}${String(sub).padStart(3, '0')}`,
    name: `${subject}${action.name}`,
    nameEn: action.nameEn === '' ? subjectEn : `${subjectEn}: ${action.nameEn}`,
    type,
    audience: family.audience,
    theme: family.theme,
    department: family.department,
    handling: isInstant ? 'instant' : 'promise',
    statutoryDays: isInstant ? 0 : family.statutoryDays,
    promisedDays: isInstant ? 0 : Math.max(1, Math.round(promisedDays * action.days)),
    popularity: family.demand * action.demand,
    online: family.online,
    convenience: false,
    confidence: 'guessed',
    ...(local === undefined ? {} : { local }),
    ...(applicants === undefined ? {} : { applicants }),
  };
}

/** Zipf and Mandelbrot’s curve over places 1, 2, 3 …; items behind the regular ones are used seldom, and ever more so. */
function popularityAt(
  place: number,
  { shift, exponent, regular, seldom }: ItemFamilies['popularity'],
): number {
  const usual = (place + shift) ** -exponent;
  return place <= regular ? usual : usual * seldom * (regular / place) ** 2;
}

/** The basic code of an item as a unit of this code writes it: a local item carries the unit’s area. */
export const itemCodeIn = ({ code, local }: Pick<Item, 'code' | 'local'>, unitCode: string): string =>
  local === undefined ? code : unitCode.slice(0, 2) + code.slice(2);
