import { momentsOf } from '../../src/model/math/interval.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

/** Points of five levels, the worst first, as the publisher weighs them. */
const points = [0, 25, 50, 75, 100];
const levels = ['very_dissatisfied', 'dissatisfied', 'neither', 'satisfied', 'very_satisfied'];

export const govukSatisfaction: OracleCheck = {
  id: 'govuk-satisfaction',
  folder: 'govuk_satisfaction',
  what: {
    zh: '由真实的五级满意度月度计数得出的平均分（0/25/50/75/100）',
    en: 'mean of points 0/25/50/75/100 from real monthly counts of five levels of satisfaction',
  },
  source: 'ministryofjustice/opg-performance-data a15b9f6, recomputed elsewhere',
  licence: { zh: '仅数值', en: 'values only' },
  // Four decimals.
  tolerance: 5.1e-5,
  check(read) {
    const found = new Differences();
    for (const row of csvRows(read('opg_five_level_monthly.csv'))) {
      const counts = levels.map((level) => Number(row[level]));
      found.add(momentsOf(points, counts).mean, Number(row['recomputed_0_25_50_75_100']));
    }
    return found;
  },
};
