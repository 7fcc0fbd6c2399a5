import { countUnits, type PeriodCells } from '../../measure/count.ts';
import { formulaOf } from '../../measure/formulas/formulas.ts';
import { measureUnits } from '../../measure/measure.ts';
import { scaleOf, type Scale } from '../../measure/scale.ts';
import { byLevel, type UnitCounts } from '../../measure/unit-counts.ts';
import type { RatingCell } from '../../model/cells.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { Reference, UnitKind } from '../../model/reference.ts';
import { unitsInPlay } from '../../model/register.ts';
import type { Period } from '../../model/time/period.ts';
import { RectificationTally } from '../../rollup/rectification-tally.ts';
import { Tally } from '../../rollup/tally.ts';
import { tallyContext } from '../../rollup/task-columns.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { badRatings } from '../../store/read/rectifications.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { ratingsLeftOut, rectificationsLeftOut } from '../../store/read/detection/suspicions.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { cellsIn, registerIn } from '../measure/measure-period.ts';

/** A figure of a unit with all ratings, and without the flagged ones; null where it has none. */
interface WithAndWithout {
  readonly all: number | null;
  readonly without: number | null;
}

/** What leaving the flagged ratings out does to a unit. */
export interface UnitWithoutFlagged {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: UnitKind;
  /** Ratings in the period, first and additional, those of its key cities included. */
  readonly ratings: number;
  /** Of these the ones left out: flagged, or additional to a flagged first rating. */
  readonly flagged: number;
  readonly score: number | null;
  readonly scoreWithout: number | null;
  readonly rank: number | null;
  readonly rankWithout: number | null;
  readonly goodRate: WithAndWithout;
  readonly meanScore: WithAndWithout;
}

/**
 * The results of every unit in a period with all ratings, and without those that some detectors flagged; the methods are those of
 * `knowledge`. It shows how much depends on them: the published score counts them all until somebody has verified them. With a
 * rating goes all that would not be there without it: its tags, its rectification (a bad rating that is left out asks for none), the
 * additional rating of a flagged first one, and that its service has been rated. Services and cases stay. An office-month that is
 * flagged as a whole removes nothing: it says that ratings are missing. `detectors` are those that flag ratings.
 */
export function scoresWithoutFlagged(
  store: Store,
  { reference: known, calendar, methods }: Pick<Knowledge, 'reference' | 'calendar' | 'methods'>,
  period: Period,
  detectors: readonly string[],
): UnitWithoutFlagged[] {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  const cells = cellsIn(store, period);
  const scale = scaleOf(reference);
  const resultsOf = (counted: PeriodCells): Map<string, CountedResult> => {
    const counts = countUnits(counted, register, reference);
    const listed = unitsInPlay(reference, register);
    const data = contentOf(store).digest;
    const { units } = measureUnits({ methods, counts, reference, listed, period, data });
    return countedResults(units, counts, reference);
  };
  const all = resultsOf(cells);
  const without = resultsOf(
    cellsWithout(cells, flaggedCells(store, { reference, calendar }, period, detectors)),
  );
  return [...all].flatMap(([code, one]) => {
    const other = without.get(code);
    return other === undefined ? [] : [comparedUnit(one, other, scale)];
  });
}

/** A unit as it is measured, and what it was measured from. */
interface CountedResult {
  readonly result: UnitResult;
  readonly counts: UnitCounts;
}

function countedResults(
  units: readonly UnitResult[],
  counts: readonly UnitCounts[],
  reference: Reference,
): Map<string, CountedResult> {
  const ofCode = new Map(counts.map((one) => [reference.units[one.unit]?.code, one]));
  return new Map(
    units.flatMap((result) => {
      const counted = ofCode.get(result.code);
      return counted === undefined ? [] : [[result.code, { result, counts: counted }]];
    }),
  );
}

