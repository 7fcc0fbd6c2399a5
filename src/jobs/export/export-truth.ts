import { truthLines } from '../../export/truth-lines.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import {
  defectTotals,
  eachDefectTruth,
  eachLinkTruth,
  eachRatingTruth,
  levelTruths,
  reformTruths,
  unitTruths,
} from '../../store/read/truth/truth.ts';

/** The truth behind a simulated database as lines: for training and for scoring detectors; no result is computed from it. */
export const exportTruth = (
  store: Store,
  truth: Store,
  { reference }: Pick<Knowledge, 'reference'>,
): Iterable<string> =>
  truthLines(
    {
      units: unitTruths(truth),
      reforms: reformTruths(truth),
      links: eachLinkTruth(truth),
      levels: levelTruths(truth),
      ratings: eachRatingTruth(truth),
      defects: eachDefectTruth(truth),
      totals: defectTotals(truth),
    },
    referenceOfStore(store, reference),
    readRegister(store),
  );
