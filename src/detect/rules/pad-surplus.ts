import type { Suspicion } from '../../model/detection/suspicion.ts';
import { chiSquareTail } from '../../model/math/chi-square.ts';
import type { Detector, Found } from '../detector.ts';
import { judgeMonths } from '../judge-months.ts';
import { officeMonthNumber, OfficeMonths, type OfficeMonth } from '../office-months.ts';
import { KIOSK, PAD, QR } from './channels.ts';

/** Seconds within which few honest ratings of a pad come: some twentieth of them. */
const SOON = 15;
const MINIMUM = 20;

/**
 * A1, the strong way: what staff do leaves traces in an office and month as a whole, even where no single rating can be told from
 * an honest one. The pad has more ratings than the other ways of the same hall leave room for, and more of them come soon.
 */
export const padSurplus: Detector = {
  rule: {
    id: 'pad-surplus',
    anomaly: 'A1',
    flags: 'office-month',
    name: { zh: '平板评价异常偏多', en: 'Too many ratings on the pad' },
    statistic: {
      zh: '一个部门一个月：大厅评价中平板的占比，与平板的非常满意评价中 15 秒内作出的占比，各与通常占比相比，两个概率合并（Fisher）',
      en: 'of an office in a month: the share of the pad among ratings in the hall, and of its ratings of level 5 the share made within 15 seconds, each beside the usual share; both chances combined (Fisher)',
    },
    threshold: {
      zh: '合并概率小到抽样和部门差异不能解释',
      en: 'a combined chance that sampling and differences between offices do not explain',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '代评只在窗口平板上发生，二维码和其他终端不变：平板占比升高、速度变快。也可能是该部门没有张贴二维码。',
      en: 'Staff rate on the pad of the window, while codes and kiosks stay as they are: the share of the pad rises, and so does its speed. The office may also have no code on the wall.',
    },
  },
  watch() {
    const shares = new OfficeMonths(false);
    const soon = new OfficeMonths(false);
    return {
      see(unit) {
        shares.see(unit, (row) => {
          const channel = unit.channel[row] ?? 0;
          if (channel < QR || channel > KIOSK || unit.automatic[row] === 1) return 'not';
          return channel === PAD ? 'counted' : 'other';
        });
        soon.see(unit, (row) => {
          if (unit.channel[row] !== PAD || unit.level[row] !== 5 || unit.automatic[row] === 1) return 'not';
          const delay = (unit.assessedAt[row] ?? 0) - (unit.serviceAt[row] ?? 0);
          return delay >= 0 && delay < SOON ? 'counted' : 'other';
        });
      },
      found: () => combined(shares.all(), soon.all()),
    };
  },
};

const placeOf = ({ office, month }: Suspicion): number => officeMonthNumber(office ?? 0, month ?? 0);

/** Both tests of each office and month as one: −2 (ln p₁ + ln p₂) has the chi-square distribution with 4 degrees of freedom. */
function combined(shares: readonly OfficeMonth[], soon: readonly OfficeMonth[]): Found {
  const test = { detector: 'pad-surplus', side: 'more', minimum: MINIMUM } as const;
  const byShare = judgeMonths(shares, { ...test, least: 0.05 });
  const bySpeed = judgeMonths(soon, { ...test, least: 0.01 });
  const speeds = new Map(bySpeed.candidates.map((one) => [placeOf(one), one]));
  const candidates: Suspicion[] = byShare.candidates.map((one) => {
    const speed = speeds.get(placeOf(one))?.p ?? 1;
    return { ...one, p: combinedChance(one.p ?? 1, speed) };
  });
  const known = new Set(candidates.map(placeOf));
  for (const one of bySpeed.candidates)
    if (!known.has(placeOf(one))) candidates.push({ ...one, p: combinedChance(1, one.p ?? 1) });
  return { candidates, tests: byShare.tests };
}

const combinedChance = (a: number, b: number): number =>
  chiSquareTail(-2 * (Math.log(Math.max(a, 1e-300)) + Math.log(Math.max(b, 1e-300))), 4);
