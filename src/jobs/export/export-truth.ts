import { truthLines } from '../../export/truth-lines.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Store } from '../../store/open.ts';
import { guideFaultsOf, obstacleTruthOf, searchTruthOf } from '../../portal/site-truth.ts';
import { listRuns } from '../../store/read/runs.ts';
import { siteOfUnit, unitsWithSites } from '../site/site-of-unit.ts';
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
  knowledge: Pick<Knowledge, 'reference'>,
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
      sites: siteTruths(store, knowledge),
    },
    referenceOfStore(store, knowledge.reference),
    readRegister(store),
  );

/** Every fault of the service sites of coded and fictional units, as the register stands at the end of what was simulated. */
function* siteTruths(store: Store, knowledge: Pick<Knowledge, 'reference'>): Generator<object> {
  const day = Math.max(0, ...listRuns(store).map(({ lastDay }) => lastDay ?? 0));
  for (const unit of unitsWithSites(store, knowledge, day)) {
    const site = siteOfUnit(store, knowledge, unit, day);
    if (site === undefined) continue;
    for (const fault of guideFaultsOf(site)) yield { kind: 'guide-fault', unit, ...fault };
    for (const places of searchTruthOf(site)) yield { kind: 'search-places', unit, ...places };
    for (const obstacle of obstacleTruthOf(site)) yield { kind: 'obstacle', unit, ...obstacle };
  }
}
