import { isWorkingDay } from '../../src/model/time/calendar.ts';
import { parseDay } from '../../src/model/time/time.ts';
import { readKnowledge } from '../../src/store/reference.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

export const workdays: OracleCheck = {
  id: 'workdays',
  folder: 'workdays',
  what: {
    zh: '2023 至 2025 年每一天是否为工作日（含调休）',
    en: 'whether each day of 2023 to 2025 is a working day, with the days worked for holidays',
  },
  source: 'LKI/chinese-calendar; NateScarlet/holiday-cn',
  licence: { zh: 'MIT', en: 'MIT' },
  tolerance: 0,
  check(read) {
    const { calendar } = readKnowledge();
    const found = new Differences();
    for (const { date = '', is_workday: working } of csvRows(read('cn_workdays_2023_2025.csv')))
      found.add(isWorkingDay(calendar, parseDay(date)) ? 1 : 0, Number(working));
    return found;
  },
};
