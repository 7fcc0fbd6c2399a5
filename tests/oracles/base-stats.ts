import { z } from 'zod';
import { kendall, spearman } from '../../src/measure/correlation.ts';
import { chiSquareTail } from '../../src/model/math/chi-square.ts';
import { momentsOf } from '../../src/model/math/interval.ts';
import { benjaminiHochberg, holm } from '../../src/model/math/multiple-tests.ts';
import { quantile, type QuantileType } from '../../src/model/math/quantile.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const numbers = z.array(z.number());
const file = z.object({
  prop_test_smokers_fleiss1981: z.object({ statistic: z.number(), p: z.number() }),
  cor_hollander_wolfe: z.object({ x: numbers, y: numbers, kendall_tau: z.number(), spearman: z.number() }),
  cor_ties: z.object({ x: numbers, y: numbers, kendall_tau_b: z.number(), spearman: z.number() }),
  chisq_politics: z.object({ statistic: z.number(), p: z.number() }),
  gof: z.object({ statistic: z.number(), pval: z.number() }),
  p_adjust: z.object({ p: numbers, BH: numbers, holm: numbers }),
  quantiles: z.object({ x: numbers, probs: numbers, types: z.record(z.string(), numbers) }),
  weighted: z.object({ x: numbers, w: numbers, mean: z.number(), var_pop: z.number() }),
});
const quantileTypes: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const baseStats: OracleCheck = {
  id: 'base-stats',
  folder: 'base_stats',
  what: {
    zh: '秩相关（Spearman、Kendall，含同值）、九类分位数、BH 与 Holm 校正、卡方检验的 p 值、加权平均值',
    en: 'rank correlations of Spearman and Kendall with ties, the nine types of quantile, adjustment by Benjamini and Hochberg and by Holm, p-values of chi-square tests, a weighted mean',
  },
  source: 'R 4.2.2, stats',
  licence: { zh: '仅数值', en: 'values only' },
  tolerance: 1e-10,
  check(read) {
    const theirs = file.parse(JSON.parse(read('r_base_stats.json')));
    const found = new Differences();
    const { cor_hollander_wolfe: plain, cor_ties: ties, weighted } = theirs;
    found.add(kendall(plain.x, plain.y), plain.kendall_tau);
    found.add(spearman(plain.x, plain.y), plain.spearman);
    found.add(kendall(ties.x, ties.y), ties.kendall_tau_b);
    found.add(spearman(ties.x, ties.y), ties.spearman);
    found.addAll(benjaminiHochberg(theirs.p_adjust.p), theirs.p_adjust.BH);
    found.addAll(holm(theirs.p_adjust.p), theirs.p_adjust.holm);
    for (const type of quantileTypes)
      found.addAll(
        theirs.quantiles.probs.map((p) => quantile(theirs.quantiles.x, p, type)),
        theirs.quantiles.types[`type${String(type)}`] ?? [],
      );
    const { prop_test_smokers_fleiss1981: smokers, chisq_politics: politics, gof } = theirs;
    found.addRelative(chiSquareTail(smokers.statistic, 3), smokers.p);
    found.addRelative(chiSquareTail(politics.statistic, 2), politics.p);
    found.addRelative(chiSquareTail(gof.statistic, 4), gof.pval);
    const { n, mean, variance } = momentsOf(weighted.x, weighted.w);
    found.add(mean, weighted.mean);
    found.add((variance * (n - 1)) / n, weighted.var_pop);
    return found;
  },
};
