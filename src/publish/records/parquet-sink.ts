import type { RatingBatch, ServiceBatch } from '../../model/batch.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register, Task } from '../../model/register.ts';
import { printTags, tagCodesByLevel, type NationalFields } from '../national.ts';
import { bytesOf } from './byte-buffer.ts';
import { COMPACT_DAY, putCompactDay, putSecond, sharedByTimes } from './date-bytes.ts';
import { putDevice, putFirmCode, putMobile, putResidentNumber } from './identifier-bytes.ts';
import type { TextColumn } from './parquet-column.ts';
import { ParquetFile } from './parquet-file.ts';
import type { PlainRow } from './plain-row.ts';
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
  const addService = serviceColumns(services, sources);
  const addRating = ratingColumns(ratings, sources);
  return {
    batch(batch, sent) {
      sources.plain.begin(sent);
      for (let row = 0; row < batch.services.length; row++) services.added(addService(batch.services, row));
      for (let row = 0; row < batch.ratings.length; row++) ratings.added(addRating(batch.ratings, row));
      for (let row = 0; row < batch.rectifications.length; row++)
        rectifications.added(sources.plain.rectification(batch.rectifications, row));
    },
    end: () => [services.end(), ratings.end(), rectifications.end()],
  };
}

/** Puts the case number of the row just read into its column. */
function caseNumbers(column: TextColumn, register: Register, plain: PlainRow): () => void {
  const taskCodes = register.tasks.map(({ taskCode }) => bytesOf(taskCode));
  let code: Uint8Array = new Uint8Array(0);
  let day = 0;
  return () => {
    const { last } = column;
    if (column.repeats(plain.case)) return;
    const [codeBefore, dayBefore] = [code, day];
    code = taskCodes[plain.task] ?? code;
    ({ day } = plain);
    if (last >= 0 && code === codeBefore && day === dayBefore) {
      column.begin(code.length + COMPACT_DAY).digits(plain.serial + 1, 6);
    } else {
      const shared = last < 0 ? 0 : sharedBy(code, codeBefore);
      const out = column.begin(shared);
      out.put(code.subarray(shared));
      putCompactDay(out, day);
      out.digits(plain.serial + 1, 6);
    }
    column.end();
  };
}

/** Bytes with which both begin. */
function sharedBy(one: Uint8Array, other: Uint8Array): number {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n++;
  return n;
}

/** Puts a time into its column: those of a day differ in their last bytes only. */
function putTime(column: TextColumn, second: number): void {
  if (second < 0) {
    column.none();
    return;
  }
  const { last } = column;
  if (column.repeats(second)) return;
  const shared = last < 0 ? 0 : sharedByTimes(last, second);
  putSecond(column.begin(shared), second, shared);
  column.end();
}

function putMobileOf(column: TextColumn, person: number): void {
  if (person < 0) column.none();
  else if (!column.repeats(person)) {
    putMobile(column.begin(0), person);
    column.end();
  }
}

