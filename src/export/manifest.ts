import type { Content } from '../model/record/content.ts';
import type { RefusedByReason } from '../model/refusal.ts';
import type { Run } from '../model/run.ts';
import type { Scenario } from '../model/scenario/scenario.ts';

/** What an export says of itself: what was made, from what, and what is in each file. */
export const manifestOf = (
  scenario: Scenario,
  { seed, programVersion, services, ratings, rectifications, duplicates }: Run,
  refused: RefusedByReason,
  content: Content,
  files: readonly object[],
): object => ({
  program: `haochaping ${programVersion}`,
  scenario: scenario.name,
  seed,
  period: { from: scenario.from, to: scenario.to },
  regime: scenario.regime ?? null,
  accepted: { services, ratings, rectifications },
  refused,
  duplicates,
  content,
  files,
  settings: scenario,
});
