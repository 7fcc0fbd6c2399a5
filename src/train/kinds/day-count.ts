import type { Bilingual } from '../../model/language.ts';
import type { Limit } from '../../model/reference.ts';
import { isWorkingDay, knows, type Calendar } from '../../model/time/calendar.ts';
import { DAY_SECONDS, printDay, printSecond, weekdayOf } from '../../model/time/time.ts';
import type { Draws } from '../draws.ts';
import type { ExerciseBlock, ShownTable } from '../../model/training/exercise.ts';

/** Days as exercises show them and solutions count them, one by one. */

const weekdays: readonly Bilingual[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
];

const SATURDAY = 5;

const weekdayName = (day: number): Bilingual => weekdays[weekdayOf(day)] ?? { zh: '', en: '' };

/** True of a weekday off and of a weekend day on which people work. */
const isIrregular = (calendar: Calendar, day: number): boolean =>
  isWorkingDay(calendar, day) !== weekdayOf(day) < SATURDAY;

export const daySecond = (second: number): number => Math.floor(second / DAY_SECONDS);

/** Second number -> "yyyy-MM-dd HH:mm", as logs show it. */
export const printMinute = (second: number): string => printSecond(second).slice(0, 16);

/** Second number -> "HH:mm". */
export const printClock = (second: number): string => printSecond(second).slice(11, 16);

/** What a reader must know of the calendar from one day to another: the rule of the week and its exceptions. */
export function restNote(calendar: Calendar, from: number, to: number): ExerciseBlock {
  const exceptions = range(from, to).filter((day) => isIrregular(calendar, day));
  const zh = exceptions.map((day) => {
    const state = isWorkingDay(calendar, day) ? '上班' : '休息';
    return `${printDay(day)}（${weekdayName(day).zh}）${state}`;
  });
  const en = exceptions.map((day) => {
    const state = isWorkingDay(calendar, day) ? 'worked' : 'off';
    return `${printDay(day)} (${weekdayName(day).en}) ${state}`;
  });
  const span = { zh: `${printDay(from)}至${printDay(to)}`, en: `${printDay(from)} to ${printDay(to)}` };
  return {
    kind: 'text',
    text: {
      zh: `工作日历（${span.zh}，${printDay(from)}为${weekdayName(from).zh}）：周一至周五上班，周六、周日休息；放假调休：${zh.length === 0 ? '没有' : zh.join('，')}。`,
      en: `Calendar (${span.en}; ${printDay(from)} is a ${weekdayName(from).en}): Monday to Friday are worked, Saturday and Sunday are off; exceptions: ${en.length === 0 ? 'none' : en.join(', ')}.`,
    },
  };
}

/** Counts the days of a limit one by one, from the day it runs from (which does not count) to another. */
export function dayCountTable(
  calendar: Calendar,
  kind: Limit['kind'],
  { from, to, caption }: { readonly from: number; readonly to: number; readonly caption: Bilingual },
): ShownTable {
  let n = 0;
  const rows = range(from, to).map((day): Bilingual[] => {
    const isOff = kind === 'working' && !isWorkingDay(calendar, day);
    const date = { zh: printDay(day), en: printDay(day) };
    if (day === from) return [date, weekdayName(day), { zh: '起算日，不计', en: 'start, not counted' }];
    if (isOff) return [date, weekdayName(day), { zh: '休息，不计', en: 'off, not counted' }];
    n += 1;
    return [date, weekdayName(day), { zh: `第 ${String(n)} 天`, en: `day ${String(n)}` }];
  });
  return {
    kind: 'table',
    caption,
    columns: [
      { name: { zh: '日期', en: 'Date' } },
      { name: { zh: '星期', en: 'Weekday' } },
      { name: { zh: '计数', en: 'Count' } },
    ],
    rows,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** How far around a day a holiday or a make-up day is looked for. */
const LOOK_AROUND = 240;
/** Days after an exercise begins that its calendar must know. */
const NEEDED = 90;

/** A day near `day`, drawn by name, that is soon followed by a holiday or a make-up working day, so that counting by the week alone goes wrong. */
export function dayBeforeIrregular(
  calendar: Calendar,
  draws: Draws,
  { day, reach, name }: { readonly day: number; readonly reach: number; readonly name: string },
): number {
  const days = range(day - LOOK_AROUND, day + LOOK_AROUND).filter(
    (other) =>
      knows(calendar, other - reach) && knows(calendar, other + NEEDED) && isIrregular(calendar, other),
  );
  if (days.length === 0) return day;
  return draws.one(name, days) - draws.whole(`days before ${name}`, 1, reach);
}

/** The day itself, or the nearest working day after it. */
export function workingDayFrom(calendar: Calendar, day: number): number {
  let at = day;
  while (!isWorkingDay(calendar, at)) at += 1;
  return at;
}

/** The day itself, or the nearest working day before it. */
export function workingDayUpTo(calendar: Calendar, day: number): number {
  let at = day;
  while (!isWorkingDay(calendar, at)) at -= 1;
  return at;
}
