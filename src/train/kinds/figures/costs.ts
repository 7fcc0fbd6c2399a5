import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from './printed.ts';

/** What a mistake in reading or computing costs. */
export const figureCosts = {
  number: 2,
  basis: 1,
  reading: 1,
} as const;

export const figureCostTable: readonly ExerciseBlock[] = [
  {
    kind: 'table',
    caption: { zh: '扣分表：读图与指标计算', en: 'Costs: reading figures and computing indicators' },
    columns: [{ name: { zh: '错误', en: 'Mistake' } }, { name: { zh: '扣分', en: 'Cost' }, isNumber: true }],
    rows: [
      [
        {
          zh: '指标值算错（超出要求位数的半个单位）',
          en: 'A wrong number (off by more than half a unit of the last digit asked for)',
        },
        sameInBoth(String(figureCosts.number)),
      ],
      [
        {
          zh: '分母、合并办法或计分规则选错',
          en: 'A wrong choice of the denominator, of how to combine, or of a scoring rule',
        },
        sameInBoth(String(figureCosts.basis)),
      ],
      [
        {
          zh: '读表、读图有误：每漏选、错选一项',
          en: 'A table or chart misread: each one missed or named wrongly',
        },
        sameInBoth(String(figureCosts.reading)),
      ],
    ],
  },
];
