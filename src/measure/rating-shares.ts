import type { Share } from '../model/math/share.ts';
import type { RatingCell } from '../model/cells.ts';
import { wilsonInterval } from '../model/math/interval.ts';
import type { Reference } from '../model/reference.ts';

/** Fewest counts in the whole for a share, as for the shares of the methods. */
const MINIMUM = 30;

function shareIn(n: number, of: number): Share {
  // More ratings than services: no share of a whole.
  if (of < MINIMUM || n > of) return { n, of, value: null, low: null, high: null };
  return { n, of, value: n / of, ...wilsonInterval(n, of) };
}

/** How ratings divide into levels and channels, and how many services have one. */
export interface RatingShares {
  readonly ratings: number;
  /** Levels 5 to 1 among the levelled ratings. */
  readonly levels: readonly (Share & { readonly level: number })[];
  /** Channels among all ratings. */
  readonly channels: readonly (Share & { readonly channel: number })[];
  readonly defaulted: Share;
  /** Services that have a first rating. */
  readonly rated: Share;
}

/** The shares of the ratings in these cells, which followed so many services. */
export function ratingShares(
  cells: readonly RatingCell[],
  services: number,
  { levels, channels }: Pick<Reference, 'levels' | 'channels'>,
): RatingShares {
  const count = (wanted: (cell: RatingCell) => boolean): number =>
    cells.reduce((sum, cell) => sum + (wanted(cell) ? cell.n : 0), 0);
  const ratings = count(() => true);
  const levelled = count(({ level }) => level > 0);
  return {
    ratings,
    levels: levels
      .map(({ level }) => ({
        level,
        ...shareIn(
          count((cell) => cell.level === level),
          levelled,
        ),
      }))
      .sort((a, b) => b.level - a.level),
    channels: channels.map(({ code }) => ({
      channel: code,
      ...shareIn(
        count(({ channel }) => channel === code),
        ratings,
      ),
    })),
    defaulted: shareIn(
      count(({ defaulted }) => defaulted === 1),
      ratings,
    ),
    rated: shareIn(
      count(({ additional }) => additional === 0),
      services,
    ),
  };
}
