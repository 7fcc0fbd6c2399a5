import type { Bilingual } from '../../model/language.ts';
import type { MadeExercise } from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';

export interface ExerciseTemplate {
  readonly name: Bilingual;
  readonly make: (request: MakeRequest) => MadeExercise;
}

/**
 * The part of a kind that makes its exercises, from templates in the order of their numbers: an exercise that was given is found by its
 * number, so new ones come at the end.
 */
export const fromTemplates = (
  templates: readonly ExerciseTemplate[],
): Pick<ExerciseKind, 'templates' | 'make'> => ({
  templates: templates.map(({ name }) => name),
  make: (request) => {
    const template = templates[request.template];
    if (template === undefined) throw new Error(`there is no template ${String(request.template)}`);
    return template.make(request);
  },
});
