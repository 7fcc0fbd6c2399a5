import type { Suspicion } from '../../model/detection/suspicion.ts';
import { countTests, type Detector } from '../detector.ts';
import { judgeMonths, together } from '../judge-months.ts';
import { OfficeMonths } from '../office-months.ts';
import { foreignTelephones, isForeignRating, isOwnMatter, praiseForMany } from '../telephones.ts';
import { GOOD } from './levels.ts';

const MINIMUM = 20;

/** A3, the strong way: praise of an office from the accounts of people whose cases these are not. */
export const sharedAccounts: Detector = {
  rule: {
    id: 'shared-accounts',
    anomaly: 'A3',
    flags: 'rating',
    name: { zh: '他人账号好评', en: 'Praise from other people’s accounts' },
    statistic: {
      zh: '自然人办件的好评中，电话不是办事人本人的：一个电话在同一部门替多少人评价；其余的，在一个部门一个月内占多少',
      en: 'praise of cases of natural persons from a telephone that is not theirs: for how many persons one telephone rates at one office; of the rest, the share in an office and month',
    },
    threshold: {
      zh: '替 3 人以上，且多于泊松分布（一年平均 0.3 人，假设）所能解释的；或占比高于通常',
      en: 'for 3 persons or more, beyond what the Poisson distribution with a mean of 0.3 a year explains (assumed); or a share above the usual one',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '脚本用少数账号替许多办事人评价同一个部门。也可能是家人代评，或志愿者帮老年人操作。',
      en: 'A script rates one office for many applicants from some accounts. Families and volunteers may also rate for those who cannot.',
    },
  },
  watch() {
    const telephones: Suspicion[] = [];
    const tests = new Map<number, number>();
    const months = new OfficeMonths(true);
    return {
      see(unit) {
        const foreign = foreignTelephones(unit);
        // Those of several offices are rings: another rule looks for them.
        const within = foreign.filter(({ offices }) => offices === 1);
        countTests(tests, unit.unit, within.length);
        for (const lead of praiseForMany(unit, 'shared-accounts', within, 1)) telephones.push(lead);
        const rings = new Set(foreign.filter(({ offices }) => offices > 1).flatMap(({ rows }) => rows));
        months.see(unit, (row) => {
          if (!isOwnMatter(unit, row) || rings.has(row)) return 'not';
          return isForeignRating(unit, row) && (unit.level[row] ?? 0) >= GOOD ? 'counted' : 'other';
        });
      },
      found: () =>
        together(
          { candidates: telephones, tests },
          judgeMonths(months.all(), {
            detector: 'shared-accounts',
            side: 'more',
            least: 0.01,
            minimum: MINIMUM,
          }),
        ),
    };
  },
};
