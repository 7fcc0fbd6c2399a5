import { answerLines } from '../../export/answer-lines.ts';
import { exportNotice } from '../../export/exported-files.ts';
import { answerCounts } from '../../measure/answer-counts.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { periodsWithData } from '../../model/time/period-choice.ts';
import { allMonths } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { contentOf } from '../../store/read/content.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { measurePeriod } from '../measure/measure-period.ts';

/** What a right aggregation of the accepted records finds: counts, and each period as `measure --json` prints it. */
export function expectedAnswers(store: Store, knowledge: Knowledge): Iterable<string> {
  const counts = answerCounts(ratingCells(store, allMonths), serviceCells(store, allMonths));
  const results = periodsWithData(monthsWithData(store)).map((period) =>
    measurePeriod(store, knowledge, period),
  );
  return answerLines(exportNotice, { ...contentOf(store), ...counts }, results);
}
