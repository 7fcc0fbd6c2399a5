import { parsePeriod } from '../model/time/period.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import type { MonthTargets, TargetRow } from '../model/targets.ts';
import { firstDayOfMonth, printDay } from '../model/time/time.ts';
import type { TargetComparison } from '../measure/targets/compare-month.ts';
import { cutsFor, type CutTrial } from './felt-cuts.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** Runs a scenario the whole way, in a database that is gone afterwards, and compares it with the month. */
export type MonthTrier = (scenario: Scenario, seed: number) => Promise<TargetComparison>;

/** One simulated case stands for so many. */
const CASES_FOR_ONE = 100;
const TRIALS = 8;
/** Trials never use a seed that a person would give. */
const FIRST_SEED = 4_000_000_000;
/** Highest chance of an answer; where more ratings are needed, a case has more services. */
const MOST_ANSWERS = 0.97;
export const below5 = [1, 2, 3, 4] as const;
/** Trials that only lead near: so far from the target, what they tell of the cuts does not hold there. */
const LEADING = 2;

/**
 * Finds the parameters of experience, answering and channels with which a month meets published counts. Everybody who rates
 * submits what is felt: a practice that bends ratings could meet the same counts, and nothing published tells the two apart.
 */
export async function calibrateMonth(
  targets: MonthTargets,
  trier: MonthTrier,
  knowledge: Knowledge,
  progress: (done: number, all: number) => void,
): Promise<Scenario> {
  let scenario = monthStart(targets, knowledge);
  const trials: CutTrial[] = [];
  for (let n = 1; n <= TRIALS; n++) {
    const compared = await trier(scenario, FIRST_SEED + n);
    const { cuts } = scenario.experience;
    trials.push({ cuts, below: sharesBelow(compared.rows, 'simulated') });
    const gain = n <= 3 ? 1 : 1 / (n - 2);
    const next = nextScenario(scenario, targets, compared, gain, knowledge);
    const experience = {
      ...next.experience,
      cuts: cutsFor(sharesBelow(compared.rows, 'published'), trials.slice(n <= LEADING ? -1 : LEADING)),
    };
    scenario = parseScenario({ ...next, experience }, targets.id);
    progress(n, TRIALS);
  }
  return scenario;
}

/** Shares of the ratings at level 1, at 2 or below, at 3 or below, at 4 or below. */
function sharesBelow(rows: readonly TargetRow[], of: keyof PublishedShare): number[] {
  const shareOf = shares(rows);
  let sum = 0;
  return below5.map((level) => (sum += shareOf('levels', String(level))[of]));
}

/** The default scenario for the place and the month. */
function monthStart(targets: MonthTargets, { reference }: Knowledge): Scenario {
  const { id, name, nameEn, unit, period, profile } = targets;
  const { first } = parsePeriod(period);
  const [firstDay, lastDay] = [firstDayOfMonth(first), firstDayOfMonth(first + 1) - 1];
  const cities = reference.units.filter(({ province }) => province === unit).map(({ code }) => code);
  return parseScenario(
    {
      name: id,
      title: { zh: `${name}（模拟，1/100）`, en: `${nameEn} (simulated, at 1/100)` },
      from: printDay(firstDay),
      to: printDay(lastDay),
      units: [unit, ...cities],
      names: 'real',
      casesPerYear: (12 * targets.cases) / CASES_FOR_ONE / (1 + cities.length),
      profile,
      targets: id,
      // Drawn qualities and tastes, and items left out or off line, would move levels and channels from seed to seed.
      quality: {
        effectiveness: { spread: 0 },
        maturity: { mean: 0.99, spread: 0 },
        coverage: { mean: 0.999, spread: 0 },
      },
      catalogue: { implemented: 1, local: 0 },
      demand: { localTaste: 0 },
      answering: {
        byLevel: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
        retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
        defaulting: { share: 0 },
      },
    },
    id,
  );
}

export interface PublishedShare {
  readonly published: number;
  readonly simulated: number;
}

export const shares =
  (rows: readonly TargetRow[]) =>
  (group: TargetRow['group'], key: string): PublishedShare => {
    const row = rows.find((one) => one.group === group && one.key === key);
    return { published: row?.published ?? 0, simulated: row?.simulated ?? 0 };
  };

/** One step of volume, channels and answers, each by the quotient of published and simulated. */
export function nextScenario(
  scenario: Scenario,
  targets: MonthTargets,
  { rows, cases }: TargetComparison,
  gain: number,
  { reference }: Knowledge,
): Scenario {
  const { demand, handling, answering, channels } = scenario;
  const shareOf = shares(rows);
  const towards = ({ published, simulated }: PublishedShare): number =>
    simulated > 0 ? (published / simulated) ** gain : 1;
  const isHall = (pf: string): boolean =>
    reference.channels.some(({ code, place }) => String(code) === pf && place === 'hall');
  const published = Object.keys(targets.channels);
  const [hall, online] = [published.filter(isHall), published.filter((pf) => !isHall(pf))];
  const sumOf = (list: readonly string[], of: keyof PublishedShare): number =>
    list.reduce((sum, pf) => sum + shareOf('channels', pf)[of], 0);
  const weights = (
    list: readonly string[],
    current: Readonly<Record<string, number>>,
  ): Record<string, number> => {
    const raw = list.map((pf): [string, number] => {
      const share = shareOf('channels', pf);
      const known = current[pf] ?? 0;
      return [pf, known > 0 && share.simulated > 0 ? known * towards(share) : share.published];
    });
    const sum = raw.reduce((total, [, weight]) => total + weight, 0);
    // The largest takes what rounding leaves.
    const rounded = raw.map(([pf, weight]): [string, number] => [pf, Math.round((weight / sum) * 1e6) / 1e6]);
    const missing = 1 - rounded.reduce((total, [, weight]) => total + weight, 0);
    const largest = rounded.reduce((best, one) => (one[1] > best[1] ? one : best));
    return Object.fromEntries(
      rounded.map(([pf, weight]) => [pf, pf === largest[0] ? weight + missing : weight]),
    );
  };
  const answer = answering.online * towards(shareOf('ratio', 'ratingsPerCase'));
  const services = 1 + handling.acceptanceRecorded + handling.supplement;
  const short = Math.max(0, answer / MOST_ANSWERS - 1) * services;
  const shift = demand.onlineShift + gain * (sumOf(online, 'published') - sumOf(online, 'simulated'));
  return {
    ...scenario,
    casesPerYear:
      cases > 0
        ? scenario.casesPerYear * (targets.cases / CASES_FOR_ONE / cases) ** gain
        : scenario.casesPerYear,
    demand: { ...demand, onlineShift: Math.min(1, Math.max(-1, shift)) },
    handling: { ...handling, acceptanceRecorded: Math.min(1, handling.acceptanceRecorded + short) },
    answering: { ...answering, online: Math.min(MOST_ANSWERS, answer), hall: Math.min(MOST_ANSWERS, answer) },
    channels: {
      ...channels,
      online: online.length === 0 ? channels.online : weights(online, channels.online),
      hall: hall.length === 0 ? channels.hall : weights(hall, channels.hall),
    },
  };
}
