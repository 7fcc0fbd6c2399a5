import { figuresMark, type KeptAnswers } from '../jobs/answers/kept-answers.ts';
import {
  markOfAnswer,
  type Answered,
  type Answerer,
  type Asked,
  type QuestionName,
} from '../jobs/answers/questions.ts';
import type { QuestionQueue, Asker } from './answers/question-queue.ts';
import type { Content } from '../model/record/content.ts';
import type { QualityReport } from '../model/quality-report.ts';
import type { Period } from '../model/time/period.ts';
import type { Reference, UnitKind } from '../model/reference.ts';
import type { Run } from '../model/run.ts';
import type { Register } from '../model/register.ts';
import { itemRows, type ItemRow } from './shared/item-rows.ts';
import { addRatings, emptyRatingTable, type RatingTable } from './shared/rating-table.ts';
import { remember } from './shared/remember.ts';
import type { RatingCell } from '../model/cells.ts';
import { monthlyRatingCells } from '../store/read/cells.ts';
import { contentOf } from '../store/read/content.ts';
import { dataMarkOf } from '../store/read/results/data-mark.ts';
import { knownRegister } from '../store/read/known-register.ts';
import { monthsWithData } from '../store/read/months.ts';
import { referenceOfStore } from '../store/read/unit-names.ts';
import type { Store } from '../store/open.ts';

/**
 * What pages ask of the data that stand now, for one request. What takes long is answered by another thread, and kept
 * until the data change.
 */
export interface Results {
  readonly content: Content;
  /** Differs when the data do. */
  readonly mark: string;
  readonly months: readonly number[];
  /** The reference data with the places named as in the data. */
  readonly reference: Reference;
  /** Asks whatever has no name of its own below. */
  readonly ask: Answerer;
  register(): Register;
  /** Ratings of some units (indexes in the reference list), month by month. */
  monthlyRatings(months: Pick<Period, 'first' | 'last'>, units: readonly number[]): readonly RatingCell[];
  /** The rated items of some units in a period, that with most ratings first. */
  ratedItems(period: Period, units: readonly number[]): Promise<readonly ItemRow[]>;
  measurement(period: Period): Promise<Answered['measurement']>;
  /** What bad ratings would do to the overall score of a unit. */
  ratingEffects(period: Period, unit: string): Promise<Answered['ratingEffects']>;
  /** The result by a method that a reader brought. */
  ownMeasurement(period: Period, own: string): Promise<Answered['ownMeasurement']>;
  /** How sure the ranks of a kind of units are when choices move within bounds. */
  choiceUncertainty(
    period: Period,
    kind: UnitKind,
    request: Asked['choiceUncertainty']['request'],
  ): Promise<Answered['choiceUncertainty']>;
  /** The units in a period by two editions of the methods. */
  editions(period: Period, from: string, to: string): Promise<Answered['editions']>;
  /** Whether the results that are kept can be computed again. */
  rebuilt(): Promise<Answered['rebuilt']>;
  /** The gap between what was published and felt, for the laboratory alone; null without a truth. */
  gaps(): Promise<Answered['gaps']>;
  /** A sample of the records that an indicator of a unit counts. */
  recordSample(period: Period, unit: string, indicator: string): Promise<Answered['recordSample']>;
  /** The answers of a run weighed to the register of its cases, beside the truth. */
  nonResponse(run: number): Promise<Answered['nonResponse']>;
  /** The ratings of each unit in a period by random group of persons. */
  periodRatings(period: Period): Promise<Answered['periodRatings']>;
  /** Ratings of all units in a period. */
  nationalRatings(period: Period): Promise<RatingTable>;
  /** First ratings of each task by level, six numbers a task in the order of the register. */
  taskLevels(period: Period): Promise<Float64Array>;
  /** The quality of a run, from some of its days where it is large. */
  quality(run: number): Promise<QualityReport>;
  /** The data beside each of the published counts, in their order. */
  comparisons(): Promise<Answered['comparisons']>;
  /** A period's results beside each of the national reports, in their order. */
  nationalComparisons(period: Period): Promise<Answered['nationalComparisons']>;
  /** What a run of the served database, or of one beside it, says of itself. */
  figures(database: string, run: Run): Promise<Answered['figures']>;
}

