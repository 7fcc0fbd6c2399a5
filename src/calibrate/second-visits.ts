import { oneVisitLicences } from '../measure/one-visit-licences.ts';
import { wrongUse } from '../model/errors.ts';
import type { Reference } from '../model/reference.ts';
import type { OwnRegisters, Qualities } from './own-registers.ts';

/** How far the trials of a calibration may still move the shares of a register as it is planned. */
const MOVED = 0.02;

/** Shares of the licences of provincial units that are accepted online with one visit at most: without a second visit, and with all. */
export interface LicenceShares {
  readonly none: number;
  readonly all: number;
}

/** The two ends between which second visits can bring the share of licences. */
export function licenceShares(
  registers: OwnRegisters,
  qualities: Qualities,
  { units }: Pick<Reference, 'units'>,
): LicenceShares {
  const provinces = new Set(
    units.flatMap(({ kind, fictional }, i) => (kind === 'province' && !fictional ? [i] : [])),
  );
  const shareWith = (secondVisit: number): number =>
    oneVisitLicences({ tasks: registers.tasks(qualities, provinces, secondVisit) }, provinces) ?? 0;
  return { none: shareWith(0), all: shareWith(1) };
}

/** The share of second visits with which the published share of licences comes out: it falls in proportion to them. */
export function secondVisitsFor(published: number, { none, all }: LicenceShares): number {
  const share = none <= all ? 0 : (none - published) / (none - all);
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}

/** Throws a Mistake where no share of second visits leads near the published share of licences. */
export function assertLicencesReachable(published: number, year: number, { none, all }: LicenceShares): void {
  if (published >= all - MOVED && published <= none + MOVED) return;
  const [least, most] = [all.toFixed(3), none.toFixed(3)];
  throw wrongUse(
    `目标无法达到：${String(year)} 年 oneVisitLicences = ${String(published)}：该年的各项得分只容许 ${least} 至 ${most}`,
    `targets cannot be met: ${String(year)}: oneVisitLicences = ${String(published)}: the scores of that year allow ${least} to ${most} only`,
  );
}
