import { NO_PERSON } from '../../model/record/batch.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { mechanism } from '../../model/truth.ts';
import { CHANNEL, type Manipulation } from './manipulation.ts';

/** Days after which the nightly job writes, and the second of the day it does. */
const AFTER_DAYS = 2;
const JOB_AT = 2 * 3600;

const jobAt = (at: number): number => (Math.floor(at / DAY_SECONDS) + AFTER_DAYS) * DAY_SECONDS + JOB_AT;

/** A2 批量默认好评: a job rates what nobody rated, and does not say that it did. */
export const batchDefault: Manipulation = {
  eligible: (_, row) => row < 0,
  showsAt: ({ at }) => jobAt(at),
  act(served, row, writer, _words, _concealment, at) {
    const written = writer.write(served, row, writer.defaultLevel, CHANNEL.pad, at, mechanism.defaulted);
    writer.out.rater[written] = NO_PERSON;
    writer.out.uploadedAt[written] = at;
    return { field: '', was: '' };
  },
};
