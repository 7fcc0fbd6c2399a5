import { parse } from 'node-html-parser';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureScenario, SEED } from '../../docs/make/record-runs.ts';
import { pictures, readFacts, textDigest } from '../../docs/make/recorded-facts.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { dimensionIds, unitKinds } from '../../src/model/reference.ts';
import type { Store } from '../../src/store/open.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';
import { appOf } from './site.ts';

const scratch = useScratch();
let store: Store;
let printed: Measurement;

beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), {
    scenario: pictureScenario(),
    seed: SEED,
    threads: 2,
  });
  printed = measurePeriod(store, knowledge, parsePeriod('2021'));
}, 60_000);

/** The score of a tree of weights from what is printed of its leaves, by arithmetic of this test alone. */
function rebuilt(unit: Measurement['units'][number]): number {
  const method = knowledge.methods[unit.kind];
  const value = new Map(unit.indicators.map(({ id, value, normalised }) => [id, { value, normalised }]));
  let overall = 0;
  for (const dimension of method.dimensions) {
    let score = 0;
    let weights = 0;
    for (const group of dimension.groups) {
      const present = group.indicators.filter(({ id }) => value.get(id)!.normalised !== null);
      const weight = present.reduce((sum, indicator) => sum + indicator.weight, 0);
      if (weight < method.availability - 1e-9) continue;
      weights += group.weight;
      for (const { id, weight: own, goalposts } of present) {
        const share = (value.get(id)!.value! - goalposts[0]) / (goalposts[1] - goalposts[0]);
        score += ((group.weight * own) / weight) * 100 * Math.min(1, Math.max(0, share));
      }
    }
    overall += (dimension.weight * score) / weights;
  }
  return overall;
}

describe('a year of the series', () => {
  it.each(pictures)(
    'has pages that say what $file in the docs shows (else: npm run docs)',
    async (picture) => {
      const { text } = await request(appOf(store)).get(picture.path);
      expect(textDigest(text)).toBe(readFacts().pictures[picture.file]);
    },
  );

  it('measures all 64 units and the fictional ones, which have no rank and no band', () => {
    const ranked = printed.units.filter(({ rank }) => rank !== null);
    expect([printed.units.length, ranked.length]).toEqual([67, 64]);
    expect(printed.units.every(({ overall }) => overall !== null)).toBe(true);
  });

  it('has overall = Σ weight × first-level score for every unit', () => {
    for (const unit of printed.units) {
      const sum = dimensionIds.reduce(
        (total, id) => total + printed.weights[id] * unit.dimensions[id]!.score,
        0,
      );
      expect(Math.abs(sum - unit.overall!.score)).toBeLessThan(1e-9);
    }
  });

  it('has overall scores that follow from the printed indicator values alone', () => {
    for (const unit of printed.units)
      expect(Math.abs(rebuilt(unit) - unit.overall!.score)).toBeLessThan(1e-9);
  });

  it.each(unitKinds)(
    'shows band counts and means of the %s group on the overview as measured',
    async (kind) => {
      const answer = await request(appOf(store)).get(`/?group=${kind}&kind=${kind}&lang=en&period=2021`);
      const tables = parse(answer.text).querySelectorAll('table');
      const cellsOf = (wanted: RegExp): string[][] => {
        const table = tables.find((one) => wanted.test(one.querySelector('caption')?.text ?? ''));
        return (table?.querySelectorAll('tbody tr') ?? []).map((row) =>
          row.querySelectorAll('th, td').map((cell) => cell.text.trim()),
        );
      };
      const bands = cellsOf(/capability levels/i).map((row) =>
        Number(row.find((text, i) => i > 1 && /^\d+$/.test(text))),
      );
      const { veryHigh, high, medium, low } = printed.bands[kind];
      expect(bands).toEqual([veryHigh, high, medium, low]);
      const means = cellsOf(/mean/i).map((row) => Number(row.at(-1)));
      expect(means.slice(0, 5)).toEqual(
        dimensionIds.map((id) => Number(printed.means[kind][id]!.toFixed(2))),
      );
    },
  );
});
