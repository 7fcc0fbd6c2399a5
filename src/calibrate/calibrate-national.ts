import type { Knowledge } from '../model/knowledge.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { NationalTargets, SeriesTargets } from '../model/targets.ts';
import { withQualities } from './calibrate-register.ts';
import { calibrateYear, STEPS, type Trier } from './calibrate-year.ts';
import { chooseSeries } from './choose-series.ts';
import { planYear, type YearPlan } from './plan-year.ts';
import { withSecondVisits } from './second-visits.ts';

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
      // About 15 million records a year: so many that sampling moves a unit's score by tenths only, that of the smallest too.
      casesPerYear: 100_000,
      names: 'real',
      targets: id,
      // With less than half of the records the best own part of a province could not make good its weak key cities.
      demand: { populationPower: 0.7, smallest: 0.55, onlineShift: 0.1 },
      experience: { office: 0.02, item: 0.02 },
      answering: { online: 0.97, hall: 0.98, tagged: 0.85 },
    },
    id,
  );
}

/** Finds qualities of the units with which results meet a national report, or those of several years in one world. */
export async function calibrateNational(
  targets: NationalTargets | SeriesTargets,
  trier: (year: number) => Trier,
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
  const planOf = (one: NationalTargets): YearPlan =>
    planYear(one, scores.get(one.year) ?? new Map(), inYear(one.year), FIRST_SEED, knowledge);
  for (const one of years) {
    if (one.oneVisitLicences === undefined) continue;
    const { catalogue } = withSecondVisits(
      inYear(one.year),
      one.oneVisitLicences,
      planOf(one),
      FIRST_SEED,
      knowledge,
    );
    start = { ...start, catalogue };
  }
  const found = new Map<string, Scenario['quality']['units']>();
  for (const [i, one] of years.entries()) {
    const { year } = one;
    const seed = FIRST_SEED + 1000 * i;
    const qualities = await calibrateYear(inYear(year), planOf(one), seed, trier(year), knowledge, (done) => {
      progress(i * STEPS + done, years.length * STEPS);
    });
    found.set(String(year), withQualities(start, qualities).quality.units);
  }
  const byYear = Object.fromEntries([...found].map(([year, ofYear]) => [year, { units: ofYear }]));
  const stated = targets.kind === 'series' ? { years: byYear } : { units: found.get(String(first)) ?? {} };
  return { ...start, quality: { ...start.quality, ...stated } };
}
