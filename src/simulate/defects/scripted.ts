import { FIRST_ACCOUNT } from '../../model/record/identifiers.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { mechanism } from '../../model/truth.ts';
import { CHANNEL, CONSTANT_TAGS, staffOf, type Manipulation } from './manipulation.ts';

/** The script begins at one in the night and sends every seven seconds, round and round for three hours. */
const BEGINS = 3600;
const EVERY = 7;
const SENDS = 1500;

/** Accounts it uses, by concealment level. */
const ACCOUNTS = [0, 1, 5, 200];

const TEN_PERCENT = 0.1 * 2 ** 32;

const nextNight = (at: number): number => (Math.floor(at / DAY_SECONDS) + 1) * DAY_SECONDS;

/** A3 脚本刷好评: a script rates what nobody rated. */
export const scripted: Manipulation = {
  eligible: (_, row) => row < 0,
  showsAt(served, _row, writer, [, second, third], concealment) {
    const night = nextNight(served.at);
    const at =
      concealment === 1
        ? night + BEGINS + ((served.office * 131 + served.order) % SENDS) * EVERY
        : concealment === 2
          ? night - DAY_SECONDS + 19 * 3600 + (third % (4 * 3600))
          : writer.moment(writer.channel(served.place, second), served.at, third);
    return Math.max(at, served.at + 60);
  },
  act(served, row, writer, [first, second, third, fourth], concealment, at) {
    const level = concealment === 3 && first < TEN_PERCENT ? 4 : 5;
    const channel = concealment === 1 ? CHANNEL.web : writer.channel(served.place, second);
    const written = writer.write(served, row, level, channel, at, mechanism.script);
    const account = staffOf(
      served.unit,
      1000 + served.office * 256 + (fourth % (ACCOUNTS[concealment] ?? 1)),
    );
    writer.trace(written, served.task, channel, account, second, third);
    writer.out.device[written] = FIRST_ACCOUNT + account;
    writer.out.tags[written] =
      concealment === 1 ? CONSTANT_TAGS : writer.tags(level, served.place, (first ^ third) >>> 0);
    return { field: '', was: '' };
  },
};
