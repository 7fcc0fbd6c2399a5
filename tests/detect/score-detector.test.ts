import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MISSED_FLAG_COST,
  scoreDetector,
  scoreRandomlyFlagged,
  scoreTopLevelFlagged,
  VERIFIED_FLAG_COST,
  type DetectorCandidate,
} from '../../src/detect/score-detector.ts';
import { wilsonInterval } from '../../src/model/math/interval.ts';

const candidate = (key: number, p: number | null, isFlagged = true): DetectorCandidate => ({
  key,
  p,
  isFlagged,
});

describe('a detector beside the truth', () => {
  it('is scored by what it flagged, and its curve by all that it held suspicious', () => {
    const score = scoreDetector({
      manipulated: new Set([1, 2, 3, 9]),
      candidates: [
        candidate(5, 0.3, false),
        candidate(1, null),
        candidate(2, 0.01),
        candidate(4, 0.01),
        candidate(3, 0.2, false),
      ],
      records: 100,
    });
    expect(score).toMatchObject({
      ...{ flagged: 3, right: 2, injected: 4, records: 100 },
      ...{ precision: 2 / 3, recall: 0.5, f1: 4 / 7, falseRate: 1 / 96 },
      precisionInterval: wilsonInterval(2, 3),
      recallInterval: wilsonInterval(2, 4),
      cost: ((3 * VERIFIED_FLAG_COST + 2 * MISSED_FLAG_COST) * 1000) / 100,
    });
    // A broken rule first, then the tie of 2 and 4, then 3, then 5, then all others, 9 among them.
    expect(score.roc).toEqual([
      { falseRate: 0, recall: 0 },
      { falseRate: 0, recall: 0.25 },
      { falseRate: 1 / 96, recall: 0.5 },
      { falseRate: 1 / 96, recall: 0.75 },
      { falseRate: 2 / 96, recall: 0.75 },
      { falseRate: 1, recall: 1 },
    ]);
    // Of 4 × 96 pairs: 1 before all, 2 before all but its tie, 3 before all but 4, and 9 tied with 94.
    expect(score.area).toBeCloseTo((96 + 95.5 + 95 + 47) / 384, 12);
  });

  it('counts a record once, with its least chance, however often it is held suspicious', () => {
    const twice = scoreDetector({
      manipulated: new Set([1]),
      candidates: [candidate(1, 0.5, false), candidate(1, 0.1), candidate(2, 0.3, false)],
      records: 10,
    });
    const once = scoreDetector({
      manipulated: new Set([1]),
      candidates: [candidate(1, 0.1), candidate(2, 0.3, false)],
      records: 10,
    });
    expect(twice).toEqual(once);
    expect(twice.area).toBe(1);
  });

  it('has no figures of nothing', () => {
    const silent = scoreDetector({ manipulated: new Set(), candidates: [], records: 10 });
    expect(silent).toMatchObject({
      ...{ precision: null, precisionInterval: null, recall: null, recallInterval: null, f1: null },
      ...{ falseRate: 0, cost: null, roc: [], area: null, averagePrecision: null },
    });
    expect(scoreDetector({ manipulated: new Set(), candidates: [], records: 0 }).cost).toBeNull();
  });

  it('has at most 50 points however many chances it states', () => {
    const candidates = Array.from({ length: 3000 }, (_, i) => candidate(i, (i + 1) / 4000, i < 50));
    const score = scoreDetector({
      manipulated: new Set(candidates.flatMap(({ key }) => (key % 3 === 0 ? [key] : []))),
      candidates,
      records: 9000,
    });
    expect(score.roc.length).toBeLessThanOrEqual(50);
    // The area is of all points: among the candidates every third is so, wherever one stands.
    expect(score.area).toBeCloseTo(1 - (2000 / 8000) * 0.5, 3);
  });

  it('does not depend on the order of what it is told', () => {
    const list = fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(20)), (told, so) => {
        const candidates = told.map(([key, p, isFlagged]) =>
          candidate(key, p === 0 ? null : p / 5, isFlagged),
        );
        const trial = { manipulated: new Set(so), records: 21 };
        expect(scoreDetector({ ...trial, candidates: candidates.toReversed() })).toEqual(
          scoreDetector({ ...trial, candidates }),
        );
      }),
    );
  });
});

describe('the baselines', () => {
  it('flag every rating of the best level, and are scored like a rule without degrees', () => {
    const score = scoreTopLevelFlagged({ flagged: 800, right: 50, injected: 60, records: 1000 });
    expect(score).toMatchObject({
      precision: 50 / 800,
      recall: 50 / 60,
      cost: 800 * VERIFIED_FLAG_COST + 10 * MISSED_FLAG_COST,
      roc: [
        { falseRate: 0, recall: 0 },
        { falseRate: 750 / 940, recall: 50 / 60 },
        { falseRate: 1, recall: 1 },
      ],
    });
  });

  it('flag at random as many as chance is expected to hit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.nat(12), (records, a, b) => {
        const [injected, flagged] = [Math.min(a, records), Math.min(b, records)];
        const score = scoreRandomlyFlagged({ flagged, injected, records });
        // The mean over all places where one block of flags may begin, which hits each record alike.
        const hits = Array.from(
          { length: records },
          (_, start) =>
            Array.from({ length: flagged }, (_row, i) => (start + i) % records).filter(
              (key) => key < injected,
            ).length,
        );
        const mean = (values: readonly number[]): number =>
          values.reduce((sum, one) => sum + one, 0) / records;
        expect(score.right).toBeCloseTo(mean(hits), 12);
        if (injected > 0) expect(score.recall).toBeCloseTo(mean(hits.map((n) => n / injected)), 12);
        if (flagged + injected > 0)
          expect(score.f1).toBeCloseTo(mean(hits.map((n) => (2 * n) / (flagged + injected))), 12);
        expect(score.cost).toBeCloseTo(
          mean(
            hits.map(
              (n) => ((flagged * VERIFIED_FLAG_COST + (injected - n) * MISSED_FLAG_COST) * 1000) / records,
            ),
          ),
          8,
        );
        expect(score.area).toBe(injected === 0 || injected === records ? null : 0.5);
        expect([score.precisionInterval, score.recallInterval]).toEqual([null, null]);
      }),
    );
  });
});
