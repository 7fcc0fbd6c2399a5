import type { RefusalReason } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { RatingCell, ServiceCell } from '../../model/cells.ts';
import { dayOf, monthOf, weekdayOf } from '../../model/time/time.ts';
import { closeStore, openInMemory } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { servicesByDay } from '../../store/read/rows.ts';
import type { Clock } from '../clock.ts';
import { expectedCases, firstDays, recordsPerCase } from '../../simulate/expected-records.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { simulateRun } from './simulate-run.ts';

/** A small sample of a scenario, made and collected like a whole run, and what is published of it. */
export interface Preview {
  /** Times as many cases as in the whole run. */
  readonly scale: number;
  /** Days simulated, both ends included. */
  readonly from: string;
  readonly to: string;
  readonly services: number;
  readonly ratings: number;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  readonly seconds: number;
  /** Records that the whole run can be expected to have. */
  readonly expectedRecords: number;
  readonly months: readonly number[];
  readonly ratingCells: readonly RatingCell[];
  readonly serviceCells: readonly ServiceCell[];
  /** Services by weekday, Monday first. */
  readonly weekdays: readonly number[];
}

/** Records a preview aims at. */
const RECORDS = 28_000;
/** Days a preview covers at most: its time grows with units × days. */
const DAYS = 366;

/** Records that a run can be expected to have, from the parameters alone. */
export const roughRecords = (scenario: Scenario, knowledge: Knowledge): number =>
  expectedCases(scenario, knowledge) * recordsPerCase(scenario);

/**
 * Simulates a sample of a scenario into a store in memory, through the same collection as every run. It has the units
 * of the whole run and up to a year of its days; fewer cases stand for all. The truth is made and thrown away unread.
 */
export async function previewRun(
  scenario: Scenario,
  seed: number,
  knowledge: Knowledge,
  programVersion: string,
  clock: Clock,
): Promise<Preview> {
  const began = clock.elapsed();
  const whole = expectedCases(scenario, knowledge);
  const cut = firstDays(scenario, DAYS);
  const cases = expectedCases(cut, knowledge);
  const scale = Math.min(1, RECORDS / (cases * recordsPerCase(scenario)));
  const sample = { ...cut, casesPerYear: scenario.casesPerYear * scale };
  const { store, truth } = openInMemory();
  try {
    const report = await simulateRun(
      store,
      truth,
      { scenario: sample, seed, threads: 1, programVersion },
      knowledge,
      clock,
    );
    const always = { label: '', first: 0, last: monthOf(dayOf(2099, 12, 31)) };
    const weekdays = Array.from({ length: 7 }, () => 0);
    for (const { day, n } of servicesByDay(store)) {
      const weekday = weekdayOf(day);
      weekdays[weekday] = (weekdays[weekday] ?? 0) + n;
    }
    const records = report.services + report.ratings;
    return {
      scale,
      from: sample.from,
      to: sample.to,
      services: report.services,
      ratings: report.ratings,
      refused: report.refused,
      seconds: clock.elapsed() - began,
      expectedRecords: cases === 0 ? 0 : Math.round((records / scale) * (whole / cases)),
      months: monthsWithData(store),
      ratingCells: ratingCells(store, always),
      serviceCells: serviceCells(store, always),
      weekdays,
    };
  } finally {
    closeStore(truth);
    closeStore(store);
  }
}
