import type { ScoredAssessment } from '../../../src/measure/evaluators/assessment-counts.ts';
import { draw, drawNormal, stream, uniform } from '../../../src/model/math/random.ts';

/** An evaluation that is drawn: its size, its standard deviations in points, and severities of evaluators that stay. */
export interface DrawnEvaluation {
  readonly units: number;
  readonly items: number;
  readonly severities: readonly number[];
  readonly deviations: {
    readonly unit: number;
    readonly item: number;
    readonly unitItem: number;
    readonly assessment: number;
  };
  /** Share of the items of units that two evaluators assess. */
  readonly twice: number;
}

/** Severities around 0 for so many evaluators, unequal steps apart. */
export const severitiesOf = (evaluators: number, deviation: number): number[] => {
  const raw = Array.from({ length: evaluators }, (_, e) => drawNormal(77, stream.evaluator, 9, e, 0));
  const mean = raw.reduce((sum, x) => sum + x, 0) / evaluators;
  return raw.map((x) => deviation * (x - mean));
};

/** One drawing: who assesses what is drawn too, and nobody assesses an item of a unit twice. */
export function drawAssessments(evaluation: DrawnEvaluation, seed: number): ScoredAssessment[] {
  const { units, items, severities, deviations, twice } = evaluation;
  const normal = (group: number, entity: number, n = 0) =>
    drawNormal(seed, stream.evaluator, group, entity, n);
  const chance = (group: number, entity: number) => uniform(draw(seed, stream.evaluator, group, entity, 0));
  const rows: ScoredAssessment[] = [];
  for (let unit = 0; unit < units; unit++) {
    for (let item = 0; item < items; item++) {
      const cell = unit * items + item;
      const first = Math.floor(chance(3, cell) * severities.length);
      const step = 1 + Math.floor(chance(4, cell) * (severities.length - 1));
      const assessed =
        80 +
        deviations.unit * normal(1, unit) +
        deviations.item * normal(2, item) +
        deviations.unitItem * normal(6, cell);
      for (let n = 0; n < (chance(5, cell) < twice ? 2 : 1); n++) {
        const evaluator = (first + n * step) % severities.length;
        const score = assessed + (severities[evaluator] ?? 0) + deviations.assessment * normal(7, cell, n);
        rows.push({ unit, item, evaluator, score });
      }
    }
  }
  return rows;
}
