import { evaluatorFormulas } from './evaluator-formulas.ts';
import type { Formula } from './formula.ts';
import { handlingFormulas } from './handling-formulas.ts';
import { ratingFormulas } from './rating-formulas.ts';
import { reachFormulas } from './reach-formulas.ts';
import { registerFormulas } from './register-formulas.ts';
import { serviceFormulas } from './service-formulas.ts';
import { tagFormulas } from './tag-formulas.ts';

/** All formulas that a method may name, by id (docs/method.md lists them). */
export const formulas: ReadonlyMap<string, Formula> = new Map(
  Object.entries<Formula>({
    ...ratingFormulas,
    ...handlingFormulas,
    ...tagFormulas,
    ...reachFormulas,
    ...serviceFormulas,
    ...registerFormulas,
    ...evaluatorFormulas,
  }),
);

/** The formula of an id; a method that names another is a bug in its file. */
export function formulaOf(id: string): Formula {
  const formula = formulas.get(id);
  if (formula === undefined) throw new Error(`there is no formula ${id}`);
  return formula;
}
