import { z } from 'zod';
import { wilsonInterval } from '../../src/model/math/interval.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const end = z.number().nullable();
const row = z.object({ count: z.number(), nobs: z.number(), wilson: z.tuple([end, end]) });
const file = z.object({
  two_sided_95: z.array(row),
  more: z.array(row.extend({ alternative: z.string() }).partial({ wilson: true })),
});

export const wilsonShares: OracleCheck = {
  id: 'wilson',
  folder: 'wilson',
  what: { zh: '比率的 95% 威尔逊区间', en: '95% Wilson intervals of a share' },
  source: 'statsmodels, stats/tests: R binom 1.1, DescTools 0.99 (BinomCI)',
  licence: { zh: 'BSD-3-Clause', en: 'BSD-3-Clause' },
  tolerance: 1e-6,
  check(read) {
    const theirs = file.parse(JSON.parse(read('wilson.json')));
    const found = new Differences();
    const twoSided = theirs.more.filter(({ alternative }) => alternative === 'two-sided');
    for (const { count, nobs, wilson } of [...theirs.two_sided_95, ...twoSided]) {
      if (wilson === undefined) continue;
      const { low, high } = wilsonInterval(count, nobs);
      found.addAll(
        [low, high],
        wilson.map((one) => one ?? NaN),
      );
    }
    return found;
  },
};
