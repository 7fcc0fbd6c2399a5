import type { Bilingual } from '../../../model/language.ts';
import { pointsOfPlace } from '../../../model/site/asking-ways.ts';
import type { ExerciseBlock, ShownTable } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';
import type { Asking } from './asking.ts';
import { isWrongEntry, type LogEntry } from './draw-log.ts';
import type { SearchSample } from './draw-sample.ts';
import { askingName, itemText } from './search-tables.ts';
import type { SearchTemplate } from './search-templates.ts';

/** The worked solution: the right hit of each query with what stands before it, the figure, and the log line by line. */
export function searchSolution({ recorded, log }: SearchSample, { figure }: SearchTemplate): ExerciseBlock[] {
  const { zh, en } = figure.shown(recorded);
  return [
    placesTable(recorded),
    {
      kind: 'text',
      text: { zh: `${figure.label.zh}：${zh}。`, en: `${figure.label.en}: ${en}.` },
    },
    entriesTable(log),
  ];
}

const placesTable = (askings: readonly Asking[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '逐次查询', en: 'Query by query' },
  columns: [
    { name: { zh: '查询', en: 'Query' } },
    { name: { zh: '正确结果', en: 'Right hit' } },
    { name: { zh: '名次', en: 'Place' }, isNumber: true },
    { name: { zh: '得分', en: 'Points' }, isNumber: true },
    { name: { zh: '依据', en: 'Grounds' } },
  ],
  rows: askings.map((asking) => [
    askingName(asking),
    itemText(asking.item),
    sameInBoth(String(asking.place)),
    sameInBoth(String(pointsOfPlace(asking.place))),
    groundsOf(asking),
  ]),
});

function groundsOf({ place, hits, item }: Asking): Bilingual {
  const [first] = hits;
  if (place === 1) return { zh: '第一条就是', en: 'the first hit is it' };
  if (first === undefined) return { zh: '没有结果', en: 'there are no hits' };
  const [other, sought] = [itemText(first), itemText(item)];
  return place === 0
    ? {
        zh: `前 20 条都不是“${sought.zh}”；第一条“${other.zh}”是另一个事项`,
        en: `none of the 20 hits is “${sought.en}”; the first one, “${other.en}”, is another item`,
      }
    : {
        zh: `前面 ${String(place - 1)} 条是别的事项，第一条是“${other.zh}”`,
        en: `before it ${place === 2 ? 'stands 1 other item' : `stand ${String(place - 1)} other items`}, the first “${other.en}”`,
      };
}

const entriesTable = (log: readonly LogEntry[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '日志逐条核对', en: 'The log, entry by entry' },
  columns: [
    { name: { zh: '查询', en: 'Query' } },
    { name: { zh: '日志：名次和得分', en: 'Log: place and points' } },
    { name: { zh: '实际：名次和得分', en: 'Lists: place and points' } },
    { name: { zh: '结论', en: 'Finding' } },
  ],
  rows: log.map((entry) => {
    const { asking, place, points } = entry;
    return [
      askingName(asking),
      pairText(place, points),
      pairText(asking.place, pointsOfPlace(asking.place)),
      entryFinding(entry),
    ];
  }),
});

const pairText = (place: number, points: number): Bilingual => ({
  zh: `名次 ${String(place)}，${String(points)} 分`,
  en: `place ${String(place)}, points ${String(points)}`,
});

function entryFinding(entry: LogEntry): Bilingual {
  if (!isWrongEntry(entry)) return { zh: '相符', en: 'agrees' };
  return entry.place === entry.asking.place
    ? {
        zh: '错：名次对，得分不是这一名次的',
        en: 'wrong: the place is right, the points are those of another',
      }
    : { zh: '错：名次不符', en: 'wrong: another place' };
}
