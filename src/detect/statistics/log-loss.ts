import type { Judgement } from './brier.ts';

/**
 * Mean of −ln of the chance given to what came true (对数损失): 0 best; without end where something came that was held impossible.
 * Null where there is no judgement.
 */
export function logLoss(judgements: readonly Judgement[]): number | null {
  if (judgements.length === 0) return null;
  const sum = judgements.reduce(
    (total, { confidence, right }) => total - Math.log(right ? confidence : 1 - confidence),
    0,
  );
  return sum / judgements.length;
}
