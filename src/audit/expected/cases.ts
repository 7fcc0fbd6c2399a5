import { WORDS } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { below, QUANTILES, type ArrivalTable } from '../../simulate/distributions.ts';
import { HALL } from '../../simulate/world/tables.ts';
import type { ApplicantTypes } from '../../simulate/world/applicant-pools.ts';
import type { AuditModel } from './audit-model.ts';

/** Most services of a kind in a case (docs/scenario.md). */
export const MOST = { consultation: 5, supplement: 5, payment: 3 } as const;
/** A wrong result is put right within so many working days, each as likely (docs/scenario.md). */
const CORRECTION_DAYS = 10;

const nobody = { types: new Uint8Array(0), chances: new Float64Array(0) };

/** Working days that cases of an item take; chances at n are those of at most n days, the last entry holds for all above. */
export interface Durations {
  readonly promised: number;
  /** Days that a case kept past its promise takes at least; Infinity where the scenario keeps none. */
  readonly kept: number;
  readonly upTo: Float64Array;
  /** The same and that the case is registered at all, of those not withdrawn. */
  readonly registered: Float64Array;
}

/** Chances of a registered case, by what it has come to after so many working days. */
export interface ExpectedCourse {
  /** It is finished. */
  readonly done: number;
  /** It is, having been asked for a supplement. */
  readonly doneAsked: number;
  /** It is withdrawn, or will be. */
  readonly withdrawn: number;
  /** It is, though asked for a supplement: by the supplements there was time for, the last for these and more. */
  readonly withdrawnAsked: Float64Array;
  /** It is still open, though asked for a supplement: the same. */
  readonly openAsked: Float64Array;
}

const atMost = (table: Float64Array, n: number): number =>
  n < 0 ? 0 : (table[Math.min(n, table.length - 1)] ?? 0);

/** Chance of more than `from` and at most `to` days. */
export const between = (table: Float64Array, from: number, to: number): number =>
  Math.max(0, atMost(table, to) - atMost(table, from));

/** Chance of each hour of the day in a table of arrivals. */
function hoursOf({ from }: ArrivalTable): Float64Array {
  const chances = new Float64Array(24);
  for (const second of from) {
    const hour = Math.floor(second / 3600);
    chances[hour] = (chances[hour] ?? 0) + 1 / QUANTILES;
  }
  return chances;
}

/** Adds a chance to an entry of a table; the last one is for these and more. */
function addTo(chances: Float64Array, at: number, chance: number): void {
  const entry = Math.min(chances.length - 1, at);
  chances[entry] = (chances[entry] ?? 0) + chance;
}

/** Volumes of cases, how they are applied for, how long they take and which services they have. */
export class CaseExpectation {
  readonly handling: Scenario['handling'];
  private readonly durations: (Durations | undefined)[] = [];
  private readonly firsts: (Float64Array | undefined)[] = [];
  private readonly hallHours: (Float64Array | undefined)[] = [];
  private onlineHours: Float64Array | undefined;
  private lastDays: Map<number, number> | undefined;
  private linkedOf: Map<number, number> | undefined;

  constructor(private readonly model: AuditModel) {
    this.handling = model.scenario.handling;
  }

  /** Chance of each hour of the day at which a case of a task, or a call about it, comes to this place. */
  hours(place: number, task: number): Float64Array {
    const { onlineArrivals, officeHours } = this.model.tables;
    const template = officeHours.template[task] ?? 0;
    return place === HALL
      ? (this.hallHours[template] ??= hoursOf(officeHours.arrivals[template] ?? onlineArrivals))
      : (this.onlineHours ??= hoursOf(onlineArrivals));
  }

  /** Chance that a case of a task comes online on a working day, or on a day off. */
  online(task: number, off: boolean): number {
    return off ? 1 : (this.model.tables.online[task] ?? 0) / WORDS;
  }

  /** Who may apply for a task, and how likely each type of applicant is. */
  applicants(task: number): Pick<ApplicantTypes, 'types' | 'chances'> {
    return this.model.tables.applicants.types[task] ?? nobody;
  }

  /** Cases of a task in a year that come on working days, or on days off. */
  cases(task: number, off: boolean): number {
    const onDaysOff = this.model.tables.offDays[task] ?? 0;
    return (this.model.tables.rate[task] ?? 0) * this.registered(task) * (off ? onDaysOff : 1 - onDaysOff);
  }

  /** Linked cases (一件事) of a task in a year, all on working days. */
  linked(task: number): number {
    this.linkedOf ??= this.matters();
    return (this.linkedOf.get(task) ?? 0) * this.registered(task);
  }

