import type { Difficulty } from '../../src/model/training/exercise-kinds.ts';
import { Z95, type Interval } from '../../src/model/math/interval.ts';
import type { Draws } from '../../src/train/draws.ts';
import type { ExerciseKey, Field, FieldKey, MadeExercise } from '../../src/model/training/exercise.ts';
import type { Answers } from '../../src/model/training/exercise.ts';

/**
 * Trainees whose ability is known (模拟学员), by which exercises, gates and figures are tried before people meet them. How they answer is
 * the model of G. Rasch (1960); that people do is an assumption of ours.
 */
export interface SimulatedTrainee {
  /** On the scale of the difficulties below: at ability 0 every other exercise of difficulty 2 is answered rightly. */
  readonly ability: number;
  /** By how much the trainee overrates the own ability when asked how sure an answer is; 0 where confidence fits. */
  readonly overconfidence: number;
}

/** Where the difficulties lie on the scale of abilities: an assumption of ours, until answers of people say otherwise. */
const difficultyPlace: Readonly<Record<Difficulty, number>> = { 1: -1, 2: 0, 3: 1 };

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Chance that somebody of an ability answers an exercise rightly. */
export const chanceRight = (ability: number, difficulty: Difficulty): number =>
  logistic(ability - difficultyPlace[difficulty]);

export interface SimulatedAnswer {
  readonly answers: Answers;
  readonly right: boolean;
  /** In steps of a tenth, as people say it. */
  readonly confidence: number;
}

/** The answer of a simulated trainee to an exercise; the draws are those of trainee and exercise together. */
export function answerOf(
  { ability, overconfidence }: SimulatedTrainee,
  { exercise: { fields }, key }: MadeExercise,
  difficulty: Difficulty,
  draws: Draws,
): SimulatedAnswer {
  const right = draws.share('right') < chanceRight(ability, difficulty);
  return {
    answers: right ? rightAnswers(fields, key) : wrongAnswers(fields, key, draws),
    right,
    confidence: Math.round(10 * chanceRight(ability + overconfidence, difficulty)) / 10,
  };
}

function keyOf({ fields }: ExerciseKey, { id }: Field): FieldKey {
  const key = fields[id];
  if (key === undefined) throw new Error(`the key says nothing of the field ${id}`);
  return key;
}

const rightAnswers = (fields: readonly Field[], key: ExerciseKey): Answers =>
  Object.fromEntries(fields.map((field) => [field.id, rightAnswer(field, keyOf(key, field))]));

function rightAnswer(field: Field, key: FieldKey): readonly string[] {
  if (key.kind === 'several') return key.right;
  if (key.kind === 'number') return [key.value.toFixed(decimalsOf(field))];
  const best = Object.keys(key.costs).find((id) => key.costs[id] === 0);
  if (best === undefined) throw new Error(`no option of the field ${field.id} is right`);
  return [best];
}

/** One drawn field is wrong, and each other one with the chance of one half. */
function wrongAnswers(fields: readonly Field[], key: ExerciseKey, draws: Draws): Answers {
  const all = fields.map((field) => ({ field, wrong: wrongOnes(field, keyOf(key, field)) }));
  const surely = draws.one(
    'wrong field',
    all.filter(({ wrong }) => wrong.length > 0),
  );
  return Object.fromEntries(
    all.map(({ field, wrong }) => {
      const { id } = field;
      const errs = id === surely.field.id || (wrong.length > 0 && draws.share(`errs in ${id}`) < 0.5);
      return [
        id,
        errs ? drawnWrong(wrong, draws.share(`wrong ${id}`)) : rightAnswer(field, keyOf(key, field)),
      ];
    }),
  );
}

interface WrongAnswer {
  readonly answer: readonly string[];
  readonly cost: number;
}

/** Cheap errors are near misses and come more often: by the inverse of what they cost. */
function drawnWrong(wrong: readonly WrongAnswer[], share: number): readonly string[] {
  let left = share * wrong.reduce((total, { cost }) => total + 1 / cost, 0);
  const drawn = wrong.find(({ cost }) => (left -= 1 / cost) < 0) ?? wrong.at(-1);
  return drawn?.answer ?? [];
}

/** Wrong answers to a field: other options, the right set with one option more or less, numbers beside the right one. */
function wrongOnes(field: Field, key: FieldKey): WrongAnswer[] {
  const options = field.kind === 'number' ? [] : field.options.map(({ id }) => id);
  const candidates = ((): WrongAnswer[] => {
    switch (key.kind) {
      case 'choice': {
        const most = Math.max(0, ...Object.values(key.costs));
        return options.map((id) => ({ answer: [id], cost: key.costs[id] ?? most }));
      }
      case 'several':
        return options.map((id) =>
          key.right.includes(id)
            ? { answer: key.right.filter((other) => other !== id), cost: key.missed }
            : { answer: [...key.right, id], cost: key.wrong },
        );
      case 'number':
        return numbersBeside(field, key.value, key.within).map((answer) => ({
          answer: [answer],
          cost: key.cost,
        }));
    }
  })();
  return candidates.filter(({ cost }) => cost > 0);
}

/** So far away that rounding brings none back into what is right; none below 0 where the right one is not. */
function numbersBeside(field: Field, value: number, within: number): string[] {
  const decimals = decimalsOf(field);
  const step = 2 * within + 10 ** -decimals;
  return [-2, -1, 1, 2]
    .map((steps) => value + steps * step)
    .filter((number) => number >= 0 || value < 0)
    .map((number) => number.toFixed(decimals));
}

const decimalsOf = (field: Field): number => (field.kind === 'number' ? field.decimals : 0);

/** An ability as it is read from answers. */
export interface AbilityEstimate {
  readonly ability: number;
  /** Standard error: one over the root of the information of the answers. */
  readonly error: number;
  /** Of 95%. */
  readonly interval: Interval;
}

/**
 * The ability under which the answers are likeliest: expected and counted right ones agree there. Undefined without answers, and where
 * all are right or all are wrong: it would be infinite.
 */
export function abilityOf(
  results: readonly { readonly difficulty: Difficulty; readonly right: boolean }[],
): AbilityEstimate | undefined {
  const right = results.filter((result) => result.right).length;
  if (right === 0 || right === results.length) return undefined;
  const places = results.map(({ difficulty }) => difficultyPlace[difficulty]);
  const expected = (ability: number): number =>
    places.reduce((total, place) => total + logistic(ability - place), 0);
  // Beyond these ends less than one, or more than all but one, are expected right.
  let low = Math.min(...places) - Math.log(results.length);
  let high = Math.max(...places) + Math.log(results.length);
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (expected(middle) < right) low = middle;
    else high = middle;
  }
  const ability = (low + high) / 2;
  const information = places.reduce((total, place) => {
    const chance = logistic(ability - place);
    return total + chance * (1 - chance);
  }, 0);
  const error = 1 / Math.sqrt(information);
  return { ability, error, interval: { low: ability - Z95 * error, high: ability + Z95 * error } };
}

/** After so many the two ends differ by rounding alone. */
const HALVINGS = 60;
