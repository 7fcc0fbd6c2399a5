import { printCaseNumber } from './case-number.ts';
import type { RatingBatch, RectificationBatch, ServiceBatch } from '../model/record/batch.ts';
import {
  inventedFirmCode,
  inventedMobile,
  inventedResidentNumber,
  printDevice,
} from '../model/record/identifiers.ts';
import { assessNumberOf, isForeign, partsOf, serviceKeyOf, serviceNumberOf } from '../model/record/key.ts';
import {
  ratingChannel,
  ratingDefaulted,
  ratingLevel,
  ratingTags,
  rectificationComplex,
  rectificationSatisfied,
  rectificationVerdict,
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../model/record/packed-fields.ts';
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

/** A service row with its small fields apart. */
interface ServiceFacts extends Omit<ServiceRow, 'mark'> {
  readonly status: number;
  readonly stage: number;
  readonly channel: number;
  readonly userType: number;
}

/** A rating row with its small fields apart. */
interface RatingFacts extends Omit<RatingRow, 'mark'> {
  readonly level: number;
  readonly channel: number;
  readonly tags: number;
  readonly defaulted: number;
}

/** A rectification with its small fields apart. */
interface RectificationFacts extends Omit<RectificationRow, 'mark'> {
  readonly verdict: number;
  readonly complex: number;
  readonly satisfied: number;
}

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
  const certificate = (person: number, byPerson: boolean): string =>
    person < 0 ? '' : byPerson ? inventedResidentNumber(person, printCompactDay) : inventedFirmCode(person);

  const service = (row: ServiceFacts): NationalFields => {
    const task = register.tasks[row.task];
    const office = task === undefined ? undefined : register.offices[task.officeId];
    const byPerson = row.userType === 1;
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
      userName: row.person < 0 ? '' : `模拟用户${String(row.person)}`,
      userPageType: byPerson ? '111' : '001',
      certKey: certificate(row.person, byPerson),
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
      writingEvaluation: row.text ?? '',
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
    service: ({ mark, ...row }) =>
      JSON.stringify(
        service({
          ...row,
          status: serviceStatus(mark),
          stage: serviceStage(mark),
          channel: serviceChannel(mark),
          userType: serviceUserType(mark),
        }),
      ),
    rating: ({ mark, ...row }) =>
      JSON.stringify(
        rating({
          ...row,
          level: ratingLevel(mark),
          channel: ratingChannel(mark),
          tags: ratingTags(mark),
          defaulted: ratingDefaulted(mark),
        }),
      ),
    rectification: ({ mark, ...row }) =>
      JSON.stringify(
        rectification({
          ...row,
          verdict: rectificationVerdict(mark),
          complex: rectificationComplex(mark),
          satisfied: rectificationSatisfied(mark),
        }),
      ),
    serviceFields: (rows, row) =>
      service({
        key: rows.key[row] ?? 0,
        task: rows.task[row] ?? 0,
        status: rows.status[row] ?? 0,
        stage: rows.stage[row] ?? 0,
        channel: rows.channel[row] ?? 0,
        userType: rows.userType[row] ?? 0,
        acceptedAt: rows.acceptedAt[row] ?? 0,
        finishedAt: rows.finishedAt[row] ?? 0,
        serviceAt: rows.serviceAt[row] ?? 0,
        person: rows.person[row] ?? 0,
      }),
    ratingFields: (rows, row) =>
      rating({
        key: rows.key[row] ?? 0,
        level: rows.level[row] ?? 0,
        channel: rows.channel[row] ?? 0,
        tags: rows.tags[row] ?? 0,
        defaulted: rows.defaulted[row] ?? 0,
        assessedAt: rows.assessedAt[row] ?? 0,
        device: rows.device[row] ?? 0,
        rater: rows.rater[row] ?? 0,
        uploadedAt: rows.uploadedAt[row] ?? 0,
        text: rows.texts.get(row) ?? null,
      }),
    rectificationFields: (rows, row) =>
      rectification({
        key: rows.key[row] ?? 0,
        verdict: rows.verdict[row] ?? 0,
        complex: rows.complex[row] ?? 0,
        satisfied: rows.satisfied[row] ?? 0,
        contactedAt: rows.contactedAt[row] ?? 0,
        rectifiedAt: rows.rectifiedAt[row] ?? 0,
        calledBackAt: rows.calledBackAt[row] ?? 0,
        calledBackTo: rows.calledBackTo[row] ?? 0,
      }),
  };
}

/** Codes of the active tags of each level 0..5, in the order of the list. */
export const tagCodesByLevel = ({ tags }: Pick<Reference, 'tags'>): readonly (readonly string[])[] =>
  [0, 1, 2, 3, 4, 5].map((level) => tags.filter((tag) => tag.level === level).map(({ code }) => code));

/** The tag list of a rating (evalDetail): `mask` has a bit for each tag of the level. */
export const printTags = (codes: readonly (readonly string[])[], level: number, mask: number): string =>
  (codes[level] ?? []).filter((_, bit) => (mask & (1 << bit)) !== 0).join(',');
