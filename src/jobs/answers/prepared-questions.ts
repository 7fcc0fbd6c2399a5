import { comparedAtFirst, type Knowledge } from '../../model/knowledge.ts';
import { defaultPeriod, periodsWithData } from '../../model/time/period-choice.ts';
import { holdsData, parsePeriod, periodBefore, type Period } from '../../model/time/period.ts';
import { printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { storedPlans } from '../../store/read/assessments.ts';
import { listRuns } from '../../store/read/runs.ts';
import { usualUncertainty } from '../measure/choices/choice-uncertainty.ts';
import { figuresMark } from './kept-answers.ts';
import type { Preparation } from './preparation.ts';

/** Runs whose pages are made ready, the latest. */
const RUNS = 8;

export interface PreparedPlace {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Months that have data, rising. */
  readonly months: readonly number[];
  /** The mark of the data. */
  readonly data: string;
}

/**
 * What the pages of results ask before a reader chooses anything: of the period that they show, and of the one before it. What
 * takes longest comes first, and what rests on a measurement after it.
 */
export function firstSteps({ store, knowledge, months, data }: PreparedPlace): Preparation[] {
  const shown = defaultPeriod(months);
  if (shown === undefined) return [];
  const before = periodBefore(shown);
  const periods = holdsData(months, before) ? [shown, before] : [shown];
  const { edition } = knowledge.methods;
  const { from, to } = comparedAtFirst(knowledge.editions);
  return [
    ...periods.map(
      (period): Preparation =>
        ({ keep }) =>
          keep('measurement', { period, edition }),
    ),
    ...periods.map(
      (period): Preparation =>
        ({ keep }) =>
          keep('periodRatings', { period }),
    ),
    ({ keep }) => keep('editions', { period: shown, from, to }),
    ({ keep }) =>
      keep('choiceUncertainty', { period: shown, edition, kind: 'province', request: usualUncertainty }),
    furtherOfPeriod(shown, edition),
    ({ keep }) => keep('comparisons', null),
    ...latestRuns(store).map(
      (run): Preparation =>
        ({ keep }) =>
          keep('figures', { database: '', run: run.id }, figuresMark(data, run)),
    ),
  ];
}

/**
 * The quality of the runs, what detectors flag and what the truth says, which take long, the years that a reader may choose, and what bulletins count.
 * The latest come first.
 */
export function furtherSteps({ store, knowledge, months }: PreparedPlace): Preparation[] {
  const shown = defaultPeriod(months);
  if (shown === undefined) return [];
  const { edition } = knowledge.methods;
  const years = [...new Set(months.map((month) => printMonth(month).slice(0, 4)))]
    .filter((label) => label !== shown.label)
    .reverse()
    .map(parsePeriod);
  const runs = latestRuns(store).reverse();
  const simulated = runs.find(({ kind }) => kind === 'simulate');
  return [
    // Pages of units and regions put the years side by side.
    ...years.map(
      (period): Preparation =>
        ({ keep }) =>
          keep('measurement', { period, edition }),
    ),
    ({ keep }) => keep('gaps', null),
    ...storedPlans(store)
      .slice(0, 1)
      .map(
        ({ plan }): Preparation =>
          ({ keep }) =>
            keep('evaluators', { plan }),
      ),
    ...(simulated === undefined ? [] : [weightingOf(simulated.id)]),
    ...runs.slice(0, 1).map(({ id, kind }) => qualityOf(id, kind)),
    async ({ keep }) => {
      await keep('detection', null);
      await keep('flagEffects', { period: shown, edition });
    },
    ...years.map((period) => furtherOfPeriod(period, edition)),
    ...runs.slice(1).map(({ id, kind }) => qualityOf(id, kind)),
    // Bulletins of months and quarters, each of which also looks at the one before.
    ...periodsWithData(months)
      .reverse()
      .map(
        (period): Preparation =>
          ({ keep }) =>
            keep('periodCounts', { period }),
      ),
  ];
}

const latestRuns = (store: Store) => listRuns(store).slice(-RUNS);

const weightingOf =
  (run: number): Preparation =>
  ({ keep }) =>
    keep('nonResponse', { run });

/** The report of a run, and beside it the truth, which pages ask for by what the report says. */
const qualityOf =
  (run: number, kind: string): Preparation =>
  async ({ answer, keep }) => {
    const { levels } = await answer('quality', { run });
    if (kind === 'simulate') await keep('truth', { run, levels });
  };

/** What the pages of a period ask beside its measurement. */
const furtherOfPeriod =
  (period: Period, edition: string): Preparation =>
  async ({ answer, keep }) => {
    await keep('nationalRatings', { period });
    await keep('taskLevels', { period });
    await keep('nationalComparisons', { period });
    await keep('periodOrigin', { period });
    await keep('periodCounts', { period });
    await keep('responsible', { period, edition });
    const { units } = await answer('measurement', { period, edition });
    // The page of the method shows the first province until another unit is chosen.
    for (const kind of ['province', 'city'] as const) {
      const first = units.find((unit) => unit.kind === kind && unit.overall !== null);
      if (first !== undefined) await keep('ratingEffects', { period, edition, unit: first.code });
    }
  };