  /** Matters begun in a year that have a case of a task, by task. */
  private matters(): Map<number, number> {
    const { tables, scenario } = this.model;
    const begun = new Map<number, number>();
    for (const { tasks } of tables.oneThings.flatMap((plans) => plans ?? [])) {
      const each = scenario.demand.oneThing.share * (tables.rate[tasks[0] ?? -1] ?? 0);
      for (const task of tasks)
        if ((tables.rate[task] ?? 0) > 0) begun.set(task, (begun.get(task) ?? 0) + each);
    }
    return begun;
  }

  /** Calls to the hotline about a task in a year that come on such days. */
  calls(task: number, off: boolean): number {
    const { offDays } = this.model.scenario.demand;
    return (this.model.tables.rate[task] ?? 0) * this.handling.hotline * (off ? offDays : 1 - offDays);
  }

  /** Chance that a case of this task or a call about it is a call. */
  callShare(task: number, off: boolean): number {
    const calls = this.calls(task, off);
    return calls === 0 ? 0 : calls / (calls + this.cases(task, off));
  }

  /** Chance that a case of a task is registered. */
  private registered(task: number): number {
    const withdrawal = this.withdrawal(task);
    return (1 - withdrawal) * atMost(this.durationsOf(task).registered, Infinity) + withdrawal;
  }

  /** What is done on the spot is not withdrawn. */
  private withdrawal(task: number): number {
    return this.model.tables.instant[task] === 1 ? 0 : this.handling.withdrawal;
  }

  /** How long cases of a task take; those done on the spot take no day. */
  durationsOf(task: number): Durations {
    return (this.durations[task] ??= this.makeDurations(task));
  }

  private makeDurations(task: number): Durations {
    const { tables } = this.model;
    const { retention, retentionTimes, selectiveEntry } = this.handling;
    const promised = tables.promisedDays[task] ?? 0;
    if (tables.instant[task] === 1) {
      return { promised, kept: Infinity, upTo: Float64Array.of(1), registered: Float64Array.of(1) };
    }
    const kept = retention > 0 ? Math.ceil(promised * retentionTimes) : Infinity;
    const scale = promised * (tables.speed[task] ?? 1);
    // Days are rounded: n days or fewer are less than n and a half; no case takes less than one.
    const usual = (n: number): number => (n < 1 ? 0 : below(tables.duration, (n + 0.5) / scale) / QUANTILES);
    const share = (n: number): number => usual(n) * (n < kept ? 1 - retention : 1);
    const inTime = share(promised);
    const upTo: number[] = [];
    const registered: number[] = [];
    for (let n = 0; n === 0 || share(n - 1) < 1; n++) {
      upTo.push(share(n));
      registered.push(n <= promised ? share(n) : inTime + (1 - selectiveEntry) * (share(n) - inTime));
    }
    return { promised, kept, upTo: Float64Array.from(upTo), registered: Float64Array.from(registered) };
  }

  /** What a registered case of a task has come to after so many working days, the last of the run. */
  courseOf(task: number, left: number): ExpectedCourse {
    const { supplement } = this.handling;
    const { registered } = this.durationsOf(task);
    const all = this.registered(task);
    const withdrawal = this.withdrawal(task);
    const stays = (1 - withdrawal) / all;
    const asked = (chances: Float64Array): Float64Array =>
      chances.map((chance) => (supplement * chance) / all);
    return {
      done: stays * between(registered, -1, left),
      doneAsked: supplement * stays * between(registered, 1, left),
      withdrawn: withdrawal / all,
      withdrawnAsked: asked(this.withdrawnAsked(task, left)),
      openAsked: asked(this.openAsked(task, left)),
    };
  }

  /** Cases that take longer than they have left and live long enough to be asked, by the supplements there is time for. */
  private openAsked(task: number, left: number): Float64Array {
    const { upTo, registered } = this.durationsOf(task);
    const chances = new Float64Array(MOST.supplement + 1);
    // A case of n days is asked on day n >> 1, which must lie in the run, and then once a day.
    const longest = Math.min(2 * left + 1, upTo.length - 1);
    for (let n = Math.max(2, left + 1); n <= longest; n++) {
      addTo(chances, left - (n >> 1) + 1, (1 - this.withdrawal(task)) * between(registered, n - 1, n));
    }
    return chances;
  }

