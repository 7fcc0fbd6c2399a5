import type { Register } from '../model/register.ts';

const TOWNSHIP = 4;
const VILLAGE = 5;

/** How far down published items are handled (办理层级): five levels of government, from province to village. */
export interface TierReach {
  /** Places with published items that say so, and those of them with an item that is handled in a village. */
  readonly units: number;
  readonly reachVillages: number;
  /** Published items that say so; those handled in a township or village, and those handled in a village. */
  readonly items: number;
  readonly near: number;
  readonly inVillages: number;
}

/** The reach of some places; a place is a list of units whose items count together. */
export function tierReach(
  { tasks }: Pick<Register, 'tasks'>,
  places: readonly (readonly number[])[],
): TierReach {
  const stated = tasks.flatMap(({ unitIndex, published, tier }) =>
    published && tier !== undefined ? [{ unitIndex, tier }] : [],
  );
  const deepest = new Map<number, number>();
  for (const { unitIndex, tier } of stated)
    deepest.set(unitIndex, Math.max(tier, deepest.get(unitIndex) ?? 0));
  const reached = places.map((units) => Math.max(0, ...units.map((unit) => deepest.get(unit) ?? 0)));
  const counted = new Set(places.flat());
  const tiers = stated.filter(({ unitIndex }) => counted.has(unitIndex)).map(({ tier }) => tier);
  return {
    units: reached.filter((tier) => tier > 0).length,
    reachVillages: reached.filter((tier) => tier === VILLAGE).length,
    items: tiers.length,
    near: tiers.filter((tier) => tier >= TOWNSHIP).length,
    inVillages: tiers.filter((tier) => tier === VILLAGE).length,
  };
}
