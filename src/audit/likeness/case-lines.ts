import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Span } from '../../simulate/span.ts';
import { HALL, ONLINE } from '../../simulate/world/tables.ts';
import { Counts, numbered, ShareCounter } from './counters.ts';
import { between, MOST, type CaseExpectation, type Durations } from '../expected/cases.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';
import type { Scope } from './volume-lines.ts';

/** A stored case: what its services say of it. */
export interface StoredCase {
  readonly task: number;
  readonly place: number;
  /** Second of application, -1 where no service says it. */
  readonly applied: number;
  /** Position of the day of application in the span. */
  readonly d: number;
  readonly accepted: boolean;
  readonly consultations: number;
  readonly supplements: number;
  readonly payments: number;
  readonly completions: number;
  /** Working days until the first completion, where there is one. */
  readonly taken: number;
}

/** Shares of the promise at which the time taken is cut. */
const promiseCuts = [0.25, 0.5, 0.75, 1, 1.5];
const promiseKeys = ['25', '50', '75', '100', '150', 'more'] as const;
/** Service records of a case, by bits: 1 acceptance, 2 supplement, 4 completion. */
const caseShapes = ['none', 'A', 'S', 'AS', 'F', 'AF', 'SF', 'ASF'] as const;
const placeKeys = ['online', 'hall'] as const;

const FIRST = {
  consultation: 0,
  supplement: MOST.consultation,
  payment: MOST.consultation + MOST.supplement,
};
const repeatKeys = Object.entries(MOST).flatMap(([kind, most]) =>
  numbered(1, most).map((n) => `${kind}-${n}`),
);

const sumOf = (chances: Float64Array): number => chances.reduce((sum, chance) => sum + chance, 0);

/** Counts what cases are like, each when it is complete. */
export class CaseLines {
  private readonly places = new Counts(placeKeys);
  private readonly hours = placeKeys.map(() => new Counts(numbered(0, 23)));
  private readonly shapes = new Counts(caseShapes);
  private readonly retention = new ShareCounter();
  private readonly overruns = new ShareCounter();
  private readonly promises = new Counts(promiseKeys);
  private readonly consultations = new ShareCounter();
  private readonly payments = new ShareCounter();
  private readonly repeats = new Counts(repeatKeys);
  private readonly corrections = new ShareCounter();
  private readonly begunBefore = new ShareCounter();

  constructor(
    private readonly expectation: CaseExpectation,
    private readonly span: Span,
    private readonly scope: Scope,
  ) {}

  /** A call to the hotline comes at the hours of online cases. */
  addCall(task: number, calledAt: number): void {
    this.addHour(ONLINE, task, calledAt);
  }

  private addHour(place: number, task: number, at: number): void {
    if (at < 0) return;
    this.hours[place]?.see(Math.floor((at % DAY_SECONDS) / 3600));
    this.hours[place]?.expectAll(0, this.expectation.hours(place, task));
  }

  add(stored: StoredCase): void {
    const { expectation } = this;
    const { task, place, d, completions } = stored;
    if (completions > 0) this.addBegunBefore(stored);
    // Of a case that began before the run only its last part is seen.
    if (d < this.span.first) return;
    const { off, position } = this.span;
    const online = expectation.online(task, off[d] === 1);
    this.places.see(place);
    this.places.expect(ONLINE, online);
    this.places.expect(HALL, 1 - online);
    this.addHour(place, task, stored.applied);
    /** Working days left in the run. */
    const left = (position.at(-1) ?? 0) - (position[d] ?? 0);
    this.addShape(stored, left);
    this.addConsultations(stored, left);
    if (completions === 0) return;
    this.addTime(stored, left);
    this.addPayments(stored);
    const correction = expectation.corrected(left - stored.taken);
    this.corrections.add(completions > 1, correction);
  }

  /** Whether a finished case began before the run; one that is kept past its promise is left to another line. */
  private addBegunBefore({ task, d, taken }: StoredCase): void {
    const { promised, kept } = this.expectation.durationsOf(task);
    if (promised === 0 || taken >= kept) return;
    const { unit } = this.scope.world.tasks[task] ?? {};
    const { days, first, position } = this.span;
    const isSampled = (on: number): boolean =>
      unit !== undefined && this.scope.looksAt(unit.index, days[on] ?? 0);
    const completedAt = (position[d] ?? 0) + taken;
    this.begunBefore.add(d < first, this.expectation.begunBefore(task, completedAt, isSampled));
  }

