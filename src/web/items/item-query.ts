import type { UnitResult } from '../../model/measurement.ts';
import { placesOf, rankedPlaces } from '../../model/register.ts';
import { itemRows, type ItemRow } from '../shared/item-rows.ts';
import { badParameter, readChoice, readText } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { nameIn } from '../../wording/translator.ts';
import { orders, type Order } from '../overview/ranking-order.ts';

export const itemSorts = ['ratings', 'rate', 'bad', 'name', 'offices'] as const;
export type ItemSort = (typeof itemSorts)[number];
export const naturalItemOrder = (sort: ItemSort): Order =>
  sort === 'name' || sort === 'rate' ? 'asc' : 'desc';

export interface ItemQuery {
  readonly q: string;
  readonly department: string;
  readonly type: string;
  readonly unit: UnitResult['code'];
  readonly sort: ItemSort;
  readonly order: Order;
}

/** A code that must be in a list; empty for any. */
function readCode(context: RequestContext, field: string, codes: readonly string[]): string {
  const value = context.query.get(field) ?? '';
  if (value !== '' && !codes.includes(value)) {
    throw badParameter(field, value, { zh: '须是列表中的代码', en: 'it must be a code of the list' });
  }
  return value;
}

export function readItemQuery(context: RequestContext): ItemQuery {
  const { reference } = context.site;
  const sort = readChoice(context.query, 'sort', itemSorts, 'ratings');
  return {
    q: readText(context.query, 'q', 60),
    department: readCode(
      context,
      'department',
      reference.departments.map(({ key }) => key),
    ),
    type: readCode(
      context,
      'type',
      reference.itemTypes.map(({ code }) => code),
    ),
    unit: readCode(
      context,
      'unit',
      reference.units.map(({ code }) => code),
    ),
    sort,
    order: readChoice(context.query, 'order', orders, naturalItemOrder(sort)),
  };
}

const figureOf = (row: ItemRow, sort: Exclude<ItemSort, 'name'>): number | null =>
  sort === 'rate' ? (row.rate?.value ?? null) : row[sort];

/** The items that fit, in the order asked for; those without the figure come last. */
export async function findItems(context: RequestContext, query: ItemQuery): Promise<ItemRow[]> {
  const { results, site, period, language } = context;
  const { reference } = site;
  const register = results.register();
  const indexes = new Set(
    query.unit === '' ? rankedPlaces(reference, register) : placesOf(reference, query.unit),
  );
  const wanted = query.q.toLowerCase();
  const turn = query.order === 'asc' ? 1 : -1;
  const { sort } = query;
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  const levels = await results.taskLevels(period);
  return itemRows(register, levels, (unit) => indexes.has(unit))
    .filter(
      (row) =>
        (query.department === '' || row.departments.includes(query.department)) &&
        (query.type === '' || row.type === query.type) &&
        [row.name, row.nameEn, row.code].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => {
      if (sort === 'name') return turn * collator.compare(nameIn(language, a), nameIn(language, b));
      const [x, y] = [figureOf(a, sort), figureOf(b, sort)];
      if (x === null || y === null) return x === y ? a.code.localeCompare(b.code) : x === null ? 1 : -1;
      return turn * (x - y) || a.code.localeCompare(b.code);
    });
}
