import type { Bilingual } from '../../model/language.ts';
import type { Interval } from '../../model/math/interval.ts';

/** How many of some answers were right, with share and interval: 12/20（60.0%，95% 区间 38.7%–78.1%）. */
export const rightOf = (right: number, answers: number, { low, high }: Interval): Bilingual => ({
  zh: `${String(right)}/${String(answers)}（${percent(right / answers)}，95% 区间 ${percent(low)}–${percent(high)}）`,
  en: `${String(right)} of ${String(answers)} answers were right (${percent(right / answers)}, 95% interval ${percent(low)}–${percent(high)})`,
});

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
