import { codeLists, type CodeListName, type InterfaceCode } from '../model/codes.ts';
import {
  BAD_ASSESS_KEY,
  BAD_CERTIFICATE,
  BAD_NUMBER_KEY,
  FOREIGN_ITEM_KEY,
  LONG_CASE_KEY,
  NO_KEY,
  NO_NUMBER_KEY,
  NO_PERSON,
  NO_TASK,
  tagFault,
  UNKNOWN_CODE,
  UNKNOWN_TASK,
  type Batch,
  type RatingBatch,
  type RectificationBatch,
  type ServiceBatch,
} from '../model/record/batch.ts';
import { columnFields, textColumns, textsIn } from '../model/record/columns.ts';
import { parseCaseNumber } from './case-number.ts';
import { recordKinds, type RecordKind } from '../model/record/kind.ts';
import { readFields, type FieldValue, type ReadFault } from './json-members.ts';
import { inventedPersonOf, isResidentNumber, isUscc } from '../model/record/identifiers.ts';
import { caseKey, MAX_SERVICES, ratingKey } from '../model/record/key.ts';
import { codeWords } from '../model/record/digest.ts';
import type { Reference } from '../model/reference.ts';
import { deviceOf, raterOf } from './pseudonyms.ts';
import type { Task } from '../model/register.ts';
import { characters } from '../model/characters.ts';
import { parseSecond } from '../model/time/time.ts';

/**
 * The national two-step interface (dialect `national`): one JSON record a line, {"kind": "service", …} or
 * {"kind": "rating", …}, with the field names of step A and step B; and {"kind": "rectification", …}, our own step C. Reads records into batch columns; what is missing
 * or unreadable becomes a column value that the checks know.
 */
export interface NationalContext {
  /** Day of collection, days since 2000-01-01: nobody was born after it. */
  readonly today: number;
  readonly taskByCode: ReadonlyMap<string, Task>;
  /** Key of the first service of a case whose number is not in our own form. */
  readonly foreignCaseKey: (projectNo: string) => number;
  readonly codes: NationalCodes;
}

type NumberedList = Extract<
  CodeListName,
  'statuses' | 'serviceChannels' | 'userTypes' | 'levels' | 'channels' | 'verdicts'
>;

/** Code lists as look-ups. */
export interface NationalCodes {
  readonly stages: ReadonlyMap<string, number>;
  /** The lists whose codes are numbers. */
  readonly numbers: Readonly<Record<NumberedList, ReadonlySet<string>>>;
  /** Active tags: level and bit. */
  readonly tags: ReadonlyMap<string, { readonly level: number; readonly bit: number }>;
  readonly retiredTags: ReadonlySet<string>;
}

const codesIn = (list: readonly InterfaceCode[]): ReadonlySet<string> =>
  new Set(list.map(({ code }) => code));

/** Look-ups of the code lists. */
export function nationalCodes(reference: Reference): NationalCodes {
  const lists = codeLists(reference);
  const tags = new Map<string, { level: number; bit: number }>();
  for (const level of [1, 2, 3, 4, 5]) {
    reference.tags
      .filter((tag) => tag.level === level)
      .forEach((tag, position) => tags.set(tag.code, { level, bit: 1 << position }));
  }
  return {
    stages: new Map(reference.stages.map(({ name, code }) => [name, code])),
    numbers: {
      statuses: codesIn(lists.statuses),
      serviceChannels: codesIn(lists.serviceChannels),
      userTypes: codesIn(lists.userTypes),
      levels: codesIn(lists.levels),
      channels: codesIn(lists.channels),
      verdicts: codesIn(lists.verdicts),
    },
    tags,
    retiredTags: reference.retiredTags,
  };
}

/** The fields of each kind that are read; all others are passed over and not stored. */
const fieldsRead: Readonly<Record<RecordKind, ReadonlySet<string>>> = {
  service: new Set(['kind', 'projectNo', 'serviceNumber', 'userPageType', ...columnFields('service')]),
  rating: new Set(['kind', 'projectNo', 'serviceNumber', 'assessNumber', ...columnFields('rating')]),
  rectification: new Set([
    'kind',
    'projectNo',
    'serviceNumber',
    'assessNumber',
    ...columnFields('rectification'),
  ]),
};

