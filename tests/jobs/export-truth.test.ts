import { describe, expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { underRegime } from '../../src/model/scenario/check-scenario.ts';
import { knowledge, reference, simulate, tiny, useScratch, type Fields } from '../builders.ts';

const scratch = useScratch();

const parsed = (lines: Iterable<string>): Fields[] => [...lines].map((line) => JSON.parse(line) as Fields);
const keyOf = ({ projectNo, serviceNumber, assessNumber }: Fields): string =>
  [projectNo, serviceNumber, assessNumber].join('/');

async function exported(regime: string): Promise<{ records: Fields[]; truth: Fields[] }> {
  const store = scratch.store();
  const truth = scratch.truth(store);
  const overlay = reference.regimes.find(({ id }) => id === regime)!;
  await simulate(store, truth, { scenario: underRegime(tiny({ casesPerYear: 30_000 }), overlay) });
  return {
    records: parsed(recordLines(store, knowledge)),
    truth: parsed(exportTruth(store, truth, knowledge)),
  };
}

describe('the truth of a run as lines', () => {
  it('has one line for every rating exported, by the same key, and says when it was not what was felt', async () => {
    const { records, truth } = await exported('prompted');
    const ratings = records.filter(({ kind }) => kind === 'rating');
    const known = new Map(
      truth.filter(({ kind }) => kind === 'rating-truth').map((line) => [keyOf(line), line]),
    );
    expect(known.size).toBe(ratings.length);
    for (const rating of ratings) {
      const line = known.get(keyOf(rating))!;
      if (line['mechanism'] === 'own') expect(String(line['felt'])).toBe(rating['satisfaction']);
      else expect(rating['satisfaction']).toBe('5');
      expect(line['mechanism'] === 'defaulted').toBe(rating['isdefault'] === '1');
    }
    expect(new Set([...known.values()].map((line) => line['mechanism']))).toEqual(
      new Set(['own', 'lifted', 'preselected', 'pressed', 'defaulted']),
    );
  });

  it('counts what was felt in all services, and the bad ratings that were never recorded', async () => {
    const { records, truth } = await exported('suppressed');
    const felt = truth.filter(({ kind }) => kind === 'felt');
    const services = felt.reduce((sum, line) => sum + Number(line['services']), 0);
    expect(services).toBe(records.filter(({ kind }) => kind === 'service').length);
    const lost = truth.filter(({ kind }) => kind === 'never-recorded');
    expect(lost.every((line) => Number(line['level']) <= 2)).toBe(true);
    expect(lost.reduce((sum, line) => sum + Number(line['ratings']), 0)).toBeGreaterThan(20);
  });

  it('has the five qualities of every unit', async () => {
    const { truth } = await exported('everyone');
    expect(truth.filter(({ kind }) => kind === 'unit-quality')).toHaveLength(4 * 5);
  });

  it('has as many faults of a guide as the register counts, each with what would be right', async () => {
    const store = scratch.store();
    const truth = scratch.truth(store);
    await simulate(store, truth, { scenario: tiny({ casesPerYear: 300 }) });
    const lines = parsed(exportTruth(store, truth, knowledge));
    const faults = lines.filter(({ kind }) => kind === 'guide-fault');
    const wrong = readRegister(store).tasks.reduce(
      (sum, { published, guide }) =>
        published ? sum + Object.values(guide).reduce((all, [right, of]) => all + of - right, 0) : sum,
      0,
    );
    expect(wrong).toBeGreaterThan(100);
    expect(faults.length).toBe(wrong);
    for (const { right } of faults) expect(Object.keys(right as object)).toEqual(['zh', 'en']);
    expect(lines.some(({ kind }) => kind === 'obstacle')).toBe(true);
    expect(lines.some(({ kind }) => kind === 'search-places')).toBe(true);
  });
});
