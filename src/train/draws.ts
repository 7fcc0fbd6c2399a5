import { draw, stream, uniform } from '../model/math/random.ts';
import { textHash } from '../model/math/text-hash.ts';

/** The chance of an exercise: each draw has a name, so that one more changes none of the others. */
export interface Draws {
  /** A number from 0 to 1, neither end included. */
  readonly share: (name: string) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (name: string, low: number, high: number) => number;
  /** One of a list, which must not be empty. */
  readonly one: <T>(name: string, list: readonly T[]) => T;
  /** The list in another order. */
  readonly shuffled: <T>(name: string, list: readonly T[]) => T[];
}

/** The draws of a seed: any whole number up to 2^53. */
export function drawsOf(seed: number, group: number): Draws {
  const [low, high] = [seed % 0x1_0000_0000, Math.floor(seed / 0x1_0000_0000)];
  const share = (name: string): number =>
    uniform(draw(low, stream.exercise, group, (high ^ textHash(name)) >>> 0, 0));
  const whole = (name: string, from: number, to: number): number =>
    from + Math.floor(share(name) * (to - from + 1));
  return {
    share,
    whole,
    one: (name, list) => {
      const chosen = list[whole(name, 0, list.length - 1)];
      if (chosen === undefined) throw new Error(`the list of ${name} is empty`);
      return chosen;
    },
    shuffled: (name, list) =>
      list
        .map((entry, i) => ({ entry, at: share(`${name} ${String(i)}`) }))
        .sort((a, b) => a.at - b.at)
        .map(({ entry }) => entry),
  };
}
