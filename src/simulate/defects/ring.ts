import { mechanism } from '../../model/truth.ts';
import { CHANNEL, staffOf, type Manipulation } from './manipulation.ts';

/** Members of the ring of a unit, by concealment level. */
const MEMBERS = [0, 9, 40, 150];

const FOUR_STARS = 0.15 * 2 ** 32;

/** A4 互评团伙: staff of a unit rate the services of one another’s offices from their own telephones. */
export const ring: Manipulation = {
  eligible: (_, row) => row < 0,
  showsAt: ({ at }, _row, writer, [, second]) => writer.moment(CHANNEL.mobile, at, second),
  act(served, row, writer, [first, second, third, fourth], concealment, at) {
    const level = concealment === 3 && first < FOUR_STARS ? 4 : 5;
    const member = staffOf(served.unit, fourth % (MEMBERS[concealment] ?? 1));
    const written = writer.write(served, row, level, CHANNEL.mobile, at, mechanism.ring);
    writer.trace(written, served.task, CHANNEL.mobile, member, second, third);
    if (concealment > 1) writer.out.tags[written] = writer.tags(level, served.place, (first ^ third) >>> 0);
    return { field: '', was: '' };
  },
};
