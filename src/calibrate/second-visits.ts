import { oneVisitLicences } from '../measure/one-visit-licences.ts';
import { eachDimension } from '../measure/score-unit.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { RegisterModel, solveRegister, type Qualities } from './calibrate-register.ts';
import type { YearPlan } from './plan-year.ts';

/**
 * The scenario with the share of second visits with which the published share of the licences of provincial units is accepted
 * online with one visit at most. That share falls in proportion to it, so that its two ends tell.
 */
export function withSecondVisits(
  start: Scenario,
  published: number,
  plan: YearPlan,
  seed: number,
  knowledge: Knowledge,
): Scenario {
  const { units } = knowledge.reference;
  const provinces = new Set(
    units.flatMap(({ kind, fictional }, i) => (kind === 'province' && !fictional ? [i] : [])),
  );
  const having = (secondVisit: number): Scenario => ({
    ...start,
    catalogue: { ...start.catalogue, secondVisit },
  });
  const qualities: Qualities = new Map(
    [...plan.registers.keys()].map((code) => [code, eachDimension(() => 0)]),
  );
  const model = new RegisterModel(having(0), seed, knowledge);
  solveRegister(model, plan.registers, [...plan.registers.keys()], qualities);
  const [none, all] = [model, new RegisterModel(having(1), seed, knowledge)].map(
    (one) => oneVisitLicences(one.register(qualities), provinces) ?? 0,
  );
  const share =
    none === undefined || all === undefined || none <= all ? 0 : (none - published) / (none - all);
  return having(Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000);
}
