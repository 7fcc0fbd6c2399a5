import { applicantKind } from '../../model/record/applicant-kinds.ts';
import type { Batch } from '../../model/record/batch.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { tagCodesByLevel, printTags } from '../../national/record-printer.ts';
import { pieceOf, type ByteBuffer, type Piece } from '../byte-buffer.ts';
import { putCompactDay, putSecond } from './date-bytes.ts';
import { putDevice, putMobile, putOrganisationCode, putResidentNumber } from './identifier-bytes.ts';
import { FastPathRow } from './fast-path-row.ts';
import type { RowFields } from '../row-fields.ts';
import { plainPrinter, type TextPrinter } from '../text-printer.ts';
import { textColumns, textsIn } from '../../model/record/columns.ts';
import type { RecordKind } from '../../model/record/kind.ts';
import { recordFields, type RecordField } from '../../national/fields.ts';
import type { FastForm } from './fast-form.ts';

/** Room for a record without its comment: two names of 200 characters, escaped, and the rest. */
const RECORD_ROOM = 8192;

/** Writes a row of a batch; false where it must be written plainly. */
type PrintRow = (out: ByteBuffer, batch: Batch, row: number) => boolean;

/** What stands around the value of one field. */
interface Frame {
  readonly before: Piece;
  readonly after: Piece;
  readonly empty: Piece;
}

/** A list of so many pieces, each made when first asked for. */
function lazily(size: number, make: (at: number) => Piece): (at: number) => Piece {
  const made = Array.from({ length: size }, (): Piece | undefined => undefined);
  return (at) => (made[at] ??= make(at));
}

/**
 * A printer of one text format. All that recurs (an item, an office, a stage with the names of its fields around it) is
 * encoded once; a row is a few copies of such pieces, and its numbers and times written digit by digit.
 */
export function fastPrinter(
  form: FastForm,
  reference: Reference,
  register: Register,
  fields: RowFields,
): TextPrinter {
  const plain = plainPrinter(fields, form.record);
  const fast: Readonly<Record<RecordKind, PrintRow>> = {
    service: servicePrinter(form, reference, register),
    rating: ratingPrinter(form, reference, register),
    // There are few.
    rectification: () => false,
  };
  return {
    begin: (rawLines) => {
      plain.begin(rawLines);
    },
    print(out, kind, batch, row) {
      if (fields.sentLine(kind, row) !== undefined || !fast[kind](out, batch, row))
        plain.print(out, kind, batch, row);
    },
  };
}

/** The pieces of one kind of record. */
function piecesOf(form: FastForm, kind: RecordKind) {
  const columns = recordFields[kind];
  const at = (name: string): { readonly field: RecordField; readonly index: number } => {
    const index = columns.findIndex((column) => column.name === name);
    const field = columns[index];
    if (field === undefined) throw new Error(`a ${kind} has no field ${name}`);
    return { field, index };
  };
  const before = (name: string): string => form.before(kind, at(name).field, at(name).index);
  const after = (name: string): string => form.after(at(name).field);
  return {
    before,
    after,
    /** A field with a value that does not change. */
    whole: (name: string, value: string): string =>
      value === ''
        ? form.empty(kind, at(name).field, at(name).index)
        : before(name) + form.escape(value) + after(name),
    frame: (name: string): Frame => ({
      before: pieceOf(before(name)),
      after: pieceOf(after(name)),
      empty: pieceOf(form.empty(kind, at(name).field, at(name).index)),
    }),
  };
}

function putTime(out: ByteBuffer, { before, after, empty }: Frame, second: number): void {
  if (second < 0) {
    out.put(empty);
    return;
  }
  out.put(before);
  putSecond(out, second);
  out.put(after);
}

const personPages = { person: '111', organisation: '001' } as const;