function comparedUnit(one: CountedResult, other: CountedResult, scale: Scale): UnitWithoutFlagged {
  const { code, name, nameEn, kind, rank, overall } = one.result;
  const figure = (id: string): WithAndWithout => ({
    all: figureOf(id, one.counts, scale),
    without: figureOf(id, other.counts, scale),
  });
  const ratings = ratingsIn(one.counts);
  return {
    ...{ code, name, nameEn, kind, ratings, flagged: ratings - ratingsIn(other.counts) },
    ...{ score: overall?.score ?? null, scoreWithout: other.result.overall?.score ?? null },
    ...{ rank, rankWithout: other.result.rank },
    ...{ goodRate: figure('goodRate'), meanScore: figure('meanScore') },
  };
}

const ratingsIn = ({ active, defaulted }: UnitCounts): number =>
  [...byLevel(active), ...byLevel(defaulted)].reduce((sum, n) => sum + n, 0);

/** A plain rate of the counts, whether or not the method has it as an indicator. */
function figureOf(id: string, counts: UnitCounts, scale: Scale): number | null {
  const { numerator, denominator, mean } = formulaOf(id).ratio(counts, scale, {});
  if (denominator === 0) return null;
  return mean?.value ?? numerator / denominator;
}

/** What the ratings that are left out were counted as in a period. */
function flaggedCells(
  store: Store,
  { reference, calendar }: Pick<Knowledge, 'reference' | 'calendar'>,
  period: Period,
  detectors: readonly string[],
): PeriodCells {
  // Cells were counted by the register as it is, not as it was: an item keeps its office and unit.
  const register = knownRegister(store);
  const tally = new Tally(tallyContext(register, calendar));
  for (const { key, task, packed, assessedAt, serviceAt, person } of ratingsLeftOut(store, detectors))
    tally.addRating(key, task, packed, assessedAt, serviceAt, person);
  const rectified = new RectificationTally(register, reference, calendar);
  const badRating = badRatings(store);
  for (const row of rectificationsLeftOut(store, detectors)) {
    const rating = badRating(row.key);
    if (rating !== undefined) rectified.add(row, rating);
  }
  const within = <Cell extends { readonly month: number }>(cells: Iterable<Cell>): Cell[] =>
    [...cells].filter(({ month }) => month >= period.first && month <= period.last);
  return {
    ratings: within(tally.ratingCells()),
    taskRatings: within(tally.taskRatingCells()),
    tags: within(tally.tagCells()),
    services: within(tally.serviceCells()),
    rectifications: within(rectified.cells()),
    named: within(rectified.namedCells()),
    assessments: [],
  };
}

/** Cells less others. All but ratings only add up; an office has ratings where one of its cells does, so each of those is reduced itself. */
function cellsWithout(cells: PeriodCells, others: PeriodCells): PeriodCells {
  const less = new Map<string, number>();
  for (const cell of others.ratings) {
    const key = cellName(cell);
    less.set(key, (less.get(key) ?? 0) + cell.n);
  }
  const negated = <Cell extends { readonly n: number }>(list: Iterable<Cell>): Cell[] =>
    [...list].map((cell) => ({ ...cell, n: -cell.n }));
  return {
    // The months of a period are added up in the first.
    ratings: [...cells.ratings].map((cell) => ({ ...cell, n: cell.n - (less.get(cellName(cell)) ?? 0) })),
    taskRatings: [...cells.taskRatings, ...negated(others.taskRatings)],
    tags: [...cells.tags, ...negated(others.tags)],
    services: [...cells.services, ...[...others.services].map((cell) => ({ ...cell, rated: -cell.rated }))],
    rectifications: [...cells.rectifications, ...negated(others.rectifications)],
    named: [
      ...cells.named,
      ...[...others.named].map((cell) => ({ ...cell, orders: -cell.orders, calledBack: -cell.calledBack })),
    ],
    assessments: cells.assessments,
  };
}

/** What a cell is of, but for its month. */
const cellName = ({ unit, office, channel, level, defaulted, flagged, additional }: RatingCell): string =>
  [unit, office, channel, level, defaulted, flagged, additional].join();
