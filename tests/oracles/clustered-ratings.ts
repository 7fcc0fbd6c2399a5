import { z } from 'zod';
import { jackknifeVariance } from '../../src/measure/spread/delete-a-group.ts';
import { clusterSquares } from '../../src/measure/spread/cluster-squares.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const file = z.object({
  results: z.object({
    delete_a_group: z.object({ se_around_estimate: z.number() }),
    office: z.object({ se: z.number() }),
  }),
});

/** A rating of a made-up survey of offices: good or not. */
export interface ClusteredRating {
  readonly office: string;
  readonly stratum: string;
  readonly person: string;
  readonly group: string;
  readonly y: number;
}

export const readRatings = (text: string): ClusteredRating[] =>
  csvRows(text).map(({ office = '', stratum = '', person = '', group = '', y }) => ({
    office,
    stratum,
    person,
    group,
    y: Number(y),
  }));

export const shareOf = (list: readonly ClusteredRating[]): number =>
  list.reduce((sum, { y }) => sum + y, 0) / list.length;

export function partsBy(
  list: readonly ClusteredRating[],
  key: (rating: ClusteredRating) => string,
): ClusteredRating[][] {
  const parts = new Map<string, ClusteredRating[]>();
  for (const rating of list) parts.set(key(rating), [...(parts.get(key(rating)) ?? []), rating]);
  return [...parts.values()];
}

export const clusteredRatings: OracleCheck = {
  id: 'clustered-ratings',
  folder: 'cluster',
  what: {
    zh: '删组刀切法的标准误；以部门为群的标准误',
    en: 'standard errors of the delete-a-group jackknife, and of offices as clusters',
  },
  source: 'R survey 4.1-1, R 4.2.2',
  licence: { zh: '仅数值', en: 'values only' },
  tolerance: 1e-9,
  check(read) {
    const { results } = file.parse(JSON.parse(read('expected.json')));
    const ratings = readRatings(read('ratings.csv'));
    const found = new Differences();
    const without = partsBy(ratings, ({ group }) => group).map((part) =>
      shareOf(ratings.filter((rating) => !part.includes(rating))),
    );
    const variance = jackknifeVariance(shareOf(ratings), without);
    found.add(Math.sqrt(variance), results.delete_a_group.se_around_estimate);
    const share = shareOf(ratings);
    const offices = partsBy(ratings, ({ office }) => office).map((part) => {
      const ofAll = part.length / ratings.length;
      return { share: ofAll, error: ofAll * (shareOf(part) - share) };
    });
    const { sum } = clusterSquares([offices]);
    found.add(Math.sqrt((sum * offices.length) / (offices.length - 1)), results.office.se);
    return found;
  },
};
