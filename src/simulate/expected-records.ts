import { parseDay, printDay } from '../model/time/time.ts';
import { referenceOfWorld, withUnitCodes } from '../model/names/named-reference.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { makeUnits } from './world/simulated-unit.ts';
import { spanOf } from './span.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { wrongUse } from '../model/errors.ts';

/** Cases that a run of this scenario can be expected to have; the seed changes nothing in it. Days off bring no more. */
export function expectedCases(scenario: Scenario, knowledge: Knowledge): number {
  const reference = referenceOfWorld(knowledge.reference, scenario);
  const units = makeUnits(withUnitCodes(scenario, reference), 0, reference);
  const aYear = units.reduce((sum, { casesPerYear }) => sum + casesPerYear, 0);
  const { share, off } = spanOf(
    scenario,
    knowledge.calendar,
    parseDay(scenario.from),
    parseDay(scenario.to),
    0,
  );
  return aYear * share.reduce((sum, part, d) => (off[d] === 1 ? sum : sum + part), 0);
}

/** Ratings a service, guessed where nothing was simulated yet: between voluntary answers and a call on everyone. */
const RATINGS_PER_SERVICE = 0.75;

/** Services and ratings a case, from the parameters alone: enough to choose a scale. */
export function recordsPerCase({ handling }: Scenario): number {
  return (1 + handling.acceptanceRecorded + handling.supplement) * (1 + RATINGS_PER_SERVICE);
}

/** Why a scenario cannot be run, as it was changed: a run without records would only keep the next one away. */
export function tooFewCases(
  { name, casesPerYear, from, to }: Scenario,
  changedBy: readonly string[] = [],
): Error {
  const [zh, en] =
    changedBy.length === 0 ? ['', ''] : [`${changedBy.join('，')}：`, `${changedBy.join(', ')}: `];
  return wrongUse(
    `${zh}场景 ${name} 有误：casesPerYear = ${String(casesPerYear)} 太小，${from} 至 ${to} 没有一条记录`,
    `${en}scenario ${name} is not valid: casesPerYear = ${String(casesPerYear)} is too small, ${from} to ${to} has not a single record`,
  );
}

/** The scenario cut to some days from its first on. */
export function firstDays(scenario: Scenario, days: number): Scenario {
  const last = Math.min(parseDay(scenario.to), parseDay(scenario.from) + days - 1);
  return { ...scenario, to: printDay(last) };
}
