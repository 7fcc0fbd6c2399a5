import { parsePeriod, type Period } from '../../model/time/period.ts';
import { answerCounts } from '../../measure/answer-counts.ts';
import { printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { contentOf } from '../../store/read/content.ts';
import { monthsWithData } from '../../store/read/months.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { measurePeriod } from '../measure/measure-period.ts';

/** Years, quarters and months that have data, the long ones first. */
function periodsWithData(store: Store): Period[] {
  const months = monthsWithData(store);
  const year = (month: number): string => String(2000 + Math.floor(month / 12));
  const labels = [
    ...months.map(year),
    ...months.map((month) => `${year(month)}-Q${String(Math.floor((month % 12) / 3) + 1)}`),
    ...months.map(printMonth),
  ];
  return [...new Set(labels)].map(parsePeriod);
}

/**
 * What a right aggregation of the accepted records finds, as the lines of one JSON document: counts, and for each period
 * the result as `measure --json` prints it, one a line.
 */
export function* expectedAnswers(store: Store, knowledge: Knowledge, notice: string): Iterable<string> {
  const [first = 0, last = -1] = [monthsWithData(store)[0], monthsWithData(store).at(-1)];
  const all: Period = { label: 'all', first, last };
  const counts = {
    ...contentOf(store),
    ...answerCounts(ratingCells(store, all), serviceCells(store, all)),
  };
  yield `{"notice":${JSON.stringify(notice)},`;
  yield `"counts":${JSON.stringify(counts)},`;
  yield '"measurements":[';
  for (const [i, period] of periodsWithData(store).entries()) {
    yield `${i === 0 ? '' : ','}${JSON.stringify(measurePeriod(store, knowledge, period))}`;
  }
  yield ']}';
}
