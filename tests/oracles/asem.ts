import { aggregate } from '../../src/measure/choices/aggregate.ts';
import type { Composite } from '../../src/measure/choices/composite.ts';
import { overallScores, scoreUnder, statedChoices } from '../../src/measure/choices/choices.ts';
import { normaliseLeaves } from '../../src/measure/choices/normalise-leaves.ts';
import { rankStatistics } from '../../src/measure/choices/rank-statistics.ts';
import { kurtosis, skewness, treatOutliers } from '../../src/measure/choices/treat-outliers.ts';
import { combine } from '../../src/measure/combine.ts';
import { minMax } from '../../src/measure/normalise.ts';
import { rank } from '../../src/measure/rank.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

type Read = (file: string) => string;

/** The ASEM index of sustainable connectivity, as the package COINr ships it: 51 places, 49 indicators, three levels. */
class Asem {
  readonly composite: Composite;
  readonly #read: Read;
  readonly #places: readonly string[];
  readonly #leaves: readonly string[];
  /** Codes of the parents, each behind its children. */
  readonly parents: readonly string[];

  constructor(read: Read) {
    this.#read = read;
    const rows = csvRows(read('run_hierarchy.csv')).sort((a, b) => Number(a['Level']) - Number(b['Level']));
    const codes = rows.map(({ iCode = '' }) => iCode);
    const leaves = rows.filter(({ Level }) => Level === '1');
    this.#places = csvRows(read('shipped_imputed.csv')).map(({ UnitCode = '' }) => UnitCode);
    this.#leaves = codes.slice(0, leaves.length);
    this.parents = codes.slice(leaves.length);
    this.composite = {
      leaves: leaves.map(({ iCode = '', Direction }) => ({
        id: iCode,
        goalposts: Direction === '1' ? [0, 1] : [1, 0],
      })),
      parents: this.parents.map((code) => ({
        id: code,
        availability: 1,
        children: rows.flatMap(({ Parent }, node) => (Parent === code ? [node] : [])),
      })),
      weights: Float64Array.from(rows.slice(0, -1), ({ Weight }) => Number(Weight)),
    };
  }

