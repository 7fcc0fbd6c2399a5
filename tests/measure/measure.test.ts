import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUnits, type PeriodCells } from '../../src/measure/count.ts';
import { explainUnit, pathTo, type Explanation } from '../../src/measure/explain/explain-unit.ts';
import { indicate } from '../../src/measure/indicate.ts';
import { measureUnits, versionOf } from '../../src/measure/measure.ts';
import { ratingEffect } from '../../src/measure/rating-effect.ts';
import { scaleOf } from '../../src/measure/scale.ts';
import { emptyCounts } from '../../src/measure/unit-counts.ts';
import { measurementSchema, type Measurement } from '../../src/model/measurement.ts';
import type { Methods } from '../../src/model/knowledge.ts';
import { unitsInPlay } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { dimensionIds, unitKinds } from '../../src/model/reference.ts';
import type { Task } from '../../src/model/register.ts';
import { readEditions } from '../../src/store/reference.ts';
import { anIndicator, makeRegister, reference, unitIndex } from './samples.ts';

const [methods, before] = readEditions() as [Methods, Methods];
const scale = scaleOf(reference);

/** Twelve items in ten departments; `share` of 0..1 tells how good the unit is. */
const itemsOf = (unit: string, share: number): (Partial<Task> & { unit: string; department: number })[] =>
  Array.from({ length: 24 }, (_, i) => ({
    unit,
    department: i % 12,
    taskType: i % 2 === 0 ? '01' : '20',
    handling: i % 3 === 0 ? 'instant' : 'promise',
    depth: i < 24 * share ? 6 : 3,
    visits: i < 24 * share ? 0 : 1,
    crossRegion: i < 20 * share,
    channels: i < 24 * share ? [1, 2, 3, 4, 5] : [1, 2, 4],
    published: i !== 5,
    guide: { basics: [11, 12], materials: [4, 4], process: [3, 3], forms: [2, 3], fees: [3, 3] },
    tier: i < 24 * share ? 4 : 3,
    entrance: i < 24 * share,
    licence: i < 20 * share,
    accessible: i < 22 * share,
    convenience: i % 2 === 1,
  }));

const shares: [string, number][] = [
  ['广东', 0.9],
  ['浙江', 0.9],
  ['贵州', 0.6],
  ['深圳', 0.95],
];
const register = makeRegister(shares.flatMap(([unit, share]) => itemsOf(unit, share)));

const periodCells = (volume: number): PeriodCells => ({
  ratings: register.tasks.flatMap(({ unitIndex: unit, officeId: office }) =>
    [1, 4].flatMap((channel) =>
      [5, 4, 2].map((level) => ({
        unit,
        office,
        month: 300,
        channel,
        level,
        defaulted: 0,
        flagged: 0,
        additional: 0,
        n: Math.round((level === 5 ? 0.4 : level === 4 ? 0.04 : 0.005) * volume),
      })),
    ),
  ),
  taskRatings: register.tasks.flatMap(({ id }) =>
    [5, 4, 1].map((level) => ({
      task: id,
      month: 300,
      level,
      n: Math.round((level === 5 ? 0.8 : level === 4 ? 0.08 : 0.01) * volume),
    })),
  ),
  tags: register.tasks.flatMap(({ unitIndex: unit }) =>
    Array.from({ length: 40 }, (_, tag) => ({
      unit,
      month: 300,
      tag,
      n: Math.round(volume * (tag >= 16 ? 0.1 : 0.005)),
    })),
  ),
  services: register.tasks.map(({ id }) => ({
    task: id,
    month: 300,
    services: volume,
    rated: Math.round(volume * 0.89),
    cases: Math.round(volume * 0.9),
    supplemented: Math.round(volume * 0.015),
    online: Math.round(volume * 0.6),
    supplements: Math.round(volume * 0.02),
    finished: Math.round(volume * 0.8),
    onTime: Math.round(volume * 0.79),
    sameDay: Math.round(volume * 0.5),
    limited: Math.round(volume * 0.4),
    halved: Math.round(volume * 0.38),
  })),
  rectifications: [1, 3].flatMap((verdict) =>
    register.tasks.map(({ unitIndex: unit, officeId: office }) => ({
      unit,
      office,
      month: 300,
      verdict,
      contacted: 2,
      rectified: 2,
      calledBack: 1,
      satisfied: 2,
      n: Math.round(volume * 0.005),
    })),
  ),
  assessments: [],
  named: register.tasks.map(({ unitIndex: unit }) => ({
    unit,
    month: 300,
    orders: Math.round(volume * 0.01),
    calledBack: Math.round(volume * 0.009),
  })),
});

