import type { WorkStage } from '../../model/training/course.ts';
import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import { classSeed, type ClassSeat } from '../class-seeds.ts';
import { drawsOf } from '../draws.ts';
import type { StagePlaces } from './course-places.ts';
import { hiddenCases } from './rare-cases.ts';

/** Known cases (暗题): cases with an answer that is settled, hidden in work, so that an evaluator who drifts is noticed. */

/** Group of the draws that say which cases are known ones: exercises are drawn in others. */
const KNOWN_CASES = 0xf_fff1;

/** Numbers, from 0, of the cases of a trainee's work that are known ones: so many of each ten, at drawn places. */
export function knownNumbers(stage: WorkStage, seat: ClassSeat): number[] {
  const draws = drawsOf(classSeed(seat, stage.id, 0, 0), KNOWN_CASES);
  return hiddenCases(stage.known.ofTen, stage.exercises * stage.kinds.length, draws).flatMap(
    (known, number) => (known ? [number] : []),
  );
}

/** How many known cases the work of a stage holds at least: those of its whole tens. */
export const knownCount = ({ exercises, kinds, known }: WorkStage): number =>
  Math.floor((exercises * kinds.length) / 10) * known.ofTen;

/** How the known cases of somebody stand. */
export interface KnownState {
  readonly cases: number;
  readonly right: number;
  /** Of the share that is right; undefined before the first case. */
  readonly interval: Interval | undefined;
  /** The interval lies below the mark: work stops. */
  readonly isOut: boolean;
}

type KnownRule = WorkStage['known'];

const isOutAt = ({ fewest, mark, z }: KnownRule, cases: number, right: number): boolean =>
  cases >= fewest && wilsonInterval(right, cases, z).high < mark;

/** What is to be said after known cases that were right or wrong in this order; those after the stop do not count. */
export function knownState(rule: KnownRule, answers: readonly boolean[]): KnownState {
  let state: KnownState = { cases: 0, right: 0, interval: undefined, isOut: false };
  for (const answer of answers) {
    const [cases, right] = [state.cases + 1, state.right + (answer ? 1 : 0)];
    const interval = wilsonInterval(right, cases, rule.z);
    state = { cases, right, interval, isOut: isOutAt(rule, cases, right) };
    if (state.isOut) break;
  }
  return state;
}

/** How the known cases of a trainee stand; first answers come in the order in which they were given. */
export function knownInWork(
  { before }: Pick<StagePlaces, 'before'>,
  stage: WorkStage,
  seat: ClassSeat,
  firsts: readonly { readonly place: number; readonly right: boolean }[],
): KnownState {
  const known = new Set(knownNumbers(stage, seat).map((number) => before + number + 1));
  return knownState(
    stage.known,
    firsts.filter(({ place }) => known.has(place)).map(({ right }) => right),
  );
}

/** Chance of being stopped within so many known cases, for somebody who gets each right with the same chance: exact. */
export function chanceOfStop(rule: KnownRule, cases: number, ability: number): number {
  let open = [1];
  for (let n = 1; n <= cases; n++)
    open = Array.from({ length: n + 1 }, (_chance, right) =>
      isOutAt(rule, n, right) ? 0 : (open[right] ?? 0) * (1 - ability) + (open[right - 1] ?? 0) * ability,
    );
  return 1 - open.reduce((sum, chance) => sum + chance, 0);
}
