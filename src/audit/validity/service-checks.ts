import { isWorkingDay, knows, type Calendar } from '../../model/time/calendar.ts';
import { MAX_PERSON } from '../../model/record/identifiers.ts';
import { isForeign, MAX_SERVICES, partsOf, serviceNumberOf, type CaseParts } from '../../model/record/key.ts';
import {
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../../model/record/packed-fields.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import type { ServiceRow } from '../../model/record/row.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../../model/time/time.ts';
import type { RunSpan } from '../run-rows.ts';
import { printTime, type Findings } from './findings.ts';

/** What service records are checked against. */
export interface ServiceRules {
  readonly reference: Reference;
  readonly register: Register;
  readonly calendar: Calendar;
  /** No time may lie at or after this second. */
  readonly horizon: number;
  /** Of a simulated run: its scenario, its days, and the units where no defect is injected. */
  readonly simulated?: {
    readonly scenario: Scenario;
    readonly days: Pick<RunSpan, 'firstCaseDay' | 'firstDay' | 'lastDay'>;
    readonly clean: ReadonlySet<number>;
    /** When the office of an item of the register opens and closes, in hours of the day; none where it is not of the world. */
    readonly sessionsOf: (item: number) => readonly (readonly [opens: number, closes: number])[];
  };
}

const ACCEPTED = 2;
const FINISHED = 3;
const PAYMENT = 5;
const COMPLETION = 6;
const IN_PERSON = 2;
/** What is in hand when a session of a hall ends is finished within so many seconds. */
const AFTER_CLOSING = 600;

const firstOfCase = (key: number): number => key - serviceNumberOf(key) + 1;

/** When a case was applied for: at its acceptance, or at the consultation before there is one. */
const appliedAt = ({ acceptedAt, serviceAt }: ServiceRow): number =>
  acceptedAt >= 0 ? acceptedAt : serviceAt;

/** Looks at service records again, in key order. */
export class ServiceChecks {
  private readonly stages: ReadonlySet<number>;
  private readonly userTypes: ReadonlySet<number>;
  private lastService = -1;
  private lastServiceAt = ABSENT;

  constructor(
    private readonly rules: ServiceRules,
    private readonly findings: Findings,
  ) {
    const { stages, userTypes } = rules.reference;
    this.stages = new Set(stages.map(({ code }) => code));
    this.userTypes = new Set(userTypes.map(({ code }) => Number(code)));
  }

  /** A service of another run: those that follow it stand after it. */
  passOver({ key, serviceAt }: ServiceRow): void {
    this.lastService = key;
    this.lastServiceAt = serviceAt;
  }

  add(row: ServiceRow): void {
    const { register, simulated } = this.rules;
    const { key, packed, task, acceptedAt, finishedAt, serviceAt, person } = row;
    const say = (what: string): string => this.findings.example(row, what);
    const status = serviceStatus(packed);
    const stage = serviceStage(packed);
    const channel = serviceChannel(packed);
    const userType = serviceUserType(packed);
    this.findings.check('status', status >= 1, () => say(`status ${String(status)}`));
    this.findings.check('stage', this.stages.has(stage), () => say(`stage ${String(stage)}`));
    this.findings.check('serviceChannel', channel === 1 || channel === 2, () =>
      say(`channel ${String(channel)}`),
    );
    this.findings.check('userType', this.userTypes.has(userType), () => say(`userType ${String(userType)}`));

    const item = register.tasks[task];
    const parts = isForeign(key) ? undefined : partsOf(key);
    this.findings.check(
      'item',
      item !== undefined &&
        (parts === undefined || (item.unitIndex === parts.unit && item.slot === parts.slot)),
      () => say(`item ${String(task)}`),
    );
    this.findings.check('person', person >= 0 && person <= MAX_PERSON, () => say(`person ${String(person)}`));
    this.checkServiceKey(row, parts, say);
    this.findings.check(
      'serviceTimes',
      serviceAt >= 0 &&
        (status < ACCEPTED || acceptedAt >= 0) &&
        (status === FINISHED
          ? finishedAt >= acceptedAt
          : finishedAt === ABSENT || finishedAt >= acceptedAt) &&
        (simulated === undefined || serviceAt >= acceptedAt),
      () => say(`${printTime(acceptedAt)} / ${printTime(serviceAt)} / ${printTime(finishedAt)}`),
    );
    const latest = Math.max(acceptedAt, finishedAt, serviceAt);
    this.findings.check(
      'period',
      latest < this.rules.horizon &&
        (simulated === undefined ||
          (parts?.day === Math.floor(appliedAt(row) / DAY_SECONDS) &&
            parts.day >= simulated.days.firstCaseDay &&
            parts.day <= simulated.days.lastDay &&
            serviceAt >= simulated.days.firstDay * DAY_SECONDS)),
      () => say(printTime(latest)),
    );
    if (simulated !== undefined && channel === IN_PERSON) {
      this.findings.check('workingHours', this.isWorkedAt(row, stage, simulated.sessionsOf(task)), () =>
        say(printTime(serviceAt)),
      );
    }
  }

  /** Keys rise; the services of a case are numbered without a gap and come one after the other. */
  private checkServiceKey(
    { key, serviceAt }: ServiceRow,
    parts: CaseParts | undefined,
    say: (what: string) => string,
  ): void {
    const number = serviceNumberOf(key);
    const follows = number > 1 && parts !== undefined && this.mustFollow(key, parts);
    const rises =
      key > this.lastService &&
      (!follows || this.lastService === key - 1) &&
      (!follows || serviceAt >= this.lastServiceAt);
    this.findings.check('keys', Number.isSafeInteger(key) && rises && number <= MAX_SERVICES, () =>
      say(`serviceNumber ${String(number)}`),
    );
    this.lastService = key;
    this.lastServiceAt = serviceAt;
  }

  /**
   * True where the service before this one must be there. A refused record leaves a gap where records are corrupted, and
   * a collection may have received only some of them; of a case that began before the run, the first ones are not its own.
   */
  private mustFollow(key: number, { unit, day }: CaseParts): boolean {
    const { simulated } = this.rules;
    if (simulated?.clean.has(unit) !== true) return false;
    return day >= simulated.days.firstDay || firstOfCase(this.lastService) === firstOfCase(key);
  }

  /** True where a service in a hall lies on a working day and within the hours of its office, and its application too. */
  private isWorkedAt(
    row: ServiceRow,
    stage: number,
    sessions: readonly (readonly [opens: number, closes: number])[],
  ): boolean {
    const { calendar } = this.rules;
    const { serviceAt } = row;
    const applied = appliedAt(row);
    const isOpen = (at: number, longer: number): boolean => {
      const day = Math.floor(at / DAY_SECONDS);
      const second = at - day * DAY_SECONDS;
      return (
        knows(calendar, day) &&
        isWorkingDay(calendar, day) &&
        sessions.some(([opens, closes]) => second >= opens * 3600 && second < closes * 3600 + longer)
      );
    };
    const onTheSpot = Math.floor(applied / DAY_SECONDS) === Math.floor(serviceAt / DAY_SECONDS);
    const mayLast = onTheSpot && (stage === COMPLETION || stage === PAYMENT);
    return isOpen(applied, 0) && isOpen(serviceAt, mayLast ? AFTER_CLOSING : 0);
  }
}