type Fields = ReadonlyMap<string, FieldValue>;

/** A line that became a row of its kind, with the names of the fields that were passed over. */
export interface ReadRecord {
  readonly kind: RecordKind;
  readonly ignored: readonly string[];
}

/** A line that became none, with what it says it is. */
export interface UnreadLine {
  readonly kind: RecordKind | '';
  readonly fault: ReadFault;
}

/** Reads one line into the batch, which must have room; what is no record leaves no row. */
export function readNationalLine(
  line: string,
  batch: Batch,
  context: NationalContext,
): ReadRecord | UnreadLine {
  const { fields, fault } = readFields(line);
  const named = fields.get('kind');
  const kind = recordKinds.find((one) => one === named);
  if (!kind) return { kind: '', fault: fault ?? { reason: 'malformed', field: 'kind' } };
  if (fault) return { kind, fault };
  const read = fieldsRead[kind];
  const ignored: string[] = [];
  let nested: string | undefined;
  fields.forEach((value, name) => {
    if (read.has(name)) {
      if (value === undefined) nested ??= name;
    } else if (value !== '') ignored.push(name);
  });
  if (nested !== undefined) return { kind, fault: { reason: 'malformed', field: nested } };
  if (kind === 'service') readService(fields, batch.services, context);
  else if (kind === 'rating') readRating(fields, batch.ratings, context);
  else readRectification(fields, batch.rectifications, context);
  return { kind, ignored };
}

/** Text of a field; a number is its digits as sent; what is absent, null or blank is ''. */
const textOf = (fields: Fields, name: string): string => fields.get(name) ?? '';

function codeOf(text: string, allowed: ReadonlySet<string> | ReadonlyMap<string, number>): number {
  if (text === '') return 0;
  if (!allowed.has(text)) return UNKNOWN_CODE;
  return 'get' in allowed ? (allowed.get(text) ?? UNKNOWN_CODE) : Number(text);
}

/** Length of a 业务办理项编码: 实施编码 + two digits, which are cut off. */
const HANDLING_ITEM = 33;

function readService(fields: Fields, rows: ServiceBatch, context: NationalContext): void {
  const { numbers } = context.codes;
  const given = textOf(fields, 'taskCode');
  const taskCode = given.length === HANDLING_ITEM ? given.slice(0, 31) : given;
  const task = context.taskByCode.get(taskCode);
  const row = rows.length++;
  rows.task[row] = taskCode === '' ? NO_TASK : (task?.id ?? UNKNOWN_TASK);
  rows.key[row] = keyOf(fields, context, task);
  rows.status[row] = codeOf(textOf(fields, 'proStatus'), numbers.statuses);
  rows.stage[row] = codeOf(textOf(fields, 'serviceName'), context.codes.stages);
  rows.channel[row] = codeOf(textOf(fields, 'proChannel'), numbers.serviceChannels);
  rows.userType[row] = codeOf(textOf(fields, 'userProp'), numbers.userTypes);
  rows.acceptedAt[row] = parseSecond(textOf(fields, 'acceptDate'));
  rows.finishedAt[row] = parseSecond(textOf(fields, 'resultDate'));
  rows.serviceAt[row] = parseSecond(textOf(fields, 'serviceTime'));
  rows.person[row] = personOf(textOf(fields, 'certKey'), textOf(fields, 'userPageType'), context.today);
}

/** Longest case number, in characters. */
const MAX_PROJECT_NO = 50;

/** Key of the record's service, or why there is none. `task` is the item a service record names. */
function keyOf(fields: Fields, context: NationalContext, task?: Task): number {
  const projectNo = textOf(fields, 'projectNo');
  const numberText = textOf(fields, 'serviceNumber');
  if (projectNo === '') return NO_KEY;
  if (numberText === '') return NO_NUMBER_KEY;
  if (characters(projectNo) > MAX_PROJECT_NO) return LONG_CASE_KEY;
  const number = /^\d{1,6}$/.test(numberText) ? Number(numberText) : 0;
  if (!Number.isInteger(number) || number < 1 || number > MAX_SERVICES) return BAD_NUMBER_KEY;
  const own = parseCaseNumber(projectNo);
  const ownTask = own && context.taskByCode.get(own.taskCode);
  if (!own || !ownTask) return context.foreignCaseKey(projectNo) + number - 1;
  if (task && task !== ownTask) return FOREIGN_ITEM_KEY;
  return caseKey(ownTask.unitIndex, own.day, ownTask.slot, own.serial) + number - 1;
}

