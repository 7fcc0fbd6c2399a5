import type { Answered, Asked, QuestionName } from '../jobs/answers/questions.ts';
import type { QuestionQueue, Asker } from './answers/question-queue.ts';
import type { Content } from '../model/record/content.ts';
import type { Period } from '../model/time/period.ts';
import type { Reference } from '../model/reference.ts';
import type { Run } from '../model/run.ts';
import type { Register } from '../model/register.ts';
import { addRatings, emptyRatingTable, type RatingTable } from './shared/rating-table.ts';
import { contentOf } from '../store/read/content.ts';
import { monthsWithData } from '../store/read/months.ts';
import { readRegister } from '../store/read/register.ts';
import { countRuns } from '../store/read/runs.ts';
import { referenceOfStore } from '../store/read/unit-names.ts';
import type { Store } from '../store/open.ts';

/**
 * What pages ask of the data that stand now, for one request. What takes long is answered by another thread, and kept
 * until the data change.
 */
export interface Results {
  readonly content: Content;
  readonly months: readonly number[];
  /** The reference data with the places named as in the data. */
  readonly reference: Reference;
  register(): Register;
  measurement(period: Period): Promise<Answered['measurement']>;
  /** What bad ratings would do to the overall score of a unit. */
  ratingEffects(period: Period, unit: string): Promise<Answered['ratingEffects']>;
  /** Ratings of all units in a period. */
  nationalRatings(period: Period): Promise<RatingTable>;
  /** First ratings of each task by level, six numbers a task in the order of the register. */
  taskLevels(period: Period): Promise<Float64Array>;
  /** The quality of a run, from some of its days where it is large. */
  quality(run: number): Promise<Answered['quality']>;
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
  /** Differs when the data do. A register can change without a record: hence the runs. */
  readonly mark: string;
  readonly register: () => Register;
}

const markOf = (store: Store, { digest, services, ratings }: Content): string =>
  [digest, services, ratings, countRuns(store)].join('/');

function hold(store: Store, known: Reference, content: Content, mark: string): Held {
  let register: Register | undefined;
  return {
    content,
    mark,
    months: monthsWithData(store),
    reference: referenceOfStore(store, known),
    register: () => (register ??= readRegister(store)),
  };
}

/** Gives the results of the data as they stand at each call, by an edition of the methods, to the one who asks. */
export function createResults(
  store: Store,
  known: Reference,
  questions: QuestionQueue,
): (asker: Asker, edition: string) => Results {
  let held: Held | undefined;
  return (asker, edition) => {
    const content = contentOf(store);
    const mark = markOf(store, content);
    if (held?.mark !== mark) held = hold(store, known, content, mark);
    const { months, reference, register } = held;
    const ask = <K extends QuestionName>(name: K, asked: Asked[K], data = mark): Promise<Answered[K]> =>
      questions.ask(name, asked, asker, { data });
    return {
      content,
      months,
      reference,
      register,
      measurement: (period) => ask('measurement', { period, edition }),
      ratingEffects: (period, unit) => ask('ratingEffects', { period, edition, unit }),
      async nationalRatings(period) {
        const table = emptyRatingTable();
        addRatings(table, await ask('nationalRatings', { period }));
        return table;
      },
      taskLevels: (period) => ask('taskLevels', { period }),
      quality: (run) => ask('quality', { run }),
      comparisons: () => ask('comparisons', null),
      nationalComparisons: (period) => ask('nationalComparisons', { period }),
      figures: (database, { id, digest, partsDone }) =>
        ask('figures', { database, run: id }, [mark, digest, partsDone].join('/')),
    };
  };
}
