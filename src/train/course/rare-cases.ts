import type { Draws } from '../draws.ts';
import type { ExerciseKey } from '../../model/training/exercise.ts';

/**
 * Low and rare cases (低等级和少见情形) in a gate: they decide how good an evaluator is, and in their usual share twenty cases would hold
 * one or none. A case is rare by its right answer.
 */

/** Which cases must be rare ones, each by its own draw: of a fixed number in each ten the last would be told by those before it. */
export const rareCases = (ofTen: number, cases: number, draws: Draws): boolean[] =>
  Array.from({ length: cases }, (_case, i) => draws.share(`rare case ${String(i)}`) < ofTen / 10);

/** Which cases are hidden ones: so many of each ten, at drawn places, so that none is long without one. */
export function hiddenCases(ofTen: number, cases: number, draws: Draws): boolean[] {
  const places = Array.from({ length: 10 }, (_place, i) => i);
  return Array.from({ length: Math.ceil(cases / 10) }, (_ten, block) => {
    const rare = new Set(draws.shuffled(`rare ${String(block)}`, places).slice(0, ofTen));
    return places.map((place) => rare.has(place));
  })
    .flat()
    .slice(0, cases);
}

/** Whether one of these answers is right, in any field of an exercise. */
export const isRareCase = (
  { fields }: Pick<ExerciseKey, 'fields'>,
  rareAnswers: readonly string[],
): boolean =>
  Object.values(fields).some((key) => {
    if (key.kind === 'choice') return rareAnswers.some((id) => key.costs[id] === 0);
    return key.kind === 'several' && rareAnswers.some((id) => key.right.includes(id));
  });

/** What a case is made from. */
export interface CaseDrafts {
  /** In the gate, whether it must be a rare case or a usual one; undefined where any will do. */
  readonly isRare: boolean | undefined;
  /** The seed; several where it must be a rare case or a usual one. */
  readonly seeds: readonly number[];
}

/** A case as it is made: from the first seed whose exercise is rare or usual as it must be, from the last where none is. */
export async function chooseDraft<Made extends { readonly key: Pick<ExerciseKey, 'fields'> }>(
  { isRare, seeds }: CaseDrafts,
  rareAnswers: readonly string[],
  make: (seed: number) => Made | Promise<Made>,
): Promise<Made & { readonly seed: number }> {
  let last: (Made & { readonly seed: number }) | undefined;
  for (const seed of seeds) {
    last = { ...(await make(seed)), seed };
    if (isRare === undefined || isRareCase(last.key, rareAnswers) === isRare) break;
  }
  if (last === undefined) throw new Error('a planned exercise must have a seed');
  return last;
}
