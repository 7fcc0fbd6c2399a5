import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideTheirKind } from '../../src/measure/spread/kinds-of-clusters.ts';

const office = (kind: string, mean: number, n = 100) => ({ kind, n, mean });

describe('clusters beside their kind', () => {
  it('do not differ where every unit has the same differences between its departments', () => {
    const unit = (level: number) => [
      office('police', level + 0.2),
      office('tax', level),
      office('land', level - 0.2),
    ];
    for (const deviation of besideTheirKind([unit(0.5), unit(0.6), unit(0.7)]).flat())
      expect(deviation).toBeCloseTo(0, 12);
  });

  it('keep what one unit alone has, made good for its part in the mean of its kind', () => {
    const units = [
      [office('police', 0.6), office('tax', 0.4)],
      [office('police', 0.5), office('tax', 0.5)],
    ];
    // The deviation 0.1 of the first unit is 0.05 above that of its kind, of which it is half: 0.05 / √(1/2).
    expect(besideTheirKind(units)[0]?.[0]).toBeCloseTo(0.05 * Math.SQRT2, 12);
    expect(besideTheirKind(units)[1]?.[0]).toBeCloseTo(-0.05 * Math.SQRT2, 12);
  });

  it('are unknown for a kind that no other unit has, and nothing where they hold no records', () => {
    const units = [
      [office('police', 0.6), office('tax', 0.4), office('harbour', 0.9, 10), office('land', 0, 0)],
      [office('police', 0.5), office('tax', 0.5)],
    ];
    expect(besideTheirKind(units)[0]?.[2]).toBeUndefined();
    expect(besideTheirKind(units)[0]?.[3]).toBe(0);
  });

  it('stay as they are where one unit stands alone, or hardly any kind is shared', () => {
    expect(besideTheirKind([[office('police', 0.6), office('tax', 0.4)]])).toEqual([
      [expect.closeTo(0.1, 12), expect.closeTo(-0.1, 12)],
    ]);
    const [first] = besideTheirKind([
      [office('a', 0.6, 90), office('shared', 0.4, 10)],
      [office('b', 0.6, 90), office('shared', 0.4, 10)],
    ]);
    expect(first).toEqual([expect.closeTo(0.02, 12), expect.closeTo(-0.18, 12)]);
  });

  it('vary as much as they did before a difference between kinds was added', () => {
    const kinds = ['a', 'b', 'c', 'd'];
    const means = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(means, { minLength: 2, maxLength: 6 }), means, (units, added) => {
        const strata = (more: (i: number) => number) =>
          units.map((unit) => unit.map((mean, i) => office(kinds[i] ?? '', mean + more(i))));
        const [plain, shifted] = [strata(() => 0), strata((i) => added[i] ?? 0)].map((list) =>
          besideTheirKind(list).flat(),
        );
        plain?.forEach((deviation, i) => {
          expect(shifted?.[i]).toBeCloseTo(deviation ?? NaN, 9);
        });
      }),
    );
  });
});
