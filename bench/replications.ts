import { measurePeriod } from '../src/jobs/measure/measure-period.ts';
import { simulateScenario } from '../src/jobs/simulate/simulate-scenario.ts';
import type { Measurement } from '../src/model/measurement.ts';
import { parseScenario } from '../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../src/model/scenario/scenario.ts';
import { parsePeriod } from '../src/model/time/period.ts';
import { closeStore, openInMemory, type Store } from '../src/store/open.ts';
import { readKnowledge } from '../src/store/reference.ts';

const knowledge = readKnowledge();
/** Nothing of a replication depends on when it is made. */
const clock = { now: () => 0, elapsed: () => 0 };

/** Sixteen provinces, great and small, without their key cities: what records have in common is asked of units of one kind. */
const units = [
  ...['120000', '140000', '220000', '230000', '320000', '330000', '350000', '430000'],
  ...['440000', '460000', '500000', '520000', '530000', '610000', '620000', '640000'],
];

/** Qualities of the units, as evenly spread as what is compared can be: the same in every replication. */
const qualities = Object.fromEntries(
  units.map((code, i) => [code, atPlace(-1.2 + (2.4 * ((i * 7) % units.length)) / (units.length - 1))]),
);

/** So many standard deviations from the mean in all dimensions. */
function atPlace(place: number) {
  return { effectiveness: place, maturity: place, completeness: place, coverage: place, accuracy: place };
}

export interface Design {
  /** Intraclass correlation of what is felt, between ratings of an office and between those of a person. */
  readonly correlation: number;
  /** Times as many cases. */
  readonly volume: number;
}

/** What coverage is asked of: records of an office and a person correlated or not, few and many. */
export const designs: readonly Design[] = [
  { correlation: 0, volume: 1 },
  { correlation: 0.1, volume: 1 },
  { correlation: 0, volume: 10 },
  { correlation: 0.1, volume: 10 },
];

/** Units of known quality whose offices, items and people are drawn anew with every seed. */
export const replicatedScenario = ({ correlation, volume }: Design): Scenario =>
  scenarioOf(correlation, qualities, '2025-03-31', 16_000 * volume);

/** The same in two quarters, where all units are of one quality. */
export const equalUnits = (correlation: number): Scenario =>
  scenarioOf(correlation, Object.fromEntries(units.map((code) => [code, atPlace(0)])), '2025-06-30', 12_000);

function scenarioOf(
  correlation: number,
  ofUnits: Readonly<Record<string, object>>,
  to: string,
  casesPerYear: number,
): Scenario {
  // Half of what an office has in common lies in the office, half in its items.
  const shared = Math.sqrt(correlation / (1 - correlation) / 2);
  return parseScenario(
    {
      name: 'replications',
      title: { zh: '重复抽取', en: 'Replications' },
      from: '2025-01-01',
      to,
      units,
      names: 'coded',
      casesPerYear,
      // Many bad ratings and tags, so that every indicator has a figure in every draw.
      quality: { units: ofUnits },
      handling: { unitSpread: 0 },
      experience: {
        centred: false,
        office: shared,
        item: shared,
        person: correlation,
        case: correlation,
        windowDay: 0,
        cuts: [-1.9, -1.6, -1.2, -0.8],
      },
      answering: { tagged: 0.85, defaulting: { share: 0.15, afterDays: 5, level: 5 } },
    },
    'replications',
  );
}

/** What is asked of one draw, made, collected and counted in one process. */
export async function inDraw<T>(scenario: Scenario, seed: number, ask: (store: Store) => T): Promise<T> {
  const { store, truth } = openInMemory();
  try {
    await simulateScenario(
      store,
      truth,
      { scenario, seed, threads: 1, programVersion: 'bench', keepRows: false },
      knowledge,
      clock,
    );
    return ask(store);
  } finally {
    closeStore(truth);
    closeStore(store);
  }
}

/** The results of one draw. */
export const replicate = (scenario: Scenario, seed: number): Promise<Measurement> =>
  inDraw(scenario, seed, (store) => measurePeriod(store, knowledge, parsePeriod('2025-Q1')));
