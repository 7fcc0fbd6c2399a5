import { storedPlans, type StoredPlan } from '../../store/read/assessments.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** The plans whose assessments are stored, and the one that the address asks for: the latest unless it names another. */
export function askedPlan({ site, query }: RequestContext): {
  readonly plans: readonly StoredPlan[];
  readonly plan: string | undefined;
} {
  const plans = storedPlans(site.store);
  const [latest] = plans;
  if (latest === undefined) return { plans, plan: undefined };
  const names = plans.map(({ plan }) => plan);
  return { plans, plan: readChoice(query, 'plan', names, latest.plan) };
}
