import type { RefusedByReason } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { RatingCell, ServiceCell } from '../../model/cells.ts';
import { allMonths } from '../../model/time/period.ts';
import { closeStore, openInMemory } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { servicesByWeekday } from '../../store/read/rows.ts';
import type { Clock } from '../clock.ts';
import { expectedCases, recordsPerCase } from '../../simulate/expected-records.ts';
import { sampleOf } from '../../simulate/sample.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { simulateScenario } from './simulate-scenario.ts';

/** A small sample of a scenario, made and collected like a whole run, and what is published of it. */
export interface Preview {
  /** Times as many cases as in the whole run. */
  readonly scale: number;
  /** Days simulated, both ends included. */
  readonly from: string;
  readonly to: string;
  readonly services: number;
  readonly ratings: number;
  readonly refused: RefusedByReason;
  readonly seconds: number;
  /** Records that the whole run can be expected to have. */
  readonly expectedRecords: number;
  readonly months: readonly number[];
  readonly ratingCells: readonly RatingCell[];
  readonly serviceCells: readonly ServiceCell[];
  /** Services by weekday, Monday first. */
  readonly weekdays: readonly number[];
}

/** Records that a run can be expected to have, from the parameters alone. */
export const roughRecords = (scenario: Scenario, knowledge: Knowledge): number =>
  expectedCases(scenario, knowledge) * recordsPerCase(scenario);

/**
 * Simulates a sample of a scenario into a store in memory, through the same collection as every run. The truth is made
 * and thrown away unread.
 */
export async function previewRun(
  scenario: Scenario,
  seed: number,
  knowledge: Knowledge,
  programVersion: string,
  clock: Clock,
): Promise<Preview> {
  const began = clock.elapsed();
  const { scenario: sample, scale, recordsOfWhole } = sampleOf(scenario, knowledge);
  const options = { scenario: sample, seed, threads: 1, programVersion };
  const { store, truth } = openInMemory();
  try {
    const { services, ratings, refused } = await simulateScenario(store, truth, options, knowledge, clock);
    return {
      scale,
      from: sample.from,
      to: sample.to,
      services,
      ratings,
      refused,
      seconds: clock.elapsed() - began,
      expectedRecords: recordsOfWhole(services + ratings),
      months: monthsWithData(store),
      ratingCells: ratingCells(store, allMonths),
      serviceCells: serviceCells(store, allMonths),
      weekdays: servicesByWeekday(store),
    };
  } finally {
    closeStore(truth);
    closeStore(store);
  }
}
