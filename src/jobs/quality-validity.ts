import { isWorkingDay, knows, type Calendar } from '../model/calendar.ts';
import { parseCaseNumber } from '../model/case-number.ts';
import { ABSENT, DAY_SECONDS, printSecond } from '../model/time.ts';
import {
  isResidentNumber,
  isTaskCode,
  isUscc,
  MAX_PERSON,
  parseDevice,
  printDevice,
} from '../model/identifiers.ts';
import {
  assessNumberOf,
  isForeign,
  partsOf,
  serviceKeyOf,
  serviceNumberOf,
  MAX_SERVICES,
} from '../model/key.ts';
import {
  ratingChannel,
  ratingDefaulted,
  ratingHasText,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../model/mark.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type { RatingRow, ServiceRow } from '../model/row.ts';
import type { Scenario } from '../model/scenario.ts';
import type { NationalPrinter } from '../publish/national.ts';
import type { ServedRow } from '../store/read/run-rows.ts';

/** The checks of validity, in the order of the report. */
export const validityNames = [
  'rowCount',
  'status',
  'stage',
  'serviceChannel',
  'userType',
  'ratingChannel',
  'level',
  'tags',
  'reason',
  'text',
  'item',
  'officeCode',
  'taskCode',
  'caseNumber',
  'certificate',
  'person',
  'source',
  'keys',
  'orphans',
  'serviceTimes',
  'ratingTimes',
  'period',
  'workingHours',
] as const;
export type ValidityName = (typeof validityNames)[number];

export interface ValidityCheck {
  readonly name: ValidityName;
  /** Records or codes looked at. */
  readonly checked: number;
  readonly wrong: number;
  /** The first wrong ones: case number masked, and what was found. */
  readonly examples: readonly string[];
}

/** What the rows are held against. */
export interface ValidityRules {
  readonly reference: Reference;
  readonly register: Register;
  readonly calendar: Calendar;
  readonly printer: NationalPrinter;
  /** No time may lie at or after this second. */
  readonly horizon: number;
  /** Of a simulated run: its scenario, first and last day, and the units where no defect is injected. */
  readonly simulated?: {
    readonly scenario: Scenario;
    readonly firstDay: number;
    readonly lastDay: number;
    readonly clean: ReadonlySet<number>;
  };
  /** Print and read back one service record of so many. */
  readonly printEvery: number;
}

const EXAMPLES = 3;
const ACCEPTED = 2;
const FINISHED = 3;
const SUPPLEMENT = 4;
const COMPLETION = 6;
const IN_PERSON = 2;
const LONGEST_TEXT = 150;
const LAST_LEVEL = 5;
/** Hours in which an office works: a promised item is finished in them, papers are asked for in the inner ones. */
const officeHours = { from: 9, to: 17 } as const;
const askingHours = { from: 10, to: 15 } as const;

/** A case number as it may be shown. */
const masked = (caseNumber: string): string => `${caseNumber.slice(0, 4)}***${caseNumber.slice(-3)}`;

const textOf = (record: unknown, field: string): string => {
  const value: unknown =
    typeof record === 'object' && record !== null ? Reflect.get(record, field) : undefined;
  return typeof value === 'string' ? value : '';
};

interface Found {
  checked: number;
  wrong: number;
  readonly examples: string[];
}
const nothing = (): Found => ({ checked: 0, wrong: 0, examples: [] });

/** When a case was applied for: at its acceptance, or at the consultation before there is one. */
const appliedAt = ({ acceptedAt, serviceAt }: ServiceRow): number =>
  acceptedAt >= 0 ? acceptedAt : serviceAt;

/**
 * Looks at stored rows again, by rules of its own: nothing here is shared with the checks at the door but the lists of
 * codes and the checksums. Rows come in key order.
 */
export class ValidityCheckers {
  private readonly found: Readonly<Record<ValidityName, Found>> = {
    rowCount: nothing(),
    status: nothing(),
    stage: nothing(),
    serviceChannel: nothing(),
    userType: nothing(),
    ratingChannel: nothing(),
    level: nothing(),
    tags: nothing(),
    reason: nothing(),
    text: nothing(),
    item: nothing(),
    officeCode: nothing(),
    taskCode: nothing(),
    caseNumber: nothing(),
    certificate: nothing(),
    person: nothing(),
    source: nothing(),
    keys: nothing(),
    orphans: nothing(),
    serviceTimes: nothing(),
    ratingTimes: nothing(),
    period: nothing(),
    workingHours: nothing(),
  };
  private readonly codes: {
    readonly stages: ReadonlySet<number>;
    readonly userTypes: ReadonlySet<number>;
    readonly channels: ReadonlySet<number>;
    /** Active tags of each level. */
    readonly tags: readonly number[];
  };
  /** Channels with levels by office, as bits. */
  private readonly levelled: Int32Array;
  private services = 0;
  private lastService = -1;
  private lastRating = -1;
  private lastServiceAt = ABSENT;

  constructor(private readonly rules: ValidityRules) {
    const { reference, register } = rules;
    this.codes = {
      stages: new Set(reference.stages.map(({ code }) => code)),
      userTypes: new Set(reference.userTypes.map(({ code }) => Number(code))),
      channels: new Set(reference.channels.map(({ code }) => code)),
      tags: [0, 1, 2, 3, 4, 5].map(
        (level) =>
          reference.tags.filter((tag) => tag.level === level && !reference.retiredTags.has(tag.code)).length,
      ),
    };
    this.levelled = Int32Array.from(register.offices, ({ profile }) =>
      (reference.profiles.find(({ id }) => id === profile)?.levelledChannels ?? []).reduce(
        (bits, channel) => bits | (1 << channel),
        0,
      ),
    );
  }

  /** Codes of the offices and items of some units, or of all. */
  addRegister(units: ReadonlySet<number> | undefined): void {
    for (const { code, unitIndex } of this.rules.register.offices) {
      if (units?.has(unitIndex) === false) continue;
      this.check('officeCode', isUscc(code) && code.slice(2, 4) === '99', () => masked(code));
    }
    for (const { taskCode, office, unitIndex } of this.rules.register.tasks) {
      if (units?.has(unitIndex) === false) continue;
      this.check('taskCode', isTaskCode(taskCode) && taskCode.startsWith(office), () => masked(taskCode));
    }
  }

  /** A count of rows against the one that the run says. */
  addCount(kind: 'services' | 'ratings', found: number, said: number): void {
    this.check('rowCount', found === said, () => `${kind} ${String(found)} ≠ ${String(said)}`);
  }

  /** One service with its ratings. */
  add({ service, ratings }: ServedRow): void {
    if (service !== undefined) this.addService(service);
    for (const rating of ratings) this.addRating(rating, service);
  }

  results(): ValidityCheck[] {
    return validityNames.map((name) => ({ name, ...this.found[name] }));
  }

  private check(name: ValidityName, right: boolean, example: () => string): void {
    const found = this.found[name];
    found.checked++;
    if (right) return;
    found.wrong++;
    if (found.examples.length < EXAMPLES) found.examples.push(example());
  }

  private addService(row: ServiceRow): void {
    const { register, simulated } = this.rules;
    const { key, mark, task, acceptedAt, finishedAt, serviceAt, person } = row;
    const say = (what: string): string => this.example(row, what);
    const status = serviceStatus(mark);
    const stage = serviceStage(mark);
    const channel = serviceChannel(mark);
    const userType = serviceUserType(mark);
    this.check('status', status >= 1, () => say(`status ${String(status)}`));
    this.check('stage', this.codes.stages.has(stage), () => say(`stage ${String(stage)}`));
    this.check('serviceChannel', channel === 1 || channel === 2, () => say(`channel ${String(channel)}`));
    this.check('userType', this.codes.userTypes.has(userType), () => say(`userType ${String(userType)}`));

    const item = register.tasks[task];
    const parts = isForeign(key) ? undefined : partsOf(key);
    this.check(
      'item',
      item !== undefined &&
        (parts === undefined || (item.unitIndex === parts.unit && item.slot === parts.slot)),
      () => say(`item ${String(task)}`),
    );
    this.check('person', person >= 0 && person <= MAX_PERSON, () => say(`person ${String(person)}`));
    this.checkServiceKey(key, serviceAt, simulated?.clean.has(parts?.unit ?? -1) === true, say);
    this.check(
      'serviceTimes',
      serviceAt >= 0 &&
        (status < ACCEPTED || acceptedAt >= 0) &&
        (status === FINISHED
          ? finishedAt >= acceptedAt
          : finishedAt === ABSENT || finishedAt >= acceptedAt) &&
        (simulated === undefined || serviceAt >= acceptedAt),
      () => say(`${time(acceptedAt)} / ${time(serviceAt)} / ${time(finishedAt)}`),
    );
    const latest = Math.max(acceptedAt, finishedAt, serviceAt);
    this.check(
      'period',
      latest < this.rules.horizon &&
        (simulated === undefined ||
          (parts?.day === Math.floor(appliedAt(row) / DAY_SECONDS) &&
            parts.day >= simulated.firstDay &&
            parts.day <= simulated.lastDay)),
      () => say(time(latest)),
    );
    if (simulated !== undefined && channel === IN_PERSON) {
      this.check('workingHours', this.isWorkedAt(row, stage, simulated.scenario), () => say(time(serviceAt)));
    }
    if (this.services % this.rules.printEvery === 0) this.checkPrinted(row);
    this.services++;
  }

  /** Keys rise; the services of a case are numbered without a gap and come one after the other. */
  private checkServiceKey(
    key: number,
    serviceAt: number,
    clean: boolean,
    say: (what: string) => string,
  ): void {
    const number = serviceNumberOf(key);
    // Where records are spoilt, one that is refused leaves a gap; what is collected may have come in part.
    const follows = number > 1 && clean;
    const rises =
      key > this.lastService &&
      (!follows || this.lastService === key - 1) &&
      (!follows || serviceAt >= this.lastServiceAt);
    this.check('keys', Number.isSafeInteger(key) && rises && number <= MAX_SERVICES, () =>
      say(`serviceNumber ${String(number)}`),
    );
    this.lastService = key;
    this.lastServiceAt = serviceAt;
  }

  private isWorkedAt(row: ServiceRow, stage: number, { demand }: Scenario): boolean {
    const { serviceAt } = row;
    const acceptedAt = appliedAt(row);
    const at = stage === COMPLETION || stage === SUPPLEMENT ? serviceAt : acceptedAt;
    const day = Math.floor(at / DAY_SECONDS);
    const { calendar } = this.rules;
    if (!knows(calendar, day) || !isWorkingDay(calendar, day)) return false;
    // A case done on the spot is finished within the half hour after an hour of the hall.
    const hour = Math.floor((acceptedAt % DAY_SECONDS) / 3600);
    const applied = (demand.hallHours[hour] ?? 0) > 0;
    if (at === acceptedAt || Math.floor(acceptedAt / DAY_SECONDS) === day) return applied;
    const { from, to } = stage === SUPPLEMENT ? askingHours : officeHours;
    const workedHour = Math.floor((at % DAY_SECONDS) / 3600);
    return applied && workedHour >= from && workedHour < to;
  }

  /** The record as others would get it: its identifiers must stand every test from outside. */
  private checkPrinted(row: ServiceRow): void {
    const record: unknown = JSON.parse(this.rules.printer.service(row));
    const certificate = textOf(record, 'certKey');
    const reserved = certificate.startsWith('99') || certificate.startsWith('9199');
    this.check(
      'certificate',
      reserved && (textOf(record, 'userPageType') === '111' ? isResidentNumber : isUscc)(certificate),
      () => this.example(row, masked(certificate)),
    );
    const projectNo = textOf(record, 'projectNo');
    const read = parseCaseNumber(projectNo);
    const parts = partsOf(row.key);
    this.check(
      'caseNumber',
      isForeign(row.key)
        ? projectNo.length >= 1 && projectNo.length <= 50
        : read?.taskCode === textOf(record, 'taskCode') &&
            isTaskCode(read.taskCode) &&
            read.day === parts.day &&
            read.serial === parts.serial,
      () => masked(projectNo),
    );
  }

  private addRating(row: RatingRow, service: ServiceRow | undefined): void {
    const { key, mark, assessedAt, uploadedAt, device, rater, text } = row;
    const say = (what: string): string => this.example({ key: serviceKeyOf(key) }, what);
    const level = ratingLevel(mark);
    const channel = ratingChannel(mark);
    const tags = ratingTags(mark);
    this.check('ratingChannel', this.codes.channels.has(channel), () => say(`pf ${String(channel)}`));
    this.check('level', this.isLevelRight(level, channel, service), () => say(`level ${String(level)}`));
    this.check('tags', tags >>> (this.codes.tags[level] ?? 0) === 0, () => say(`tags ${tags.toString(2)}`));
    const byDefault = ratingDefaulted(mark) === 1;
    if (level === 1 || level === 2) {
      this.check('reason', tags !== 0 || text !== null || byDefault, () => say(`level ${String(level)}`));
    }
    if (text !== null || ratingHasText(mark) === 1) {
      const length = Array.from(text ?? '').length;
      this.check('text', ratingHasText(mark) === 1 && length >= 1 && length <= LONGEST_TEXT, () =>
        say(`text of ${String(length)}`),
      );
    }
    this.check(
      'source',
      parseDevice(printDevice(device)) === (device === 0 ? -1 : device) && rater >= -1 && rater <= MAX_PERSON,
      () => say(`deviceNo ${String(device)}`),
    );
    this.check('orphans', service !== undefined, () => say('no service'));
    const rises = key > this.lastRating && (assessNumberOf(key) === 1 || key - 1 === this.lastRating);
    this.check('keys', rises, () => say(`assessNumber ${String(assessNumberOf(key))}`));
    this.lastRating = key;
    this.check(
      'ratingTimes',
      assessedAt >= (service?.serviceAt ?? 0) && (uploadedAt === ABSENT || uploadedAt >= assessedAt),
      () => say(`${time(service?.serviceAt ?? ABSENT)} / ${time(assessedAt)} / ${time(uploadedAt)}`),
    );
    const latest = Math.max(assessedAt, uploadedAt);
    this.check('period', latest < this.rules.horizon, () => say(time(latest)));
  }

  /** One of the five levels, or none on a channel that by the rules of the place carries none. */
  private isLevelRight(level: number, channel: number, service: ServiceRow | undefined): boolean {
    if (level >= 1) return level <= LAST_LEVEL;
    const office = this.rules.register.tasks[service?.task ?? -1]?.officeId;
    return office !== undefined && ((this.levelled[office] ?? 0) & (1 << channel)) === 0;
  }

  private example({ key }: { readonly key: number }, what: string): string {
    const { register } = this.rules;
    const number = serviceNumberOf(key);
    if (isForeign(key)) return `***/${String(number)}: ${what}`;
    const { unit, slot, day, serial } = partsOf(key);
    const task = register.tasks[register.taskAt[unit * 1024 + slot] ?? -1];
    const caseNumber = `${task?.taskCode ?? '????'}${String(day)}${String(serial + 1).padStart(6, '0')}`;
    return `${masked(caseNumber)}/${String(number)}: ${what}`;
  }
}

const time = (second: number): string => (second < 0 ? '—' : printSecond(second));
