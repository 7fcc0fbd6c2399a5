import type { Composite } from '../../src/measure/choices/composite.ts';
import { overallScores, scoreUnder, statedChoices } from '../../src/measure/choices/choices.ts';
import { combine } from '../../src/measure/combine.ts';
import { rank } from '../../src/measure/rank.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const years = [2014, 2016, 2018];
const published = {
  folder: 'egdi',
  source: 'UN DESA, E-Government Development Index 2014, 2016, 2018 (UNU-EGOV/datasets)',
  licence: { zh: '联合国数据，须注明出处', en: 'UN data, the source must be named' },
} as const;

/** Three parts that weigh the same. */
const composite: Composite = {
  leaves: ['osi', 'tii', 'hci'].map((id) => ({ id, goalposts: [0, 1] })),
  parents: [{ id: 'egdi', availability: 1, children: [0, 1, 2] }],
  weights: Float64Array.of(0.5, 0.3, 0.2),
};

export const egdiScores: OracleCheck = {
  ...published,
  id: 'egdi-scores',
  what: { zh: '193 国三项分指数的等权平均', en: 'equal weighting of three parts for 193 states' },
  tolerance: 4e-5,
  check(read) {
    const found = new Differences();
    for (const year of years) {
      const rows = csvRows(read(`egdi-${String(year)}.csv`));
      const values = Float64Array.from(
        composite.leaves.flatMap(({ id }) => rows.map((row) => Number(row[id]))),
      );
      const choices = { ...statedChoices(composite), weighting: 'equal' } as const;
      const overall = overallScores(composite, scoreUnder(composite, values, choices));
      rows.forEach((row, i) => {
        const theirs = Number(row['e-gov-index']);
        found.add((overall[i] ?? NaN) / 100, theirs);
        const parts = composite.leaves.map(({ id }) => ({ weight: 1, score: Number(row[id]) }));
        found.add(combine(parts, 1), theirs);
      });
    }
    return found;
  },
};

export const egdiRanks: OracleCheck = {
  ...published,
  id: 'egdi-ranks',
  what: { zh: '含并列的名次', en: 'ranks with ties' },
  tolerance: 0,
  check(read) {
    const found = new Differences();
    for (const year of years) {
      const rows = csvRows(read(`egdi-${String(year)}.csv`));
      const ranks = rank(
        rows.map((row) => Number(row['e-gov-index'])),
        'competition',
      );
      rows.forEach((row, i) => {
        found.add(ranks[i], Number(row['e-gov-rank']));
      });
    }
    return found;
  },
};
