import { z } from 'zod';
import type { Knowledge } from '../../model/knowledge.ts';
import { isFinished, type Run } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { runsOfScenario } from '../../model/scenario/years.ts';
import { expectedCases, recordsPerCase } from '../../simulate/expected-records.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { listRuns } from '../../store/read/runs.ts';
import { readScenario } from '../../store/reference.ts';

/** Share of its cases that the series is made with at a first start: more than two million records a year. With the pages prepared it takes less than a minute on two idle cores. */
const SHARE = 0.06;

/** The scenario that an empty database is filled with, and its seed: the default of `simulate`. */
export function firstScenario(): { readonly scenario: Scenario; readonly seed: number } {
  const scenario = readScenario('national-series');
  return { scenario: { ...scenario, casesPerYear: Math.round(scenario.casesPerYear * SHARE) }, seed: 7 };
}

/** Services and ratings that the scenario can be expected to have, in all its years. */
export const expectedRecords = (scenario: Scenario, knowledge: Knowledge): number =>
  runsOfScenario(scenario).reduce(
    (sum, year) => sum + expectedCases(year, knowledge) * recordsPerCase(year),
    0,
  );

/** True of an empty database, and of one that holds nothing but some years of the scenario, the last of them unfinished perhaps. */
export function lacksYears(store: Store, scenario: Scenario, seed: number): boolean {
  const runs = listRuns(store);
  if (runs.length === 0) return contentOf(store).services === 0;
  const finished = runs.filter(isFinished).length;
  return (
    runs.every((run) => isOf(run, scenario, seed)) &&
    (finished < runs.length || finished < runsOfScenario(scenario).length)
  );
}

const isOf = ({ kind, settings, seed }: Run, scenario: Scenario, wanted: number): boolean =>
  kind === 'simulate' &&
  seed === wanted &&
  JSON.stringify(stated.parse(JSON.parse(settings))) === JSON.stringify(stated.parse(scenario));

const stated = z.object({ name: z.string(), casesPerYear: z.number() });
