import { MAX_DAYS, MAX_SERIALS } from '../model/record/key.ts';
import { parseDay, printCompactDay } from '../model/time/time.ts';

/**
 * Case number (办件编号, projectNo) in our own form, 45 characters: 31-character 实施编码 + yyyyMMdd + six-digit serial.
 * It says the same as the packed key, so only the integers are stored.
 */
export const printCaseNumber = (taskCode: string, day: number, serial: number): string =>
  taskCode + printCompactDay(day) + String(serial + 1).padStart(6, '0');

export interface CaseNumber {
  readonly taskCode: string;
  readonly day: number;
  readonly serial: number;
}

/** Reads a case number in our own form; undefined for any other text. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  if (text.length !== 45) return undefined;
  const day = parseDay(text.slice(31, 39));
  const serialText = text.slice(39);
  if (day < 0 || day >= MAX_DAYS || !/^\d{6}$/.test(serialText)) return undefined;
  const serial = Number(serialText) - 1;
  if (serial < 0 || serial >= MAX_SERIALS) return undefined;
  return { taskCode: text.slice(0, 31), day, serial };
}
