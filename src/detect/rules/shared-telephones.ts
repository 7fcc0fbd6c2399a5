import type { Suspicion } from '../../model/detection/suspicion.ts';
import { countTests, type Detector } from '../detector.ts';
import { judgeMonths, together } from '../judge-months.ts';
import { OfficeMonths } from '../office-months.ts';
import { foreignTelephones, isForeignRating, isOwnMatter, praiseForMany } from '../telephones.ts';
import { GOOD } from './levels.ts';

const MINIMUM = 20;

/** A4: telephones that praise several offices for people whose cases these are not. */
export const sharedTelephones: Detector = {
  rule: {
    id: 'shared-telephones',
    anomaly: 'A4',
    flags: 'rating',
    name: { zh: '跨部门代评电话', en: 'Telephones that rate across offices' },
    statistic: {
      zh: '好评来自同时在两个以上部门替他人评价的电话：一个电话替多少名自然人评价；这类好评在一个部门一个月内占多少',
      en: 'praise from telephones that rate for others at two offices or more: for how many natural persons one telephone does; the share of such praise in an office and month',
    },
    threshold: {
      zh: '替 3 人以上，且多于泊松分布（一年平均 0.3 人，假设）所能解释的；或占比高于通常',
      en: 'for 3 persons or more, beyond what the Poisson distribution with a mean of 0.3 a year explains (assumed); or a share above the usual one',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '互评的工作人员用少数电话评价彼此部门的办件。也可能是社区代办员用自己的电话帮忙。',
      en: 'Staff who rate for one another use few telephones for the cases of many offices. Helpers of a neighbourhood may also use their own.',
    },
  },
  watch() {
    const candidates: Suspicion[] = [];
    const tests = new Map<number, number>();
    const months = new OfficeMonths(true);
    return {
      see(unit) {
        const across = foreignTelephones(unit).filter(({ offices }) => offices > 1);
        countTests(tests, unit.unit, across.length);
        for (const lead of praiseForMany(unit, 'shared-telephones', across, 2)) candidates.push(lead);
        const ring = new Set(across.flatMap(({ rows }) => rows));
        months.see(unit, (row) => {
          if (!isOwnMatter(unit, row)) return 'not';
          return ring.has(row) && isForeignRating(unit, row) && (unit.level[row] ?? 0) >= GOOD
            ? 'counted'
            : 'other';
        });
      },
      found: () =>
        together(
          { candidates, tests },
          judgeMonths(months.all(), {
            detector: 'shared-telephones',
            side: 'more',
            least: 0.005,
            minimum: MINIMUM,
          }),
        ),
    };
  },
};