function servicePrinter(form: FastForm, reference: Reference, register: Register): PrintRow {
  const known = new FastPathRow(register);
  const { before, after, whole, frame } = piecesOf(form, 'service');
  const heads = lazily(register.tasks.length, (task) => {
    const { taskCode = '', name = '', taskType = '' } = register.tasks[task] ?? {};
    const item = whole('taskCode', taskCode) + whole('taskName', name) + whole('taskType', taskType);
    return pieceOf(item + before('projectNo') + taskCode);
  });
  const offices = lazily(register.tasks.length * 4, (taskAndStatus) => {
    const office = register.offices[register.tasks[taskAndStatus >> 2]?.officeId ?? -1];
    return pieceOf(
      after('projectNo') +
        whole('proStatus', String(taskAndStatus & 3)) +
        whole('orgcode', office?.code ?? '') +
        whole('orgName', office?.name ?? '') +
        whole('areaCode', `${office?.unit ?? ''}000000`),
    );
  });
  const users = lazily(10, (type) =>
    pieceOf(`${whole('userProp', String(type))}${before('userName')}${applicantKind(type).name}`),
  );
  const [ofPerson, ofFirm] = [personPages.person, personPages.organisation].map((page) =>
    pieceOf(after('userName') + whole('userPageType', page) + before('certKey')),
  );
  const toMobile = pieceOf(after('certKey') + before('mobile'));
  const stageNames = new Map(reference.stages.map(({ code, name }) => [code, name]));
  const stages = lazily(7, (stage) =>
    pieceOf(after('mobile') + whole('serviceName', stageNames.get(stage) ?? '') + before('serviceNumber')),
  );
  const afterNumber = pieceOf(after('serviceNumber'));
  const tails = lazily(6, (channelAndInstant) =>
    pieceOf(
      whole('proChannel', String(channelAndInstant >> 1)) +
        whole('projectType', (channelAndInstant & 1) === 1 ? '1' : '2') +
        whole('dataSource', '模拟数据') +
        form.close,
    ),
  );
  const instant = Uint8Array.from(register.tasks, ({ handling }) => (handling === 'instant' ? 1 : 0));
  const [acceptDate, resultDate, serviceTime] = [
    frame('acceptDate'),
    frame('resultDate'),
    frame('serviceTime'),
  ];

  return (out, { services }, row) => {
    if (!known.service(services, row)) return false;
    out.room(RECORD_ROOM);
    const { task } = known;
    out.put(heads(task));
    putCompactDay(out, known.day);
    out.digits(known.serial + 1, 6);
    out.put(offices((task << 2) | (services.status[row] ?? 0)));
    putTime(out, acceptDate, services.acceptedAt[row] ?? -1);
    putTime(out, resultDate, services.finishedAt[row] ?? -1);
    const userType = services.userType[row] ?? 0;
    const person = services.person[row] ?? 0;
    out.put(users(userType));
    out.number(person);
    if (userType === 1) {
      out.put(ofPerson ?? afterNumber);
      putResidentNumber(out, person);
    } else {
      out.put(ofFirm ?? afterNumber);
      putOrganisationCode(out, person, userType);
    }
    out.put(toMobile);
    putMobile(out, person);
    out.put(stages(services.stage[row] ?? 0));
    out.number(known.number);
    out.put(afterNumber);
    putTime(out, serviceTime, services.serviceAt[row] ?? -1);
    out.put(tails(((services.channel[row] ?? 0) << 1) | (instant[task] ?? 0)));
    return true;
  };
}

function ratingPrinter(form: FastForm, reference: Reference, register: Register): PrintRow {
  const known = new FastPathRow(register);
  const { before, after, whole, frame } = piecesOf(form, 'rating');
  const tagCodes = tagCodesByLevel(reference);
  const heads = lazily(register.tasks.length, (task) =>
    pieceOf(before('projectNo') + (register.tasks[task]?.taskCode ?? '')),
  );
  const toNumber = pieceOf(after('projectNo') + before('serviceNumber'));
  const verdicts = lazily(6 * 256, (levelAndTags) => {
    const level = levelAndTags >> 8;
    return pieceOf(
      after('serviceNumber') +
        whole('satisfaction', level === 0 ? '' : String(level)) +
        whole('evalDetail', printTags(tagCodes, level, levelAndTags & 255)),
    );
  });
  const texts = textColumns('rating').map(({ name, field }) => ({ name, field, none: frame(field).empty }));
  const channels = lazily(8, (channel) => pieceOf(whole('pf', String(channel)) + whole('name', '无')));
  const [assessTime, uploadTime] = [frame('assessTime'), frame('uploadTime')];
  const [deviceNo, mobile] = [frame('deviceNo'), frame('mobile')];
  const tails = lazily(4, (assessAndDefault) =>
    pieceOf(
      whole('assessNumber', String(1 + (assessAndDefault >> 1))) +
        whole('isdefault', String(assessAndDefault & 1)) +
        whole('dataSource', '模拟数据') +
        form.close,
    ),
  );

  return (out, { ratings }, row) => {
    if (!known.rating(ratings, row)) return false;
    out.room(RECORD_ROOM);
    out.put(heads(known.task));
    putCompactDay(out, known.day);
    out.digits(known.serial + 1, 6);
    out.put(toNumber);
    out.number(known.number);
    out.put(verdicts(((ratings.level[row] ?? 0) << 8) | (ratings.tags[row] ?? 0)));
    for (const { name, field, none } of texts) {
      const column = textsIn(ratings, name);
      const text = column.size === 0 ? undefined : column.get(row);
      if (text === undefined || text === '') out.put(none);
      else {
        out.text(whole(field, text));
        out.room(RECORD_ROOM);
      }
    }
    out.put(channels(ratings.channel[row] ?? 0));
    putTime(out, assessTime, ratings.assessedAt[row] ?? -1);
    putTime(out, uploadTime, ratings.uploadedAt[row] ?? -1);
    const device = ratings.device[row] ?? 0;
    if (device === 0) out.put(deviceNo.empty);
    else {
      out.put(deviceNo.before);
      putDevice(out, device);
      out.put(deviceNo.after);
    }
    const rater = ratings.rater[row] ?? -1;
    if (rater < 0) out.put(mobile.empty);
    else {
      out.put(mobile.before);
      putMobile(out, rater);
      out.put(mobile.after);
    }
    out.put(tails((known.additional << 1) | (ratings.defaulted[row] ?? 0)));
    return true;
  };
}
