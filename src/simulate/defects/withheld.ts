import {
  levelBefore,
  uploadOf,
  type Change,
  type RatingWriter,
  type Manipulation,
  type ServedRating,
} from './manipulation.ts';

function withhold(_: ServedRating, row: number, writer: RatingWriter): Change {
  const was = levelBefore(writer, row);
  writer.drop();
  return { field: '', was, absent: true };
}

/** A13 压制差评: a bad rating that was given never reaches the platform. */
export const suppressedBad: Manipulation = {
  eligible: (_, row, { out }) => row >= 0 && (out.level[row] === 1 || out.level[row] === 2),
  showsAt: (_, row, writer) => uploadOf(writer, row),
  act: withhold,
};

/** A14 选择性邀评: whoever waited past the promise is not asked. */
export const selectiveEntry: Manipulation = {
  eligible: ({ late }, row) => row >= 0 && late === 1,
  showsAt: (_, row, writer) => uploadOf(writer, row),
  act: withhold,
};
