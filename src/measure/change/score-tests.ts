import { GROUPS } from '../../model/counts/random-groups.ts';
import { tQuantile } from '../../model/math/student-t.ts';
import type { Score, ScoreSpread, UnitResult } from '../../model/measurement.ts';
import { dimensionIds } from '../../model/reference.ts';
import { testAgainstNothing, type Estimate, type Tested } from './test-estimate.ts';

/** Scores that are compared: the overall index and its dimensions. */
export const scoreFigures = ['overall', ...dimensionIds] as const;
export type ScoreFigure = (typeof scoreFigures)[number];

export const scoreOf = (unit: UnitResult, figure: ScoreFigure): Score =>
  figure === 'overall' ? unit.overall : unit.dimensions[figure];

const spreadOf = ({ spread }: UnitResult, figure: ScoreFigure): ScoreSpread =>
  spread === null ? null : figure === 'overall' ? spread.overall : spread.dimensions[figure];

/**
 * Test whether a score of a unit changed between two periods by more than other persons at the same offices could make it. Null where
 * a score, or how far it may lie from that of other persons, is not known.
 */
export function testScoreChange(now: UnitResult, before: UnitResult, figure: ScoreFigure): Tested | null {
  const [a, b] = [atSamePlaces(now, figure), atSamePlaces(before, figure)];
  if (a === null || b === null) return null;
  return testAgainstNothing({
    value: a.value - b.value,
    error: Math.hypot(a.error, b.error),
    freedom: FREEDOM,
  });
}

/**
 * Test whether a score of two units differs by more than other persons, offices and items of the same quality could make it. The units
 * are drawn apart, so that their errors add up by squares, with degrees of freedom after Satterthwaite: a province, which holds the
 * records of its key cities, is not to be compared with one of them. Null as above.
 */
export function testScoreDifference(a: UnitResult, b: UnitResult, figure: ScoreFigure): Tested | null {
  const [ofA, ofB] = [redrawn(a, figure), redrawn(b, figure)];
  if (ofA === null || ofB === null) return null;
  const error = Math.hypot(ofA.error, ofB.error);
  const doubt = ofA.error ** 4 / ofA.freedom + ofB.error ** 4 / ofB.freedom;
  return testAgainstNothing({
    value: ofA.value - ofB.value,
    error,
    freedom: doubt === 0 ? FREEDOM : error ** 4 / doubt,
  });
}

const FREEDOM = GROUPS - 1;

/** A score with its error for a new draw of persons, offices and items. */
function redrawn(unit: UnitResult, figure: ScoreFigure): Estimate | null {
  const [score, spread] = [scoreOf(unit, figure), spreadOf(unit, figure)];
  return score && spread && { value: score.score, error: spread.error, freedom: spread.freedom };
}

/** A score with its error for other persons at the same offices: the end of its interval that 0 or 100 cut off is not asked. */
function atSamePlaces(unit: UnitResult, figure: ScoreFigure): Estimate | null {
  const [score, spread] = [scoreOf(unit, figure), spreadOf(unit, figure)];
  if (score === null || spread === null) return null;
  const { low, high } = spread.samePlaces;
  const half = Math.max(high - score.score, score.score - low);
  return { value: score.score, error: half / tQuantile(0.975, FREEDOM), freedom: FREEDOM };
}
