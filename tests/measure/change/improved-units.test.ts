import { describe, expect, it } from 'vitest';
import {
  improvedUnits,
  overallChanges,
  type OverallChange,
} from '../../../src/measure/change/improved-units.ts';
import { leadingGroup } from '../../../src/measure/change/leading-group.ts';
import { madeMeasurement, type MadeUnit } from '../../report/made-results.ts';

const codes = ['110000', '120000', '130000', '140000', '210000', '310000', '320000', '330000'];
const made = (scores: readonly number[], error: number | null = 0.3): MadeUnit[] =>
  scores.map((score, i) => ({ code: codes[i]!, score, error }));
const changesOf = (
  now: readonly number[],
  before: readonly number[],
  { error = 0.3, ranks = 0 }: { error?: number | null; ranks?: number } = {},
): OverallChange[] =>
  overallChanges(
    madeMeasurement('2021', made(now, error), ranks).units,
    madeMeasurement('2020', made(before, error), ranks).units,
  );
const named = (changes: readonly OverallChange[]): string[] =>
  improvedUnits(changes).map(({ now }) => now.code);

const flat = [80, 81, 82, 83, 84, 85, 86, 87];

describe('units with much progress', () => {
  it('are those that rose most beyond sampling error, in score and in rank, a quarter of all at most', () => {
    // The first, the third and the fourth rise and overtake others; two of eight may be named.
    expect(named(changesOf([90, 81, 88, 86.5, 84, 85, 86, 87], flat))).toEqual(['110000', '130000']);
  });

  it('name whoever rose as much as the last of them', () => {
    expect(named(changesOf([90, 91, 92, 83, 84, 85, 86, 87], flat))).toEqual(['110000', '120000', '130000']);
  });

  it('are nobody where nobody improved, or all rose alike', () => {
    expect(named(changesOf(flat, flat))).toEqual([]);
    expect(
      named(
        changesOf(
          flat.map((score) => score + 3),
          flat,
        ),
      ),
    ).toEqual([]);
    expect(
      named(
        changesOf(
          flat.map((score) => score - 3),
          flat,
        ),
      ),
    ).toEqual([]);
  });

  it('are not those whose rise other persons could make, or whose ranks another draw could turn', () => {
    const now = [82.5, 81, 82, 83, 84, 85, 86, 87];
    expect(named(changesOf(now, flat))).toEqual(['110000']);
    expect(named(changesOf(now, flat, { error: 1.5 }))).toEqual([]);
    expect(named(changesOf(now, flat, { ranks: 2 }))).toEqual([]);
  });

  it('may be one of two units, and need a score and its error in both years', () => {
    expect(named(changesOf([90, 85], [80, 85]))).toEqual(['110000']);
    expect(changesOf([90, 85], [80, 85], { error: null })).toEqual([]);
    expect(overallChanges(madeMeasurement('2021', made([90])).units, [])).toEqual([]);
  });
});

describe('units that lead', () => {
  it('are at the very high level, with their whole rank interval in the first quarter', () => {
    const { units } = madeMeasurement('2021', made([96, 95, 94, 93, 92, 91, 80, 70]));
    expect(leadingGroup(units).map(({ code }) => code)).toEqual(['110000', '120000']);
    const unsure = madeMeasurement('2021', made([96, 95, 94, 93, 92, 91, 80, 70]), 1).units;
    expect(leadingGroup(unsure).map(({ code }) => code)).toEqual(['110000']);
  });

  it('are nobody below that level, or where errors are not known', () => {
    expect(leadingGroup(madeMeasurement('2021', made([89, 88])).units)).toEqual([]);
    expect(leadingGroup(madeMeasurement('2021', made([99, 98], null)).units)).toEqual([]);
  });

  it('are all that tie for the first rank', () => {
    expect(leadingGroup(madeMeasurement('2021', made([95, 95, 95])).units)).toHaveLength(3);
  });
});