/** Fills the columns of services row by row; says what a row was given as that needs the slow way. */
function serviceColumns(
  file: ParquetFile,
  { reference, register, plain }: ParquetSources,
): (rows: ServiceBatch, row: number) => NationalFields | undefined {
  /** A column that follows from the item. */
  const byTask = (name: string, valueOf: (task: Task) => string): ((task: number) => void) => {
    const column = file.codes(name);
    const ids = Int32Array.from(register.tasks, (task) => column.id(valueOf(task)));
    return (task) => {
      column.add(ids[task] ?? 0);
    };
  };
  /** A column of codes 0 to 15. */
  const byCode = (name: string, valueOf: (code: number) => string): ((code: number) => void) => {
    const column = file.codes(name);
    const ids = Int32Array.from({ length: 17 }, (_, code) => column.id(valueOf(code)));
    return (code) => {
      column.add(ids[code] ?? 0);
    };
  };
  const stageNames = new Map(reference.stages.map(({ code, name }) => [code, name]));
  const officeOf = (task: Task) => register.offices[task.officeId];
  const taskCode = byTask('taskCode', (task) => task.taskCode);
  const taskName = byTask('taskName', (task) => task.name);
  const taskType = byTask('taskType', (task) => task.taskType);
  const projectNo = caseNumbers(file.texts('projectNo'), register, plain);
  const proStatus = byCode('proStatus', String);
  const orgcode = byTask('orgcode', (task) => officeOf(task)?.code ?? '');
  const orgName = byTask('orgName', (task) => officeOf(task)?.name ?? '');
  const areaCode = byTask('areaCode', (task) => `${officeOf(task)?.unit ?? ''}000000`);
  const acceptDate = file.texts('acceptDate');
  const resultDate = file.texts('resultDate');
  const userProp = byCode('userProp', String);
  const userName = file.texts('userName');
  const userPageType = byCode('userPageType', (type) => (type === 1 ? '111' : '001'));
  const certKey = file.texts('certKey');
  const mobile = file.texts('mobile');
  const serviceName = byCode('serviceName', (stage) => stageNames.get(stage) ?? '');
  const serviceNumber = byCode('serviceNumber', String);
  const serviceTime = file.texts('serviceTime');
  const proChannel = byCode('proChannel', String);
  const projectType = byTask('projectType', ({ handling }) => (handling === 'instant' ? '1' : '2'));
  const dataSource = byCode('dataSource', () => '模拟数据');
  const user = bytesOf('模拟用户');

  return (rows, row) => {
    const given = plain.service(rows, row);
    if (given !== undefined) return given;
    const { task } = plain;
    taskCode(task);
    taskName(task);
    taskType(task);
    projectNo();
    proStatus(rows.status[row] ?? 0);
    orgcode(task);
    orgName(task);
    areaCode(task);
    putTime(acceptDate, rows.acceptedAt[row] ?? -1);
    putTime(resultDate, rows.finishedAt[row] ?? -1);
    const userType = rows.userType[row] ?? 0;
    const person = rows.person[row] ?? 0;
    userProp(userType);
    const { last } = userName;
    if (!userName.repeats(person)) {
      const shared = last < 0 ? 0 : user.length;
      const name = userName.begin(shared);
      if (shared === 0) name.put(user);
      name.number(person);
      userName.end();
    }
    userPageType(userType);
    if (!certKey.repeats(person * 2 + (userType === 1 ? 0 : 1))) {
      const certificate = certKey.begin(0);
      if (userType === 1) putResidentNumber(certificate, person);
      else putFirmCode(certificate, person);
      certKey.end();
    }
    putMobileOf(mobile, person);
    serviceName(rows.stage[row] ?? 0);
    serviceNumber(plain.number);
    putTime(serviceTime, rows.serviceAt[row] ?? -1);
    proChannel(rows.channel[row] ?? 0);
    projectType(task);
    dataSource(0);
    return undefined;
  };
}

/** Fills the columns of ratings row by row; says what a row was given as that needs the slow way. */
function ratingColumns(
  file: ParquetFile,
  { reference, register, plain }: ParquetSources,
): (rows: RatingBatch, row: number) => NationalFields | undefined {
  const projectNo = caseNumbers(file.texts('projectNo'), register, plain);
  const codes = (name: string, values: readonly string[]) => {
    const column = file.codes(name);
    return { column, ids: Int32Array.from(values, (value) => column.id(value)) };
  };
  const tagCodes = tagCodesByLevel(reference);
  const upTo = (last: number): string[] => Array.from({ length: last + 1 }, (_, n) => String(n));
  const serviceNumber = codes('serviceNumber', upTo(16));
  const satisfaction = codes('satisfaction', ['', ...upTo(5).slice(1)]);
  const evalDetail = codes(
    'evalDetail',
    Array.from({ length: 6 * 256 }, (_, n) => printTags(tagCodes, n >> 8, n & 255)),
  );
  const writingEvaluation = file.texts('writingEvaluation');
  const pf = codes('pf', upTo(7));
  const name = codes('name', ['无']);
  const assessTime = file.texts('assessTime');
  const uploadTime = file.texts('uploadTime');
  const deviceNo = file.texts('deviceNo');
  const mobile = file.texts('mobile');
  const assessNumber = codes('assessNumber', ['1', '2']);
  const isdefault = codes('isdefault', ['0', '1']);
  const dataSource = codes('dataSource', ['模拟数据']);
  const add = ({ column, ids }: ReturnType<typeof codes>, value: number): void => {
    column.add(ids[value] ?? 0);
  };

  return (rows, row) => {
    const given = plain.rating(rows, row);
    if (given !== undefined) return given;
    const level = rows.level[row] ?? 0;
    projectNo();
    add(serviceNumber, plain.number);
    add(satisfaction, level);
    add(evalDetail, (level << 8) | (rows.tags[row] ?? 0));
    writingEvaluation.given(rows.texts.size === 0 ? '' : (rows.texts.get(row) ?? ''));
    add(pf, rows.channel[row] ?? 0);
    add(name, 0);
    putTime(assessTime, rows.assessedAt[row] ?? -1);
    putTime(uploadTime, rows.uploadedAt[row] ?? -1);
    const device = rows.device[row] ?? 0;
    if (device === 0) deviceNo.none();
    else if (!deviceNo.repeats(device)) {
      putDevice(deviceNo.begin(0), device);
      deviceNo.end();
    }
    putMobileOf(mobile, rows.rater[row] ?? -1);
    add(assessNumber, (rows.key[row] ?? 0) % 2);
    add(isdefault, rows.defaulted[row] ?? 0);
    add(dataSource, 0);
    return undefined;
  };
}
