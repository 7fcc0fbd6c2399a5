import { beforeAll, describe, expect, it } from 'vitest';
import { explainFigure, type ExplainedFigure } from '../../src/jobs/measure/explain/explain-figure.ts';
import { sampleRecords } from '../../src/jobs/measure/explain/sample-records.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { indicatorsOf } from '../../src/model/method.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { knowledge, mistakeOf, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
const period = parsePeriod('2025-03');
let store: Store;
let measurement: Measurement;
let known: typeof knowledge;
beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: tiny({ casesPerYear: 30_000 }) });
  measurement = measurePeriod(store, knowledge, period);
  known = { ...knowledge, reference: referenceOfStore(store, knowledge.reference) };
});

type Of<Name extends ExplainedFigure['of']> = Extract<ExplainedFigure, { of: Name }>;
function explained<Name extends ExplainedFigure['of']>(
  of: Name,
  asked: Parameters<typeof explainFigure>[3],
): Of<Name> {
  const figure = explainFigure(measurement, known, period, asked);
  if (figure.of !== of) throw new Error(`explained as ${figure.of}`);
  return figure as Of<Name>;
}
const ranked = () => measurement.units.filter(({ kind, rank }) => kind === 'province' && rank !== null);

describe('a rank', () => {
  it('is one more than the units with a higher index, and its neighbours differ by what their dimensions do', () => {
    for (const unit of ranked()) {
      const { rank } = explained('rank', { unit: unit.code, figure: 'rank' });
      expect(rank.rank).toBe(rank.higher + 1);
      expect(rank.neighbours.map(({ code }) => code)).toContain(unit.code);
      for (const { difference, byDimension, overall } of rank.neighbours) {
        const sum = dimensionIds.reduce((total, id) => total + byDimension[id], 0);
        expect(sum).toBeCloseTo(difference, 9);
        expect(overall - difference).toBeCloseTo(unit.overall!.score, 9);
      }
    }
  });

  it('of a unit without an overall score is none', () => {
    const unit = measurement.units.find(({ overall }) => overall === null)!;
    expect(explained('rank', { unit: unit.code, figure: 'rank' }).rank).toMatchObject({
      rank: null,
      neighbours: [],
    });
  });
});

describe('a band', () => {
  it('holds the score between its ends, as far from them as it says', () => {
    for (const unit of ranked()) {
      const { band } = explained('band', { unit: unit.code, figure: 'band' });
      const own = band.ends.find((one) => one.band === unit.band)!;
      const score = unit.overall!.score;
      expect(score).toBeGreaterThan(own.from ?? -Infinity);
      expect(score).toBeLessThanOrEqual(own.to ?? Infinity);
      expect(band.toLower).toBe(own.from === null ? null : Math.abs(own.from - score));
      expect(band.toHigher).toBe(own.to === null ? null : Math.abs(own.to - score));
    }
  });
});

describe('a mean', () => {
  it('is the sum over its units by their number, of the whole kind and of a region', () => {
    const regions = [undefined, ...measurement.regions.map(({ id }) => id)];
    for (const region of regions) {
      const { mean } = explained('mean', { kind: 'province', figure: 'maturity', region });
      if (mean.mean === null) expect(mean.units).toEqual([]);
      else expect(mean.sum / mean.units.length).toBeCloseTo(mean.mean, 9);
    }
  });

  it('of an unknown figure or region is not found, and the known ones are named', async () => {
    const of = (figure: string, region?: string) =>
      mistakeOf(() => explainFigure(measurement, known, period, { kind: 'city', figure, region }));
    expect((await of('goodRate')).text.en).toContain('use one of overall, effectiveness');
    expect((await of('overall', 'nowhere')).text.en).toContain('“nowhere”: use one of region-1');
  });
});

describe('an interval', () => {
  it('is named by a way that leads to it, at every step of the tree', () => {
    const [unit] = ranked();
    const ids = [
      'overall',
      ...dimensionIds,
      ...known.methods.province.dimensions.flatMap(({ groups }) => groups.map(({ id }) => id)),
      ...indicatorsOf(known.methods.province).map(({ id }) => id),
    ];
    for (const figure of ids) {
      const { node, interval } = explained('score', { unit: unit!.code, figure });
      expect(interval.score).toEqual(node.score);
      expect(interval.way === 'none', figure).toBe(node.score === null);
      if (node.indicator?.basis === 'register' && node.score !== null) expect(interval.way).toBe('fullCount');
      if (figure === 'goodRate') expect(interval.way).toBe('wilson');
      if (figure === 'meanScore') expect(interval.way).toBe('symmetric');
    }
  });
});

describe('the sample of an indicator', () => {
  const indicators = indicatorsOf(knowledge.methods.province);

  it.each(indicators.map(({ id }) => id))('%s holds what counts in it, and the same at every call', (id) => {
    const unit = ranked()[0]!;
    const value = unit.indicators.find((one) => one.id === id)!;
    const sample = sampleRecords(store, knowledge, period, unit.code, id)!;
    expect(sampleRecords(store, knowledge, period, unit.code, id)).toEqual(sample);
    expect(sample.records.length).toBeLessThanOrEqual(20);
    if (value.denominator >= 200) expect(sample.records.length).toBeGreaterThan(5);
    for (const { denominator } of sample.records) expect(denominator).toBeGreaterThan(0);
    const texts = sample.records.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('adds up to the counts where all of a unit is sampled', async () => {
    const small = scratch.store();
    await simulate(small, scratch.truth(small), {
      scenario: tiny({ units: ['330100'], casesPerYear: 3000, to: '2025-03-03' }),
    });
    const unit = measurePeriod(small, knowledge, period).units.find(({ indicators: values }) =>
      values.some(({ id, denominator }) => id === 'replyRate' && denominator > 0),
    );
    const value = unit?.indicators.find(({ id }) => id === 'verificationRate');
    const sample = unit && sampleRecords(small, knowledge, period, unit.code, 'verificationRate');
    const sum = (of: 'numerator' | 'denominator') =>
      sample?.records.reduce((total, record) => total + record[of], 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([value?.numerator, value?.denominator]);
  });

  it('shows no name, telephone, identity number or text of a person', () => {
    const unit = ranked()[0]!;
    for (const id of ['meanScore', 'ratingRate', 'verificationRate']) {
      for (const { text } of sampleRecords(store, knowledge, period, unit.code, id)!.records) {
        const record = JSON.parse(text) as Record<string, unknown>;
        for (const field of ['certKey', 'mobile', 'userName', 'name', 'writingEvaluation'])
          expect(record[field] ?? '', `${id} ${field}`).toMatch(/^(\**|无)$/);
      }
    }
  });
});
