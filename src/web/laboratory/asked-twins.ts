import { surveySizes, twinSeeds } from '../../jobs/audit/two-worlds.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice, readWhole } from '../request-query.ts';

/** The seed of the two worlds and the number of people asked, as the address says. */
export function askedTwins({ query }: RequestContext): { readonly seed: number; readonly asked: number } {
  const [usual] = surveySizes;
  return {
    seed: readWhole(query, 'seed', twinSeeds.first, twinSeeds.first, twinSeeds.last),
    asked: Number(readChoice(query, 'n', surveySizes.map(String), String(usual))),
  };
}
