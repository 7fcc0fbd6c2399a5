import { isWorkingDay, type Calendar } from '../../src/model/time/calendar.ts';
import { parseDay, weekdayOf } from '../../src/model/time/time.ts';
import type { Drill } from '../../src/model/training/exercise.ts';
import { tablesOf, type ReadTable } from './read-shown.ts';

/** Checks records as a trainee does: by the definitions that an exercise prints, from the cells of the records that were opened. */

export type Row = Readonly<Record<string, string>>;

export interface ReadOffice {
  readonly letter: string;
  readonly rows: readonly Row[];
}

export const rowsIn = ({ columns, rows }: ReadTable): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])));

export const officeOf = (drill: Drill): ReadOffice => ({
  letter: drill.label.zh.replace('单位 ', ''),
  rows: rowsIn(tablesOf(drill.shown)[0]!),
});

/** What else an exercise prints that a definition needs. */
export interface Printed {
  readonly year: string;
  readonly calendar: Calendar;
  readonly staff: ReadonlyMap<string, readonly string[]>;
  readonly openOnSaturdays: readonly string[];
}

/** "MM-dd HH:mm" or "MM-dd HH:mm:ss" -> seconds since the beginning of the count. */
function secondsIn(text: string, year: string): number {
  const [date = '', clock = ''] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return parseDay(`${year}-${date}`) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

const tagsIn = (row: Row): string[] => (row['标签'] === '—' ? [] : row['标签']!.split('、'));

/** The largest number of rows with the same name. */
function most(rows: readonly Row[], nameOf: (row: Row) => string): number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Whether the records of an office meet the definition that begins with this code, in its words. */
export function meets(definition: string, { letter, rows }: ReadOffice, printed: Printed): boolean {
  const at = (row: Row, column: string): number => secondsIn(row[column]!, printed.year);
  const [name = ''] = definition.split('：', 1);
  switch (name) {
    case 'A1 工作人员代评': {
      const quick = rows.filter((row) => {
        const delay = at(row, '评价时间') - at(row, '办理时间');
        return row['等级'] === '5' && row['标签'] !== '—' && delay >= 0 && delay < 5;
      });
      return most(quick, (row) => `${row['设备']!} ${row['标签']!}`) >= 5;
    }
    case 'A2 成批默认评价':
      return (
        most(
          rows.filter((row) => row['默认评价'] === '是' && row['标签'] === '—'),
          (row) => row['评价时间']!,
        ) >= 4
      );
    case 'A3 脚本刷好评':
      return [...new Set(rows.map((row) => row['设备']!))].some((device) => {
        const times = rows
          .filter((row) => row['设备'] === device && row['标签'] === '510、517')
          .filter((row) => /^..-.. (2[23]|0[0-5]):/.test(row['评价时间']!))
          .map((row) => at(row, '评价时间'));
        const gaps = times.slice(1).map((time, i) => time - times[i]!);
        return gaps.some((gap, i) => gap > 0 && [0, 1, 2, 3].every((n) => gaps[i + n] === gap));
      });
    case 'A4 单位之间互评': {
      const others = [...printed.staff].flatMap(([office, numbers]) => (office === letter ? [] : numbers));
      return rows.filter((row) => others.includes(row['评价人号码']!)).length >= 3;
    }
    case 'A5 号码占位':
      return (
        rows.filter((row) => /^(0|000\*{4}0{4})$/.test(row['评价人号码'] ?? row['评价人留的号码']!)).length >=
        3
      );
    case 'A6 主键重复':
      return most(rows, (row) => `${row['办件号']!} ${row['第几次评价']!}`) > 1;
    case 'A7 评价无对应办件':
      return rows.some((row) => row['办件库'] === '没有');
    case 'A8 时间颠倒':
      return rows.some(
        (row) =>
          (row['评价时间'] !== undefined &&
            row['办理时间'] !== undefined &&
            at(row, '评价时间') < at(row, '办理时间')) ||
          (row['受理'] !== undefined && at(row, '办结') < at(row, '受理')) ||
          (row['回访时间'] !== undefined &&
            row['回访时间'] !== '—' &&
            row['整改完成'] !== '整改中' &&
            at(row, '回访时间') < at(row, '整改完成')),
      );
    case 'A9 代码错误':
      return rows.some(
        (row) => !/^[1-7] /.test(row['渠道'] ?? '1 ') || tagsIn(row).some((tag) => tag[0] !== row['等级']),
      );
    case 'A10 缺少必填项':
      return rows.some(
        (row) => (row['等级'] === '1' || row['等级'] === '2') && row['标签'] === '—' && row['文字'] === '—',
      );
    case 'A11 恶意差评': {
      const silent = rows.filter((row) => row['等级'] === '1' && row['文字'] === '—');
      return silent.some((first) => {
        const near = silent.filter((row) => {
          const after = at(row, '评价时间') - at(first, '评价时间');
          return row['评价人号码'] === first['评价人号码'] && after >= 0 && after <= 1800;
        });
        return near.length >= 3 && new Set(near.map((row) => row['事项'])).size >= 3;
      });
    }
    case 'A12 误评':
      return rows.some((row) => row['等级'] === '1' && isPraise(row['文字']!));
    case 'A13 压下差评': {
      const rated = rows.filter((row) => row['等级'] !== '未评价');
      const bad = rated.filter((row) => row['等级'] === '1' || row['等级'] === '2');
      const failed = rated.filter((row) => row['上报'] === '失败');
      return bad.length >= 2 && failed.length === bad.length && bad.every((row) => failed.includes(row));
    }
    case 'A14 选择性邀评': {
      const unrated = rows.filter((row) => row['等级'] === '未评价');
      return unrated.length >= 3 && unrated.every((row) => at(row, '办结') > at(row, '承诺到期'));
    }
    case 'A15 成批补传': {
      const late = rows.filter((row) => at(row, '上传时间') - at(row, '评价时间') > 5 * 86_400);
      return late.some((first) => {
        const after = late.map((row) => at(row, '上传时间') - at(first, '上传时间'));
        return after.filter((seconds) => seconds >= 0 && seconds <= 600).length >= 4;
      });
    }
    case 'A16 未回访即结案':
      return rows.some((row) => row['整改完成'] !== '整改中' && row['回访时间'] === '—');
    case 'A16 回访工作人员号码':
      return rows.some((row) => printed.staff.get(letter)!.includes(row['回访号码']!));
    case 'A17 非工作时间大厅评价':
      return (
        rows.filter((row) => /^[45] /.test(row['渠道']!) && isClosed(at(row, '评价时间'), letter, printed))
          .length >= 2
      );
    default:
      throw new Error(`no such kind: ${definition}`);
  }
}

function isClosed(second: number, letter: string, { calendar, openOnSaturdays }: Printed): boolean {
  const [day, hour] = [Math.floor(second / 86_400), (second % 86_400) / 3600];
  if (isWorkingDay(calendar, day)) return hour < 9 || hour >= 17;
  return weekdayOf(day) !== 5 || !openOnSaturdays.includes(letter) || hour < 9 || hour >= 12;
}

/** Words of praise and none of complaint. */
const isPraise = (text: string): boolean =>
  /谢谢|热情|满意|方便|点赞/.test(text) && !/等了|两趟|报错|拖了/.test(text);
