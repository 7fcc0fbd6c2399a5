import { MONTH_TOLERANCE } from '../../measure/targets/compare-month.ts';

/** Greatest differences that count as like: 2% of a distribution in another place, a tenth of a small count, a twentieth of a published figure. */
export const LIMITS = { shape: 0.02, volume: 0.03, tags: 0.04, share: 0.1, target: MONTH_TOLERANCE } as const;
