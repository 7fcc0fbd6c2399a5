import { mechanism } from '../../model/truth.ts';
import { HALL } from '../world/tables.ts';
import { CHANNEL, CONSTANT_TAGS, levelBefore, type Manipulation } from './manipulation.ts';

/** Shares of 2^32. */
const FOUR_STARS = 0.15 * 2 ** 32;

/** A1 工作人员代评: the clerk presses the stars before the person can. */
export const staffRating: Manipulation = {
  eligible: ({ place }) => place === HALL,
  showsAt(served, _row, writer, [, second], concealment) {
    if (concealment === 3) return writer.moment(CHANNEL.pad, served.at, second);
    return served.at + (concealment === 1 ? 1 + (second % 4) : 6 + (second % 50));
  },
  act(served, row, writer, [first, , third, fourth], concealment, at) {
    const was = levelBefore(writer, row);
    const level = concealment === 3 && first < FOUR_STARS ? 4 : 5;
    const written = writer.write(served, row, level, CHANNEL.pad, at, mechanism.staff);
    writer.trace(written, served.task, CHANNEL.pad, served.person, third, fourth);
    const { out } = writer;
    if (concealment === 1) out.device[written] = 1;
    // Hidden well, as many go without a tag as do of honest ones.
    const tagged = concealment < 3 || (fourth & 0xff) < 140;
    if (concealment === 1) out.tags[written] = CONSTANT_TAGS;
    else if (tagged) out.tags[written] = writer.tags(level, served.place, (first ^ fourth) >>> 0);
    return { field: 'satisfaction', was };
  },
};
