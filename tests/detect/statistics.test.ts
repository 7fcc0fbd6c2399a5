import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  balancedAccuracyOf,
  macroAverage,
  matthewsCorrelation,
  microAverage,
  weightedAverage,
} from '../../src/detect/statistics/averages.ts';
import { confusionOf } from '../../src/detect/statistics/confusion.ts';
import {
  falseRateOfHits,
  fScoreOfHits,
  hitsOf,
  precisionOfHits,
  recallOfHits,
  type Hits,
} from '../../src/detect/statistics/hits.ts';
import { logLoss } from '../../src/detect/statistics/log-loss.ts';
import {
  areaUnderRoc,
  averagePrecision,
  rocPoints,
  thinnedPoints,
  tiesByScore,
} from '../../src/detect/statistics/ranking.ts';

const counts = fc.record({
  truePositives: fc.nat(50),
  falsePositives: fc.nat(50),
  falseNegatives: fc.nat(50),
  trueNegatives: fc.nat(50),
});
/** Scores of few values, so that many are tied, each with its truth. */
const scoredRecords = fc.array(fc.tuple(fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 60 });
const tiesOf = (records: readonly (readonly [number, boolean])[]) =>
  tiesByScore(
    records.map(([score]) => score),
    records.map(([, truth]) => truth),
  );

const of = (given: Partial<Hits>): Hits => ({
  truePositives: 0,
  falsePositives: 0,
  falseNegatives: 0,
  trueNegatives: 0,
  ...given,
});

describe('figures of a rule that flags', () => {
  it('have no value where there is nothing to take a share of', () => {
    const silent = of({ falseNegatives: 3, trueNegatives: 7 });
    expect([
      precisionOfHits(silent),
      recallOfHits(silent),
      fScoreOfHits(silent),
      falseRateOfHits(silent),
    ]).toEqual([null, 0, 0, 0]);
    const clean = of({ falsePositives: 2, trueNegatives: 8 });
    expect([precisionOfHits(clean), recallOfHits(clean), fScoreOfHits(clean)]).toEqual([0, null, 0]);
    expect(fScoreOfHits(of({ trueNegatives: 5 }))).toBeNull();
    expect(falseRateOfHits(of({ truePositives: 1 }))).toBeNull();
    const nothing = confusionOf([], [], 2);
    expect([accuracyOf(nothing), balancedAccuracyOf(nothing), matthewsCorrelation(nothing)]).toEqual([
      null,
      null,
      null,
    ]);
    for (const average of [macroAverage, weightedAverage, microAverage])
      expect(average(nothing, recallOfHits)).toBeNull();
    const onlyGood = confusionOf([0, 0, 0], [0, 0, 1], 2);
    expect([balancedAccuracyOf(onlyGood), matthewsCorrelation(onlyGood)]).toEqual([null, null]);
    expect([logLoss([]), logLoss([{ confidence: 0, right: true }])]).toEqual([null, Infinity]);
  });

  it('stay within their bounds, F1 between precision and recall', () => {
    fc.assert(
      fc.property(counts, (hits) => {
        const [precision, recall, f1] = [precisionOfHits(hits), recallOfHits(hits), fScoreOfHits(hits)];
        for (const figure of [precision, recall, f1, falseRateOfHits(hits), fScoreOfHits(hits, 2)]) {
          if (figure === null) continue;
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        if (precision === null || recall === null || f1 === null) return;
        expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall) - 1e-12);
        expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-12);
      }),
    );
  });

  it('do not depend on which of two categories is the one looked for, where they say so', () => {
    const answers = fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(answers, (pairs) => {
        const confusion = confusionOf(
          pairs.map(([t]) => t),
          pairs.map(([, a]) => a),
          2,
        );
        const turned = confusionOf(
          pairs.map(([t]) => 1 - t),
          pairs.map(([, a]) => 1 - a),
          2,
        );
        expect(matthewsCorrelation(turned)).toEqual(matthewsCorrelation(confusion));
        expect(accuracyOf(turned)).toEqual(accuracyOf(confusion));
        const { truePositives, falsePositives, falseNegatives, trueNegatives } = hitsOf(confusion, 1);
        expect(hitsOf(confusion, 0)).toEqual({
          truePositives: trueNegatives,
          falsePositives: falseNegatives,
          falseNegatives: falsePositives,
          trueNegatives: truePositives,
        });
        const wrong = confusionOf(
          pairs.map(([t]) => t),
          pairs.map(([, a]) => 1 - a),
          2,
        );
        const [one, other] = [matthewsCorrelation(confusion), matthewsCorrelation(wrong)];
        expect(one === null ? null : -one).toEqual(other === null ? null : expect.closeTo(other, 12));
        // Of one answer each, the micro average of any share of right ones is the accuracy.
        expect(microAverage(confusion, precisionOfHits)).toEqual(accuracyOf(confusion));
      }),
    );
  });

  it('of a perfect classification are all 1', () => {
    const truths = [0, 1, 2, 2, 1, 0, 2];
    const perfect = confusionOf(truths, truths, 3);
    expect(matthewsCorrelation(perfect)).toBeCloseTo(1, 12);
    expect(balancedAccuracyOf(perfect)).toBe(1);
    for (const average of [macroAverage, weightedAverage, microAverage])
      expect(average(perfect, fScoreOfHits)).toBe(1);
  });
});

