import fc from 'fast-check';

/** Assessments of few units, items and evaluators, in any design. */
export const anyAssessments = fc.array(
  fc.record({
    unit: fc.nat(4),
    item: fc.nat(4),
    evaluator: fc.nat(3),
    score: fc.integer({ min: 0, max: 10 }),
  }),
  { maxLength: 40 },
);