  private addShape({ task, accepted, supplements, completions, taken }: StoredCase, left: number): void {
    const { expectation } = this;
    const { acceptanceRecorded, consultation } = expectation.handling;
    const { done, doneAsked, withdrawn, ...asked } = expectation.courseOf(task, left);
    const [openAsked, withdrawnAsked] = [sumOf(asked.openAsked), sumOf(asked.withdrawnAsked)];
    const openUnasked = 1 - done - withdrawn - openAsked;
    this.shapes.see((completions > 0 ? 4 : 0) + (supplements > 0 ? 2 : 0) + (accepted ? 1 : 0));
    const chances = [
      (1 - acceptanceRecorded) * consultation * openUnasked,
      withdrawn - withdrawnAsked + acceptanceRecorded * openUnasked,
      (1 - acceptanceRecorded) * openAsked,
      withdrawnAsked + acceptanceRecorded * openAsked,
      (1 - acceptanceRecorded) * (done - doneAsked),
      acceptanceRecorded * (done - doneAsked),
      (1 - acceptanceRecorded) * doneAsked,
      acceptanceRecorded * doneAsked,
    ];
    // A case without any record by the end is not seen.
    const recorded = expectation.recorded(task, left);
    chances.forEach((chance, shape) => {
      this.shapes.expect(shape, recorded > 0 ? Math.max(0, chance) / recorded : 0);
    });
    if (supplements === 0) return;
    // One a day, from half of the time taken to the day before completion.
    if (completions > 0) this.addRepeats('supplement', supplements, taken - (taken >> 1));
    else this.addOpenRepeats(supplements, asked.openAsked, asked.withdrawnAsked);
  }

  /** The supplements of a case that is not finished, by those there was time for. */
  private addOpenRepeats(supplements: number, open: Float64Array, withdrawn: Float64Array): void {
    const chances = open.map((chance, most) => chance + (withdrawn[most] ?? 0));
    const all = sumOf(chances);
    if (all === 0) return;
    this.see('supplement', supplements);
    chances.forEach((chance, most) => {
      this.expectRepeats('supplement', most, chance / all);
    });
  }

  private addConsultations({ task, consultations }: StoredCase, left: number): void {
    const { expectation } = this;
    // Whoever consults is seen in any case.
    const recorded = expectation.recorded(task, left);
    this.consultations.add(consultations > 0, Math.min(1, expectation.handling.consultation / recorded));
    if (consultations > 0) this.addRepeats('consultation', consultations, MOST.consultation);
  }

  private addPayments({ payments }: StoredCase): void {
    this.payments.add(payments > 0, this.expectation.handling.payment);
    if (payments > 0) this.addRepeats('payment', payments, MOST.payment);
  }

  /** One service of a kind and those that followed it, of at most so many. */
  private addRepeats(kind: keyof typeof MOST, n: number, most: number): void {
    this.see(kind, n);
    this.expectRepeats(kind, most, 1);
  }

  private see(kind: keyof typeof MOST, n: number): void {
    this.repeats.see(FIRST[kind] + Math.min(n, MOST[kind]) - 1);
  }

  private expectRepeats(kind: keyof typeof MOST, most: number, chance: number): void {
    this.expectation.several(Math.min(most, MOST[kind])).forEach((share, i) => {
      this.repeats.expect(FIRST[kind] + i, chance * share);
    });
  }

  /** The time that a finished case took: first whether it was kept past its promise, then the time of the others. */
  private addTime({ task, taken }: StoredCase, left: number): void {
    const durations = this.expectation.durationsOf(task);
    const { promised, kept, registered } = durations;
    // What is done on the spot takes no time.
    if (promised === 0) return;
    const done = between(registered, -1, left);
    if (done === 0) return;
    if (kept < Infinity) this.retention.add(taken >= kept, between(registered, kept - 1, left) / done);
    if (taken < kept) this.addUsualTime(durations, taken, Math.min(left, kept - 1));
  }

  private addUsualTime({ promised, registered }: Durations, taken: number, most: number): void {
    const done = between(registered, -1, most);
    if (done === 0) return;
    this.overruns.add(taken > promised, between(registered, promised, most) / done);
    const slot = promiseCuts.findIndex((cut) => taken <= cut * promised + 1e-9);
    this.promises.see(slot < 0 ? promiseCuts.length : slot);
    let from = -1;
    promiseKeys.forEach((_, i) => {
      const cut = promiseCuts[i];
      const to = cut === undefined ? most : Math.min(most, Math.floor(cut * promised + 1e-9));
      this.promises.expect(i, between(registered, from, to) / done);
      from = Math.max(from, to);
    });
  }

  lines(): GoodnessOfFit[] {
    return [
      ...this.places.shapes('case', 'places'),
      ...(this.hours[ONLINE]?.shapes('case', 'hoursOnline') ?? []),
      ...(this.hours[HALL]?.shapes('case', 'hoursHall') ?? []),
      ...this.shapes.shapes('case', 'stages'),
      ...this.retention.line('case', 'retention'),
      ...this.overruns.line('case', 'overruns'),
      ...this.promises.shapes('case', 'timeTaken'),
      ...this.consultations.line('case', 'consultations'),
      ...this.payments.line('case', 'payments'),
      ...this.repeats.shapes('case', 'repeats'),
      ...this.corrections.line('case', 'corrections'),
      ...this.begunBefore.line('case', 'begunBefore'),
    ];
  }
}
