import { expect, it } from 'vitest';
import { z } from 'zod';
import { brierScore } from '../../src/detect/statistics/brier.ts';
import { describeOracle } from '../oracle.ts';

const n = z.number();
const metrics = z.object({
  brier_doc: z.object({ y: z.array(n), p: z.array(n), brier: n }),
  detector_200: z.object({ y: z.array(n), score: z.array(n), brier: n }),
});

describeOracle('how sure trainees are', 'metrics', (read) => {
  const known = metrics.parse(JSON.parse(read('sklearn_metrics.json')));

  it('is valued by the Brier score, whose parts add up to it', () => {
    for (const [y, p, brier] of [
      [known.brier_doc.y, known.brier_doc.p, known.brier_doc.brier],
      [known.detector_200.y, known.detector_200.score, known.detector_200.brier],
    ] as const) {
      const { score, reliability, resolution, uncertainty } = brierScore(
        p.map((confidence, i) => ({ confidence, right: y[i] === 1 })),
      )!;
      expect(score).toBeCloseTo(brier, 12);
      expect(reliability - resolution + uncertainty).toBeCloseTo(score, 12);
    }
  });
});

it('is valued by nothing where nobody judged', () => {
  expect(brierScore([])).toBeUndefined();
});