interface Held {
  readonly content: Content;
  readonly months: readonly number[];
  readonly reference: Reference;
  readonly mark: string;
  readonly monthlyRatings: ReturnType<typeof remember<readonly RatingCell[]>>;
  readonly ratedItems: ReturnType<typeof remember<readonly ItemRow[]>>;
}

/** Units whose counts are kept until the data change: as many as a report names. */
const KEPT_UNITS = 70;

/** Gives the results of the data as they stand at each call, by an edition of the methods, to the one who asks. */
export function createResults(
  store: Store,
  known: Reference,
  questions: QuestionQueue,
  prepared: KeptAnswers,
): (asker: Asker, edition: string) => Results {
  const hold = (mark: string): Held => ({
    mark,
    content: contentOf(store),
    months: prepared('months', null, mark) ?? monthsWithData(store),
    reference: referenceOfStore(store, known),
    monthlyRatings: remember(KEPT_UNITS),
    ratedItems: remember(KEPT_UNITS),
  });
  let held = hold(dataMarkOf(store));
  // Pages need it from the first request on.
  knownRegister(store);
  return (asker, edition) => {
    const mark = dataMarkOf(store);
    if (held.mark !== mark) held = hold(mark);
    const { content, months, reference, monthlyRatings, ratedItems } = held;
    const ask = <K extends QuestionName>(
      name: K,
      asked: Asked[K],
      data = markOfAnswer(name, mark),
    ): Promise<Answered[K]> => questions.ask(name, asked, asker, { data });
    return {
      content,
      mark,
      months,
      reference,
      ask: (name, asked) => ask(name, asked),
      register: () => knownRegister(store),
      monthlyRatings: ({ first, last }, units) =>
        monthlyRatings(`${String(first)}-${String(last)} ${units.join()}`, () =>
          monthlyRatingCells(store, { first, last }, units),
        ),
      async ratedItems(period, units) {
        const levels = await ask('taskLevels', { period });
        return ratedItems(`${period.label} ${units.join()}`, () =>
          itemRows(knownRegister(store), levels, (index) => units.includes(index))
            .filter(({ ratings }) => ratings > 0)
            .sort((a, b) => b.ratings - a.ratings),
        );
      },
      measurement: (period) => ask('measurement', { period, edition }),
      ratingEffects: (period, unit) => ask('ratingEffects', { period, edition, unit }),
      ownMeasurement: (period, own) => ask('ownMeasurement', { period, own }),
      choiceUncertainty: (period, kind, request) =>
        ask('choiceUncertainty', { period, edition, kind, request }),
      editions: (period, from, to) => ask('editions', { period, from, to }),
      rebuilt: () => ask('rebuilt', null),
      gaps: () => ask('gaps', null),
      recordSample: (period, unit, indicator) => ask('recordSample', { period, edition, unit, indicator }),
      nonResponse: (run) => ask('nonResponse', { run }),
      periodRatings: (period) => ask('periodRatings', { period }),
      async nationalRatings(period) {
        const table = emptyRatingTable();
        addRatings(table, await ask('nationalRatings', { period }));
        return table;
      },
      taskLevels: (period) => ask('taskLevels', { period }),
      async quality(run) {
        const { report, levels } = await ask('quality', { run });
        return report.run.kind === 'simulate'
          ? { ...report, truth: await ask('truth', { run, levels }) }
          : report;
      },
      comparisons: () => ask('comparisons', null),
      nationalComparisons: (period) => ask('nationalComparisons', { period }),
      figures: (database, run) => ask('figures', { database, run: run.id }, figuresMark(mark, run)),
    };
  };
}
