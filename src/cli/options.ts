import { wrongUse } from '../model/errors.ts';
import { parseDay } from '../model/time/time.ts';
import { readProgramVersion } from '../store/reference.ts';

/** The program's own version. */
export const programVersion = readProgramVersion();

/** A whole number between two limits, from the text of an option. */
export function wholeNumber(name: string, from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < from || value > to) {
      throw wrongUse(
        `${name} = “${text}”：须为 ${String(from)} 到 ${String(to)} 的整数`,
        `${name} = “${text}”: must be a whole number from ${String(from)} to ${String(to)}`,
      );
    }
    return value;
  };
}

/** A date yyyy-MM-dd, kept as text. */
export function dateText(name: string): (text: string) => string {
  return (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || parseDay(text) < 0) {
      throw wrongUse(
        `${name} = “${text}”：须为 2000 年起的日期 yyyy-MM-dd`,
        `${name} = “${text}”: must be a date yyyy-MM-dd from 2000 on`,
      );
    }
    return text;
  };
}

/** A positive number. */
export function positive(name: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
      throw wrongUse(`${name} = “${text}”：须为正数`, `${name} = “${text}”: must be a positive number`);
    }
    return value;
  };
}
