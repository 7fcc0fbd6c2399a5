import { beforeAll, describe, expect, it } from 'vitest';
import { errorsAgainst, type BiasUnit } from '../../../src/audit/bias/bias-figures.ts';
import { lessonOf } from '../../../src/audit/bias/bias-lessons.ts';
import {
  AS_FELT,
  biasFields,
  biasFieldsWithout,
  biasPreset,
  biasScenario,
  type BiasChoice,
} from '../../../src/jobs/laboratory/bias-scenario.ts';
import { compareRegimes, type BiasComparison } from '../../../src/jobs/laboratory/compare-regimes.ts';
import { inMemoryWorld } from '../../../src/jobs/simulate/in-memory-world.ts';
import { readBiasWorld } from '../../../src/jobs/laboratory/read-bias-world.ts';
import { isFictionalCode } from '../../../src/model/names/unit-codes.ts';
import { parseScenario, underRegime } from '../../../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../../../src/model/scenario/scenario.ts';
import { parsePeriod } from '../../../src/model/time/period.ts';
import type { Store } from '../../../src/store/open.ts';
import { clock, knowledge, reference } from '../../builders.ts';

const basis = { knowledge, programVersion: 'test', clock };
const choice: BiasChoice = {
  regimes: [AS_FELT, 'default-3', 'suppressed'],
  defects: [],
  casesPerYear: 5000,
  seed: 7,
};
const regime = (id: string) => reference.regimes.find((one) => one.id === id)!;
const scenarioOf = (id: string, defects: BiasChoice['defects'] = []): Scenario =>
  underRegime(biasScenario(biasFields({ ...choice, defects }, reference)), regime(id));

const rowsOf = (store: Store, query: string): string =>
  JSON.stringify(store.db.prepare<[], unknown[]>(query).raw().all());

/** People and services of a world as they are stored, and its ratings. */
const storedIn = (scenario: Scenario) =>
  inMemoryWorld(scenario, choice.seed, basis, (store) => ({
    services: rowsOf(
      store,
      'SELECT key, task, mark, accepted_at, finished_at, service_at, person FROM service',
    ),
    register: rowsOf(store, 'SELECT * FROM task'),
    ratings: rowsOf(store, 'SELECT key, mark, assessed_at FROM rating'),
  }));

let found: BiasComparison;
let bent: BiasComparison;
beforeAll(async () => {
  found = await compareRegimes(choice, basis);
  bent = await compareRegimes(
    { ...choice, regimes: [AS_FELT], defects: [{ id: 'A13', percent: 90, concealment: 1 }] },
    basis,
  );
});

describe('the worlds of the bias laboratory', () => {
  it('have the same people and services byte for byte under any regime, and other ratings', async () => {
    const truth = await storedIn(scenarioOf(AS_FELT));
    expect(truth.services.length).toBeGreaterThan(100_000);
    for (const id of ['default-3', 'only-unhappy', 'suppressed']) {
      const { services, register, ratings } = await storedIn(scenarioOf(id));
      expect(services === truth.services, id).toBe(true);
      expect(register === truth.register, id).toBe(true);
      expect(ratings === truth.ratings, id).toBe(false);
    }
  });

  it('are of twelve coded provinces, and of all fictional units where a misdeed is chosen', () => {
    const { units } = found.fields;
    expect([units.length, units.some(isFictionalCode)]).toEqual([12, false]);
    expect(bent.fields.units).toEqual(
      reference.places.coded.units.flatMap(({ code, fictional }) => (fictional ? [code] : [])),
    );
    expect(bent.truth.units.map(({ code }) => code).sort()).toEqual([...bent.fields.units].sort());
    // A slip of a person is no misdeed.
    const slips = biasFields({ ...choice, defects: [{ id: 'A12', percent: 2, concealment: 1 }] }, reference);
    expect(slips.units).toEqual(units);
    expect(biasFieldsWithout(slips).defects).toEqual([]);
  });

  it('take what was felt from the same services', () => {
    const { truth, regimes } = found;
    for (const { world } of regimes) {
      expect(world.felt).toEqual(truth.felt);
      expect(world.services).toBe(truth.services);
      expect(world.units.map(({ felt }) => felt)).toEqual(truth.units.map(({ felt }) => felt));
    }
    // Ratings that come after the month are missing, and nothing else.
    expect(truth.ratings / truth.services).toBeGreaterThan(0.98);
    expect(Math.abs(truth.published.meanScore! - truth.felt.meanScore!)).toBeLessThan(0.01);
  });

  it('count who was asked, who answered and what is published', async () => {
    const worldOf = (scenario: Scenario) =>
      inMemoryWorld(scenario, choice.seed, basis, (store, truth) =>
        readBiasWorld(store, truth, { scenario, period: parsePeriod(biasPreset.month) }, knowledge),
      );
    const open = { online: 1, hall: 1, byLevel: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 } };
    for (const id of ['only-successful', 'only-unhappy']) {
      const asked = scenarioOf(id);
      // Everybody who is asked answers.
      const world = await worldOf(
        parseScenario({ ...asked, answering: { ...asked.answering, ...open } }, 'test'),
      );
      expect(world.asked, id).toBeLessThan(world.services);
      expect(world.answered, id).toBeLessThanOrEqual(world.asked);
      expect(world.answered / world.asked, id).toBeGreaterThan(0.97);
      expect(world.ratings, id).toBe(world.answered);
    }
    const [, automatic, suppressed] = found.regimes;
    expect(automatic!.world.ratings).toBe(automatic!.world.answered + automatic!.world.automatic);
    expect(automatic!.world.automatic).toBeGreaterThan(1000);
    expect(suppressed!.world.ratings).toBeLessThan(suppressed!.world.answered);
    expect(suppressed!.world.automatic).toBe(0);
  });

  it('inject what was chosen, and the truth injects nothing', () => {
    expect(bent.truth.injected).toEqual([]);
    const [world] = bent.regimes.map((one) => one.world);
    expect(world!.injected).toMatchObject([{ defect: 'A13', rung: 1 }]);
    const withheld = world!.gap.steps.find(({ part }) => part === 'withheld')!;
    expect(withheld.value).toBeGreaterThan(0);
    expect(world!.answered - world!.ratings).toBe(world!.injected[0]!.n);
  });
});

