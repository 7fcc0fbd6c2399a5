import { tiny } from '../builders.ts';

/** Four months in which everything happens to cases that can, and many ratings are bad. */
export const wholeLife = tiny({
  from: '2025-01-01',
  to: '2025-04-30',
  units: ['990000', '990100', '990200', '991000', '991100', '991200'],
  casesPerYear: 16_000,
  profile: 'shandong-2020',
  profiles: {
    '990100': 'hunan-linwu',
    '990200': 'guangdong-2019',
    '991000': 'zhejiang-2019',
    '991100': 'jiangsu',
  },
  experience: { cuts: [-1.7, -1.3, -1, -0.8] },
  handling: {
    consultation: 0.12,
    supplement: 0.15,
    payment: 0.2,
    repeat: 0.3,
    correction: 0.05,
    retention: 0.05,
    retentionTimes: 2.5,
    withdrawal: 0.06,
    hotline: 0.15,
  },
  answering: {
    byProfile: true,
    defaulting: { from: 0.2, to: 0.6 },
    additional: { rectified: 0.5, otherwise: 0.03 },
  },
  rectification: { chance: 0.9, lateContact: 0.2, lateRectification: 0.15 },
});
