import type { RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import type { Reference } from '../model/reference.ts';
import type { Register, Task } from '../model/register.ts';
import { printTags, tagCodesByLevel, type NationalFields } from '../national/record-printer.ts';
import { bytesOf, pieceOf } from './byte-buffer.ts';
import { COMPACT_DAY, putCompactDay, putSecond, sharedByTimes } from './date-bytes.ts';
import { putDevice, putFirmCode, putMobile, putResidentNumber } from './identifier-bytes.ts';
import type { Print } from './parquet-column.ts';
import { ParquetFile } from './parquet-file.ts';
import { NONE } from './parquet-rows.ts';
import type { PlainRow } from './fast-path-row.ts';
import { recordFields } from '../national/fields.ts';
import type { OpenFile, RecordSink } from './record-sink.ts';

/** What the columns are filled from. */
export interface ParquetSources {
  readonly reference: Reference;
  readonly register: Register;
  readonly plain: PlainRow;
}

/**
 * A Parquet file of each kind of records: row groups of 65,536 rows, dictionaries and front coding instead of compression.
 * Times are texts as in the other formats, so that a damaged one can be held; a field without a value is null.
 */
export function parquetSink(sources: ParquetSources, open: OpenFile): RecordSink {
  const services = new ParquetFile('service', open);
  const ratings = new ParquetFile('rating', open);
  const rectifications = new ParquetFile('rectification', open);
  const readService = serviceColumns(services, sources);
  const readRating = ratingColumns(ratings, sources);
  rectificationColumns(rectifications);
  return {
    batch(batch, sent) {
      sources.plain.begin(sent);
      for (let row = 0; row < batch.services.length; row++) services.added(readService(batch.services, row));
      for (let row = 0; row < batch.ratings.length; row++) ratings.added(readRating(batch.ratings, row));
      for (let row = 0; row < batch.rectifications.length; row++)
        rectifications.added(sources.plain.rectification(batch.rectifications, row));
    },
    end: () => [services.end(), ratings.end(), rectifications.end()],
  };
}

/** Adds the column of case numbers; says how to put the case of the row just read into a row of it. */
function caseNumbers(file: ParquetFile, { register, plain }: ParquetSources): (row: number) => void {
  const [cases, tasks] = [file.rows.keys(), file.rows.numbers()];
  const [days, serials] = [file.rows.numbers(), file.rows.numbers()];
  const taskCodes = register.tasks.map(({ taskCode }) => bytesOf(taskCode));
  const noCode = new Uint8Array(0);
  file.printed('projectNo', cases, (out, row, before) => {
    const [task, day] = [tasks[row] ?? 0, days[row] ?? 0];
    const code = taskCodes[task] ?? noCode;
    let shared = 0;
    if (before >= 0 && task === tasks[before] && day === days[before]) shared = code.length + COMPACT_DAY;
    else {
      if (before >= 0) shared = sharedBy(code, taskCodes[tasks[before] ?? 0] ?? noCode);
      out.copy(code.subarray(shared));
      putCompactDay(out, day);
    }
    out.digits((serials[row] ?? 0) + 1, 6);
    return shared;
  });
  return (row) => {
    cases[row] = plain.case;
    tasks[row] = plain.task;
    days[row] = plain.day;
    serials[row] = plain.serial;
  };
}

/** Bytes with which both begin. */
function sharedBy(one: Uint8Array, other: Uint8Array): number {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n++;
  return n;
}

/** Adds a column of times, and gives its numbers: those of a day differ in their last bytes only. */
function times(file: ParquetFile, name: string): Int32Array {
  const seconds = file.rows.numbers();
  file.printed(name, seconds, (out, row, before) => {
    const second = seconds[row] ?? 0;
    const shared = before < 0 ? 0 : sharedByTimes(seconds[before] ?? 0, second);
    putSecond(out, second, shared);
    return shared;
  });
  return seconds;
}

/** What prints a number alone, whatever was before it. */
const alone =
  (numbers: Int32Array, put: (out: Parameters<Print>[0], number: number) => void): Print =>
  (out, row) => {
    put(out, numbers[row] ?? 0);
    return 0;
  };

/** The numbers up to a last one, as texts. */
const upTo = (last: number): string[] => Array.from({ length: last + 1 }, (_, n) => String(n));

/** Adds the columns of services; what comes back reads a row of a batch, or says what it was given as where it needs the slow way. */
function serviceColumns(
  file: ParquetFile,
  sources: ParquetSources,
): (from: ServiceBatch, row: number) => NationalFields | undefined {
  const { rows } = file;
  const { reference, register, plain } = sources;

  const tasks = rows.numbers();
  const byTask = (name: string, textOf: (task: Task) => string): void => {
    file.codes(name, tasks, register.tasks.map(textOf));
  };
  const officeOf = (task: Task) => register.offices[task.officeId];
  byTask('taskCode', (task) => task.taskCode);
  byTask('taskName', (task) => task.name);
  byTask('taskType', (task) => task.taskType);
  byTask('orgcode', (task) => officeOf(task)?.code ?? '');
  byTask('orgName', (task) => officeOf(task)?.name ?? '');
  byTask('areaCode', (task) => `${officeOf(task)?.unit ?? ''}000000`);
  byTask('projectType', ({ handling }) => (handling === 'instant' ? '1' : '2'));
  byTask('dataSource', () => '模拟数据');

  const byCode = (name: string, texts: readonly string[], numbers = rows.numbers()): Int32Array => {
    file.codes(name, numbers, texts);
    return numbers;
  };
  const stageNames: string[] = [];
  for (const { code, name } of reference.stages) stageNames[code] = name;
  const statuses = byCode('proStatus', upTo(3));
  const userTypes = byCode('userProp', upTo(9));
  byCode(
    'userPageType',
    upTo(9).map((type) => (type === '1' ? '111' : '001')),
    userTypes,
  );
  const stages = byCode('serviceName', stageNames);
  const numbers = byCode('serviceNumber', upTo(16));
  const channels = byCode('proChannel', upTo(2));

  const readCase = caseNumbers(file, sources);
  const acceptedAt = times(file, 'acceptDate');
  const finishedAt = times(file, 'resultDate');
  const serviceAt = times(file, 'serviceTime');

  const people = rows.numbers();
  const user = pieceOf('模拟用户');
  file.printed('userName', people, (out, row, before) => {
    if (before < 0) out.put(user);
    out.number(people[row] ?? 0);
    return before < 0 ? 0 : user.length;
  });
  file.printed('mobile', people, alone(people, putMobile));
  /** People and firms are numbered alike. */
  const certificates = rows.keys();
  file.printed('certKey', certificates, (out, row) => {
    if (userTypes[row] === 1) putResidentNumber(out, people[row] ?? 0);
    else putFirmCode(out, people[row] ?? 0);
    return 0;
  });

  return (from, row) => {
    const given = plain.service(from, row);
    if (given !== undefined) return given;
    const at = rows.length;
    const userType = from.userType[row] ?? 0;
    const person = from.person[row] ?? NONE;
    readCase(at);
    tasks[at] = plain.task;
    numbers[at] = plain.number;
    statuses[at] = from.status[row] ?? 0;
    stages[at] = from.stage[row] ?? 0;
    channels[at] = from.channel[row] ?? 0;
    userTypes[at] = userType;
    acceptedAt[at] = from.acceptedAt[row] ?? NONE;
    finishedAt[at] = from.finishedAt[row] ?? NONE;
    serviceAt[at] = from.serviceAt[row] ?? NONE;
    people[at] = person;
    certificates[at] = person * 2 + (userType === 1 ? 0 : 1);
    return undefined;
  };
}

/** Adds the columns of ratings; what comes back reads a row of a batch, or says what it was given as where it needs the slow way. */
function ratingColumns(
  file: ParquetFile,
  sources: ParquetSources,
): (from: RatingBatch, row: number) => NationalFields | undefined {
  const { rows } = file;
  const { reference, plain } = sources;

  const codes = (name: string, texts: readonly string[]): Int32Array => {
    const numbers = rows.numbers();
    file.codes(name, numbers, texts);
    return numbers;
  };
  const tagCodes = tagCodesByLevel(reference);
  const numbers = codes('serviceNumber', upTo(16));
  const levels = codes('satisfaction', ['', ...upTo(5).slice(1)]);
  const tags = codes(
    'evalDetail',
    Array.from({ length: 6 * 256 }, (_, n) => printTags(tagCodes, n >> 8, n & 255)),
  );
  const channels = codes('pf', upTo(7));
  const assessNumbers = codes('assessNumber', ['1', '2']);
  const defaulted = codes('isdefault', ['0', '1']);
  file.codes('name', defaulted, ['无', '无']);
  file.codes('dataSource', defaulted, ['模拟数据', '模拟数据']);

  const readCase = caseNumbers(file, sources);
  const assessedAt = times(file, 'assessTime');
  const uploadedAt = times(file, 'uploadTime');
  const devices = rows.numbers();
  file.printed('deviceNo', devices, alone(devices, putDevice));
  const raters = rows.numbers();
  file.printed('mobile', raters, alone(raters, putMobile));
  const comments = rows.numbers();
  file.printed('writingEvaluation', comments, (out, row) => {
    out.text(rows.texts[comments[row] ?? 0] ?? '');
    return 0;
  });

  return (from, row) => {
    const given = plain.rating(from, row);
    if (given !== undefined) return given;
    const at = rows.length;
    const level = from.level[row] ?? 0;
    readCase(at);
    numbers[at] = plain.number;
    levels[at] = level;
    tags[at] = (level << 8) | (from.tags[row] ?? 0);
    channels[at] = from.channel[row] ?? 0;
    assessNumbers[at] = plain.additional;
    defaulted[at] = from.defaulted[row] ?? 0;
    assessedAt[at] = from.assessedAt[row] ?? NONE;
    uploadedAt[at] = from.uploadedAt[row] ?? NONE;
    const device = from.device[row] ?? 0;
    devices[at] = device === 0 ? NONE : device;
    raters[at] = from.rater[row] ?? NONE;
    const text = from.text.size === 0 ? '' : (from.text.get(row) ?? '');
    comments[at] = text === '' ? NONE : rows.texts.push(text) - 1;
    return undefined;
  };
}

/** Adds the columns of rectifications: there are few, and all are given. */
function rectificationColumns(file: ParquetFile): void {
  const given = file.rows.numbers();
  for (const { name, type, codes } of recordFields.rectification) {
    if (codes !== undefined || type === 'number' || name === 'dataSource') file.codes(name, given, []);
    else file.printed(name, given, () => 0);
  }
}
