import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { unitsInPlay } from '../../model/register.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { ITEM_MINIMUM } from '../shared/item-rows.ts';
import { printCount } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { printItem, type PrintedItem } from './item-cells.ts';
import {
  findItems,
  itemSorts,
  naturalItemOrder,
  readItemQuery,
  type ItemQuery,
  type ItemSort,
} from './item-query.ts';
import type { SortHeading } from '../shared/sort-heading.ts';
import { readWhole } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { itemsTexts } from './items-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

export interface ItemsModel {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly q: string;
  readonly departments: readonly Option[];
  readonly types: readonly Option[];
  readonly units: readonly Option[];
  readonly reset: string;
  readonly found: string;
  readonly shown: string;
  readonly headings: Readonly<Record<ItemSort, SortHeading>>;
  readonly rows: readonly (PrintedItem & {
    readonly department: string;
    readonly type: string;
    readonly offices: string;
    readonly bar: string;
  })[];
  readonly note: string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly file: string;
}

const PAGE_ROWS = 50;
const words = { ...siteTexts, ...itemsTexts };

function headingsOf(context: RequestContext, query: ItemQuery): Record<ItemSort, SortHeading> {
  const t = translator(words, context.language);
  const names = {
    ratings: 'ratings',
    rate: 'goodRate',
    bad: 'bad',
    name: 'item',
    offices: 'offices',
  } as const;
  const heading = (key: ItemSort): SortHeading => {
    const current = query.sort === key;
    const order = current ? (query.order === 'asc' ? 'desc' : 'asc') : naturalItemOrder(key);
    const name = t(names[key]);
    return {
      name,
      href: context.here({ sort: key, order, page: undefined }),
      title: t('sortBy', { name }),
      sorted: current ? (query.order === 'asc' ? 'ascending' : 'descending') : undefined,
    };
  };
  const [ratings, rate, bad, name, offices] = itemSorts;
  return {
    [ratings]: heading('ratings'),
    [rate]: heading('rate'),
    [bad]: heading('bad'),
    [name]: heading('name'),
    [offices]: heading('offices'),
  };
}

export async function itemsPage(context: RequestContext): Promise<Page<ItemsModel>> {
  const { language, period, site } = context;
  const { reference } = site;
  const t = translator(words, language);
  const query = readItemQuery(context);
  const rows = await findItems(context, query);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = readWhole(context.query, 'page', 1, 1, pages);
  const departments = new Map(reference.departments.map((one) => [one.key, nameIn(language, one)]));
  const types = new Map(reference.itemTypes.map((one) => [one.code, nameIn(language, one)]));
  const options = (names: Iterable<readonly [string, string]>, chosen: string): Option[] =>
    [...names].map(([value, name]) => ({ value, name, selected: value === chosen }));
  return {
    view: 'items',
    title: t('title'),
    words,
    unpublished: query.unit === '' ? '' : unpublishedNotice(site, [period], language, 'figures'),
    model: {
      action: '/items',
      kept: context.kept('sort', 'order'),
      q: query.q,
      departments: options(departments, query.department),
      types: options(types, query.type),
      units: options(
        unitsInPlay(reference, context.results.register()).map(
          (unit) => [unit.code, nameIn(language, unit)] as const,
        ),
        query.unit,
      ),
      reset: context.link('/items'),
      found: t('found', { n: printCount(rows.length) }),
      shown: t('shown', { page, pages }),
      headings: headingsOf(context, query),
      rows: rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map((row) => ({
        ...printItem(row, language, t('missing')),
        department: row.departments.map((key) => departments.get(key) ?? key).join(t('listComma')),
        type: types.get(row.type) ?? row.type,
        offices: printCount(row.offices),
        bar: cellBar({ from: 0.9, to: 1, ticks: [] }, row.rate?.value ?? null),
      })),
      note: t('note', { n: ITEM_MINIMUM }),
      previous: page > 1 ? context.here({ page: page - 1 === 1 ? undefined : page - 1 }) : undefined,
      next: page < pages ? context.here({ page: page + 1 }) : undefined,
      file: context.here({ page: undefined }).replace(/^\/items/, '/files/items.csv'),
    },
  };
}
