import type { Knowledge } from '../../model/knowledge.ts';
import { addRefused } from '../../model/refusal.ts';
import { runsOfScenario } from '../../model/scenario/years.ts';
import type { Store } from '../../store/open.ts';
import type { Clock } from '../clock.ts';
import { simulateRun, type RunOptions, type SimulateReport } from './simulate-run.ts';
import { SimulationThreads } from './threads.ts';

export interface SimulateOptions extends RunOptions {
  /** 1 = everything on this thread; n = n threads simulate, and this one stores what they make. */
  readonly threads: number;
}

/**
 * Makes all runs of a scenario one after the other: one, or one a year where its qualities differ by year. Each is stored
 * by itself, so that what is broken off goes on with the year it was in. The report is that of the last run with the sums
 * of all. Throws what `simulateRun` throws.
 */
export async function simulateScenario(
  store: Store,
  truth: Store,
  options: SimulateOptions,
  knowledge: Knowledge,
  clock: Clock,
): Promise<SimulateReport> {
  const threads = options.threads > 1 ? new SimulationThreads(options.threads) : undefined;
  try {
    const scenarios = runsOfScenario(options.scenario);
    let sum: SimulateReport | undefined;
    for (const [i, scenario] of scenarios.entries()) {
      const before = sum;
      const progress = (done: number, all: number, records: number): void => {
        const earlier = (before?.services ?? 0) + (before?.ratings ?? 0);
        // Years have about as many partitions each.
        options.progress?.(i * all + done, scenarios.length * all, earlier + records);
      };
      const given = { ...options, scenario, progress };
      const report = await simulateRun(store, truth, given, knowledge, clock, threads);
      sum = before === undefined ? report : together(before, report);
    }
    if (sum === undefined) throw new Error('a scenario has a run at least');
    return sum;
  } finally {
    await threads?.stop();
  }
}

const together = (before: SimulateReport, report: SimulateReport): SimulateReport => ({
  ...report,
  services: before.services + report.services,
  ratings: before.ratings + report.ratings,
  rectifications: before.rectifications + report.rectifications,
  refused: addRefused(before.refused, report.refused),
  seconds: before.seconds + report.seconds,
  already: before.already && report.already,
});
