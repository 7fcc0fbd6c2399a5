import { dateOf, dayOf, parseDay, printDay } from '../time/time.ts';
import type { Scenario } from './scenario.ts';

/** A scenario that states the qualities of its units year by year (quality.years). */

/** The years it names, rising; none where qualities are the same in all years. */
export const namedYears = ({ quality }: Pick<Scenario, 'quality'>): number[] =>
  Object.keys(quality.years)
    .map(Number)
    .sort((a, b) => a - b);

/** The year whose qualities hold in another: the last named until then, or the first. */
export function yearInForce(scenario: Pick<Scenario, 'quality'>, year: number): number | undefined {
  const years = namedYears(scenario);
  return years.filter((one) => one <= year).at(-1) ?? years[0];
}

/** The scenario with the qualities of a year as those of its units, and no others. */
export function scenarioInYear<S extends Pick<Scenario, 'quality'>>(scenario: S, year: number): S {
  const inForce = yearInForce(scenario, year);
  if (inForce === undefined) return scenario;
  const { units, years } = scenario.quality;
  const merged = { ...units };
  for (const [code, stated] of Object.entries(years[String(inForce)]?.units ?? {}))
    merged[code] = { ...merged[code], ...stated };
  return { ...scenario, quality: { ...scenario.quality, units: merged, years: {} } };
}

/** The scenario cut at the turn of each year whose qualities are others: a run each. */
export function runsOfScenario(scenario: Scenario): Scenario[] {
  const { from, to } = scenario;
  const [first, last] = [dateOf(parseDay(from)).year, dateOf(parseDay(to)).year];
  const starts = Array.from({ length: last - first }, (_, i) => first + 1 + i).filter(
    (year) => yearInForce(scenario, year) !== yearInForce(scenario, year - 1),
  );
  return [from, ...starts.map((year) => printDay(dayOf(year, 1, 1)))].map((start, i) => {
    const next = starts[i];
    return { ...scenario, from: start, to: next === undefined ? to : printDay(dayOf(next, 1, 1) - 1) };
  });
}
