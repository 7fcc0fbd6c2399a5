import { checkAssessment } from '../../collect/assessments/check-assessment.ts';
import { readAssessment, type AssessmentFault } from '../../collect/assessments/read-assessment.ts';
import { assessmentContent, type Assessment } from '../../model/evaluation/assessment.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { addDigest, newDigest } from '../../model/record/digest.ts';
import { digestOfTexts } from '../../model/record/text-digest.ts';
import type { RefusalReason, RefusedByReason } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { cutOff, type Line } from '../../national/lines.ts';
import { AssessmentTally } from '../../rollup/assessment-tally.ts';
import type { Store } from '../../store/open.ts';
import { assessmentBefore } from '../../store/read/assessments.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { addAssessmentCells, assessmentWriter } from '../../store/write/assessments.ts';
import { RefusalWriter } from '../../store/write/refusals.ts';
import { addToRun } from '../../store/write/runs.ts';

/** What came of lines of assessments. */
export interface CollectedAssessments {
  readonly assessments: number;
  readonly duplicates: number;
  readonly refused: RefusedByReason;
}

/** Refused assessments are written this many at a time. */
const WINDOW = 4096;

/**
 * Takes assessments (评估记录) into a run, inside its transaction: each line is read and checked by itself, what is accepted is stored and
 * counted, what is refused is kept. The second of a double assessment comes after the first.
 */
export class AssessmentIntake {
  private readonly digest = newDigest();
  private readonly tally = new AssessmentTally();
  private readonly refusals: RefusalWriter;
  private readonly refused = new Map<RefusalReason, number>();
  private readonly before: (sought: Assessment) => Assessment | undefined;
  private readonly write: (assessment: Assessment, task: number) => void;
  private readonly today: number;
  private readonly reference: Knowledge['reference'];
  private accepted = 0;
  private duplicates = 0;
  private held = 0;

  constructor(
    private readonly store: Store,
    private readonly run: number,
    { reference }: Pick<Knowledge, 'reference'>,
    now: number,
  ) {
    this.refusals = new RefusalWriter(store, run);
    this.before = assessmentBefore(store);
    this.write = assessmentWriter(store, run);
    this.today = Math.floor(now / DAY_SECONDS);
    this.reference = referenceOfStore(store, reference);
  }

  read(line: Line, source: string): void {
    const read = readAssessment(line);
    if ('reason' in read) {
      if (!line.terminated && read.reason === 'malformed' && read.field === '')
        throw cutOff(source, line.number);
      this.refuse(read, line, source);
      return;
    }
    const fault = this.take(read.assessment);
    if (fault) this.refuse(fault, line, source);
  }

  /** Counts and digest of what was accepted go to the run and to the whole database. */
  end(seconds: number): CollectedAssessments {
    const { store, run, digest, tally, accepted, duplicates } = this;
    this.refusals.flush();
    addAssessmentCells(store, tally.cells());
    const refused = [...this.refused.values()].reduce((sum, n) => sum + n, 0);
    addToRun(store, run, { seconds, services: 0, ratings: 0, duplicates, refused, digest });
    return { assessments: accepted, duplicates, refused: Object.fromEntries(this.refused) };
  }

  /** Stores an assessment, or says what is at fault. */
  private take(assessment: Assessment): AssessmentFault | undefined {
    const { store, reference, today, before } = this;
    const registerOn = (day: number): Register => knownRegister(store, day);
    const fault = checkAssessment(assessment, { reference, registerOn, today, before });
    if (fault) return fault;
    const earlier = before(assessment);
    const content = assessmentContent(assessment);
    if (earlier !== undefined) {
      if (assessmentContent(earlier) !== content) return { reason: 'conflict', field: 'taskCode' };
      this.duplicates++;
      return undefined;
    }
    const task = knownRegister(store).taskByCode.get(assessment.taskCode);
    if (task === undefined) return { reason: 'unknown-item', field: 'taskCode' };
    this.write(assessment, task.id);
    this.tally.add(task.unitIndex, assessment);
    addDigest(this.digest, digestOfTexts([content]));
    this.accepted++;
    return undefined;
  }

  private refuse({ reason, field }: AssessmentFault, { text, number, bytes }: Line, source: string): void {
    this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
    this.refusals.add({ reason, kind: 'assessment', field, source, line: number, raw: text, bytes });
    if (++this.held < WINDOW) return;
    this.refusals.flush();
    this.held = 0;
  }
}
