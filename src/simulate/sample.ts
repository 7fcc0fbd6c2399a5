import type { Knowledge } from '../model/knowledge.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { expectedCases, firstDays, recordsPerCase } from './expected-records.ts';

/** Records a sample aims at. */
const RECORDS = 28_000;
/** Days a sample covers at most: its time grows with units × days. */
const DAYS = 366;

/** A scenario cut to a sample, and what the sample says of the whole. */
export interface Sample {
  /** The units of the whole run and up to a year of its days; fewer cases stand for all. */
  readonly scenario: Scenario;
  /** Times as many cases as in the whole run. */
  readonly scale: number;
  /** Records that the whole run can be expected to have where the sample has so many. */
  readonly recordsOfWhole: (records: number) => number;
}

export function sampleOf(scenario: Scenario, knowledge: Knowledge): Sample {
  const whole = expectedCases(scenario, knowledge);
  const cut = firstDays(scenario, DAYS);
  const cases = expectedCases(cut, knowledge);
  const scale = Math.min(1, RECORDS / (cases * recordsPerCase(scenario)));
  return {
    scenario: { ...cut, casesPerYear: scenario.casesPerYear * scale },
    scale,
    recordsOfWhole: (records) => (cases === 0 ? 0 : Math.round((records / scale) * (whole / cases))),
  };
}
