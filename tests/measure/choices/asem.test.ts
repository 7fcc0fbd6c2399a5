import { expect, it } from 'vitest';
import { aggregate } from '../../../src/measure/choices/aggregate.ts';
import type { Composite } from '../../../src/measure/choices/composite.ts';
import { overallScores, scoreUnder, statedChoices } from '../../../src/measure/choices/choices.ts';
import { normaliseLeaves } from '../../../src/measure/choices/normalise-leaves.ts';
import { rankStatistics } from '../../../src/measure/choices/rank-statistics.ts';
import { kurtosis, skewness, treatOutliers } from '../../../src/measure/choices/treat-outliers.ts';
import { rank } from '../../../src/measure/rank.ts';
import { csvRows, describeOracle } from '../../oracle.ts';

const largest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);

describeOracle('choices of the ASEM index of COINr', 'coinr_asem', (read) => {
  const hierarchy = csvRows(read('run_hierarchy.csv'));
  const [imputed, treated, normalised, aggregated, ranks, details] = [
    'shipped_imputed.csv',
    'shipped_treated.csv',
    'shipped_normalised.csv',
    'shipped_aggregated.csv',
    'shipped_results_ranks.csv',
    'run_treatment_details.csv',
  ].map((file) => csvRows(read(file)));
  const places = imputed!.map(({ UnitCode }) => UnitCode);
  const column = (rows: Record<string, string>[], code: string): Float64Array =>
    Float64Array.from(places, (place) => Number(rows.find((row) => row['UnitCode'] === place)?.[code]));
  const leaves = hierarchy.filter(({ Level }) => Level === '1');
  const parents = hierarchy
    .filter(({ Level }) => Level !== '1')
    .sort((a, b) => Number(a['Level']) - Number(b['Level']));
  const codes = [...leaves, ...parents].map(({ iCode = '' }) => iCode);
  const composite: Composite = {
    leaves: leaves.map(({ iCode = '', Direction }) => ({
      id: iCode,
      goalposts: Direction === '1' ? [0, 1] : [1, 0],
    })),
    parents: parents.map(({ iCode: code = '' }) => ({
      id: code,
      availability: 1,
      children: hierarchy.flatMap(({ iCode = '', Parent }) =>
        Parent === code ? [codes.indexOf(iCode)] : [],
      ),
    })),
    weights: Float64Array.from([...leaves, ...parents].slice(0, -1), ({ Weight }) => Number(Weight)),
  };
  const tableOf = (rows: Record<string, string>[]): Float64Array =>
    Float64Array.from(leaves.flatMap(({ iCode = '' }) => [...column(rows, iCode)]));

  it('has every skewness, kurtosis and number of winsorised points, to 1e-8, and every treated value exactly', () => {
    let winsorised = 0;
    for (const { iCode = '' } of leaves) {
      const row = details!.find((known) => known['iCode'] === iCode)!;
      const values = column(imputed!, iCode);
      const treatment = treatOutliers(values);
      expect(Math.abs(skewness(values) - Number(row['check_SkewKurt0.Skew'])), iCode).toBeLessThan(1e-8);
      expect(Math.abs(kurtosis(values) - Number(row['check_SkewKurt0.Kurt'])), iCode).toBeLessThan(1e-8);
      expect(treatment.winsorised, iCode).toBe(Number(row['winsorise.nwin'] ?? 0));
      expect([...treatment.values], iCode).toEqual([...column(treated!, iCode)]);
      if (treatment.winsorised === 0) continue;
      winsorised++;
      const { values: after } = treatment;
      expect(Math.abs(skewness(after) - Number(row['check_SkewKurt1.Skew'])), iCode).toBeLessThan(1e-8);
      expect(Math.abs(kurtosis(after) - Number(row['check_SkewKurt1.Kurt'])), iCode).toBeLessThan(1e-8);
    }
    expect(winsorised).toBe(details!.filter((row) => row['check_SkewKurt0.Pass'] === 'FALSE').length);
  });

  it('is normalised to 1e-9 from the values as they were before treatment', () => {
    const scores = normaliseLeaves(
      tableOf(imputed!),
      composite.leaves.map(({ goalposts }) => goalposts),
      { normalisation: 'minMax', winsorising: true, aggregation: 'arithmetic' },
    );
    expect(largest(scores, tableOf(normalised!))).toBeLessThan(1e-9);
  });

  it('is aggregated to 1e-9 at every node, with every rank', () => {
    const { scores, units } = aggregate(composite, tableOf(normalised!), {
      ...statedChoices(composite),
      aggregation: 'arithmetic',
    });
    parents.forEach(({ iCode = '' }, p) => {
      const at = (leaves.length + p) * units;
      expect(largest(scores.subarray(at, at + units), column(aggregated!, iCode)), iCode).toBeLessThan(1e-9);
    });
    const overall = overallScores(
      composite,
      scoreUnder(composite, tableOf(imputed!), {
        ...statedChoices(composite),
        normalisation: 'minMax',
        winsorising: true,
      }),
    );
    expect(rank(overall, 'competition')).toEqual([...column(ranks!, 'Index')]);
  });

  it('has the statistics of the ranks of its 100 runs to 1e-12', () => {
    const runs = csvRows(read('shipped_uncertainty_ranks_100runs.csv'));
    const printed = csvRows(read('shipped_uncertainty_rankstats_N100.csv'));
    expect(printed.length).toBe(51);
    for (const { uCode, Mean, Median, Q5, Q95 } of printed) {
      const row = runs.find((known) => known['uCode'] === uCode)!;
      const drawn = Object.entries(row).flatMap(([name, value]) =>
        /^r_\d+$/.test(name) ? [Number(value)] : [],
      );
      expect(drawn.length).toBe(100);
      const { mean, median, low, high } = rankStatistics(drawn)!;
      expect(largest([mean, median, low, high], [Mean, Median, Q5, Q95].map(Number)), uCode).toBeLessThan(
        1e-12,
      );
    }
  });
});

describeOracle('choices of the UN e-government index', 'egdi', (read) => {
  it.each([2014, 2016, 2018])('of %i: equal weights of three parts to 4e-5, and every rank', (year) => {
    const rows = csvRows(read(`egdi-${String(year)}.csv`));
    const composite: Composite = {
      leaves: ['osi', 'tii', 'hci'].map((id) => ({ id, goalposts: [0, 1] })),
      parents: [{ id: 'egdi', availability: 1, children: [0, 1, 2] }],
      weights: Float64Array.of(0.5, 0.3, 0.2),
    };
    const values = Float64Array.from(
      composite.leaves.flatMap(({ id }) => rows.map((row) => Number(row[id]))),
    );
    const overall = overallScores(
      composite,
      scoreUnder(composite, values, { ...statedChoices(composite), weighting: 'equal' }),
    );
    const published = rows.map((row) => Number(row['e-gov-index']));
    expect(
      largest(
        overall.map((score) => (score ?? NaN) / 100),
        published,
      ),
    ).toBeLessThan(4e-5);
    expect(rank(published, 'competition')).toEqual(rows.map((row) => Number(row['e-gov-rank'])));
  });
});