/** Certificate types whose numbers carry a checksum: 居民身份证, 统一社会信用代码. */
const RESIDENT = '111';
const ORGANISATION = '001';

/** Pseudonymous number of a person: ours are read back, others are hashed, so that no certificate number is stored. */
function personOf(certificate: string, type: string, today: number): number {
  if (certificate === '') return NO_PERSON;
  if (type === RESIDENT && !isResidentNumber(certificate, today)) return BAD_CERTIFICATE;
  if (type === ORGANISATION && !isUscc(certificate)) return BAD_CERTIFICATE;
  const own = inventedPersonOf(certificate);
  if (own >= 0) return own;
  const [word] = codeWords(`${type}:${certificate}`);
  return word >>> 1;
}

const ratingTexts = textColumns('rating');

function readRating(fields: Fields, rows: RatingBatch, context: NationalContext): void {
  const row = rows.length++;
  const level = codeOf(textOf(fields, 'satisfaction'), context.codes.numbers.levels);
  const tags = readTags(textOf(fields, 'evalDetail'), level, context.codes);
  rows.key[row] = ratingKeyOf(fields, context);
  rows.level[row] = level;
  rows.channel[row] = codeOf(textOf(fields, 'pf'), context.codes.numbers.channels);
  rows.tags[row] = tags.mask;
  rows.tagFault[row] = tags.fault;
  rows.defaulted[row] = ['1', 'true'].includes(textOf(fields, 'isdefault')) ? 1 : 0;
  rows.assessedAt[row] = parseSecond(textOf(fields, 'assessTime'));
  rows.device[row] = deviceOf(textOf(fields, 'deviceNo'));
  rows.rater[row] = raterOf(textOf(fields, 'mobile'));
  rows.uploadedAt[row] = parseSecond(textOf(fields, 'uploadTime'));
  for (const { name, field } of ratingTexts) {
    const text = textOf(fields, field);
    if (text !== '') textsIn(rows, name).set(row, text);
  }
}

/** Key of the rating that the record is or is about, or why there is none; without an assessNumber it is the first. */
function ratingKeyOf(fields: Fields, context: NationalContext): number {
  const service = keyOf(fields, context);
  const assessText = textOf(fields, 'assessNumber');
  const known = assessText === '' || assessText === '1' || assessText === '2';
  return service < 0 ? service : known ? ratingKey(service, assessText === '2' ? 2 : 1) : BAD_ASSESS_KEY;
}

const COMPLEX = new Map([
  ['0', 0],
  ['1', 1],
]);
/** callbackLevel: 0 not satisfied, 1 satisfied. */
const SATISFIED = new Map([
  ['0', 1],
  ['1', 2],
]);

function readRectification(fields: Fields, rows: RectificationBatch, context: NationalContext): void {
  const row = rows.length++;
  rows.key[row] = ratingKeyOf(fields, context);
  rows.verdict[row] = codeOf(textOf(fields, 'verdict'), context.codes.numbers.verdicts);
  rows.complex[row] = codeOf(textOf(fields, 'complex'), COMPLEX);
  rows.contactedAt[row] = parseSecond(textOf(fields, 'contactTime'));
  rows.rectifiedAt[row] = parseSecond(textOf(fields, 'rectifyTime'));
  rows.calledBackAt[row] = parseSecond(textOf(fields, 'callbackTime'));
  rows.calledBackTo[row] = raterOf(textOf(fields, 'callbackMobile'));
  rows.satisfied[row] = codeOf(textOf(fields, 'callbackLevel'), SATISFIED);
}

function readTags(list: string, level: number, codes: NationalCodes): { mask: number; fault: number } {
  let mask = 0;
  let fault = 0;
  if (list === '') return { mask, fault };
  for (const code of list.split(/[,，]/)) {
    const tag = codes.tags.get(code.trim());
    if (tag?.level === level) mask |= tag.bit;
    else if (tag) fault |= tagFault.otherLevel;
    else fault |= codes.retiredTags.has(code.trim()) ? tagFault.retired : tagFault.unknown;
  }
  return { mask, fault };
}
