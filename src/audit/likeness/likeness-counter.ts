import { partsOf, serviceNumberOf } from '../../model/record/key.ts';
import {
  ratingAutomatic,
  serviceChannel,
  serviceStage,
  serviceUserType,
} from '../../model/record/packed-fields.ts';
import type { Reference } from '../../model/reference.ts';
import type { RatingRow, RectificationRow, ServiceRow } from '../../model/record/row.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { NATURAL_PERSON } from '../../simulate/world/applicant-pools.ts';
import { HALL, HOTLINE, ONLINE } from '../../simulate/world/tables.ts';
import { isHotlineCall } from '../hotline-call.ts';
import { AdditionalLines } from './additional-lines.ts';
import { ApplicantLines } from './applicant-lines.ts';
import { CaseLines } from './case-lines.ts';
import type { AuditModel } from '../expected/audit-model.ts';
import { AdditionalExpectation } from '../expected/additional.ts';
import { CaseExpectation } from '../expected/cases.ts';
import { OrderExpectation } from '../expected/work-orders.ts';
import { RatingExpectation, type ExpectedService } from '../expected/ratings.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';
import { OrderLines } from './work-order-lines.ts';
import { RatingLines } from './rating-lines.ts';
import { VolumeLines, type Scope } from './volume-lines.ts';

const stages = { consultation: 1, acceptance: 3, supplement: 4, payment: 5, completion: 6 } as const;
const BY_NET = 1;

/** A case whose services are being read. */
interface OpenCase {
  readonly key: number;
  readonly task: number;
  readonly place: number;
  /** Position of the day of application in the span. */
  readonly d: number;
  readonly userType: number;
  /** Second of its first record; -1 where that came before the run. */
  readonly recordedAt: number;
  applied: number;
  accepted: boolean;
  consultations: number;
  supplements: number;
  payments: number;
  completions: number;
  taken: number;
}

/** Counts the rows of a run, service by service in key order, against what its scenario expects of them. */
export class LikenessCounter {
  private readonly dayIndex = new Map<number, number>();
  private readonly expectedCases: CaseExpectation;
  private readonly volumes: VolumeLines;
  private readonly cases: CaseLines;
  private readonly applicants: ApplicantLines;
  private readonly ratings: RatingLines;
  private readonly additional: AdditionalLines;
  private readonly orders: OrderLines;
  private open: OpenCase | undefined;
  /** The case whose rater was counted last. */
  private ratedCase = -1;

  constructor(
    private readonly model: AuditModel,
    private readonly scope: Scope,
    /** Number of the task in the world by its register id, -1 where it is not of the world. */
    private readonly worldTask: Int32Array,
    reference: Pick<Reference, 'units' | 'items' | 'tags'>,
  ) {
    const { span, scenario } = model;
    span.days.forEach((day, d) => this.dayIndex.set(day, d));
    const cases = new CaseExpectation(model);
    this.expectedCases = cases;
    this.applicants = new ApplicantLines(model);
    const ratings = new RatingExpectation(model);
    this.volumes = new VolumeLines(cases, span, scope, reference);
    this.cases = new CaseLines(cases, span, scope);
    this.ratings = new RatingLines(ratings, reference.tags);
    this.additional = new AdditionalLines(new AdditionalExpectation(model, ratings), ratings);
    this.orders = new OrderLines(new OrderExpectation(model), scenario.rectification);
  }

  /** One service with its ratings and the work order of the first, if it has one. */
  add(
    service: ServiceRow,
    [first, additional]: readonly RatingRow[],
    order: RectificationRow | undefined,
  ): void {
    const task = this.worldTask[service.task] ?? -1;
    const { day } = partsOf(service.key);
    const d = this.dayIndex.get(day);
    // What the world does not hold is a matter of validity.
    if (task < 0 || d === undefined) return;
    const unit = this.scope.world.tasks[task]?.unit.index ?? -1;
    if (!this.scope.looksAt(unit, day)) return;
    const served = isHotlineCall(service)
      ? this.addCall(service, task, unit, d)
      : this.addService(service, task, unit, d);
    this.ratings.add(served, first);
    if (first === undefined) return;
    if (ratingAutomatic(first.packed) === 0) this.addRater(service, first, d);
    if (ratingAutomatic(first.packed) === 0) this.additional.add(served, first, additional, order);
    this.orders.add(unit, first, order);
  }

