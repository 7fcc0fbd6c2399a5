import { isTaskCode, isUscc } from '../../model/record/identifiers.ts';
import type { NationalPrinter } from '../../national/record-printer.ts';
import type { ServedRow } from '../../model/record/row.ts';
import { Findings, masked } from './findings.ts';
import type { ValidityCheck } from '../../model/quality-report.ts';
import { PrintedChecks } from './printed-checks.ts';
import { RatingChecks } from './rating-checks.ts';
import { ServiceChecks, type ServiceRules } from './service-checks.ts';

/** What the rows are checked against. */
export interface ValidityRules extends ServiceRules {
  readonly printer: NationalPrinter;
  /** Print and read back one service record of so many. */
  readonly printEvery: number;
}

/**
 * Checks stored rows again, by rules of its own: it shares nothing with the checks of the collection but the lists of
 * codes and the checksums. Rows come in key order.
 */
export class ValidityCheckers {
  private readonly findings: Findings;
  private readonly services: ServiceChecks;
  private readonly ratings: RatingChecks;
  private readonly printed: PrintedChecks;

  constructor(private readonly rules: ValidityRules) {
    this.findings = new Findings(rules.register);
    this.services = new ServiceChecks(rules, this.findings);
    this.ratings = new RatingChecks(rules, this.findings);
    this.printed = new PrintedChecks(rules.printer, rules.printEvery, this.findings);
  }

  /** Codes of the offices and items of some units, or of all. */
  addRegister(units: ReadonlySet<number> | undefined): void {
    for (const { code, unitIndex } of this.rules.register.offices) {
      if (units?.has(unitIndex) === false) continue;
      this.findings.check('officeCode', isUscc(code) && code.slice(2, 4) === '99', () => masked(code));
    }
    for (const { taskCode, office, unitIndex } of this.rules.register.tasks) {
      if (units?.has(unitIndex) === false) continue;
      this.findings.check('taskCode', isTaskCode(taskCode) && taskCode.startsWith(office), () =>
        masked(taskCode),
      );
    }
  }

  /** A count of rows against the one that the run says. */
  addCount(kind: 'services' | 'ratings', found: number, said: number): void {
    this.findings.check('rowCount', found === said, () => `${kind} ${String(found)} ≠ ${String(said)}`);
  }

  /** One service with its ratings, and what of them is of the run: the rest says only what its rows follow. */
  add({ service, ratings }: ServedRow, own: ServedRow): void {
    if (service !== undefined) {
      if (own.service === undefined) this.services.passOver(service);
      else {
        this.services.add(service);
        this.printed.add(service);
      }
    }
    for (const rating of ratings) {
      if (own.ratings.includes(rating)) this.ratings.add(rating, service);
      else this.ratings.passOver(rating);
    }
  }

  results(): ValidityCheck[] {
    return this.findings.results();
  }
}
