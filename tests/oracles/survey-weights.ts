import { z } from 'zod';
import { postStratify, rake, type WeightingCell } from '../../src/measure/weighting/weight-cells.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const table = z.array(z.array(z.number()));
const file = z.object({
  sample_counts_rows_a_cols_b: table,
  population_counts: table,
  poststratified_weights_published_2dp: table,
  raked_weights_published_2dp: table,
});

export const surveyWeights: OracleCheck = {
  id: 'survey-weights',
  folder: 'survey',
  what: { zh: '事后分层和边际校准的权重', en: 'weights of post-stratification and of raking' },
  source:
    'G. Kalton, I. Flores-Cervantes, Journal of Official Statistics 19 (2003); R survey, tests/kalton.Rout.save',
  licence: { zh: '公布的数值', en: 'published values' },
  // Printed with two decimals.
  tolerance: 0.005001,
  check(read) {
    const theirs = file.parse(JSON.parse(read('kalton_rake_poststratify.json')));
    const cells = theirs.sample_counts_rows_a_cols_b.flatMap((row, a) =>
      row.map((answered, b): WeightingCell => {
        const population = theirs.population_counts[a]?.[b] ?? NaN;
        return { categories: [a, b], answered, squares: answered, population };
      }),
    );
    const found = new Differences();
    found.addAll(postStratify(cells).factors, theirs.poststratified_weights_published_2dp.flat());
    const raked = rake(cells, 2);
    found.addAll(raked.factors, theirs.raked_weights_published_2dp.flat());
    found.add(raked.converged ? 1 : 0, 1);
    return found;
  },
};