const listed = unitsInPlay(reference, register);
const measured = (volume: number): Measurement =>
  measureUnits({
    methods,
    counts: countUnits(periodCells(volume), register, reference),
    reference,
    listed,
    period: parsePeriod('2025'),
    data: 'digest',
  });
const result = measured(1000);
const unitOf = (measurement: Measurement, name: string): Measurement['units'][number] =>
  measurement.units.find((unit) => unit.name === name)!;

describe('an indicator', () => {
  const empty = countUnits(
    { ratings: [], taskRatings: [], tags: [], services: [], rectifications: [], named: [], assessments: [] },
    register,
    reference,
  );
  const countsWith = (levels: Record<number, number>, rated = 0, services = 0): (typeof empty)[number] => {
    const counts = emptyCounts(0, 'province', { ...empty[unitIndex('北京')]!.register });
    for (const [level, n] of Object.entries(levels)) counts.active[6 + Number(level)] = n;
    counts.services.rated = rated;
    counts.services.services = services;
    return counts;
  };

  it('has no figure below its minimum, but prints what was counted', () => {
    expect(indicate(anIndicator, countsWith({ 5: 29 }), scale)).toEqual({
      id: 'sample',
      numerator: 29,
      denominator: 29,
      value: null,
      low: null,
      high: null,
      redraw: null,
      normalised: null,
    });
    expect(indicate(anIndicator, countsWith({ 5: 29, 1: 1 }), scale)).toMatchObject({
      value: 29 / 30,
      // R binom::binom.confint(29, 30, methods = "wilson")
      low: expect.closeTo(0.8332961, 6),
      high: expect.closeTo(0.9940914, 6),
      normalised: expect.closeTo(200 / 3, 9),
    });
  });

  it('of a mean has a normal interval on the scale of the mean', () => {
    const value = indicate(
      { ...anIndicator, formula: 'meanScore', goalposts: [9, 10] },
      countsWith({ 5: 90, 4: 10 }),
      scale,
    );
    // Scores 10 and 8: mean 9.8, sample variance 36/99.
    expect(value).toMatchObject({
      numerator: 980,
      denominator: 100,
      value: 9.8,
      normalised: expect.closeTo(80, 9),
    });
    expect(value.high! - value.low!).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(36 / 99 / 100), 10);
  });

  it('of counts that an older version did not keep has no figure, and prints none', () => {
    const value = indicate({ ...anIndicator, formula: 'ratingRate' }, countsWith({}, NaN, 40), scale);
    expect(value).toEqual({
      id: 'sample',
      numerator: 0,
      denominator: 0,
      value: null,
      low: null,
      high: null,
      redraw: null,
      normalised: null,
    });
  });

  it('of an unknown formula is a bug in the method', () => {
    expect(() => indicate({ ...anIndicator, formula: 'nothing' }, countsWith({}), scale)).toThrow(
      'no formula nothing',
    );
  });
});

