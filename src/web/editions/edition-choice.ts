import type { Answered } from '../../jobs/answers/questions.ts';
import { comparedAtFirst } from '../../model/knowledge.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Two editions of the methods that an address names, and the units by both. */
export interface ComparedEditions {
  readonly editions: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly rows: Answered['editions'];
}

/** The oldest and the newest edition where the address names none. */
export async function comparedEditions(context: RequestContext): Promise<ComparedEditions> {
  const { query, period, results, site } = context;
  const editions = site.editions.map(({ edition }) => edition);
  const usual = comparedAtFirst(site.editions);
  const from = readChoice(query, 'from', editions, usual.from);
  const to = readChoice(query, 'to', editions, usual.to);
  return { editions, from, to, rows: await results.editions(period, from, to) };
}