describe('errors against the truth', () => {
  const unit = (code: string, given: Partial<BiasUnit>): BiasUnit => ({
    ...{ code, name: code, nameEn: code, kind: 'province', rank: null },
    ...{ index: 80, felt: 9, published: 9, weighted: 9 },
    ...given,
  });

  it('are none for the truth itself', () => {
    const { errors } = found.regimes[0]!;
    expect(errors).toMatchObject({ indexedUnits: 12, index: 0, largestIndex: 0, indexRank: 0 });
  });

  it('are mean absolute differences, of units that have both figures', () => {
    const truth = { units: [unit('a', { index: 90 }), unit('b', { index: 80 }), unit('c', { index: 70 })] };
    const world = {
      units: [
        unit('a', { index: 84, felt: 9.5, published: 9.1, weighted: 9.6 }),
        unit('b', { index: 88, felt: 9.4, published: 9.2, weighted: 9.5 }),
        unit('c', { index: null, felt: 9.3, published: 9.3, weighted: null }),
      ],
    };
    expect(errorsAgainst(truth, world)).toEqual({
      indexedUnits: 2,
      index: 7,
      largestIndex: 8,
      indexRank: 1,
      // 1, 2, 3 become 3, 2, 1.
      publishedRank: 4 / 3,
      weightedRank: 0,
    });
  });

  it('compare ranks among units of a kind', () => {
    const units = [
      unit('a', { felt: 9.5, published: 9 }),
      unit('b', { felt: 9.4, published: 9.9, kind: 'city' }),
    ];
    expect(errorsAgainst({ units }, { units }).publishedRank).toBe(0);
  });

  it('say nothing where no unit has a figure', () => {
    const units = [unit('a', { index: null, felt: null })];
    expect(errorsAgainst({ units }, { units })).toEqual({
      indexedUnits: 0,
      ...{ index: null, largestIndex: null, indexRank: null, publishedRank: null, weightedRank: null },
    });
  });
});

describe('a lesson', () => {
  it('has the part of the gap that it is named after', () => {
    const { world, errors } = found.regimes.find((one) => one.regime === 'default-3')!;
    const lesson = found.lessons.find(({ id }) => id === 'automatic')!;
    expect(lesson).toEqual(lessonOf('automatic', world, errors));
    expect(lesson.part).toBe(world.gap.steps.find(({ part }) => part === 'automatic')!.value);
    expect(lesson.partRatings).toBe(world.automatic);
  });

  it('is there for each chosen regime that has one, and of selective entry always', () => {
    expect(found.lessons.map(({ id }) => id)).toEqual(['automatic', 'suppression', 'entry']);
    expect(bent.lessons.map(({ id }) => id)).toEqual(['entry']);
  });
});