describe('a measurement', () => {
  it('is a document of the stored form with one row a unit', () => {
    expect(measurementSchema.parse(result)).toEqual(result);
    expect(result.units.map(({ code }) => code)).toEqual(listed.map(({ code }) => code));
    expect(result).toMatchObject({
      method: { province: 'province-2022', city: 'city-2022' },
      version: '2',
      period: '2025',
      data: 'digest',
      weights: { effectiveness: 0.25, maturity: 0.25, completeness: 0.2, coverage: 0.15, accuracy: 0.15 },
    });
  });

  it('has overall scores that are the weighted sum of the five dimensions', () => {
    for (const { overall, dimensions } of result.units) {
      if (overall === null) continue;
      const sum = dimensionIds.reduce((total, id) => total + result.weights[id] * dimensions[id]!.score, 0);
      expect(Math.abs(overall.score - sum)).toBeLessThan(1e-9);
      expect(overall.low).toBeLessThan(overall.score);
      expect(overall.high).toBeGreaterThan(overall.score);
    }
  });

  it('ranks and bands units of a kind that have a figure, and no others', () => {
    const ranked = result.units.filter(({ rank }) => rank !== null);
    expect(ranked.map(({ name }) => name)).toEqual(['浙江', '广东', '贵州', '深圳']);
    expect(unitOf(result, '深圳').rank).toBe(1);
    expect(unitOf(result, '贵州').rank).toBe(3);
    expect(unitOf(result, '北京')).toMatchObject({
      overall: null,
      rank: null,
      band: null,
      dimensions: { accuracy: null },
    });
    expect(Object.values(result.bands.province).reduce((a, b) => a + b, 0)).toBe(3);
    expect(Object.values(result.bands.city).reduce((a, b) => a + b, 0)).toBe(1);
  });

  it('means its units by kind and region over those with a figure', () => {
    const mean = (names: string[]): number =>
      names.reduce((sum, name) => sum + unitOf(result, name).overall!.score, 0) / names.length;
    expect(result.means.province.overall).toBeCloseTo(mean(['浙江', '广东', '贵州']), 10);
    expect(result.means.city.overall).toBeCloseTo(mean(['深圳']), 10);
    const region = (name: string): Measurement['regions'][number] =>
      result.regions.find(({ id }) => id === unitOf(result, name).region)!;
    expect(region('贵州').province.overall).toBeCloseTo(mean(['贵州']), 10);
    expect(region('贵州').city.overall).toBeNull();
    expect(region('北京').province).toEqual({
      overall: null,
      effectiveness: null,
      maturity: null,
      completeness: null,
      coverage: null,
      accuracy: null,
      low: null,
      high: null,
    });
  });

  it('shares a rank between equal units, the next following by the kind of ranking', () => {
    const counts = countUnits(periodCells(1000), register, reference);
    const twin = [
      counts[unitIndex('浙江')]!,
      { ...counts[unitIndex('浙江')]!, unit: unitIndex('北京') },
      counts[unitIndex('贵州')]!,
    ];
    const ranks = (ranking?: 'dense' | 'competition'): (number | null)[] =>
      measureUnits({
        methods,
        counts: twin,
        reference,
        listed,
        period: parsePeriod('2025'),
        data: '',
        ...(ranking === undefined ? {} : { ranking }),
      }).units.map(({ rank }) => rank);
    expect(ranks('dense')).toEqual([1, 1, 2]);
    expect(ranks()).toEqual([1, 1, 2]);
    expect(ranks('competition')).toEqual([1, 1, 3]);
  });

  it('has no overall figure where a dimension has none', () => {
    const few = measured(1);
    const unit = unitOf(few, '浙江');
    expect(unit.dimensions.effectiveness).toBeNull();
    expect(unit.dimensions.accuracy).not.toBeNull();
    expect(unit).toMatchObject({ overall: null, rank: null, band: null });
    expect(few.means.province.overall).toBeNull();
    expect(few.means.province.accuracy).not.toBeNull();
  });

  it('has no group below the availability of its method, and does without an indicator above it', () => {
    const cells = periodCells(1000);
    const counts = countUnits(
      {
        ...cells,
        tags: [],
        services: [...cells.services].map((cell) => ({ ...cell, limited: 0, halved: 0 })),
      },
      register,
      reference,
    );
    const unit = unitOf(
      measureUnits({ methods, counts, reference, listed, period: parsePeriod('2025'), data: '' }),
      '浙江',
    );
    // 实际提速率 is 0.1 of convenience; tags are 0.4 of how papers are described and all of data sharing.
    expect(unit.indicators.find(({ id }) => id === 'timeSaved')?.value).toBeNull();
    expect(unit.groups['convenience']).not.toBeNull();
    expect(unit.groups['materials']).not.toBeNull();
    expect(unit.groups['dataSharing']).toBeNull();
    expect(unit.dimensions.maturity).not.toBeNull();
  });

  it('narrows as counts grow', () => {
    const width = (volume: number): number => {
      const { low, high } = unitOf(measured(volume), '浙江').overall!;
      return high - low;
    };
    expect(width(10_000)).toBeLessThan(width(1000));
  });

  it('names both versions where they differ, and needs one vector of weights', () => {
    expect(versionOf({ ...methods, city: { ...methods.city, version: '3' } })).toBe('2/3');
    const dimensions = methods.city.dimensions.map((dimension) => ({ ...dimension, weight: 0.2 }));
    expect(() =>
      measureUnits({
        methods: { ...methods, city: { ...methods.city, dimensions } },
        counts: [],
        reference,
        listed,
        period: parsePeriod('2025'),
        data: '',
      }),
    ).toThrow('differently');
  });
});

