import { mechanism } from '../../model/truth.ts';
import { CHANNEL, staffOf, type Manipulation } from './manipulation.ts';

/** Members of the ring of a unit, by rung. */
const MEMBERS = [0, 9, 40, 150];

const FOUR_STARS = 0.15 * 2 ** 32;

/** A4 互评团伙: staff of a unit rate the services of one another’s offices from their own telephones. */
export const ring: Manipulation = {
  eligible: ({ at }, row, { horizon }) => row < 0 && at + 3600 < horizon,
  act(served, row, desk, [first, second, third, fourth], rung) {
    const level = rung === 3 && first < FOUR_STARS ? 4 : 5;
    const member = staffOf(served.unit, fourth % (MEMBERS[rung] ?? 1));
    const at = Math.min(served.at + desk.delay(CHANNEL.mobile, second), desk.horizon - 1);
    const written = desk.write(served, row, level, CHANNEL.mobile, at, mechanism.ring);
    desk.trace(written, served.task, CHANNEL.mobile, member, second, third);
    if (rung > 1) desk.out.tags[written] = desk.tags(level, served.place, (first ^ third) >>> 0);
    return { field: '', was: '' };
  },
};
