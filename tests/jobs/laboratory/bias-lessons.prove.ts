import { describe, expect, it } from 'vitest';
import type { BiasLesson, BiasLessonId } from '../../../src/audit/bias/bias-lessons.ts';
import { compareRegimes, type BiasComparison } from '../../../src/jobs/laboratory/compare-regimes.ts';
import { clock, knowledge, reference } from '../../builders.ts';
import { bySize } from '../../prove/size.ts';

/**
 * Bounds of each lesson at the smallest volume, from what 20 seeds gave (docs/laboratory.md): published less felt mean score, published
 * less felt good-rating rate in percentage points, and the part of the mean that the lesson is named after. Each would break if the
 * effect vanished or turned.
 */
const bounds = {
  automatic: { mean: [-3, -2.2], points: [0.4, 2.5], part: [-3, -2.3] },
  preselection: { mean: [0.2, 0.6], points: [0.8, 3.2], part: [0.12, 0.4] },
  // Those served in time differ by their mean score; whether their good-rating rate does, differs by seed.
  successful: { mean: [0.02, 0.15], points: [-0.3, 0.8], part: [0.02, 0.15] },
  unhappy: { mean: [-7.2, -5.5], points: [-60, -35], part: [-7.2, -5.5] },
  suppression: { mean: [0.1, 0.4], points: [0.8, 3.2], part: [0.07, 0.3] },
  entry: { mean: [0.001, 0.08], points: [0.005, 0.6], part: [0.002, 0.08] },
} as const satisfies Readonly<Record<BiasLessonId, object>>;

const seeds = Array.from({ length: bySize({ small: 3, full: 20 }) }, (_, i) => i + 1);
const ids = reference.regimes.map(({ id }) => id);
const choice = { regimes: ids, defects: [], casesPerYear: 5000 };

const gapIn = (lesson: BiasLesson, figure: 'meanScore' | 'goodRate'): number =>
  lesson.published[figure]! - lesson.felt[figure]!;

function expectWithin(value: number, [low, high]: readonly [number, number], of: string): void {
  expect(value, of).toBeGreaterThan(low);
  expect(value, of).toBeLessThan(high);
}

describe(`the lessons over ${String(seeds.length)} seeds`, () => {
  it('have their direction and size against the truth', { timeout: 600_000 }, async () => {
    const made: BiasComparison[] = [];
    for (const seed of seeds)
      made.push(await compareRegimes({ ...choice, seed }, { knowledge, programVersion: 'test', clock }));
    made.forEach(({ truth, regimes, lessons }, i) => {
      const of = (what: string): string => `${what}, seed ${String(seeds[i])}`;
      expect(lessons.map(({ id }) => id)).toEqual(Object.keys(bounds));
      for (const lesson of lessons) {
        const { mean, points, part } = bounds[lesson.id];
        expectWithin(gapIn(lesson, 'meanScore'), mean, of(`mean of ${lesson.id}`));
        expectWithin(100 * gapIn(lesson, 'goodRate'), points, of(`rate of ${lesson.id}`));
        expectWithin(lesson.part, part, of(`part of ${lesson.id}`));
      }
      // The truth of ratings is what was felt.
      expect(Math.abs(truth.published.meanScore! - truth.felt.meanScore!), of('truth')).toBeLessThan(0.02);
      expect(
        truth.units.every(({ index }) => index !== null),
        of('indexes'),
      ).toBe(true);
      const world = (id: string) => regimes.find(({ regime }) => regime === id)!;
      for (const id of ['prompted', 'suppressed'])
        expect(world(id).errors.index, of(`index under ${id}`)).toBeGreaterThan(1.5);
      // Weighting cannot bring back what was never said, or said otherwise.
      for (const id of ['preselection', 'suppression'] as const) {
        const { felt, published, weighted } = lessons.find((lesson) => lesson.id === id)!;
        const [before, after] = [published, weighted].map(({ meanScore }) => meanScore! - felt.meanScore!);
        expect(after! / before!, of(id)).toBeGreaterThan(0.9);
      }
      // It leaves automatic ratings out, and with them nearly all that they do.
      const { felt, weighted } = lessons.find(({ id }) => id === 'automatic')!;
      expect(Math.abs(weighted.meanScore! - felt.meanScore!), of('automatic, weighted')).toBeLessThan(0.3);
    });
  });
});