describe('an order of suspicion', () => {
  it('has as area the share of pairs that it orders rightly, a tie counting half', () => {
    fc.assert(
      fc.property(scoredRecords, (records) => {
        const so = records.filter(([, truth]) => truth);
        const not = records.filter(([, truth]) => !truth);
        const pairs = so.flatMap(([high]) => not.map(([low]) => (high > low ? 1 : high === low ? 0.5 : 0)));
        const area = areaUnderRoc(tiesOf(records));
        if (pairs.length === 0) expect(area).toBeNull();
        else expect(area).toBeCloseTo(pairs.reduce((a: number, b) => a + b, 0) / pairs.length, 12);
      }),
    );
  });

  it('turned round has the rest of the area', () => {
    fc.assert(
      fc.property(scoredRecords, (records) => {
        const area = areaUnderRoc(tiesOf(records));
        const turned = areaUnderRoc(tiesOf(records.map(([score, truth]) => [-score, truth] as const)));
        if (area === null || turned === null) expect([area, turned]).toEqual([null, null]);
        else expect(area + turned).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has points that rise from (0, 0) to (1, 1), and the area is that under them', () => {
    fc.assert(
      fc.property(scoredRecords, (records) => {
        const points = rocPoints(tiesOf(records));
        const area = areaUnderRoc(tiesOf(records));
        if (area === null) {
          expect(points).toEqual([]);
          return;
        }
        expect(points[0]).toEqual({ falseRate: 0, recall: 0 });
        expect(points.at(-1)).toEqual({ falseRate: 1, recall: 1 });
        let under = 0;
        for (let i = 1; i < points.length; i++) {
          const [from, to] = [points[i - 1]!, points[i]!];
          expect(to.falseRate).toBeGreaterThanOrEqual(from.falseRate);
          expect(to.recall).toBeGreaterThanOrEqual(from.recall);
          under += ((to.falseRate - from.falseRate) * (from.recall + to.recall)) / 2;
        }
        expect(under).toBeCloseTo(area, 12);
      }),
    );
  });

  it('has the share of what is looked for as average precision where it knows nothing, and 1 where it knows all', () => {
    expect(averagePrecision([{ positives: 3, negatives: 9 }])).toBe(0.25);
    expect(
      averagePrecision([
        { positives: 3, negatives: 0 },
        { positives: 0, negatives: 9 },
      ]),
    ).toBe(1);
    expect(averagePrecision([{ positives: 0, negatives: 9 }])).toBeNull();
  });

  it('is drawn with few points that keep its ends and its shape', () => {
    const all = rocPoints(
      Array.from({ length: 5000 }, (_, i) => ({ positives: i < 900 ? 9 : 1, negatives: i < 900 ? 1 : 9 })),
    );
    const few = thinnedPoints(all, 50);
    expect(few.length).toBeLessThanOrEqual(50);
    expect(few.length).toBeGreaterThan(40);
    expect([few[0], few.at(-1)]).toEqual([all[0], all.at(-1)]);
    // No point of the curve is far from one that is drawn.
    for (const point of all) {
      const near = few.some(
        ({ falseRate, recall }) =>
          Math.abs(falseRate - point.falseRate) + Math.abs(recall - point.recall) <= 2 / 48 + 1e-9,
      );
      expect(near).toBe(true);
    }
    expect(thinnedPoints(all.slice(0, 50), 50)).toEqual(all.slice(0, 50));
  });
});
