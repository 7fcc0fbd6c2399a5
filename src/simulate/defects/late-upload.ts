import { DAY_SECONDS, firstDayOfMonth, monthOf, printSecond } from '../../model/time/time.ts';
import type { Manipulation } from './manipulation.ts';

/** The upload of a month runs in the last hour of its last day. */
const endOfMonth = (second: number): number =>
  firstDayOfMonth(monthOf(Math.floor(second / DAY_SECONDS)) + 1) * DAY_SECONDS - 3600;

/** A15 延迟上传: ratings are kept back and sent together at the end of the month. */
export const lateUpload: Manipulation = {
  eligible: (_, row, { out }) => {
    const at = out.assessedAt[row] ?? 0;
    return row >= 0 && endOfMonth(at) > at;
  },
  showsAt: (_, row, { out }, [first]) => endOfMonth(out.assessedAt[row] ?? 0) + (first % 3600),
  act(_, row, { out }, _words, _concealment, at) {
    const was = printSecond(out.uploadedAt[row] ?? 0);
    out.uploadedAt[row] = at;
    return { field: 'uploadTime', was };
  },
};
