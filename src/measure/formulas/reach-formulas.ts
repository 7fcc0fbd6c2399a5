import { rarefy } from '../rarefy.ts';
import { ours, text, type Formula, type Ratio } from './formula.ts';

/** Formulas over the reach of ratings among items and offices, which do not grow with the number of ratings. */

/**
 * Share of the kinds that a sample of so many ratings for each published item shows. A unit with fewer ratings has none:
 * neither have the others of its kind (measure.ts).
 */
function sampled(counts: readonly number[], published: number, ratingsPerItem: number | undefined): Ratio {
  const numerator = counts.filter((n) => n > 0).length;
  const denominator = counts.length;
  const size = Math.max(1, Math.round((ratingsPerItem ?? 0) * published));
  const ratings = counts.reduce((sum, n) => sum + n, 0);
  if (denominator === 0 || ratings < size) return { numerator, denominator, rarefied: null };
  const { expected, deviation } = rarefy(counts, size);
  return {
    numerator,
    denominator,
    rarefied: { value: expected / denominator, error: deviation / denominator },
  };
}

const rarefaction = ours(
  '稀疏化（Hurlbert 1971），使评价多的单位不因评价多而得分高',
  'rarefaction (Hurlbert 1971), so that more ratings alone earn nothing',
);

export const reachFormulas = {
  itemReach: {
    id: 'itemReach',
    name: text('事项评价覆盖度（等量抽样）', 'Items rated, in samples of equal size'),
    numerator: text(
      '等量抽样中有评价的已发布事项期望数',
      'published items expected to have a rating in such a sample',
    ),
    denominator: text('已发布事项数', 'published items'),
    source: rarefaction,
    ratio: ({ itemRatings, register }, _, { ratingsPerItem }) =>
      sampled(itemRatings, register.published, ratingsPerItem),
  },
  officeReach: {
    id: 'officeReach',
    name: text('部门评价覆盖度（等量抽样）', 'Offices rated, in samples of equal size'),
    numerator: text('等量抽样中有评价的部门期望数', 'offices expected to have a rating in such a sample'),
    denominator: text('有已发布事项的部门数', 'offices with a published item'),
    source: rarefaction,
    ratio: ({ officeRatings, register }, _, { ratingsPerItem }) =>
      sampled(officeRatings, register.published, ratingsPerItem),
  },
} as const satisfies Record<string, Formula>;
