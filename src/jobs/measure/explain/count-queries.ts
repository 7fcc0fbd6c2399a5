import { assessmentParts } from '../../../model/evaluation/assessment.ts';
import { partOfFormula } from '../../../measure/formulas/evaluator-formulas.ts';
import type { Basis } from '../../../model/method.ts';
import type { Period } from '../../../model/time/period.ts';
import { firstDayOfMonth } from '../../../model/time/time.ts';

/** Queries that give the counts of an indicator, for a reader with the database at hand. */
export function countQueries(
  basis: Basis,
  formula: string,
  indexes: readonly number[],
  period: Period,
): string[] {
  const units = `unit IN (${indexes.join(', ')})`;
  const months = `month BETWEEN ${String(period.first)} AND ${String(period.last)}`;
  // The register as it stands at the end of the period.
  const state = `from_day = (
        SELECT max(from_day) FROM task_state AS other
        WHERE other.id = task_state.id AND from_day < ${String(firstDayOfMonth(period.last + 1))})`;
  const ratings = `SELECT channel, level, defaulted, additional, sum(n)
FROM rating_rollup
WHERE ${units} AND ${months}
GROUP BY channel, level, defaulted, additional`;
  const tags = `SELECT tag, sum(n)
FROM tag_rollup
WHERE ${units} AND ${months}
GROUP BY tag`;
  const services = `SELECT sum(services), sum(rated), sum(cases), sum(supplemented), sum(online), sum(finished),
       sum(on_time), sum(same_day), sum(limited), sum(halved)
FROM service_rollup JOIN task ON task.id = service_rollup.task
WHERE ${units} AND ${months}`;
  const handling = `SELECT verdict, contacted, rectified, called_back, satisfied, sum(n)
FROM rectification_rollup
WHERE ${units} AND ${months}
GROUP BY verdict, contacted, rectified, called_back, satisfied`;
  const named = `SELECT sum(orders), sum(called_back)
FROM named_rectification_rollup
WHERE ${units} AND ${months}`;
  const register = `SELECT task_type, handling, statutory_days, promised_days, visits, depth, channels, published, cross_region,
       guide, tier, entrance, licence, accessible, convenience
FROM task_state
WHERE ${units} AND ${state}`;
  const itemRatings = `SELECT id, office, task_type, convenience, level, sum(n)
FROM task_state LEFT JOIN task_rating_rollup ON task_rating_rollup.task = id AND ${months}
WHERE ${units} AND published = 1 AND ${state}
GROUP BY id, level`;
  const ratedOffices = `SELECT DISTINCT office
FROM rating_rollup
WHERE ${units} AND ${months}`;
  // Points of each assessment as a share of the most, summed; and how many assessments.
  const assessments = `SELECT sum(points) * 1.0 * sum(assessments) / sum(most), sum(assessments)
FROM assessment_rollup
WHERE ${units} AND ${months} AND part = ${String(assessmentParts.indexOf(partOfFormula(formula) ?? 'basics'))}`;
  switch (formula) {
    case 'itemReach':
    case 'officeReach':
    case 'itemRatingCoverage':
    case 'powerTopRate':
    case 'publicTopRate':
    case 'convenienceTopRate':
      return [itemRatings];
    case 'officeRatingCoverage':
      return [ratedOffices, register];
    case 'ratingRate':
      return [services];
    case 'replyRate':
      return [handling, ratings];
    case 'namedCallbackRate':
      return [named];
    default:
      if (/Tag(s|Share)$/.test(formula)) return [tags];
      return [
        { ratings, handling, participation: ratings, services, register, evaluators: assessments }[basis],
      ];
  }
}

/** True where an indicator reads records and not at the register alone. */
export const dependsOnPeriod = (basis: Basis, formula: string): boolean =>
  basis !== 'register' || formula === 'itemRatingCoverage' || formula === 'officeRatingCoverage';
