import { directionsOf } from './adjusted-facet.ts';
import type { ScoredAssessment } from './assessment-counts.ts';

/** How far assessments of the same item of the same unit (双评) differ, beyond the severity of those who made them. */
export interface RepeatVariance {
  readonly variance: number;
  readonly freedom: number;
  /** Items of units that were assessed more than once. */
  readonly repeated: number;
}

/** The residual variance in two parts that add up to it. */
export interface ResidualParts {
  /** What is peculiar to an item of a unit: every evaluator who assesses it meets it again. */
  readonly unitItem: number;
  /** What is peculiar to one assessment: a second one makes it smaller. */
  readonly assessment: number;
}

/**
 * Variance of one assessment around what is assessed, from all items of units with several assessments: least squares with an effect of each
 * unit's item and of each evaluator. Null where there are none, or not more than it takes to compare the evaluators.
 */
export function repeatVariance(rows: readonly ScoredAssessment[]): RepeatVariance | null {
  const cells = new Map<string, ScoredAssessment[]>();
  for (const row of rows) {
    const key = `${String(row.unit)} ${String(row.item)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [row]);
    else cell.push(row);
  }
  const repeated = [...cells.values()].filter(({ length }) => length > 1);
  const places = new Map<number, number>();
  for (const { evaluator } of repeated.flat()) {
    if (!places.has(evaluator)) places.set(evaluator, places.size);
  }
  const reduced = Array.from(places, () => new Float64Array(places.size));
  const right = new Float64Array(places.size);
  let squares = 0;
  let freedom = 0;
  for (const cell of repeated) {
    const mean = cell.reduce((sum, { score }) => sum + score, 0) / cell.length;
    freedom += cell.length - 1;
    const of = cell.map(({ evaluator }) => places.get(evaluator) ?? 0);
    cell.forEach(({ score }, i) => {
      const place = of[i] ?? 0;
      squares += (score - mean) ** 2;
      right[place] = (right[place] ?? 0) + score - mean;
      const row = reduced[place];
      if (row === undefined) return;
      row[place] = (row[place] ?? 0) + 1;
      for (const other of of) row[other] = (row[other] ?? 0) - 1 / cell.length;
    });
  }
  const directions = directionsOf(reduced, right, repeated.flat().length / Math.max(1, places.size));
  freedom -= directions.length;
  if (freedom <= 0) return null;
  const explained = directions.reduce((sum, { weight, estimate }) => sum + weight * estimate * estimate, 0);
  return { variance: Math.max(0, squares - explained) / freedom, freedom, repeated: repeated.length };
}

/** Splits a residual variance by what double assessments say of one assessment; no part is below 0. */
export function splitResidual(residual: number, repeat: RepeatVariance): ResidualParts {
  const assessment = Math.min(residual, repeat.variance);
  return { unitItem: residual - assessment, assessment };
}