describe('an edition of the methods', () => {
  it('gives its own result of the same counts', () => {
    const counts = countUnits(periodCells(1000), register, reference);
    const request = { counts, reference, listed, period: parsePeriod('2025'), data: '' };
    const old = measureUnits({ ...request, methods: before });
    expect(old.version).toBe('1');
    expect(unitOf(old, '浙江').overall).not.toBeNull();
    expect(unitOf(old, '浙江').overall).not.toEqual(unitOf(result, '浙江').overall);
  });

  it('reads the coverage of ratings from samples of equal size: for all units of a kind, or for none', () => {
    const reach = (measurement: Measurement, name: string): number | null | undefined =>
      unitOf(measurement, name).indicators.find(({ id }) => id === 'itemReach')?.value;
    expect(reach(result, '浙江')).toBeCloseTo(reach(measured(10_000), '浙江')!, 2);
    const cells = periodCells(1000);
    const guizhou = unitIndex('贵州');
    const withoutMost = {
      ...cells,
      taskRatings: [...cells.taskRatings].filter(
        ({ task, level }) => register.tasks[task]!.unitIndex !== guizhou || (task % 240 === 0 && level === 1),
      ),
    };
    const few = measureUnits({
      methods,
      counts: countUnits(withoutMost, register, reference),
      reference,
      listed,
      period: parsePeriod('2025'),
      data: '',
    });
    expect([reach(few, '浙江'), reach(few, '贵州')]).toEqual([null, null]);
    expect(reach(few, '深圳')).not.toBeNull();
  });
});

describe('what bad ratings would do', () => {
  it.each([
    ['of many bad ratings', 2],
    // Of too few bad ratings the reply rate has no figure; of those that would be bad it has one.
    ['of none', 5],
  ])('is what a measurement of the turned ratings says, for a unit %s', (_, bad) => {
    const index = unitIndex('广东');
    const all = periodCells(1000);
    const cells = {
      ...all,
      ratings: [...all.ratings].map((cell) => (cell.level === 2 ? { ...cell, level: bad } : cell)),
    };
    const measuredFrom = (from: PeriodCells): Measurement =>
      measureUnits({
        methods,
        counts: countUnits(from, register, reference),
        reference,
        listed,
        period: parsePeriod('2025'),
        data: '',
      });
    const now = unitOf(measuredFrom(cells), '广东');
    const own = (unit: number): boolean => unit === index || reference.units[unit]!.province === '440000';
    const turn = <Cell extends { level: number; n: number }>(
      all: Iterable<Cell>,
      isOwn: (cell: Cell) => boolean,
    ): Cell[] =>
      [...all].flatMap((cell) =>
        isOwn(cell) && cell.level === 5
          ? [
              { ...cell, n: cell.n * 0.99 },
              { ...cell, level: 1, n: cell.n * 0.01 },
            ]
          : [cell],
      );
    const turned = {
      ...cells,
      ratings: turn(cells.ratings, ({ unit }) => own(unit)),
      taskRatings: turn(cells.taskRatings, ({ task }) => own(register.tasks[task]!.unitIndex)),
    };
    const again = unitOf(measuredFrom(turned), '广东');
    const counts = countUnits(cells, register, reference)[index]!;
    const effect = ratingEffect(methods.province, counts, scale, now, 0.01)!;
    expect(effect.before).toBe(now.overall!.score);
    expect(effect.after).toBeCloseTo(again.overall!.score, 9);
    expect(effect.after).toBeLessThan(effect.before - 0.05);
  });
});

