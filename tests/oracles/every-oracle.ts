import { baseStats } from './base-stats.ts';
import { nistChart, qccCharts } from './control-charts.ts';
import type { OracleCheck } from './oracle-check.ts';
import { rarefaction } from './rarefaction.ts';
import { wilsonShares } from './wilson.ts';
import { workdays } from './workdays.ts';

/** All checks against outside numbers that the validation page lists. */
export const everyOracle: readonly OracleCheck[] = [
  wilsonShares,
  baseStats,
  qccCharts,
  nistChart,
  rarefaction,
  workdays,
];
