import { Option } from 'commander';
import { wrongUse } from '../model/errors.ts';
import { readProgramVersion } from '../store/shipped.ts';
import type { Output } from './output.ts';

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
    if (!isDay(text)) {
      throw wrongUse(
        `${name} = “${text}”：须为 2000 年起的日期 yyyy-MM-dd`,
        `${name} = “${text}”: must be a date yyyy-MM-dd from 2000 on`,
      );
    }
    return text;
  };
}

/** Is this a day of the calendar, from 2000 on? */
function isDay(text: string): boolean {
  if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
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

/** The path of a file or folder: a blank one names nothing. */
export const filePath = (name: string): ((text: string) => string) =>
  filled(name, '须为文件或文件夹的路径', 'must be the path of a file or folder');

/** An address to listen on: none would mean every address of the machine. */
export const hostAddress = (name: string): ((text: string) => string) =>
  filled(name, '须为本机的一个地址或名称', 'must be an address or a name of this machine');

/** Paths that are given without an option, one after another. */
export const filePaths =
  (name: string) =>
  (text: string, before: readonly string[] = []): readonly string[] => [...before, filePath(name)(text)];

function filled(name: string, zh: string, en: string): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text;
    throw wrongUse(`${name} = “${text}”：${zh}`, `${name} = “${text}”: ${en}`);
  };
}

/** The option that names an edition of the methods. */
export const methodOption = ({ text }: Output): Option =>
  new Option(
    '--method <id>',
    text(
      '评估方法的版本，如 2022-1（默认：最新版本）',
      'edition of the methods, like 2022-1 (default: the newest)',
    ),
  );

/** The same where a file may be named too. */
export const methodOrFileOption = ({ text }: Output): Option =>
  new Option(
    '--method <id|file>',
    text(
      '评估方法的版本，如 2022-1，或自定义方法的 JSON 文件（默认：最新版本）',
      'edition of the methods, like 2022-1, or the JSON file of a method of your own (default: the newest)',
    ),
  );

/** The option that names a period. */
export const periodOption = ({ text }: Output): Option =>
  new Option(
    '--period <p>',
    text(
      '年、季或月：2025、2025-Q3、2025-07（默认：最近的有数据的整年，否则最近的月）',
      'year, quarter or month: 2025, 2025-Q3, 2025-07 (default: the latest whole year with data, else the latest month)',
    ),
  );
