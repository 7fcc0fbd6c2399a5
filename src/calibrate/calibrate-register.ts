import type { DimensionId } from '../model/reference.ts';
import { eachDimension } from '../measure/score-unit.ts';
import type { OwnRegisters, Qualities } from './own-registers.ts';
import type { Profile } from './profile.ts';

/** Qualities beyond these make no difference to any share. */
const FARTHEST = 12;
/** Intervals are halved until they are below what moves one item. */
const NARROW = 0.05;

/**
 * Finds the qualities with which the registers of some units have these scores, by halving intervals in all units at
 * once. What is offered comes first, for the other shares are counted over it.
 */
export async function solveRegister(
  registers: OwnRegisters,
  targets: ReadonlyMap<string, Profile>,
  qualities: Qualities,
  /** Called before each of the long steps. */
  pause: () => Promise<void>,
  /** How far from where they are now qualities may lie. */
  around = FARTHEST,
): Promise<void> {
  for (const dimensions of [['coverage'], ['maturity', 'accuracy'], ['completeness']] as const) {
    const ends = new Map(
      [...targets.keys()].map((code) => [
        code,
        eachDimension((id) => {
          const now = qualities.get(code)?.[id] ?? 0;
          return { low: Math.max(-FARTHEST, now - around), high: Math.min(FARTHEST, now + around) };
        }),
      ]),
    );
    for (let width = 2 * around; ; width /= 2) {
      for (const [code, end] of ends) {
        const quality = qualities.get(code);
        for (const id of dimensions) if (quality) quality[id] = (end[id].low + end[id].high) / 2;
      }
      if (width < NARROW) break;
      await pause();
      const scores = registers.scores(qualities);
      for (const [code, end] of ends) {
        for (const id of dimensions) {
          const below = (scores.get(code)?.[id] ?? 0) < (targets.get(code)?.[id] ?? 0);
          const { low, high } = end[id];
          end[id] = below ? { low: (low + high) / 2, high } : { low, high: (low + high) / 2 };
        }
      }
    }
    await pause();
    nearest(registers, targets, dimensions, ends, qualities);
  }
}

type Ends = Map<string, Record<DimensionId, { readonly low: number; readonly high: number }>>;

/**
 * A score jumps where one item more is counted. Of the two sides of the jump each unit takes the one that keeps the sum
 * of all differences so far nearest to 0, so that means are met better than single scores can be.
 */
function nearest(
  registers: OwnRegisters,
  targets: ReadonlyMap<string, Profile>,
  dimensions: readonly DimensionId[],
  ends: Ends,
  qualities: Qualities,
): void {
  const at = (side: 'low' | 'high'): Map<string, Profile> => {
    for (const [code, end] of ends) {
      const quality = qualities.get(code);
      for (const id of dimensions) if (quality) quality[id] = end[id][side];
    }
    return registers.scores(qualities);
  };
  const [low, high] = [at('low'), at('high')];
  for (const id of dimensions) {
    let sum = 0;
    for (const [code, end] of ends) {
      const target = targets.get(code)?.[id] ?? 0;
      const [below, above] = [(low.get(code)?.[id] ?? 0) - target, (high.get(code)?.[id] ?? 0) - target];
      const takesLow = Math.abs(sum + below) < Math.abs(sum + above);
      sum += takesLow ? below : above;
      const quality = qualities.get(code);
      if (quality) quality[id] = takesLow ? end[id].low : end[id].high;
    }
  }
}
