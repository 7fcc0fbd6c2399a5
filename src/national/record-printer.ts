import { printCaseNumber } from './case-number.ts';
import { applicantKind, type ApplicantKind } from '../model/record/applicant-kinds.ts';
import type { RatingBatch, RectificationBatch, ServiceBatch } from '../model/record/batch.ts';
import {
  inventedOrganisationCode,
  inventedMobile,
  inventedResidentNumber,
  printDevice,
} from '../model/record/identifiers.ts';
import { assessNumberOf, isForeign, partsOf, serviceKeyOf, serviceNumberOf } from '../model/record/key.ts';
import { textColumns, valuesAt, type AnyRow } from '../model/record/columns.ts';
import { unpackRating, unpackRectification, unpackService } from '../model/record/packed-fields.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type { RatingRow, RectificationRow, ServiceRow } from '../model/record/row.ts';
import { printCompactDay, printSecond } from '../model/time/time.ts';

/** The fields of a record of the national two-step interface, in their order; `kind` first. */
export type NationalFields = Readonly<Record<string, string | number>>;

/** Prints rows as records of the national two-step interface: what `collect --dialect national` reads back. */
export interface NationalPrinter {
  /** A stored row as a line. */
  service(row: ServiceRow): string;
  rating(row: RatingRow): string;
  rectification(row: RectificationRow): string;
  /** Row of a batch as fields, whatever its columns hold. */
  serviceFields(rows: ServiceBatch, row: number): NationalFields;
  ratingFields(rows: RatingBatch, row: number): NationalFields;
  rectificationFields(rows: RectificationBatch, row: number): NationalFields;
}

/** Records with their small fields apart. */
type ServiceFacts = Omit<ServiceRow, 'packed'> & ReturnType<typeof unpackService>;
type RatingFacts = Omit<RatingRow, 'packed'> & ReturnType<typeof unpackRating>;
type RectificationFacts = Omit<RectificationRow, 'packed'> & ReturnType<typeof unpackRectification>;

const texts = textColumns('rating');
/** The texts of a rating, those it does not have as well. */
const textsOf = (row: AnyRow): NationalFields =>
  Object.fromEntries(texts.map(({ name, field }) => [field, row[name] ?? '']));

const time = (second: number): string => (second < 0 ? '' : printSecond(second));

/** A printer over a register; `foreignCase` gives the case number of a foreign service key. */
export function nationalPrinter(
  reference: Reference,
  register: Register,
  foreignCase: (serviceKey: number) => string,
): NationalPrinter {
  const stageNames = new Map(reference.stages.map(({ code, name }) => [code, name]));
  const tagCodes = tagCodesByLevel(reference);
  const taskOf = (serviceKey: number) => {
    const { unit, slot } = partsOf(serviceKey);
    return register.tasks[register.taskAt[unit * 1024 + slot] ?? -1];
  };
  const caseNumber = (serviceKey: number): string => {
    if (serviceKey < 0) return '';
    if (isForeign(serviceKey)) return foreignCase(serviceKey);
    const { day, serial } = partsOf(serviceKey);
    return printCaseNumber(taskOf(serviceKey)?.taskCode ?? '', day, serial);
  };
  const certificate = (person: number, kind: ApplicantKind): string =>
    person < 0
      ? ''
      : kind.page === '111'
        ? inventedResidentNumber(person, printCompactDay)
        : inventedOrganisationCode(person, kind);

  const service = (row: ServiceFacts): NationalFields => {
    const task = register.tasks[row.task];
    const office = task === undefined ? undefined : register.offices[task.officeId];
    const kind = applicantKind(row.userType);
    return {
      kind: 'service',
      taskCode: task?.taskCode ?? '',
      taskName: task?.name ?? '',
      taskType: task?.taskType ?? '',
      projectNo: caseNumber(row.key),
      proStatus: String(row.status),
      orgcode: office?.code ?? '',
      orgName: office?.name ?? '',
      areaCode: `${office?.unit ?? ''}000000`,
      acceptDate: time(row.acceptedAt),
      resultDate: time(row.finishedAt),
      userProp: String(row.userType),
      userName: row.person < 0 ? '' : `${kind.name}${String(row.person)}`,
      userPageType: kind.page,
      certKey: certificate(row.person, kind),
      mobile: row.person < 0 ? '' : inventedMobile(row.person),
      serviceName: stageNames.get(row.stage) ?? '',
      serviceNumber: row.key < 0 ? '' : serviceNumberOf(row.key),
      serviceTime: time(row.serviceAt),
      proChannel: String(row.channel),
      projectType: task?.handling === 'instant' ? '1' : '2',
      dataSource: '模拟数据',
    };
  };
  const rating = (row: RatingFacts): NationalFields => {
    const { level, tags } = row;
    const serviceKey = serviceKeyOf(row.key);
    return {
      kind: 'rating',
      projectNo: caseNumber(serviceKey),
      serviceNumber: row.key < 0 ? '' : serviceNumberOf(serviceKey),
      satisfaction: level === 0 ? '' : String(level),
      evalDetail: printTags(tagCodes, level, tags),
      ...textsOf(row),
      pf: String(row.channel),
      name: '无',
      assessTime: time(row.assessedAt),
      uploadTime: time(row.uploadedAt),
      deviceNo: printDevice(row.device),
      mobile: row.rater < 0 ? '' : inventedMobile(row.rater),
      assessNumber: row.key < 0 ? '' : assessNumberOf(row.key),
      isdefault: String(row.defaulted),
      dataSource: '模拟数据',
    };
  };
  const rectification = (row: RectificationFacts): NationalFields => {
    const serviceKey = serviceKeyOf(row.key);
    return {
      kind: 'rectification',
      projectNo: caseNumber(serviceKey),
      serviceNumber: row.key < 0 ? '' : serviceNumberOf(serviceKey),
      assessNumber: row.key < 0 ? '' : assessNumberOf(row.key),
      verdict: row.verdict === 0 ? '' : String(row.verdict),
      complex: String(row.complex),
      contactTime: time(row.contactedAt),
      rectifyTime: time(row.rectifiedAt),
      callbackTime: time(row.calledBackAt),
      callbackMobile: row.calledBackTo < 0 ? '' : inventedMobile(row.calledBackTo),
      callbackLevel: row.satisfied === 0 ? '' : String(row.satisfied - 1),
      dataSource: '模拟数据',
    };
  };
  return {
    service: (row) => JSON.stringify(service({ ...row, ...unpackService(row.packed) })),
    rating: (row) => JSON.stringify(rating({ ...row, ...unpackRating(row.packed) })),
    rectification: (row) => JSON.stringify(rectification({ ...row, ...unpackRectification(row.packed) })),
    serviceFields: (rows, row) => service(valuesAt('service', rows, row)),
    ratingFields: (rows, row) => rating(valuesAt('rating', rows, row)),
    rectificationFields: (rows, row) => rectification(valuesAt('rectification', rows, row)),
  };
}

/** Codes of the active tags of each level 0..5, in the order of the list. */
export const tagCodesByLevel = ({ tags }: Pick<Reference, 'tags'>): readonly (readonly string[])[] =>
  [0, 1, 2, 3, 4, 5].map((level) => tags.filter((tag) => tag.level === level).map(({ code }) => code));

/** The tag list of a rating (evalDetail): `mask` has a bit for each tag of the level. */
export const printTags = (codes: readonly (readonly string[])[], level: number, mask: number): string =>
  (codes[level] ?? []).filter((_, bit) => (mask & (1 << bit)) !== 0).join(',');
