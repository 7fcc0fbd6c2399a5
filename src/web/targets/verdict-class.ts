import type { TargetVerdict } from '../../model/targets.ts';

/** How a verdict on a target is marked on the page. */
export const verdictClass = (verdict: TargetVerdict | null): string =>
  verdict === 'met' ? 'verdict-inside' : verdict === 'missed' ? 'verdict-outside' : 'quiet';
