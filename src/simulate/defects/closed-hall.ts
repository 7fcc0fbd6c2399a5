import { DAY_SECONDS, printSecond } from '../../model/time/time.ts';
import { CHANNEL, type Manipulation } from './manipulation.ts';

const NIGHT = 22 * 3600;

const nightOf = (second: number): number => Math.floor(second / DAY_SECONDS) * DAY_SECONDS + NIGHT;

/** A17 闭厅时段评价: a device of the hall rates when nobody is there. */
export const closedHall: Manipulation = {
  eligible: (_, row, { out }) => {
    const channel = out.channel[row] ?? 0;
    const at = out.assessedAt[row] ?? 0;
    return row >= 0 && (channel === CHANNEL.pad || channel === CHANNEL.kiosk) && at < nightOf(at);
  },
  showsAt: (_, row, { out }, [first]) => nightOf(out.assessedAt[row] ?? 0) + (first % 7000),
  act(_, row, { out }, [, second], _concealment, night) {
    const was = printSecond(out.assessedAt[row] ?? 0);
    out.assessedAt[row] = night;
    out.uploadedAt[row] = night + 1 + (second % 60);
    return { field: 'assessTime', was };
  },
};
