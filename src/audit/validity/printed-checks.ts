import { parseCaseNumber } from '../../national/case-number.ts';
import { characters } from '../../model/characters.ts';
import { isResidentNumber, isTaskCode, isUscc } from '../../model/record/identifiers.ts';
import { isForeign, partsOf } from '../../model/record/key.ts';
import type { ServiceRow } from '../../model/record/row.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { NationalPrinter } from '../../national/record-printer.ts';
import { masked, type Findings } from './findings.ts';

const textOf = (record: unknown, field: string): string => {
  const value: unknown =
    typeof record === 'object' && record !== null ? Reflect.get(record, field) : undefined;
  return typeof value === 'string' ? value : '';
};

/** Prints one service record of so many and reads it back: its identifiers must stand every test from outside. */
export class PrintedChecks {
  private services = 0;

  constructor(
    private readonly printer: NationalPrinter,
    private readonly every: number,
    private readonly findings: Findings,
  ) {}

  add(row: ServiceRow): void {
    if (this.services++ % this.every === 0) this.checkPrinted(row);
  }

  /** The record as others would get it. */
  private checkPrinted(row: ServiceRow): void {
    const record: unknown = JSON.parse(this.printer.service(row));
    const certificate = textOf(record, 'certKey');
    const reserved = certificate.startsWith('99') || certificate.slice(2, 4) === '99';
    this.findings.check(
      'certificate',
      reserved &&
        (textOf(record, 'userPageType') === '111'
          ? isResidentNumber(certificate, Math.floor(row.serviceAt / DAY_SECONDS))
          : isUscc(certificate)),
      () => this.findings.example(row, masked(certificate)),
    );
    const projectNo = textOf(record, 'projectNo');
    const read = parseCaseNumber(projectNo);
    const parts = partsOf(row.key);
    this.findings.check(
      'caseNumber',
      isForeign(row.key)
        ? projectNo !== '' && characters(projectNo) <= 50
        : read?.taskCode === textOf(record, 'taskCode') &&
            isTaskCode(read.taskCode) &&
            read.day === parts.day &&
            read.serial === parts.serial,
      () => masked(projectNo),
    );
  }
}
