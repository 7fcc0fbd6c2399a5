import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseSystematically,
  inclusionChances,
  offersOf,
  ranked,
  spreadWithin,
} from '../../src/simulate/world/quota.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import { reference, tiny } from '../builders.ts';

const spreadEvenly = (order: readonly number[]): Float64Array =>
  spreadWithin(
    order.map(() => 0),
    ranked(order),
  );
const word = fc.integer({ min: 0, max: 4_294_967_295 });

describe('evenly spread values', () => {
  it('lie below any share exactly as often as it says, to rounding', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (order, p) => {
          const below = spreadEvenly(order).filter((value) => value < p).length;
          expect(Math.abs(below - p * order.length)).toBeLessThanOrEqual(0.5 + 1e-9);
        },
      ),
    );
  });

  it('go up with the keys, in each group apart', () => {
    expect([...spreadEvenly([30, 10, 20])]).toEqual([5 / 6, 1 / 6, 3 / 6]);
    expect([...spreadWithin([1, 2, 1], ranked([9, 5, 3]))]).toEqual([0.75, 0.5, 0.25]);
  });
});

describe('a systematic sample', () => {
  it('has as many members as asked for, none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (weights, share, start) => {
          const count = Math.round(share * weights.length);
          const chances = inclusionChances(weights, count);
          for (const chance of chances) expect(chance).toBeLessThanOrEqual(1 + 1e-9);
          const chosen = chooseSystematically(chances, start);
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen).toHaveLength(count);
        },
      ),
    );
  });
});

describe('offers', () => {
  it('have every number of offers in its binomial share', () => {
    const n = 4000;
    const counts = [0, 0, 0, 0];
    for (let k = 0; k < n; k++) counts[offersOf(3, 0.8, (k + 0.5) / n).filter(Boolean).length]!++;
    expect(counts).toEqual([32, 384, 1536, 2048]);
  });
});

describe('the register of a unit', () => {
  const register = (seed: number) => {
    const world = makeWorld(
      tiny({
        units: ['330000'],
        catalogue: { local: 0 },
        quality: { units: { '330000': { maturity: -1, coverage: -1, accuracy: 0, completeness: 0.5 } } },
      }),
      seed,
      reference,
    );
    const lines = world.tasks.map(({ line }) => line);
    const offered = lines.filter(({ published }) => published);
    const count = (is: (line: (typeof lines)[number]) => boolean): number => offered.filter(is).length;
    return {
      listed: lines.length,
      offered: offered.length,
      public: count(({ taskType }) => taskType === '20'),
      online: count(({ depth }) => depth >= 5),
      little: count(({ depth }) => depth < 2),
      cross: count(({ crossRegion }) => crossRegion),
      many: count(({ channels }) => channels.length >= 4),
      forms: offered.reduce((sum, { guide }) => sum + guide.forms[0], 0),
      codes: lines
        .filter(({ published }) => !published)
        .map(({ taskCode }) => taskCode)
        .join(),
    };
  };

  it('has the same shares with every seed, and other items', () => {
    const { codes: first, ...shares } = register(1);
    for (const seed of [2, 3, 4, 5]) {
      const { codes, ...others } = register(seed);
      expect(others).toEqual(shares);
      expect(codes).not.toBe(first);
    }
    expect(shares.offered).toBeLessThan(0.92 * shares.listed);
  });

  it('stands by a stated quality and draws the others', () => {
    const [unit] = makeWorld(
      tiny({ units: ['330000'], quality: { units: { '330000': { maturity: 1.25 } } } }),
      7,
      reference,
    ).units;
    const [drawn] = makeWorld(tiny({ units: ['330000'] }), 7, reference).units;
    expect(unit!.quality).toEqual({ ...drawn!.quality, maturity: 1.25 });
  });
});
