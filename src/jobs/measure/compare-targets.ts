import { z } from 'zod';
import {
  casesOf,
  compareWithMonth,
  unitsOfPlace,
  type TargetComparison,
} from '../../measure/targets/compare-month.ts';
import { oneVisitLicences } from '../../measure/one-visit-licences.ts';
import { compareWithReport } from '../../measure/targets/compare-national.ts';
import { withEdition, type Knowledge } from '../../model/knowledge.ts';
import { caseKey } from '../../model/record/key.ts';
import type { Reference } from '../../model/reference.ts';
import type { MonthTargets, NationalTargets, TargetRow } from '../../model/targets.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { ratingsPerCase } from '../../store/read/ratings-per-case.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { listRuns, runWithoutRows } from '../../store/read/runs.ts';
import { storedNames } from '../../store/read/unit-names.ts';
import { measurePeriod, registerIn } from './measure-period.ts';

/** Compares what a database holds of a place and a month with the counts that were published of them. */
export function compareTargets(
  store: Store,
  reference: Reference,
  published: MonthTargets,
): TargetComparison {
  const period = parsePeriod(published.period);
  // A unit under an invented name is another place, but where its world was made to meet these very counts.
  const isOfPlace = storedNames(store) === 'real' || wasMadeFor(store, published.id);
  const units = isOfPlace ? unitsOfPlace(reference.places.real, published.unit) : [];
  const keys = units.map((unit): [number, number] => [
    caseKey(unit, firstDayOfMonth(period.first), 0, 0),
    caseKey(unit, firstDayOfMonth(period.last + 1), 0, 0),
  ]);
  return compareWithMonth(
    {
      cells: ratingCells(store, period, units),
      cases: casesOf(serviceCells(store, period), units, knownRegister(store)),
      // How ratings spread over cases is known from the rows alone.
      perCase: runWithoutRows(store) ? undefined : ratingsPerCase(store, keys),
    },
    published,
  );
}

/** True where a run of a database was calibrated to these targets. */
const wasMadeFor = (store: Store, targets: string): boolean =>
  listRuns(store).some(
    ({ settings }) => targetsNamed.safeParse(JSON.parse(settings)).data?.targets === targets,
  );

const targetsNamed = z.object({ targets: z.string() });

/**
 * Compares the results of a period, the report's own year unless told otherwise, with a national report, by the edition of the
 * methods that its targets name.
 */
export function compareNational(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'editions' | 'methods'>,
  targets: NationalTargets,
  period: Period = parsePeriod(String(targets.year)),
): TargetRow[] {
  const by = withEdition(knowledge, targets.method ?? knowledge.methods.edition);
  const rows = compareWithReport(measurePeriod(store, by, period), targets, {
    bandEnds: { province: by.methods.province.bands, city: by.methods.city.bands },
    before:
      targets.progress.length === 0
        ? undefined
        : measurePeriod(store, by, parsePeriod(String(Number(period.label.slice(0, 4)) - 1))),
    oneVisitLicences:
      targets.oneVisitLicences === undefined ? null : provincialLicences(store, knowledge.reference, period),
  });
  // What was published of single units says nothing about units under invented names.
  return storedNames(store) === 'real' ? rows : rows.filter(({ group }) => !ofSingleUnits.includes(group));
}

const ofSingleUnits: readonly TargetRow['group'][] = [
  'inBand',
  'units',
  'order',
  'first',
  'above',
  'progress',
];

/** The share of licence items with one visit at most, of all assessed provincial units together. */
function provincialLicences(store: Store, { units }: Reference, period: Period): number | null {
  const provincial = units.flatMap(({ kind, fictional }, i) =>
    kind === 'province' && !fictional ? [i] : [],
  );
  return oneVisitLicences(registerIn(store, period), new Set(provincial));
}
