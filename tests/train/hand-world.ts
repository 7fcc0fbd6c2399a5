import type { ExerciseUnit, ExerciseWorld } from '../../src/train/exercise-world.ts';

/** A world written by hand, so that exercises worked by hand stay as they are when simulations change. */

const unit = (
  code: string,
  name: string,
  kind: ExerciseUnit['kind'],
  score: number,
  rank: number,
): ExerciseUnit => ({
  code,
  name: { zh: name, en: `Place ${code}` },
  kind,
  services: 1_000,
  levels: [0, 20, 10, 20, 50, 900],
  channels: ['PC端', '移动端', '二维码', '政务大厅平板电脑', '政务大厅其他终端', '电话', '短信'].map(
    (channel, i) => ({
      channel: i + 1,
      name: { zh: channel, en: `Channel ${String(i + 1)}` },
      levels: [0, 2, 1, 2, 5, 100],
    }),
  ),
  loop: { bad: 30, contacted: 27, rectified: 20, calledBack: 8, satisfied: 6 },
  register: {
    items: 400,
    online: 380,
    fullyOnline: 300,
    promisedDays: 2_400,
    statutoryDays: 6_000,
    visits: 100,
  },
  overall: { score, low: score - 1, high: score + 1 },
  rank,
  rankLow: rank,
  rankHigh: rank,
});

export const handWorld: ExerciseWorld = {
  number: 0,
  month: '2025-03',
  units: [
    unit('990000', '甲省（虚构）', 'province', 90, 1),
    unit('991000', '乙省（虚构）', 'province', 80, 2),
    unit('990100', '丙市（虚构）', 'city', 90, 1),
    unit('990200', '丁市（虚构）', 'city', 85, 2),
    unit('991100', '戊市（虚构）', 'city', 80, 3),
  ],
  badRatings: [],
  goodRatings: [],
  sites: [],
};
