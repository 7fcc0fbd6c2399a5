import { oneVisitLicences } from '../measure/one-visit-licences.ts';
import type { Reference } from '../model/reference.ts';
import type { OwnRegisters, Qualities } from './own-registers.ts';

/**
 * The share of second visits with which the published share of the licences of provincial units is accepted online with one
 * visit at most. That share falls in proportion to it, so that its two ends tell.
 */
export function secondVisitsFor(
  published: number,
  registers: OwnRegisters,
  qualities: Qualities,
  { units }: Pick<Reference, 'units'>,
): number {
  const provinces = new Set(
    units.flatMap(({ kind, fictional }, i) => (kind === 'province' && !fictional ? [i] : [])),
  );
  const [none, all] = [0, 1].map(
    (share) => oneVisitLicences({ tasks: registers.tasks(qualities, provinces, share) }, provinces) ?? 0,
  );
  const share =
    none === undefined || all === undefined || none <= all ? 0 : (none - published) / (none - all);
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
