import type { Knowledge } from '../model/knowledge.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { NationalTargets, SeriesTargets } from '../model/targets.ts';
import { calibrateYear, plannedSecondVisits, stepsOf, type Trials } from './calibrate-year.ts';
import { chooseSeries } from './choose-series.ts';
import { withQualities } from './own-registers.ts';
import { planYear } from './plan-year.ts';

/** Trials never use a seed that a person would give. */
const FIRST_SEED = 4_000_000_000;

/** The scenario a national calibration starts from: everything but the qualities of its units. */
function nationalStart(targets: NationalTargets | SeriesTargets, first: number, last: number): Scenario {
  const { id, name, nameEn } = targets;
  return parseScenario(
    {
      name: id,
      title: {
        zh: `${name}（模拟；各单位的水平由校准得出，为假设）`,
        en: `${nameEn} (simulated; the qualities of units come from calibration and are assumptions)`,
      },
      from: `${String(first)}-01-01`,
      to: `${String(last)}-12-31`,
      // About 33 million records a year: so many that sampling moves a unit's score by tenths only, that of the smallest too.
      casesPerYear: 220_000,
      names: 'real',
      targets: id,
      // With less than half of the records the best own part of a province could not make good its weak key cities.
      demand: { populationPower: 0.7, smallest: 0.6, onlineShift: 0.1 },
      // Little is shared between ratings, for what is shared does not average out. The lowest cut lies where four ratings at
      // level 1 come with one at level 2, as published (3.3 to 4.5).
      experience: {
        office: 0.02,
        item: 0.02,
        person: 0.02,
        case: 0.05,
        windowDay: 0.01,
        cuts: [-2.38, -2.25, -1.85, -1.35],
      },
      answering: { online: 0.97, hall: 0.98, tagged: 0.85 },
    },
    id,
  );
}

/** Finds qualities of the units with which results meet a national report, or those of several years in one world. */
export async function calibrateNational(
  targets: NationalTargets | SeriesTargets,
  trials: (year: number) => Trials,
  knowledge: Knowledge,
  progress: (done: number, all: number) => void,
): Promise<Scenario> {
  const years = targets.kind === 'series' ? targets.years : [targets];
  const { reference, methods } = knowledge;
  const units = reference.units.filter(({ fictional }) => !fictional);
  const scores = chooseSeries(years, units, methods.province.bands);
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  let start = nationalStart(targets, first, last);
  const inYear = (year: number): Scenario => ({
    ...start,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
  });
  const found = new Map<string, Scenario['quality']['units']>();
  const plans = years.map(
    (one) =>
      [
        one.year,
        planYear(one, scores.get(one.year) ?? new Map(), inYear(one.year), FIRST_SEED, knowledge),
      ] as const,
  );
  // Second visits are the same in all years, and the year whose licences tell them is not the first: the others start from what its
  // planned register asks for. What its trials find in the end moves their scores by less than 0.1.
  const telling = plans.find(([, { oneVisitLicences }]) => oneVisitLicences !== undefined);
  if (telling !== undefined) {
    const [year, plan] = telling;
    const secondVisit = await plannedSecondVisits(
      inYear(year),
      plan,
      { year, oneVisitLicences: plan.oneVisitLicences ?? 1 },
      FIRST_SEED,
      trials(year),
      knowledge,
    );
    start = { ...start, catalogue: { ...start.catalogue, secondVisit } };
  }
  const all = plans.reduce((sum, [, plan]) => sum + stepsOf(plan), 0);
  let before = 0;
  for (const [i, [year, plan]] of plans.entries()) {
    const seed = FIRST_SEED + 1000 * i;
    const yearBefore = found.get(String(year - 1));
    const { run, pause } = trials(year);
    const afterIt: Trials = { pause, run: (one, n) => run(afterYear(one, year, yearBefore), n) };
    const ofYear = await calibrateYear(inYear(year), plan, seed, afterIt, knowledge, (done) => {
      progress(before + done, all);
    });
    before += stepsOf(plan);
    start = { ...start, catalogue: ofYear.start.catalogue };
    found.set(String(year), withQualities(start, ofYear.qualities).quality.units);
  }
  const byYear = Object.fromEntries([...found].map(([year, ofYear]) => [year, { units: ofYear }]));
  const stated = targets.kind === 'series' ? { years: byYear } : { units: found.get(String(first)) ?? {} };
  return { ...start, quality: { ...start.quality, ...stated } };
}

/** A scenario of one year whose cases begun in the year before are handled as they were then, where that year is known. */
function afterYear(
  scenario: Scenario,
  year: number,
  before: Scenario['quality']['units'] | undefined,
): Scenario {
  const { quality } = scenario;
  if (before === undefined) return scenario;
  const years = { [String(year - 1)]: { units: before }, [String(year)]: { units: quality.units } };
  return { ...scenario, quality: { ...quality, units: {}, years } };
}
