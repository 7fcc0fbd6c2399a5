import { oneVisitLicences } from '../measure/one-visit-licences.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { RegisterModel, type Qualities } from './calibrate-register.ts';

/**
 * The scenario with the share of second visits with which the published share of the licences of provincial units is accepted
 * online with one visit at most. That share falls in proportion to it, so that its two ends tell.
 */
export function withSecondVisits(
  start: Scenario,
  published: number,
  /** Qualities of the units, of which the register is made. */
  qualities: Qualities,
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
  const [none, all] = [0, 1].map(
    (secondVisit) =>
      oneVisitLicences(
        new RegisterModel(having(secondVisit), seed, knowledge).register(qualities),
        provinces,
      ) ?? 0,
  );
  const share =
    none === undefined || all === undefined || none <= all ? 0 : (none - published) / (none - all);
  return having(Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000);
}
