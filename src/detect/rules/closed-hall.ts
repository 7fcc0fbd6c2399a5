import { DAY_SECONDS } from '../../model/time/time.ts';
import { watchForBroken } from '../broken-rule.ts';
import type { Detector } from '../detector.ts';
import type { UnitRecords } from '../unit-records.ts';
import { KIOSK, PAD } from './channels.ts';

/** No hall is open before, or after: hours of our own, wide enough for late counters. */
const OPENS = 7 * 3600;
const CLOSES = 21 * 3600;

/** A17: devices of a hall rate when nobody is there. */
export const closedHallRatings: Detector = {
  rule: {
    id: 'closed-hall-ratings',
    anomaly: 'A17',
    flags: 'rating',
    name: { zh: '闭厅时段的设备评价', en: 'Devices that rate while the hall is closed' },
    statistic: {
      zh: '大厅平板和自助终端在 21 时至次日 7 时作出的评价',
      en: 'ratings on pads and kiosks of a hall between 21 and 7 hours',
    },
    threshold: { zh: '每一条', en: 'every one' },
    minimum: 1,
    explanation: {
      zh: '夜间大厅无人，窗口设备不应有评价。24 小时自助服务区例外，应先排除。',
      en: 'Nobody is in a hall at night, and its devices should have no ratings. Self-service areas that never close are an exception and have to be ruled out first.',
    },
  },
  watch: () => watchForBroken('closed-hall-ratings', isAtNight),
};

function isAtNight(unit: UnitRecords, row: number): boolean {
  const channel = unit.channel[row] ?? 0;
  if (channel < PAD || channel > KIOSK || unit.automatic[row] === 1) return false;
  const second = (unit.assessedAt[row] ?? 0) % DAY_SECONDS;
  return second < OPENS || second >= CLOSES;
}
