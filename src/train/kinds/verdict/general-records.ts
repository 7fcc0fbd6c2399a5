import { besides, type Complaint } from './complaint.ts';
import type { Evidence } from './evidence.ts';
import { officeMoment, type Scene } from './scene.ts';

/** What is true and beside the point of any complaint. */
export const generalRecords: readonly ((scene: Scene, complaint: Complaint) => Evidence)[] = [
  (scene, { ratedAt }) => {
    const { draws } = scene;
    const [five, one] = [draws.whole('fives of the rater', 2, 9), draws.whole('ones of the rater', 0, 2)];
    return besides(
      'rating',
      officeMoment(scene, ratedAt, 1, 'other ratings at'),
      {
        zh: `评价人近一年另有评价 ${String(five + one)} 件：五星 ${String(five)} 件，一星 ${String(one)} 件`,
        en: `In the past year the rater gave ${String(five + one)} other ratings: ${String(five)} with five stars, ${String(one)} with one`,
      },
      {
        zh: '评价人在别处怎样评，不能证明本件（规则 3）',
        en: 'how the rater rates elsewhere proves nothing here (rule 3)',
      },
    );
  },
  (scene, { ratedAt }) => {
    const { draws } = scene;
    const month = draws.whole('ratings of the month', 180, 960);
    return besides(
      'rating',
      officeMoment(scene, ratedAt, 3, 'ratings of the month at'),
      {
        zh: `该单位当月评价 ${String(month)} 件，好评 ${String(month - draws.whole('bad of the month', 1, 3))} 件`,
        en: `The office had ${String(month)} ratings in the month, ${String(month - draws.whole('bad of the month', 1, 3))} of them good`,
      },
      {
        zh: '别的办件的好评不说明本件（规则 1）',
        en: 'good ratings of other cases say nothing of this one (rule 1)',
      },
    );
  },
  (scene, { ratedAt }) => {
    const { draws } = scene;
    const device = draws.whole('device', 101, 989);
    return besides(
      'rating',
      officeMoment(scene, ratedAt, 0, 'device at'),
      {
        zh: `评价终端 ${String(device)}：当日自检正常，触摸屏校准正常`,
        en: `Rating device ${String(device)}: self-test and calibration of the screen in order that day`,
      },
      {
        zh: '设备正常不等于没有点错，也不等于所诉属实',
        en: 'a device in order neither excludes a slip nor proves the claim',
      },
    );
  },
  (scene, { ratedAt }) =>
    besides(
      'patrol',
      officeMoment(scene, ratedAt, -20, 'review at'),
      {
        zh: `上季度大厅考核：${scene.window} 号窗口得 ${String(scene.draws.whole('points', 93, 99))} 分，获评红旗窗口`,
        en: `Last quarter’s review of the hall: window ${scene.window} had ${String(scene.draws.whole('points', 93, 99))} points and the red flag`,
      },
      {
        zh: '以往的荣誉不说明本件（规则 1）',
        en: 'earlier honours say nothing of this case (rule 1)',
      },
    ),
];
