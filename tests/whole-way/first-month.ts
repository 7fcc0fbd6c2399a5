import { serviceMeasures, type ServiceCell } from '../../src/model/cells.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { allMonths } from '../../src/model/time/period.ts';
import { closeStore, openInMemory } from '../../src/store/open.ts';
import { serviceCells } from '../../src/store/read/cells.ts';
import { simulate, tiny } from '../builders.ts';

/** Days that are all alike: a month then differs from another by chance only, or because a run begins with it. */
const demand = { weekday: [1, 1, 1, 1, 1], month: Array<number>(12).fill(1), afterBreak: 1 };

export const evenScenarios: readonly [string, Scenario][] = [
  ['the smallest scenario', tiny({ to: '2025-06-30', casesPerYear: 12_000, demand })],
  [
    'one in which cases have a whole life',
    tiny({
      to: '2025-06-30',
      units: ['990100', '991000', '991200'],
      casesPerYear: 16_000,
      demand,
      handling: {
        consultation: 0.12,
        payment: 0.2,
        repeat: 0.15,
        correction: 0.05,
        retention: 0.05,
        withdrawal: 0.03,
        hotline: 0.05,
      },
    }),
  ],
];

/** Shares of finished cases that indicators are made of: on time, within half of the legal limit, on the same day. */
const shares = [
  ['onTime', 'finished'],
  ['halved', 'limited'],
  ['sameDay', 'finished'],
] as const;

type Sums = Record<(typeof serviceMeasures)[number], number>;
const sumsOf = (cells: readonly ServiceCell[]): Sums =>
  Object.fromEntries(
    serviceMeasures.map((measure) => [measure, cells.reduce((sum, cell) => sum + cell[measure], 0)]),
  ) as Sums;

/** How many standard errors lie between the first month of runs with these seeds and their later months, by share. */
export async function firstMonthAway(
  scenario: Scenario,
  seeds: readonly number[],
): Promise<Record<string, number>> {
  const cells: ServiceCell[] = [];
  for (const seed of seeds) {
    const { store, truth } = openInMemory();
    await simulate(store, truth, { scenario, seed });
    cells.push(...serviceCells(store, allMonths));
    closeStore(truth);
    closeStore(store);
  }
  const first = Math.min(...cells.map(({ month }) => month));
  const [one, later] = [true, false].map((own) =>
    sumsOf(cells.filter(({ month }) => (month === first) === own)),
  );
  const away = shares.map(([part, whole]): [string, number] => {
    const [n, m] = [one![whole], later![whole]];
    const pooled = (one![part] + later![part]) / (n + m);
    return [part, (one![part] / n - later![part] / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))];
  });
  return Object.fromEntries(away);
}
