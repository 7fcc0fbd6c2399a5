import { Block, threefry, threshold, uniform, WORDS } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT } from '../../model/time/time.ts';

/** Most services of a kind that a case has: with acceptance, completion and correction, sixteen in all. */
const MOST = { consultation: 5, supplement: 5, payment: 3 } as const;

/** Blocks of keyed words of a case: each question has its own, so that no switch moves another. */
const AT = {
  consultation: 4,
  payment: 5,
  correction: 6,
  retention: 7,
  withdrawal: 8,
  moreConsultations: 9,
  moreSupplements: 10,
  morePayments: 11,
  /** One for each supplement after the first. */
  supplementTime: 12,
} as const;

/** Working days after completion on which a wrong result is put right: 1 to 10, an assumption. */
export const CORRECTION_DAYS = 10;
/** Seconds before a service that a consultation begins, and before completion that a payment is made, at most. */
const CONSULTED = 5400;
const PAID = 3600;

/**
 * What may happen to a case besides acceptance, one supplement and completion: each a chance of its own. Where the
 * chance is 0 nothing is drawn.
 */
export class CaseLife {
  /** Working days after completion on which a result can still be put right. */
  readonly longestCorrection: number;
  private readonly block = new Block();
  private readonly consultation: number;
  private readonly payment: number;
  private readonly correction: number;
  private readonly retention: number;
  private readonly withdrawal: number;
  private readonly repeat: number;
  private readonly retentionTimes: number;
  private key = 0;
  private entity = 0;
  private consultationWord = 0;
  private consulted = 0;
  private paymentWord = 0;
  private paid = 0;
  private correctionWord = 0;

  constructor(
    handling: Scenario['handling'],
    private readonly seed: number,
  ) {
    this.consultation = threshold(handling.consultation);
    this.payment = threshold(handling.payment);
    this.correction = threshold(handling.correction);
    this.longestCorrection = this.correction === 0 ? 0 : CORRECTION_DAYS;
    this.retention = threshold(handling.retention);
    this.withdrawal = threshold(handling.withdrawal);
    this.repeat = handling.repeat;
    this.retentionTimes = handling.retentionTimes;
  }

  /** The case that is asked about from now on, by the key words of its draws. */
  begin(key: number, entity: number): void {
    this.key = key;
    this.entity = entity;
  }

  /** Working days the case takes: many promises where it is kept past its own. */
  daysKept(usual: number, promised: number): number {
    if (!this.happens(this.retention, AT.retention)) return usual;
    return Math.max(usual, Math.ceil(promised * this.retentionTimes));
  }

  /** Working days after application, less than the case would take, when it is withdrawn; ABSENT where it is not. */
  withdrawnAfter(taken: number): number {
    return this.happens(this.withdrawal, AT.withdrawal) ? Math.floor((this.block.b / WORDS) * taken) : ABSENT;
  }

  /** How many consultations come before the application. */
  consultations(): number {
    if (!this.happens(this.consultation, AT.consultation)) return 0;
    this.consultationWord = this.block.b;
    this.consulted = this.several(AT.moreConsultations, MOST.consultation);
    return this.consulted;
  }

  /** The ith consultation: on the day of application, after the place has opened. */
  consultedAt(i: number, opensAt: number, appliedAt: number): number {
    const before = Math.min(300 + (this.consultationWord % CONSULTED), Math.max(0, appliedAt - opensAt));
    return appliedAt - Math.floor((before * (this.consulted - i)) / this.consulted);
  }

  /** How many supplements are asked for, one a day, where one is. */
  supplements(days: number): number {
    return Math.min(days, this.several(AT.moreSupplements, MOST.supplement));
  }

  /** The word that says when on its day the ith supplement is made. */
  supplementWord(i: number, first: number): number {
    if (i === 0) return first;
    threefry(this.seed, this.key, this.entity, AT.supplementTime + i - 1, this.block);
    return this.block.a;
  }

  /** How many payments are made before completion. */
  payments(): number {
    if (!this.happens(this.payment, AT.payment)) return 0;
    this.paymentWord = this.block.b;
    this.paid = this.several(AT.morePayments, MOST.payment);
    return this.paid;
  }

  /** The ith payment: shortly before completion, but not before this second. */
  paidAt(i: number, notBefore: number, finishedAt: number): number {
    const before = 600 + (this.paymentWord % (PAID - 600));
    const most = Math.min(before, finishedAt - notBefore);
    return finishedAt - Math.floor((most * (this.paid - i)) / (this.paid + 1));
  }

  /** Working days from completion until a wrong result is put right; 0 where it was right. */
  daysToCorrection(): number {
    if (!this.happens(this.correction, AT.correction)) return 0;
    this.correctionWord = this.block.b;
    return 1 + (this.correctionWord % CORRECTION_DAYS);
  }

  /** The word that says when on its day a result is put right. */
  correctionTime(): number {
    return this.correctionWord >>> 8;
  }

  /** Draws the block of a question where its chance is not 0; true when its first word says yes. */
  private happens(chance: number, n: number): boolean {
    if (chance === 0) return false;
    threefry(this.seed, this.key, this.entity, n, this.block);
    return this.block.a < chance;
  }

  /** One and those that follow it, each with the same chance. */
  private several(n: number, most: number): number {
    if (this.repeat === 0) return 1;
    threefry(this.seed, this.key, this.entity, n, this.block);
    return Math.min(most, 1 + Math.floor(Math.log(uniform(this.block.a)) / Math.log(this.repeat)));
  }
}
