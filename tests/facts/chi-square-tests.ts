/** What R 4.2.2 gives for the examples of its own help pages. */

/** `chisq.test(obs, p = p)` of ?chisq.test. */
export const goodnessOfFit = {
  observed: [89, 37, 30, 28, 2],
  shares: [0.4, 0.2, 0.2, 0.15, 0.05],
  statistic: 9.99014336917563,
  p: 0.0405940433447812,
};

/** Statistics with their degrees of freedom and p-values: ?chisq.test (Agresti 2007, p. 39) and ?prop.test (Fleiss 1981, smokers). */
export const statistics = [
  { statistic: 30.0701490957547, df: 2, p: 2.95358918321176e-7 },
  { statistic: 12.6004112971276, df: 3, p: 0.00558547666162702 },
];

/** `p.adjust(p, 'holm')`. */
export const holmAdjusted = {
  p: [0.01, 0.02, 0.03, 0.04, 0.05, 0.2, 0.001, 0.6],
  adjusted: [0.07, 0.12, 0.15, 0.16, 0.16, 0.4, 0.008, 0.6],
};
