/**
 * Wilson intervals of 95% that other software gives. Those of `binomConfint` are from R's binom::binom.confint, as printed in
 * the tests of statsmodels (stats/tests/results/results_proportion.py); those of `binomCI` from R 4.3.3, DescTools::BinomCI
 * (stats/tests/test_proportion.py).
 */
export const binomConfint: readonly { count: number; n: number; low: number; high: number }[] = [
  { count: 18, n: 20, low: 0.6989663547715128, high: 0.972133518786232 },
  { count: 4, n: 20, low: 0.0806576625797981, high: 0.4160174322518935 },
  { count: 4, n: 200, low: 0.00780442641634947, high: 0.05028708690582643 },
  { count: 190, n: 200, low: 0.910421851861224, high: 0.972617354399236 },
  { count: 1, n: 30, low: 0.00590859, high: 0.16670391 },
  { count: 29, n: 30, low: 0.8332961, high: 0.9940914 },
  { count: 0, n: 30, low: 0, high: 0.11351339 },
  { count: 30, n: 30, low: 0.8864866, high: 1 },
];

/** An end that a one-sided interval does not have is left out. */
export const binomCI: readonly { count: number; n: number; sides: 1 | 2; low?: number; high?: number }[] = [
  { count: 100, n: 200, sides: 2, low: 0.4313609, high: 0.5686391 },
  { count: 100, n: 200, sides: 1, low: 0.442235 },
  { count: 100, n: 200, sides: 1, high: 0.557765 },
  { count: 19, n: 38, sides: 2, low: 0.348499283643951, high: 0.651500716356049 },
];
