import { DAY_SECONDS, weekdayOf } from '../../model/time/time.ts';
import { mechanism } from '../../model/truth.ts';
import { CHANNEL, levelBefore, staffOf, type Manipulation } from './manipulation.ts';

/** The attack of a week falls on its Sunday evening. */
const EVENING = 20 * 3600;
const SUNDAY = 6;
const sundayAfter = (at: number): number => {
  const day = Math.floor(at / DAY_SECONDS);
  const ahead = SUNDAY - weekdayOf(day);
  return (day + (ahead > 0 ? ahead : 7)) * DAY_SECONDS;
};

/** Tag 115 服务态度差效率低, last of level 1. */
const RUDE = 0b1000_0000;

/** A11 恶意差评: somebody rates many services of an office level 1 to harm it. */
export const malicious: Manipulation = {
  eligible: () => true,
  showsAt(served, _row, writer, [, second], concealment) {
    const sunday = sundayAfter(served.at);
    const at =
      concealment === 1
        ? sunday + EVENING + (second % 3600)
        : concealment === 2
          ? sunday - 2 * DAY_SECONDS + 8 * 3600 + (second % (60 * 3600))
          : writer.moment(CHANNEL.mobile, served.at, second);
    return Math.max(at, served.at + 60);
  },
  act(served, row, writer, [first, second, third, fourth], concealment, at) {
    const was = levelBefore(writer, row);
    const week = Math.floor(sundayAfter(served.at) / DAY_SECONDS / 7);
    const attackers = concealment === 1 ? 1 : 5;
    const attacker = staffOf(
      served.unit,
      20_000 + ((week * 31 + served.office) % 400) * 8 + (fourth % attackers),
    );
    const written = writer.write(served, row, 1, CHANNEL.mobile, at, mechanism.malicious);
    writer.trace(
      written,
      served.task,
      CHANNEL.mobile,
      concealment === 3 ? served.person : attacker,
      second,
      third,
    );
    writer.out.tags[written] = concealment === 1 ? RUDE : writer.tags(1, served.place, first);
    if (concealment > 1) writer.text(served, written, 1, third);
    return { field: 'satisfaction', was };
  },
};
