import { FURTHEST_PLACE } from '../../../model/evaluation/assessment.ts';
import type { Bilingual } from '../../../model/language.ts';
import { HITS_A_PAGE } from '../../../model/site/asking-ways.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import type { SiteItem } from '../../../portal/site-unit.ts';
import { shortOffice } from '../drawn-site.ts';
import { sameInBoth } from '../figures/printed.ts';
import type { Asking } from './asking.ts';
import type { LogEntry } from './draw-log.ts';
import { wayNames } from './search-costs.ts';

export const askingName = ({ number }: Pick<Asking, 'number'>): Bilingual => ({
  zh: `查询 ${String(number)}`,
  en: `Query ${String(number)}`,
});

export function itemText(item: SiteItem): Bilingual {
  const office = shortOffice(item);
  return { zh: `${item.name}（${office.zh}）`, en: `${item.nameEn} (${office.en})` };
}

/** What each query looks for, and what is typed. */
export const askingsTable = (caption: Bilingual, askings: readonly Asking[]): ShownTable => ({
  kind: 'table',
  caption,
  columns: [
    { name: { zh: '查询', en: 'Query' } },
    { name: { zh: '要找的事项', en: 'Looked for' } },
    { name: { zh: '查法', en: 'Way' } },
    { name: { zh: '输入', en: 'Typed' } },
  ],
  rows: askings.map((asking) => [
    askingName(asking),
    itemText(asking.item),
    wayNames[asking.way],
    asking.text,
  ]),
});

/** The hits of each query, place by place. */
export const hitsTable = (caption: Bilingual, askings: readonly Asking[]): ShownTable => ({
  kind: 'table',
  caption,
  columns: [
    { name: { zh: '页和位置', en: 'Page and place' } },
    ...askings.map((asking) => ({ name: askingName(asking) })),
  ],
  rows: Array.from({ length: FURTHEST_PLACE }, (_, i) => {
    const [page, place] = [String(1 + Math.floor(i / HITS_A_PAGE)), String(i + 1)];
    return [
      { zh: `第 ${page} 页，第 ${place} 条`, en: `Page ${page}, place ${place}` },
      ...askings.map(({ hits }) => {
        const hit = hits[i];
        return hit === undefined ? sameInBoth('—') : itemText(hit);
      }),
    ];
  }),
});

export const logTable = (evaluator: string, log: readonly LogEntry[]): ShownTable => ({
  kind: 'table',
  caption: { zh: `评估人员 ${evaluator} 的日志`, en: `Log of evaluator ${evaluator}` },
  columns: [
    { name: { zh: '查询', en: 'Query' } },
    { name: { zh: '名次', en: 'Place' }, isNumber: true },
    { name: { zh: '得分', en: 'Points' }, isNumber: true },
  ],
  rows: log.map(({ asking, place, points }) => [
    askingName(asking),
    sameInBoth(String(place)),
    sameInBoth(String(points)),
  ]),
});