  /** Who rates a case of an organisation is who filed it. */
  private addRater({ key, packed, person }: ServiceRow, { rater }: RatingRow, d: number): void {
    const open = key - serviceNumberOf(key) + 1;
    if (serviceUserType(packed) === NATURAL_PERSON || open === this.ratedCase || d < this.model.span.first)
      return;
    this.ratedCase = open;
    this.applicants.addRater(person, rater);
  }

  private addCall(service: ServiceRow, task: number, unit: number, d: number): ExpectedService {
    this.close();
    this.volumes.add(task, d, service.serviceAt, serviceUserType(service.packed), true);
    this.cases.addCall(task, service.acceptedAt);
    return { task, unit, place: HOTLINE, at: service.serviceAt, days: 0, late: 0, completed: true };
  }

  private addService(service: ServiceRow, task: number, unit: number, d: number): ExpectedService {
    const place = serviceChannel(service.packed) === BY_NET ? ONLINE : HALL;
    const open = this.caseOf(service, task, unit, place, d);
    const stage = serviceStage(service.packed);
    const completed = stage === stages.completion;
    const onTheSpot = this.model.tables.instant[task] === 1 && open.completions === 0;
    const taken = completed && !onTheSpot ? this.takenDays(d, service.finishedAt) : 0;
    open.applied = Math.max(open.applied, service.acceptedAt);
    if (stage === stages.acceptance) open.accepted = true;
    if (stage === stages.consultation) open.consultations++;
    if (stage === stages.supplement) open.supplements++;
    if (stage === stages.payment) open.payments++;
    if (completed && open.completions++ === 0) open.taken = taken;
    const late = completed && taken > (this.model.tables.promisedDays[task] ?? 0) ? 1 : 0;
    return { task, unit, place, at: service.serviceAt, days: taken, late, completed };
  }

  private caseOf(service: ServiceRow, task: number, unit: number, place: number, d: number): OpenCase {
    const { key, packed, person, serviceAt } = service;
    const first = key - serviceNumberOf(key) + 1;
    if (this.open?.key === first) return this.open;
    this.close();
    const counts = { consultations: 0, supplements: 0, payments: 0, completions: 0 };
    const none = { applied: -1, accepted: false, taken: 0, ...counts };
    const recordedAt = key === first ? serviceAt : -1;
    const userType = serviceUserType(packed);
    const { first: begin, off } = this.model.span;
    const online = this.expectedCases.online(task, off[d] === 1);
    if (d >= begin) this.applicants.add({ unit, userType, person, place, online });
    return (this.open = { key: first, task, place, d, userType, recordedAt, ...none });
  }

  /** Working days between application and completion. */
  private takenDays(d: number, finishedAt: number): number {
    const { position } = this.model.span;
    const finished = this.dayIndex.get(Math.floor(finishedAt / DAY_SECONDS));
    return finished === undefined ? 0 : (position[finished] ?? 0) - (position[d] ?? 0);
  }

  /** Counts the case that is complete now. */
  private close(): void {
    const { open } = this;
    if (open === undefined) return;
    if (open.recordedAt >= 0) this.volumes.add(open.task, open.d, open.recordedAt, open.userType, false);
    this.cases.add(open);
    this.open = undefined;
  }

  /** The goodness-of-fit results of all rows, the last case included. */
  lines(): GoodnessOfFit[] {
    this.close();
    return [
      ...this.volumes.lines(),
      ...this.cases.lines(),
      ...this.applicants.lines(),
      ...this.ratings.lines(this.model.scenario.channels.delays),
      ...this.additional.lines(),
      ...this.orders.lines(),
    ];
  }
}
