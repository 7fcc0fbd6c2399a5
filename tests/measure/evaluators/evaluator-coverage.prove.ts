import { describe, expect, it } from 'vitest';
import { bySize } from '../../prove/size.ts';
import { severitiesOf, type DrawnEvaluation } from './drawn-assessments.ts';
import { shareHeld, variancesHeld } from './share-held.ts';

const REPETITIONS = bySize({ small: 200, full: 2000 });
/** The shares of the small form vary by some three hundredths more. */
const [LOW, HIGH] = bySize({ small: [0.91, 0.985], full: [0.935, 0.965] });

const evaluation: DrawnEvaluation = {
  units: 16,
  items: 20,
  severities: severitiesOf(10, 2),
  deviations: { unit: 5, item: 6, unitItem: 0, assessment: 4 },
  twice: 0.2,
};
const designs: readonly (readonly [string, DrawnEvaluation])[] = [
  ['double assessments of a fifth', evaluation],
  ['single assessments', { ...evaluation, twice: 0 }],
  ['few units and evaluators', { ...evaluation, units: 5, items: 8, severities: severitiesOf(4, 2) }],
  [
    'items of units that differ more than assessments',
    { ...evaluation, deviations: { ...evaluation.deviations, unitItem: 5, assessment: 2 } },
  ],
];

describe.each(designs)('with %s', (_, design) => {
  it('intervals hold the severities of the same evaluators in 93–97% of repetitions', () => {
    const { severities } = shareHeld(design, REPETITIONS);
    console.log('severities held:', severities);
    expect(severities).toBeGreaterThan(0.93);
    expect(severities).toBeLessThan(0.97);
  });

  it('intervals hold the variances in about 95% of repetitions', () => {
    const shares = variancesHeld(design, 2, REPETITIONS);
    console.log('variances of unit, item, evaluator, residual held:', shares);
    // The residuals of double assessments share what is peculiar to the item of the unit, where there is such a thing.
    const judged = design.deviations.unitItem > 0 ? shares.slice(0, 3) : shares;
    for (const share of judged) {
      expect(share).toBeGreaterThan(LOW);
      expect(share).toBeLessThan(HIGH);
    }
  });
});
