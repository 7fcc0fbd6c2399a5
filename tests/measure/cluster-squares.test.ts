import { describe, expect, it } from 'vitest';
import { clusterSquares, excessOf } from '../../src/measure/spread/cluster-squares.ts';

describe('squares of the errors of clusters', () => {
  it('are those of clusters of equal size against the level of their stratum', () => {
    const stratum = [0.3, 0.1, -0.1, 0.1].map((deviation) => ({ share: 0.25, error: 0.25 * deviation }));
    const { sum, expected, ofShared, concentration, freedom } = clusterSquares([stratum]);
    // The level is 0.1, so that two clusters lie 0.2 from it.
    expect(sum).toBeCloseTo(2 * (0.25 * 0.2) ** 2, 12);
    // Three quarters of what four clusters of equal size would show, for one level is taken off.
    expect(expected).toBeCloseTo(3 / 4, 12);
    expect(ofShared).toBeCloseTo((3 / 4) * (1 / 4), 12);
    expect(concentration).toBeCloseTo(1 / 4, 12);
    expect(freedom).toBeCloseTo(4, 12);
  });

  it('leave out a cluster that nobody can tell anything of, but for its part in the next draw', () => {
    const told = [0.2, -0.2].map((deviation) => ({ share: 0.25, error: 0.25 * deviation }));
    const { sum, concentration } = clusterSquares([[...told, { share: 0.5, error: undefined }]]);
    expect(sum).toBeCloseTo(2 * (0.25 * 0.2) ** 2, 12);
    expect(concentration).toBeCloseTo(2 * 0.25 ** 2 + 0.5 ** 2, 12);
  });

  it('tell of nothing in common where persons who come back explain them', () => {
    const squares = clusterSquares([
      [0.2, -0.2].map((deviation) => ({ share: 0.5, error: 0.5 * deviation })),
    ]);
    const single = 0.01;
    const alone = excessOf({ n: 100, single, personEffect: 1, squares });
    expect(alone.excess).toBeCloseTo(0.02 / single - 0.5, 12);
    expect(excessOf({ n: 100, single, personEffect: 4, squares }).excess).toBeCloseTo(0, 12);
    expect(alone.size).toBeCloseTo(100 * 0.25, 12);
  });
});
