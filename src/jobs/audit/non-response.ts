import { weighAnswers, type NonResponse } from '../../measure/weighting/weigh-answers.ts';
import type { Reference } from '../../model/reference.ts';
import type { Run } from '../../model/run.ts';
import type { FeltCount } from '../../model/truth-totals.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { answerCells } from '../../store/read/answer-cells.ts';
import { listRuns, readRun } from '../../store/read/runs.ts';
import { truthTotals } from './truth-totals.ts';

/** What was felt: in all services of a run, and behind its ratings. */
interface FeltBySide {
  readonly all: readonly FeltCount[];
  readonly rated: readonly FeltCount[];
}

/** The answers of a run weighed to the register of its cases, beside the truth. */
export interface RunNonResponse extends NonResponse {
  /** Null where the truth is not at hand, or other records lie in the same days. */
  readonly truth: FeltBySide | null;
}

/** Null where the run has no days of its own, or its rows were not kept. */
export function runNonResponse(store: Store, reference: Reference, id: number): RunNonResponse | null {
  const run = readRun(store, id);
  const { firstDay, lastDay } = run;
  if (firstDay === null || lastDay === null || run.rowsKept === 0) return null;
  const cells = answerCells(store, firstDay * DAY_SECONDS, (lastDay + 1) * DAY_SECONDS);
  const isAlone = listRuns(store).every(
    (other) => other.id === id || liesApartFrom(other, firstDay, lastDay),
  );
  const totals = isAlone ? truthTotals(store, id, []) : null;
  return {
    ...weighAnswers(cells, reference.levels),
    truth: totals && { all: totals.felt, rated: totals.feltByRated },
  };
}

const liesApartFrom = (run: Run, first: number, last: number): boolean =>
  run.services === 0 ||
  (run.firstDay !== null && run.lastDay !== null && (run.lastDay < first || run.firstDay > last));
