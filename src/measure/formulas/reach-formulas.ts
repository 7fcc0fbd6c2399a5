import { rarefy } from '../rarefy.ts';
import { ours, text, type Formula, type Ratio } from './formula.ts';

/** Formulas over the reach of ratings among items and offices, which do not grow with the number of ratings. */

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/**
 * Share of the kinds that samples of so many ratings for each published item show: one sample of each register, that of the unit
 * and those of its key cities, whose volumes differ. A unit with fewer ratings in one of them has none: neither have the
 * others of its kind (measure.ts).
 */
function sampled(
  kinds: readonly (readonly number[])[],
  items: readonly (readonly number[])[],
  ratingsPerItem: number | undefined,
): Ratio {
  const sizes = items.map(({ length }) => Math.max(1, Math.round((ratingsPerItem ?? 0) * length)));
  const registers = kinds.flatMap((counts, i) =>
    counts.length === 0 ? [] : [{ counts, size: sizes[i] ?? 1 }],
  );
  const numerator = sum(registers.map(({ counts }) => counts.filter((n) => n > 0).length));
  const denominator = sum(registers.map(({ counts }) => counts.length));
  if (denominator === 0 || registers.some(({ counts, size }) => sum(counts) < size))
    return { numerator, denominator, rarefied: null };
  const samples = registers.map(({ counts, size }) => rarefy(counts, size));
  const expected = sum(samples.map((sample) => sample.expected));
  const variance = sum(samples.map(({ deviation }) => deviation ** 2));
  return {
    numerator,
    denominator,
    rarefied: { value: expected / denominator, error: Math.sqrt(variance) / denominator },
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
      '有评价的已发布事项数；数值为等量抽样中的期望比例',
      'published items with a rating; the value is the share expected in a sample of equal size',
    ),
    denominator: text('已发布事项数', 'published items'),
    source: rarefaction,
    ratio: ({ itemRatings }, _, { ratingsPerItem }) => sampled(itemRatings, itemRatings, ratingsPerItem),
  },
  officeReach: {
    id: 'officeReach',
    name: text('部门评价覆盖度（等量抽样）', 'Offices rated, in samples of equal size'),
    numerator: text(
      '有评价的部门数；数值为等量抽样中的期望比例',
      'offices with a rating; the value is the share expected in a sample of equal size',
    ),
    denominator: text('有已发布事项的部门数', 'offices with a published item'),
    source: rarefaction,
    ratio: ({ itemRatings, officeRatings }, _, { ratingsPerItem }) =>
      sampled(officeRatings, itemRatings, ratingsPerItem),
  },
} as const satisfies Record<string, Formula>;
