import { draw, stream } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { arrivalTable, choose, cumulativeThresholds, type ArrivalTable } from '../distributions.ts';
import type { World } from './world.ts';

/** When offices are open, and when people come to their halls. */
export interface OfficeHours {
  /** The template that the office of an item keeps, by task. */
  readonly template: Uint8Array;
  /** Seconds of the day at which the two sessions of a template open and close, at template * 4; the second may be empty. */
  readonly sessions: Int32Array;
  /** When people come to a hall, by template. */
  readonly arrivals: readonly ArrivalTable[];
}

/** Number of the draw of an office that chooses its hours. */
const HOURS_DRAW = 3;

/** A case in hand when a session ends is finished within ten minutes. Assumed. */
const AFTER_CLOSING = 600;

export function officeHours({ demand }: Scenario, seed: number, { tasks }: World): OfficeHours {
  const templates = demand.officeHours;
  const thresholds = cumulativeThresholds(templates.map(({ weight }) => weight));
  const seconds = templates.map(({ sessions }) =>
    sessions.map(([opens, closes]): [number, number] => [opens * 3600, closes * 3600]),
  );
  return {
    template: Uint8Array.from(tasks, ({ unit, office }) =>
      choose(thresholds, draw(seed, stream.office, unit.index, office, HOURS_DRAW)),
    ),
    sessions: Int32Array.from(
      seconds.flatMap(([first, second]) => {
        const [opens, closes] = first ?? [0, 0];
        return [opens, closes, ...(second ?? [closes, closes])];
      }),
    ),
    arrivals: seconds.map((sessions) => arrivalTable(demand.hallHours, sessions)),
  };
}

/** Where in the list of sessions the one stands in which a second of the day lies. */
const sessionAt = ({ sessions }: OfficeHours, template: number, second: number): number =>
  template * 4 + (second < (sessions[template * 4 + 2] ?? 0) ? 0 : 2);

/** When the session of a second of the day begins. */
export const sessionOpens = (hours: OfficeHours, template: number, second: number): number =>
  hours.sessions[sessionAt(hours, template, second)] ?? 0;

/** A second of the day at which an office is at work, each as likely. */
export function secondAtWork({ sessions }: OfficeHours, template: number, word: number): number {
  const [first, second] = [template * 4, template * 4 + 2];
  const opens = sessions[first] ?? 0;
  const morning = (sessions[first + 1] ?? 0) - opens;
  const afterwards = sessions[second] ?? 0;
  const at = word % (morning + (sessions[second + 1] ?? 0) - afterwards);
  return at < morning ? opens + at : afterwards + at - morning;
}

/** Seconds that a case of this second of the day may take at the counter, of `usual`: until shortly after the session ends. */
export function secondsAtCounter(
  hours: OfficeHours,
  template: number,
  second: number,
  usual: number,
): number {
  const closes = hours.sessions[sessionAt(hours, template, second) + 1] ?? 0;
  return Math.min(usual, closes + AFTER_CLOSING - second);
}
