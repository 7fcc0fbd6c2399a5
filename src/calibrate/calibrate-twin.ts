import { parsePeriod } from '../model/time/period.ts';
import { firstDayOfMonth } from '../model/time/time.ts';
import { wrongUse } from '../model/errors.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Reference } from '../model/reference.ts';
import { referenceNamed, withUnitCodes } from '../model/names/named-reference.ts';
import { parseScenario } from '../model/scenario/check-scenario.ts';
import { scenarioSchema, type Scenario } from '../model/scenario/scenario.ts';
import type { MonthTargets, Targets } from '../model/targets.ts';
import { below5, nextScenario, shares, type MonthTrier } from './calibrate-month.ts';

/**
 * What comes between felt and published in the bent twin of a month. All of it is assumed: many of the unhappy find that a bad rating
 * is not taken, some leave the stars that stand there or are pressed in the hall, and who does not rate is entered as very satisfied.
 */
export const bentAnswering = {
  preselected: 0.2,
  pressed: 0.3,
  suppressed: 0.97,
  defaulting: { share: 1, afterDays: 7, level: 5 },
} as const;

const TRIALS = 8;
/** Trials never use a seed that a person would give. */
const FIRST_SEED = 4_000_000_100;
const MOST_ANSWERS = 0.97;
const all = { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 };

/** Refuses what has no twin: targets of another kind than a month, and a world that does not meet them or is bent itself. */
export function assertTwinnable(targets: Targets, felt: Scenario): asserts targets is MonthTargets {
  if (targets.kind !== 'month') {
    throw wrongUse(
      `--twin-of：目标 ${targets.id} 的 kind 为“${targets.kind}”；只有月份目标（kind 为“month”）才有公布数字相同的另一个世界`,
      `--twin-of: the targets ${targets.id} have the kind “${targets.kind}”; only those of a month (kind “month”) have a twin`,
    );
  }
  if (felt.targets !== targets.id) {
    throw wrongUse(
      `--twin-of：场景 ${felt.name} 的 targets 为“${felt.targets ?? ''}”，须为 ${targets.id}`,
      `--twin-of: the scenario ${felt.name} has the targets “${felt.targets ?? ''}”, but they must be ${targets.id}`,
    );
  }
  const { retained, preselected, pressed, suppressed, lost } = felt.answering;
  if (below5.every((level) => retained[level] === 1) && preselected + pressed + suppressed + lost === 0)
    return;
  throw wrongUse(
    `--twin-of：场景 ${felt.name} 的评价受到干预；须为如实提交的世界（answering.retained 各级为 1，preselected、pressed、suppressed、lost 为 0）`,
    `--twin-of: ratings are bent in the scenario ${felt.name}; it must be one in which all is submitted as felt (answering.retained 1 at each level; preselected, pressed, suppressed and lost 0)`,
  );
}

/**
 * Finds the bent twin of a world whose ratings are as felt: the same cases of the same register, in which people feel what they feel
 * in the default scenario, and the same counts are published all the same. Units go under invented names, whatever the other world has.
 */
export async function calibrateTwin(
  targets: MonthTargets,
  felt: Scenario,
  trier: MonthTrier,
  knowledge: Knowledge,
  progress: (done: number, all: number) => void,
): Promise<Scenario> {
  let scenario = twinStart(targets, felt, knowledge.reference);
  const lifted = below5.map(() => ({ seen: 0, retained: 0 }));
  for (let n = 1; n <= TRIALS; n++) {
    const compared = await trier(scenario, FIRST_SEED + n);
    const shareOf = shares(compared.rows);
    const gain = n <= 3 ? 1 : 1 / (n - 2);
    const retained = { ...all };
    for (const [i, level] of below5.entries()) {
      const known = lifted[i] ?? { seen: 0, retained: 0 };
      const { simulated, published } = shareOf('levels', String(level));
      // As many of a level come as are retained, so that what all trials saw together tells how many were felt.
      known.seen += simulated;
      known.retained += scenario.answering.retained[level];
      lifted[i] = known;
      const share = known.seen === 0 ? 1 : (published * known.retained) / known.seen;
      retained[level] = Number(Math.min(1, share).toPrecision(4));
    }
    const { channels } = nextScenario(scenario, targets, compared, gain, knowledge);
    const answers = answersAfter(scenario, shareOf('ratio', 'ratingsPerCase'), gain, targets);
    scenario = parseScenario(
      {
        ...scenario,
        answering: { ...scenario.answering, retained, online: answers, hall: answers },
        channels: { ...channels, online: rounded(channels.online), hall: rounded(channels.hall) },
      },
      scenario.name,
    );
    progress(n, TRIALS);
  }
  return scenario;
}

const rounded = (weights: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).map(([code, weight]) => [code, Math.round(weight * 1e6) / 1e6]));

/** The same world with the experience of the default scenario, and with what bends ratings. */
function twinStart(targets: MonthTargets, felt: Scenario, reference: Reference): Scenario {
  const coded = referenceNamed(reference, 'coded');
  const named = withUnitCodes({ ...felt, names: 'coded' }, coded);
  const [province] = named.units;
  const unit = coded.units.find(({ code }) => code === province);
  const { cuts } = scenarioSchema.parse({ ...felt, experience: {} }).experience;
  const [zh, en] = [unit?.name ?? '', unit?.nameEn ?? ''];
  return parseScenario(
    {
      ...named,
      name: `bent-${targets.period}`,
      title: {
        zh: `${zh} 一个月（${targets.period}，1/100）：评价受到干预，公布数字相同`,
        en: `${en}, one month (${targets.period}, at 1/100): ratings are bent, the published counts are the same`,
      },
      experience: { ...named.experience, cuts },
      answering: { ...named.answering, ...bentAnswering, retained: all },
    },
    targets.id,
  );
}

/**
 * The chance of an answer in the next trial. An answer takes the place of an automatic rating where that one comes before the month
 * is over, and so adds to the ratings in the last days alone.
 */
function answersAfter(
  { answering, handling }: Scenario,
  { published, simulated }: { readonly published: number; readonly simulated: number },
  gain: number,
  { period }: MonthTargets,
): number {
  const { first } = parsePeriod(period);
  const days = firstDayOfMonth(first + 1) - firstDayOfMonth(first);
  const { share, afterDays } = bentAnswering.defaulting;
  const added = 1 - share * (1 - afterDays / days);
  const services = 1 + handling.acceptanceRecorded + handling.supplement;
  const answers = answering.online + (gain * (published - simulated)) / services / added;
  return Math.round(Math.min(MOST_ANSWERS, Math.max(0, answers)) * 1e4) / 1e4;
}
