import { pointsOfPlace } from '../../../model/site/asking-ways.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Asking } from './asking.ts';

/** What an evaluator has recorded of a query. */
export interface LogEntry {
  readonly asking: Asking;
  readonly place: number;
  readonly points: number;
}

/** Of four logs one agrees with the lists. */
const CLEAN = 0.25;

/** Errors of a log: a hit that is there is called absent or the other way round, a place beside the right one, points of another place. */
type LogError = 'absent' | 'beside' | 'points';
const errorsOf: Readonly<Record<Difficulty, readonly LogError[]>> = {
  1: ['absent'],
  2: ['absent', 'beside', 'points'],
  3: ['beside', 'points'],
};

/** The log of an evaluator: of its entries one or two are wrong, or none. */
export function drawEntries({ draws, difficulty }: MakeRequest, askings: readonly Asking[]): LogEntry[] {
  const wrong =
    draws.share(`log is clean ${String(difficulty)}`) < CLEAN
      ? []
      : draws.shuffled('wrong entries', askings).slice(0, draws.whole('how many are wrong', 1, 2));
  return askings.map((asking) => {
    if (!wrong.includes(asking)) return { asking, place: asking.place, points: pointsOfPlace(asking.place) };
    const name = `error ${String(asking.number)}`;
    return { asking, ...wrongEntry(asking, draws.one(name, errorsOf[difficulty]), draws, name) };
  });
}

function wrongEntry(
  { place, hits }: Asking,
  error: LogError,
  draws: Draws,
  name: string,
): Pick<LogEntry, 'place' | 'points'> {
  switch (error) {
    case 'absent':
      return at(place === 0 ? draws.whole(`${name} place`, 1, 3) : 0);
    case 'beside': {
      if (place === 0) return at(draws.whole(`${name} place`, hits.length - 3, hits.length));
      const isLater = place === 1 || (place < hits.length && draws.share(`${name} side`) < 0.5);
      return at(isLater ? place + 1 : place - 1);
    }
    case 'points': {
      const right = pointSteps.indexOf(pointsOfPlace(place));
      const beside = pointSteps.filter((_, i) => Math.abs(i - right) === 1);
      return { place, points: draws.one(`${name} points`, beside) };
    }
  }
}

const at = (place: number): Pick<LogEntry, 'place' | 'points'> => ({ place, points: pointsOfPlace(place) });

/** Points that a place may have, from the best. */
const pointSteps = [10, 8, 6, 3, 0];

/** An entry agrees with the list when place and points both do. */
export const isWrongEntry = ({ asking, place, points }: LogEntry): boolean =>
  place !== asking.place || points !== pointsOfPlace(asking.place);
