import type { GapPart } from '../decomposition/decompose-gap.ts';
import type { BiasErrors, BiasWorld, MeanAndRate } from './bias-figures.ts';

/** What each lesson is about: the regime that shows it, and the parts of the gap that it is named after. */
export const biasLessons = [
  { id: 'automatic', regime: 'default-3', parts: ['automatic'] },
  { id: 'preselection', regime: 'prompted', parts: ['preselected'] },
  { id: 'successful', regime: 'only-successful', parts: ['nonResponse'] },
  { id: 'unhappy', regime: 'only-unhappy', parts: ['nonResponse'] },
  { id: 'suppression', regime: 'suppressed', parts: ['suppressed', 'lost'] },
  // A defect, in a world where everybody rates as felt.
  { id: 'entry', regime: undefined, parts: ['withheld'] },
] as const satisfies readonly {
  readonly id: string;
  readonly regime: string | undefined;
  readonly parts: readonly GapPart[];
}[];

export type BiasLessonId = (typeof biasLessons)[number]['id'];

/** A lesson in numbers: what was felt, what is published, and what weighting makes of it. */
export interface BiasLesson {
  readonly id: BiasLessonId;
  readonly regime: string | null;
  readonly felt: MeanAndRate;
  readonly published: MeanAndRate;
  readonly weighted: MeanAndRate;
  /** What the parts of the gap that the lesson is named after change in the mean score. */
  readonly part: number;
  /** Ratings that these parts add (above 0) or take away. */
  readonly partRatings: number;
  readonly services: number;
  readonly ratings: number;
  readonly errors: BiasErrors;
}

/** The lesson that a world gives. */
export function lessonOf(id: BiasLessonId, world: BiasWorld, errors: BiasErrors): BiasLesson {
  const { regime = null, parts } = biasLessons.find((one) => one.id === id) ?? { parts: [] };
  const isOf = (part: GapPart): boolean => parts.some((one) => one === part);
  const { steps, services } = world.gap;
  let [part, partRatings, before] = [0, 0, services];
  for (const step of steps) {
    const counting = step.levels.slice(1).reduce((sum, n) => sum + n, 0);
    if (isOf(step.part)) {
      part += step.value;
      partRatings += counting - before;
    }
    before = counting;
  }
  const { felt, published, weighted, ratings } = world;
  return { id, regime, felt, published, weighted, part, partRatings, services, ratings, errors };
}
