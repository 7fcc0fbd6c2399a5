import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateByPlan, sitesOfPlan } from '../../../src/jobs/evaluate/evaluate-plan.ts';
import { registerIn, countPeriod, measurePeriod } from '../../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../../src/jobs/verify/verify-store.ts';
import { assessmentParts, pointsOfAssessment } from '../../../src/model/evaluation/assessment.ts';
import { parsePlan, type EvaluationPlan } from '../../../src/model/evaluation/evaluation-plan.ts';
import { withEdition } from '../../../src/model/knowledge.ts';
import { applicationSteps } from '../../../src/model/site/application-steps.ts';
import { askingWays } from '../../../src/model/site/asking-ways.ts';
import type { guideGroups } from '../../../src/model/register.ts';
import { parsePeriod } from '../../../src/model/time/period.ts';
import { itemTruth } from '../../../src/portal/item-truth.ts';
import { eachAssessment } from '../../../src/store/read/assessments.ts';
import { contentOf } from '../../../src/store/read/content.ts';
import { listRuns } from '../../../src/store/read/runs.ts';
import { referenceOfStore } from '../../../src/store/read/unit-names.ts';
import type { Store } from '../../../src/store/open.ts';
import { clock, knowledge, mistakeOf, simulate, tiny, useScratch } from '../../builders.ts';

const scratch = useScratch();
const period = parsePeriod('2025-03');

/** A plan with evaluators who overlook nothing and see nothing that is not there. */
const perfect = (given: object = {}): EvaluationPlan =>
  parsePlan(
    {
      plan: 'perfect',
      from: '2025-03-10',
      to: '2025-03-20',
      items: 12,
      evaluators: [{ id: 'E01' }, { id: 'E02' }],
      ...given,
    },
    'test',
  );

const evaluate = (store: Store, plan: EvaluationPlan) => evaluateByPlan(store, plan, knowledge, '0', clock);

describe('evaluators who overlook nothing', () => {
  let store: Store;
  beforeAll(async () => {
    store = scratch.store();
    await simulate(store, scratch.truth(store), { scenario: tiny({ casesPerYear: 3000 }) });
    await evaluate(store, perfect());
  });

  it('find exactly the truth of every item they assess', () => {
    const sites = sitesOfPlan(store, perfect(), knowledge);
    const stored = [...eachAssessment(store)];
    // Four units, twelve items, three subjects, and about a fifth of them twice.
    expect(stored.length).toBeGreaterThanOrEqual(4 * 12 * 3);
    for (const { unit, assessment } of stored) {
      const site = sites.find(({ index }) => index === unit)!;
      const truth = itemTruth(
        site,
        site.items.find(({ taskCode }) => taskCode === assessment.taskCode)!,
      );
      if (assessment.subject === 'guide')
        for (const [id, finding] of Object.entries(assessment.elements))
          expect(finding).toBe(truth.elements.get(id as never));
      else if (assessment.subject === 'search')
        for (const way of askingWays) expect(assessment.places[way]).toBe(truth.places[way]);
      else
        for (const step of applicationSteps)
          expect([...assessment.obstacles[step]].sort()).toEqual([...truth.obstacles![step]].sort());
    }
  });

  it('give each group of a guide the count of the register', () => {
    const register = registerIn(store, period);
    for (const { assessment } of eachAssessment(store)) {
      if (assessment.subject !== 'guide') continue;
      const { guide } = register.taskByCode.get(assessment.taskCode)!;
      for (const { part, points, most } of pointsOfAssessment(assessment))
        expect([points, most]).toEqual(guide[part as (typeof guideGroups)[number]]);
    }
  });

  it('are counted as their rows add up, and the database verifies', async () => {
    const reference = referenceOfStore(store, knowledge.reference);
    const counts = countPeriod(store, registerIn(store, period), reference, period);
    const rows = [...eachAssessment(store)];
    for (const part of assessmentParts) {
      const summed = rows
        .flatMap(({ assessment }) => pointsOfAssessment(assessment))
        .filter((one) => one.part === part)
        .reduce((sum, { points }) => sum + points, 0);
      const cities = counts.filter(({ kind, assessed }) => kind === 'city' && assessed[part].assessments > 0);
      const provinces = counts.filter(
        ({ kind, assessed }) => kind === 'province' && assessed[part].assessments > 0,
      );
      // A province counts what its city counts too.
      expect(provinces.reduce((sum, { assessed }) => sum + assessed[part].points, 0)).toBe(summed);
      expect(cities.length).toBe(2);
    }
    expect((await verifyStore(store, knowledge, '0')).ok).toBe(true);
  });

  it('change the digest of the data, so that no older result is taken for one of these', async () => {
    const without = scratch.store();
    await simulate(without, scratch.truth(without), { scenario: tiny({ casesPerYear: 3000 }) });
    expect(contentOf(store).digest).not.toBe(contentOf(without).digest);
    expect(contentOf(store).services).toBe(contentOf(without).services);
    const usual = measurePeriod(without, knowledge, period);
    const again = measurePeriod(store, knowledge, period);
    expect(again.units.map(({ overall }) => overall)).toEqual(usual.units.map(({ overall }) => overall));
  });

  it('feed the editions that count them', () => {
    for (const edition of ['2022-2-evaluators', '2022-2-both']) {
      const codes = sitesOfPlan(store, perfect(), knowledge).map(({ unit }) => unit.code);
      const units = measurePeriod(store, withEdition(knowledge, edition), period).units.filter(({ code }) =>
        codes.includes(code),
      );
      expect(units.length).toBe(4);
      const of = (id: string) => units.flatMap(({ indicators }) => indicators.filter((one) => one.id === id));
      for (const { value } of of('searchPrecision')) {
        expect(value).toBeGreaterThan(0.4);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(of('applicationEase').length).toBe(units.length);
      expect(of('basicsAssessed').length).toBe(units.length);
      expect(of('basicsAccuracy').length).toBe(edition === '2022-2-both' ? units.length : 0);
    }
  });

  it('come once: the same plan again adds nothing', async () => {
    const before = contentOf(store).digest;
    const again = await evaluate(store, perfect());
    expect(again).toMatchObject({ run: null, assessments: 0 });
    expect(contentOf(store).digest).toBe(before);
    expect(listRuns(store).length).toBe(2);
  });

  it('are not sent by another plan of the same name', async () => {
    const mistake = await mistakeOf(() => evaluate(store, perfect({ seed: 2 })));
    expect(mistake.message).toContain('perfect');
  });
});

describe('sites of a plan', () => {
  it('are those of coded and fictional units only', async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store), { scenario: tiny({ casesPerYear: 1000 }) });
    const mistake = await mistakeOf(() => sitesOfPlan(store, perfect({ units: ['330000'] }), knowledge));
    expect(mistake.message).toContain('330000');
  });
});
