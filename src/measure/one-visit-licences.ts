import type { Register } from '../model/register.ts';

const LICENCE = '01';
/** Least online depth at which an item is accepted online (网上受理). */
const ACCEPTED_ONLINE = 2;

/**
 * Share of the published licence items of some units that are accepted online and ask for one visit at most (网上受理和
 * “最多跑一次”); null where one of them has none.
 */
export function oneVisitLicences(
  { tasks }: Pick<Register, 'tasks'>,
  units: ReadonlySet<number>,
): number | null {
  const licences = tasks.filter(
    ({ unitIndex, taskType, published }) => published && taskType === LICENCE && units.has(unitIndex),
  );
  if (new Set(licences.map(({ unitIndex }) => unitIndex)).size < Math.max(1, units.size)) return null;
  const met = licences.filter(({ depth, visits }) => depth >= ACCEPTED_ONLINE && visits <= 1);
  return met.length / licences.length;
}
