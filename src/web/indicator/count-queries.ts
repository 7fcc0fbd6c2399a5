import type { Period } from '../../model/time/period.ts';

/** Queries that give the counts of an indicator, for a reader with the database at hand. */
export function countQueries(
  basis: 'ratings' | 'services' | 'register',
  formula: string,
  indexes: readonly number[],
  period: Period,
): string[] {
  const units = `unit IN (${indexes.join(', ')})`;
  const months = `month BETWEEN ${String(period.first)} AND ${String(period.last)}`;
  const ratings = `SELECT channel, level, defaulted, additional, sum(n)
FROM rating_rollup
WHERE ${units} AND ${months}
GROUP BY channel, level, defaulted, additional`;
  const tags = `SELECT tag, sum(n)
FROM tag_rollup
WHERE ${units} AND ${months}
GROUP BY tag`;
  const services = `SELECT sum(services), sum(cases), sum(online), sum(supplements), sum(finished),
       sum(on_time), sum(same_day), sum(limited), sum(halved)
FROM service_rollup JOIN task ON task.id = service_rollup.task
WHERE ${units} AND ${months}`;
  const register = `SELECT task_type, handling, visits, depth, channels, published, cross_region, guide
FROM task
WHERE ${units}`;
  const rated = `SELECT DISTINCT task
FROM task_rating_rollup JOIN task ON task.id = task_rating_rollup.task
WHERE ${units} AND ${months} AND published = 1`;
  const ratedOffices = `SELECT DISTINCT office
FROM rating_rollup
WHERE ${units} AND ${months}`;
  switch (formula) {
    case 'guideTagShare':
    case 'attitudeTagShare':
      return [tags];
    case 'itemRatingCoverage':
      return [rated, register];
    case 'officeRatingCoverage':
      return [ratedOffices, register];
    case 'ratingRate':
      return [ratings, services];
    default:
      return [{ ratings, services, register }[basis]];
  }
}

/** True where an indicator reads records and not at the register alone. */
export const dependsOnPeriod = (basis: string, formula: string): boolean =>
  basis !== 'register' || formula === 'itemRatingCoverage' || formula === 'officeRatingCoverage';