describe('an explanation', () => {
  const unit = unitOf(result, '广东');
  const tree = explainUnit(methods.province, unit);
  const leaves = (node: Explanation): Explanation[] =>
    node.children.length === 0 ? [node] : node.children.flatMap(leaves);

  it('adds up at every node: shares to the node’s share, contributions to its contribution', () => {
    const walk = (node: Explanation): void => {
      if (node.children.length === 0) return;
      const sum = (of: (child: Explanation) => number): number =>
        node.children.reduce((total, child) => total + of(child), 0);
      expect(sum(({ share }) => share)).toBeCloseTo(node.share, 9);
      expect(sum(({ contribution }) => contribution ?? 0)).toBeCloseTo(node.contribution!, 9);
      node.children.forEach(walk);
    };
    walk(tree);
    expect(leaves(tree).reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(
      unit.overall!.score,
      9,
    );
  });

  it('reaches every indicator with its counts, formula and goalposts', () => {
    expect(leaves(tree).map(({ id }) => id)).toEqual(unit.indicators.map(({ id }) => id));
    const path = pathTo(tree, 'onTimeRate');
    expect(path.map(({ step, id }) => `${step} ${id}`)).toEqual([
      'overall province-2022',
      'dimension effectiveness',
      'group convenience',
      'indicator onTimeRate',
    ]);
    expect(path.at(-1)?.indicator).toMatchObject({
      ...unit.indicators.find(({ id }) => id === 'onTimeRate'),
      minimum: 30,
      formula: { id: 'onTimeRate', denominator: { en: 'finished cases' } },
    });
    expect(pathTo(tree, 'nothing')).toEqual([]);
  });

  it('gives the weight of what has no figure to the rest of its group', () => {
    const indicators = unit.indicators.map((value) =>
      value.id === 'oneGoRate' ? { ...value, value: null, low: null, high: null, normalised: null } : value,
    );
    const group = pathTo(explainUnit(methods.province, { ...unit, indicators }), 'convenience').at(-1)!;
    const effective = Object.fromEntries(group.children.map((child) => [child.id, child.effective]));
    expect(effective['oneGoRate']).toBe(0);
    expect(effective['onTimeRate']).toBeCloseTo(0.15 / 0.9, 12);
    expect(group.children.find(({ id }) => id === 'oneGoRate')).toMatchObject({
      score: null,
      contribution: null,
    });
  });

  it('has no contributions where there is no overall figure', () => {
    const few = unitOf(measured(1), '浙江');
    const without = explainUnit(methods.province, few);
    expect(without.score).toBeNull();
    expect(leaves(without).every(({ contribution }) => contribution === null)).toBe(true);
  });
});

describe('any counts', () => {
  it('give scores in 0..100, each inside its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (volume) => {
        for (const { overall, dimensions, groups, indicators } of measured(volume).units) {
          for (const score of [overall, ...Object.values(dimensions), ...Object.values(groups)]) {
            if (score === null) continue;
            expect(0 <= score.low && score.low <= score.score && score.score <= score.high).toBe(true);
            expect(score.high).toBeLessThanOrEqual(100 + 1e-9);
          }
          for (const { value, low, high } of indicators) {
            if (value !== null) expect(low! <= value && value <= high!).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are measured kind by kind with the method of the kind', () => {
    for (const kind of unitKinds) {
      const ids = methods[kind].dimensions.flatMap(({ groups }) =>
        groups.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
      );
      for (const unit of result.units.filter((known) => known.kind === kind)) {
        expect(unit.indicators.map(({ id }) => id)).toEqual(ids);
      }
    }
  });
});
