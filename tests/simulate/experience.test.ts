import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/model/math/normal.ts';
import { draw, approximateNormalQuantile, stream, uniform, WORDS } from '../../src/model/math/random.ts';
import { normalOf } from '../../src/simulate/normal-words.ts';
import { Experience, type FeltService } from '../../src/simulate/rating/experience.ts';
import { tiny } from '../builders.ts';
import { make } from './made.ts';

const word = (i: number): number => draw(1, stream.text, 0, i, 0);

const service: FeltService = {
  item: { unit: 1, task: 0, group: 1 << 10, cuts: new Float64Array(0), cutsFrom: 0, online: 0.5 * WORDS },
  entity: 1,
  place: 1,
  rater: 16_777_216,
  band: 3,
  caseWord: 0,
  at: 800_000_000,
  days: 0,
};

/** Values felt in services that differ in what `change` says. */
function values(
  shares: { person?: number; case?: number; windowDay?: number },
  change: (i: number) => Partial<FeltService>,
  window = (_: number): number => 1,
): number[] {
  const scenario = tiny({ experience: { person: 0, case: 0, windowDay: 0, ...shares } });
  const { tables, span } = make(scenario, 7, () => []);
  const experience = new Experience(scenario, 7, tables, span);
  return Array.from({ length: 40_000 }, (_, i) =>
    experience.valueOf({ ...service, entity: i, ...change(i) }, word(i), window(i)),
  );
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
/** Correlation of the values of pairs that follow one another. */
function correlation(list: readonly number[]): number {
  const pairs = list.flatMap((x, i) => (i % 2 === 0 ? [[x, list[i + 1]!] as const] : []));
  return mean(pairs.map(([x, y]) => x * y)) / mean(list.map((x) => x * x));
}
const pair = (i: number): number => i >> 1;

describe('what is felt', () => {
  it.each([
    ['person', { person: 0.2 }, (i: number) => ({ rater: pair(i) })],
    ['case', { case: 0.2 }, (i: number) => ({ caseWord: word(pair(i) + 77) })],
    ['windowDay', { windowDay: 0.2 }, (i: number) => ({ at: pair(i) * 86_400 })],
  ] as const)('is alike in services of one %s, by the share that the scenario says', (_, shares, change) => {
    const felt = values(shares, change);
    expect(correlation(felt)).toBeCloseTo(0.2, 1);
    expect(Math.abs(mean(felt))).toBeLessThan(0.05);
    expect(mean(felt.map((x) => x * x))).toBeCloseTo(1, 1);
  });

  it('is not alike at another window on the same day, and in nothing where the scenario says so', () => {
    const day = (i: number): Partial<FeltService> => ({ at: pair(i) * 86_400 });
    expect(Math.abs(correlation(values({ windowDay: 0.2 }, day, (i) => 1 + (i % 2))))).toBeLessThan(0.03);
    const same = (i: number): Partial<FeltService> => ({ rater: pair(i), caseWord: word(pair(i)) });
    expect(Math.abs(correlation(values({}, same)))).toBeLessThan(0.03);
  });

  it('is as often very bad as a standard normal value is, shared parts or not', () => {
    const felt = values({ person: 0.05, case: 0.1, windowDay: 0.02 }, (i) => ({
      rater: i,
      caseWord: word(i * 3 + 1),
      at: i * 86_400,
    }));
    for (const cut of [-2.5, -1, 0, 1, 2.5]) {
      const expected = normalCdf(cut);
      const share = felt.filter((x) => x < cut).length / felt.length;
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 40_000));
    }
  });
});

describe('a word', () => {
  it('stands for its quantile of the normal distribution, the rarest ones exactly', () => {
    for (const at of [0, 1, 1000, WORDS >>> 9, WORDS - 1]) {
      expect(normalOf(at >>> 0)).toBe(approximateNormalQuantile(uniform(at >>> 0)));
    }
    for (let at = WORDS / 256; at < (WORDS / 256) * 255; at += 9_999_991) {
      expect(Math.abs(normalOf(at) - approximateNormalQuantile(uniform(at)))).toBeLessThan(0.0002);
    }
  });
});