  column(file: string, code: string): number[] {
    const rows = csvRows(this.#read(file));
    return this.#places.map((place) => Number(rows.find((row) => row['UnitCode'] === place)?.[code]));
  }

  table(file: string): Float64Array {
    return Float64Array.from(this.#leaves.flatMap((code) => this.column(file, code)));
  }
}

const coinr = {
  folder: 'coinr_asem',
  source: 'COINr 1.1.14 (bluefoxr/COINr b968203), ASEM',
  licence: { zh: 'MIT', en: 'MIT' },
} as const;

export const asemTreatment: OracleCheck = {
  ...coinr,
  id: 'asem-treatment',
  what: {
    zh: '离群值处理：偏度、峰度、缩尾点数和处理后的值',
    en: 'treatment of outliers: skewness, kurtosis, points winsorised and values treated',
  },
  tolerance: 1e-8,
  check(read) {
    const found = new Differences();
    const asem = new Asem(read);
    for (const row of csvRows(read('run_treatment_details.csv'))) {
      const code = row['iCode'] ?? '';
      const values = Float64Array.from(asem.column('shipped_imputed.csv', code));
      const { values: treated, winsorised } = treatOutliers(values);
      found.add(skewness(values), Number(row['check_SkewKurt0.Skew']));
      found.add(kurtosis(values), Number(row['check_SkewKurt0.Kurt']));
      found.add(winsorised, Number(row['winsorise.nwin'] ?? 0));
      found.addAll([...treated], asem.column('shipped_treated.csv', code));
      if (winsorised === 0) continue;
      found.add(skewness(treated), Number(row['check_SkewKurt1.Skew']));
      found.add(kurtosis(treated), Number(row['check_SkewKurt1.Kurt']));
    }
    return found;
  },
};

/** The same by the functions of a measurement, which take one value and one node at a time. */
function addMeasured(found: Differences, asem: Asem): void {
  const { leaves, parents, weights } = asem.composite;
  const scores = leaves.map(({ id, goalposts: [worst, best] }) => {
    const direction = worst < best ? 1 : -1;
    const values = asem.column('shipped_treated.csv', id).map((value) => value * direction);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const scored = values.map((value) => minMax(value, least, most));
    found.addAll(scored, asem.column('shipped_normalised.csv', id));
    return scored;
  });
  for (const { id, children, availability } of parents) {
    const theirs = asem.column('shipped_aggregated.csv', id);
    const combined = theirs.map((_, unit) =>
      combine(
        children.map((node) => ({ weight: weights[node] ?? NaN, score: scores[node]?.[unit] ?? null })),
        availability,
      ),
    );
    combined.forEach((score, unit) => {
      found.add(score, theirs[unit]);
    });
    scores.push(combined.map((score) => score ?? NaN));
  }
}

export const asemScores: OracleCheck = {
  ...coinr,
  id: 'asem-scores',
  what: {
    zh: '极差标准化和三级加权汇总',
    en: 'min–max normalisation and three levels of weighted aggregation',
  },
  tolerance: 1e-9,
  check(read) {
    const found = new Differences();
    const asem = new Asem(read);
    const { composite, parents } = asem;
    const stated = statedChoices(composite);
    const normalised = asem.table('shipped_normalised.csv');
    const ours = normaliseLeaves(asem.table('shipped_imputed.csv'), stated.goalposts, {
      normalisation: 'minMax',
      winsorising: true,
      aggregation: 'arithmetic',
    });
    found.addAll([...ours], [...normalised]);
    const { scores, units } = aggregate(composite, normalised, stated);
    parents.forEach((code, p) => {
      const at = (composite.leaves.length + p) * units;
      found.addAll([...scores.subarray(at, at + units)], asem.column('shipped_aggregated.csv', code));
    });
    addMeasured(found, asem);
    return found;
  },
};

export const asemRanks: OracleCheck = {
  ...coinr,
  id: 'asem-ranks',
  what: {
    zh: '从处理前的值算起的名次；各级印出得分的名次，含并列',
    en: 'ranks, from values before treatment on; ranks of printed scores at every level, with ties',
  },
  tolerance: 0,
  check(read) {
    const found = new Differences();
    const asem = new Asem(read);
    const choices = {
      ...statedChoices(asem.composite),
      normalisation: 'minMax',
      winsorising: true,
    } as const;
    const scored = scoreUnder(asem.composite, asem.table('shipped_imputed.csv'), choices);
    const ranks = rank(overallScores(asem.composite, scored), 'competition');
    asem.column('shipped_results_ranks.csv', 'Index').forEach((theirs, i) => {
      found.add(ranks[i], theirs);
    });
    // COINr ranks the printed scores, of two decimals: with ties, at every node above the indicators.
    for (const code of asem.parents) {
      const printed = rank(asem.column('shipped_results_scores_2dp.csv', code), 'competition');
      asem.column('shipped_results_ranks.csv', code).forEach((theirs, i) => {
        found.add(printed[i], theirs);
      });
    }
    return found;
  },
};

export const asemRankStatistics: OracleCheck = {
  ...coinr,
  id: 'asem-rank-statistics',
  what: {
    zh: '100 次随机取舍下名次的平均值、中位数、5% 和 95% 分位',
    en: 'mean, median, 5% and 95% points of ranks over 100 draws of choices',
  },
  tolerance: 1e-12,
  check(read) {
    const found = new Differences();
    const runs = csvRows(read('shipped_uncertainty_ranks_100runs.csv'));
    for (const row of csvRows(read('shipped_uncertainty_rankstats_N100.csv'))) {
      const drawn = Object.entries(runs.find(({ uCode }) => uCode === row['uCode']) ?? {}).flatMap(
        ([name, value]) => (/^r_\d+$/.test(name) ? [Number(value)] : []),
      );
      const ours = rankStatistics(drawn);
      found.addAll(
        [ours?.mean ?? NaN, ours?.median ?? NaN, ours?.low ?? NaN, ours?.high ?? NaN],
        ['Mean', 'Median', 'Q5', 'Q95'].map((name) => Number(row[name])),
      );
    }
    return found;
  },
};
