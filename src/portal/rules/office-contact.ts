import type { Bilingual } from '../../model/language.ts';
import { chosen, officeDraw, officeWord } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';

/** A counter in the hall of a unit. */
export interface HallCounter {
  /** 1 to 5. */
  readonly floor: number;
  readonly area: string;
  readonly window: number;
}

/** Where, when and how the office of an item is reached; all of it invented. */
export interface OfficeContact {
  readonly counter: HallCounter;
  /** Place in `openingHours`. */
  readonly hours: number;
  readonly telephone: string;
  readonly supervision: string;
}

const areas = ['A', 'B', 'C', 'D'] as const;
const WINDOWS = 40;
const FLOORS = 5;

/** Hours that an office may keep. */
export const openingHours: readonly [Bilingual, ...Bilingual[]] = [
  {
    zh: '周一至周五 9:00—12:00、13:30—17:00（法定节假日除外）',
    en: 'Monday to Friday 9:00–12:00 and 13:30–17:00, except on public holidays',
  },
  {
    zh: '周一至周五 8:30—12:00、14:00—17:30（法定节假日除外）',
    en: 'Monday to Friday 8:30–12:00 and 14:00–17:30, except on public holidays',
  },
  {
    zh: '周一至周五 9:00—17:00（午间不休息，法定节假日除外）',
    en: 'Monday to Friday 9:00–17:00 without a break, except on public holidays',
  },
  {
    zh: '周一至周六 9:00—12:00、13:00—17:00（法定节假日除外）',
    en: 'Monday to Saturday 9:00–12:00 and 13:00–17:00, except on public holidays',
  },
];

/** Telephone number that nobody has: no area code of China is 000. */
const inventedTelephone = (first: string, word: number): string =>
  `000-${first}${String(word % 10_000_000).padStart(7, '0')}`;

export function officeContact(site: SiteUnit, { officeLine }: Pick<SiteItem, 'officeLine'>): OfficeContact {
  const word = (n: number): number => officeWord(site, officeLine.code, n);
  return {
    counter: {
      floor: 1 + (word(officeDraw.floor) % FLOORS),
      area: chosen(areas, word(officeDraw.area)),
      window: 1 + (word(officeDraw.window) % WINDOWS),
    },
    hours: word(officeDraw.hours) % openingHours.length,
    telephone: inventedTelephone('8', word(officeDraw.telephone)),
    supervision: inventedTelephone('6', word(officeDraw.supervision)),
  };
}

const numerals = ['一', '二', '三', '四', '五'];

export const counterText = ({ floor, area, window }: HallCounter): Bilingual => ({
  zh: `政务服务中心${numerals[floor - 1] ?? String(floor)}楼${area}区${String(window)}号窗口`,
  en: `Government service centre, floor ${String(floor)}, area ${area}, window ${String(window)}`,
});

/** Where the office was, or is not: on another floor, or at another window of the same area. */
export const otherCounters = (counter: HallCounter): readonly [HallCounter, HallCounter] => [
  { ...counter, floor: (counter.floor % FLOORS) + 1 },
  { ...counter, window: ((counter.window + 6) % WINDOWS) + 1 },
];
