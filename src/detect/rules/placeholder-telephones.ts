import { watchForBroken } from '../broken-rule.ts';
import type { Detector } from '../detector.ts';
import { PLACEHOLDER } from '../unit-records.ts';

/** A5: ratings with a telephone number that is nobody’s. */
export const placeholderTelephones: Detector = {
  rule: {
    id: 'placeholder-telephones',
    anomaly: 'A5',
    flags: 'rating',
    name: { zh: '占位电话', en: 'Placeholder for a telephone' },
    statistic: {
      zh: '电话为 0，或十一位相同数字的评价',
      en: 'ratings whose telephone is 0, or eleven times the same digit',
    },
    threshold: { zh: '每一条', en: 'every one' },
    minimum: 1,
    explanation: {
      zh: '必填字段缺值时程序填入的占位符；这样的评价无法回访。',
      en: 'What a program enters where a mandatory field has no value; nobody can be called back.',
    },
  },
  watch: () =>
    watchForBroken(
      'placeholder-telephones',
      (unit, row) => unit.rated[row] === 1 && unit.rater[row] === PLACEHOLDER,
    ),
};
