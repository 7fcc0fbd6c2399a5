import { asemRanks, asemRankStatistics, asemScores, asemTreatment } from './asem.ts';
import { baseStats } from './base-stats.ts';
import { classificationFigures } from './classification-figures.ts';
import { clusteredRatings } from './clustered-ratings.ts';
import { nistChart, qccCharts } from './control-charts.ts';
import { egdiRanks, egdiScores } from './egdi.ts';
import { balancedEvaluators, unbalancedEvaluators } from './evaluator-variance.ts';
import { govukSatisfaction } from './govuk-satisfaction.ts';
import type { OracleCheck } from './oracle-check.ts';
import { rarefaction } from './rarefaction.ts';
import { sobolFormulas } from './sobol-indices.ts';
import { surveyWeights } from './survey-weights.ts';
import { wilsonShares } from './wilson.ts';
import { workdays } from './workdays.ts';

/** All checks against outside numbers that the validation page lists. */
export const everyOracle: readonly OracleCheck[] = [
  wilsonShares,
  clusteredRatings,
  balancedEvaluators,
  unbalancedEvaluators,
  baseStats,
  qccCharts,
  nistChart,
  classificationFigures,
  surveyWeights,
  rarefaction,
  asemTreatment,
  asemScores,
  asemRanks,
  asemRankStatistics,
  sobolFormulas,
  egdiScores,
  egdiRanks,
  govukSatisfaction,
  workdays,
];
