import { badOf, levelledOf, type LevelTotals } from '../../measure/totals/period-counts.ts';
import type { Language } from '../../model/language.ts';
import { unitKinds } from '../../model/reference.ts';
import { printCount } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportCell, ReportChapter, ReportColumn, ReportTable } from '../report.ts';
import type { BulletinFacts } from './bulletin-facts.ts';
import { bulletinTexts } from './bulletin-texts.ts';
import { countCell, goodRateCell, LOOP_MINIMUM, RATING_MINIMUM, shareCell } from './rates.ts';

/** What became of the bad ratings. */
export function loopSection({ counts }: BulletinFacts, language: Language): ReportChapter {
  const say = translator(bulletinTexts, language);
  const { handling } = counts.all;
  const frame = { id: 'handling', title: say('loop'), sections: [] };
  if (handling.orders === 0) return { ...frame, blocks: [{ kind: 'paragraph', text: say('noOrders') }] };
  const rates = [
    ['contactedInTime', handling.contactedInTime, handling.orders],
    ['rectifiedInTime', handling.rectifiedInTime, handling.upheld],
    ['satisfied', handling.satisfied, handling.answered],
    ['namedCalledBack', handling.namedCalledBack, handling.named],
  ] as const;
  const text = say('orders', { orders: printCount(handling.orders), upheld: printCount(handling.upheld) });
  return {
    ...frame,
    blocks: [
      { kind: 'paragraph', text },
      {
        kind: 'table',
        id: 'loop',
        number: '',
        title: say('loopTitle'),
        columns: [
          { name: say('step'), numeric: false },
          ...(['done', 'outOf', 'rate'] as const).map((key) => ({ name: say(key), numeric: true })),
        ],
        rows: rates.map(([key, done, of]) => [
          say(key),
          countCell(done),
          countCell(of),
          shareCell(done, of, LOOP_MINIMUM),
        ]),
        notes: [],
        how: say('loopHow'),
      },
    ],
  };
}

const totalNames = ['ratings', 'bad', 'goodRate', 'verification', 'rectification', 'satisfaction'] as const;

const totalColumns = (language: Language): ReportColumn[] =>
  totalNames.map((key) => ({ name: translator(bulletinTexts, language)(key), numeric: true }));

/** Ratings and what became of the bad ones, as `totalColumns` names them. */
const totalCells = ({ levels, handling }: LevelTotals): ReportCell[] => [
  countCell(levels.reduce((sum, n) => sum + n, 0)),
  countCell(badOf(levels)),
  goodRateCell(levels),
  shareCell(handling.contactedInTime, handling.orders, LOOP_MINIMUM),
  shareCell(handling.rectifiedInTime, handling.upheld, LOOP_MINIMUM),
  shareCell(handling.satisfied, handling.answered, LOOP_MINIMUM),
];

const minimums = { minimum: RATING_MINIMUM, loopMinimum: LOOP_MINIMUM };

/** The units, in administrative order; those that have no rating are not listed. */
export function unitSections({ counts, knowledge }: BulletinFacts, language: Language): ReportChapter {
  const say = translator(bulletinTexts, language);
  const { units } = knowledge.reference;
  return {
    id: 'units',
    title: say('units'),
    blocks: unitKinds.flatMap((kind): ReportTable[] => {
      const rows = counts.units.flatMap((totals) => {
        const unit = units.find(({ code }) => code === totals.code);
        if (unit?.kind !== kind || totals.levels.every((n) => n === 0)) return [];
        return [[nameIn(language, unit), ...totalCells(totals)]];
      });
      if (rows.length === 0) return [];
      return [
        {
          kind: 'table',
          id: `units-${kind}`,
          number: '',
          title: say('unitsTitle', { kind: say(kind) }),
          columns: [{ name: say('unit'), numeric: false }, ...totalColumns(language)],
          rows,
          notes: [],
          how: say('unitsHow', minimums),
        },
      ];
    }),
    sections: [],
  };
}

/** The departments of all units together, those with most bad ratings first. */
export function departmentSection(
  { counts, knowledge }: BulletinFacts,
  language: Language,
): ReportChapter | undefined {
  const say = translator(bulletinTexts, language);
  const rows = [...counts.departments]
    .sort((a, b) => badOf(b.levels) - badOf(a.levels))
    .flatMap((totals) => {
      const department = knowledge.reference.departments.find(({ key }) => key === totals.key);
      return department === undefined ? [] : [[nameIn(language, department), ...totalCells(totals)]];
    });
  if (rows.length === 0) return undefined;
  return {
    id: 'by-department',
    title: say('departments'),
    blocks: [
      {
        kind: 'table',
        id: 'departments',
        number: '',
        title: say('departmentsTitle'),
        columns: [{ name: say('department'), numeric: false }, ...totalColumns(language)],
        rows,
        notes: [],
        how: say('departmentsHow'),
      },
    ],
    sections: [],
  };
}

/** The items with most bad ratings; none where nobody was dissatisfied. */
export function itemSection({ counts }: BulletinFacts, language: Language): ReportChapter | undefined {
  const say = translator(bulletinTexts, language);
  if (counts.items.length === 0) return undefined;
  return {
    id: 'by-item',
    title: say('items'),
    blocks: [
      {
        kind: 'table',
        id: 'items',
        number: '',
        title: say('itemsTitle'),
        columns: [
          { name: say('item'), numeric: false },
          { name: say('code'), numeric: false },
          ...(['firstRatings', 'bad', 'badShare'] as const).map((key) => ({ name: say(key), numeric: true })),
        ],
        rows: counts.items.map((item) => [
          nameIn(language, item),
          item.code,
          countCell(item.levels.reduce((sum, n) => sum + n, 0)),
          countCell(badOf(item.levels)),
          shareCell(badOf(item.levels), levelledOf(item.levels), RATING_MINIMUM),
        ]),
        notes: [],
        how: say('itemsHow'),
      },
    ],
    sections: [],
  };
}
