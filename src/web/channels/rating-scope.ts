import { placesOf } from '../../model/register.ts';
import { addRatings, emptyRatingTable, type RatingTable } from '../shared/rating-table.ts';
import { ratingCells } from '../../store/read/cells.ts';
import { badParameter } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Ratings of the period, of one unit where the address names it, else of all. */
export async function ratingScope(
  context: RequestContext,
): Promise<{ readonly code: string; readonly ratings: RatingTable }> {
  const { reference, store } = context.site;
  const code = context.query.get('unit') ?? '';
  if (code === '') return { code, ratings: await context.results.nationalRatings(context.period) };
  if (!reference.units.some((unit) => unit.code === code)) {
    throw badParameter('unit', code, { zh: '须是单位代码', en: 'it must be the code of a unit' });
  }
  const ratings = emptyRatingTable();
  addRatings(ratings, ratingCells(store, context.period, placesOf(reference, code)));
  return { code, ratings };
}