  /** The same for withdrawn cases, which are asked up to the day of their withdrawal. */
  private withdrawnAsked(task: number, left: number): Float64Array {
    const { upTo } = this.durationsOf(task);
    const withdrawal = this.withdrawal(task);
    const chances = new Float64Array(MOST.supplement + 1);
    const longest = Math.min(2 * left + 1, upTo.length - 1);
    for (let n = 2; withdrawal > 0 && n <= longest; n++) {
      // Withdrawn after 0 to n - 1 days, each as likely.
      const chance = (withdrawal * between(upTo, n - 1, n)) / n;
      const half = n >> 1;
      for (let after = half; after < n; after++) addTo(chances, Math.min(after, left) - half + 1, chance);
    }
    return chances;
  }

  /** Chance that a case has a record on the day of its application, where it is not withdrawn. */
  private get recordedAtOnce(): number {
    const { acceptanceRecorded, consultation } = this.handling;
    return 1 - (1 - acceptanceRecorded) * (1 - consultation);
  }

  /**
   * When a registered case of a task has its first record: chances at n are those of at most n working days after its
   * application. It is at a consultation or acceptance on that day, else at the first supplement, else at completion.
   */
  firstRecords(task: number): Float64Array {
    return (this.firsts[task] ??= this.makeFirstRecords(task));
  }

  private makeFirstRecords(task: number): Float64Array {
    const { registered } = this.durationsOf(task);
    const { supplement } = this.handling;
    const all = this.registered(task);
    const withdrawal = this.withdrawal(task);
    const stays = (1 - withdrawal) / all;
    const chances = new Float64Array(registered.length);
    addTo(chances, 0, withdrawal / all);
    for (let n = 0; n < registered.length; n++) {
      const chance = stays * between(registered, n - 1, n);
      const later = chance * (1 - this.recordedAtOnce);
      const asked = n > 1 ? supplement * later : 0;
      addTo(chances, 0, chance - later);
      addTo(chances, n >> 1, asked);
      addTo(chances, n, later - asked);
    }
    for (let n = 1; n < chances.length; n++) chances[n] = (chances[n] ?? 0) + (chances[n - 1] ?? 0);
    return chances;
  }

  /** Chance that a registered case of a task has a record by so many working days after its application. */
  recorded(task: number, left: number): number {
    return atMost(this.firstRecords(task), left);
  }

  /**
   * Chance that a case was applied for before the run, where its first completion in the run is on the working day of this
   * position and it was not kept past its promise. It may be the second one of a case whose result was wrong. Only cases of
   * sampled days are seen.
   */
  begunBefore(task: number, at: number, isSampled: (d: number) => boolean): number {
    const { first, firstPosition, share, off, position } = this.model.span;
    const { registered, kept } = this.durationsOf(task);
    const longest = Math.min(kept - 1, registered.length - 1 + CORRECTION_DAYS);
    let [before, within] = [0, 0];
    for (let d = this.lastDayAt(at); d >= 0; d--) {
      const n = at - (position[d] ?? 0);
      if (n > longest) break;
      if (!isSampled(d)) continue;
      const begun = (share[d] ?? 0) * this.cases(task, off[d] === 1);
      const completed = between(registered, n - 1, n);
      if (d >= first) within += completed * begun;
      else before += (completed + this.correctedFromBefore(registered, n, at - firstPosition)) * begun;
    }
    return before === 0 ? 0 : before / (before + within);
  }

  /** The last day of the span from which working days are counted from this position. */
  private lastDayAt(at: number): number {
    this.lastDays ??= new Map(Array.from(this.model.span.position, (position, d) => [position, d]));
    return this.lastDays.get(at) ?? -1;
  }

  /** Chance that a case is put right n working days after its application, `within` days into the run, and was completed before it. */
  private correctedFromBefore(registered: Float64Array, n: number, within: number): number {
    const { correction } = this.handling;
    if (correction === 0) return 0;
    const completed = between(registered, n - CORRECTION_DAYS - 1, n - within - 1);
    return within < CORRECTION_DAYS ? (completed * correction) / CORRECTION_DAYS : 0;
  }

  /** Chance of 1, 2, … services of a kind where there is one and there can be at most so many. */
  several(most: number): number[] {
    const { repeat } = this.handling;
    return Array.from({ length: most }, (_, i) => repeat ** i * (i < most - 1 ? 1 - repeat : 1));
  }

  /** Chance that a case finished with so many working days left in the run is put right within it. */
  corrected(left: number): number {
    return (this.handling.correction * Math.min(CORRECTION_DAYS, left)) / CORRECTION_DAYS;
  }
}
