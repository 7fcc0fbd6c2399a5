import { describe, expect, it } from 'vitest';
import { usualShare, type PlaceCount } from '../../src/detect/chance/usual-share.ts';
import { Block, stream, streamKey, threefry } from '../../src/model/math/random.ts';

const block = new Block();
const chance = (entity: number, n: number): number => {
  threefry(7, streamKey(stream.defect, 0), entity, n, block);
  return block.a / 2 ** 32;
};

/** Places of 100 records each, whose records are counted with this share. */
const places = (from: number, count: number, shareOf: (place: number) => number): PlaceCount[] =>
  Array.from({ length: count }, (_, i) => {
    const share = shareOf(from + i);
    const k = Array.from({ length: 100 }, (__, n) => chance(from + i, n)).filter((x) => x < share).length;
    return { k, n: 100 };
  });

describe('the usual share', () => {
  it('is that of independent places, with hardly any correlation', () => {
    const found = usualShare(
      places(0, 200, () => 0.3),
      0.01,
      'more',
    );
    expect(found.share).toBeCloseTo(0.3, 1);
    expect(found.correlation).toBeLessThan(0.01);
  });

  it('does not move where a third of the places has far more', () => {
    const mixed = [...places(0, 120, () => 0.1), ...places(1000, 60, () => 0.4)];
    expect(usualShare(mixed, 0.01, 'more').share).toBeCloseTo(0.1, 1);
    expect(usualShare(mixed, 0.01, 'more').share).toBeLessThan(0.12);
    // The pooled share is what would become of it otherwise.
    expect(mixed.reduce((sum, { k }) => sum + k, 0) / (mixed.length * 100)).toBeGreaterThan(0.18);
  });

  it('does not move where a third of the places has far fewer', () => {
    const mixed = [...places(0, 120, () => 0.4), ...places(1000, 60, () => 0.1)];
    expect(usualShare(mixed, 0.01, 'fewer').share).toBeGreaterThan(0.37);
  });

  it('sees that places differ by themselves, from the side that is not suspicious', () => {
    const found = usualShare(
      places(0, 200, (place) => 0.3 + 0.2 * (chance(place, 5000) - 0.5)),
      0.01,
      'more',
    );
    // A uniform share between 0.2 and 0.4 has the variance 0.04 / 12, which is ρ times 0.3 × 0.7.
    expect(found.correlation).toBeGreaterThan(0.007);
    expect(found.correlation).toBeLessThan(0.03);
  });

  it('is found among honest places of very many records too, none of which agrees with another by chance alone', () => {
    const large = Array.from({ length: 12 }, (_, month) => ({ k: month % 2 === 0 ? 7400 : 8600, n: 20_000 }));
    const { share, correlation } = usualShare(large, 0.05, 'more');
    expect(share).toBeCloseTo(0.4, 2);
    expect(correlation).toBeGreaterThan(0.002);
  });

  it('is never below the least that is believed, and never certain', () => {
    expect(
      usualShare(
        places(0, 20, () => 0),
        0.001,
        'more',
      ).share,
    ).toBe(0.001);
    expect(
      usualShare(
        places(0, 20, () => 1),
        0.001,
        'more',
      ).share,
    ).toBe(1 - 1e-9);
    expect(usualShare([], 0.01, 'more')).toEqual({ share: 0.01, correlation: 0 });
  });
});
