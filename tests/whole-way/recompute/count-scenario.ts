import { writeFileSync } from 'node:fs';
import { measureCommand } from '../../../src/cli/commands/measure.ts';
import { simulateCommand } from '../../../src/cli/commands/simulate.ts';
import { recordLines } from '../../../src/jobs/export/record-lines.ts';
import { registerLines } from '../../../src/national/register-lines.ts';
import { openStore, closeStore } from '../../../src/store/open.ts';
import { readChanges, readRegister } from '../../../src/store/read/register.ts';
import { knowledge } from '../../builders.ts';
import { monthsWithRecords } from './count-indicators.ts';
import { differences } from './differences.ts';
import { joinExport, type Joined, type Service } from './join-export.ts';
import { methodOfPage } from './method-page.ts';
import { readLines } from './read-export.ts';
import { runCommand } from './run-command.ts';
import { recompute, type Figure, type Recomputed } from './scores.ts';

/** The figures that `measure` prints of a run beside an independent count of the records that its database holds. */

/** Figures of units; how they stand among others is not looked at. */
type Printed = Pick<Recomputed, 'units'>;

export interface Counted {
  readonly services: readonly Service[];
  /** Every figure that was printed, of every unit and period, by both editions. */
  readonly figures: readonly Figure[];
  /** Where the independent count differs. */
  readonly differing: readonly string[];
  /** Shares whose numerator counts what the denominator does not, and values that are not numerator ÷ denominator. */
  readonly noShares: readonly string[];
}

/** Indicators that are no shares, and those whose value is read from samples. */
const means = ['meanScore', 'meanVisits'];
const sampled = ['itemReach', 'officeReach'];

function isShare({ id, numerator, denominator, value }: Figure): boolean {
  if (means.includes(id)) return numerator >= 0;
  const within = numerator >= 0 && numerator <= denominator;
  if (value === null) return within;
  return within && (sampled.includes(id) ? value >= 0 && value <= 1 : value === numerator / denominator);
}

const measured = (database: string, edition: string, period: string): Promise<Printed> =>
  runCommand<Printed>(measureCommand, '--db', database, '--method', edition, '--period', period);

function joinedOf(database: string, units: Parameters<typeof joinExport>[1]): Joined {
  const store = openStore(database);
  try {
    const register = registerLines(readRegister(store), readChanges(store));
    return joinExport(readLines(register, recordLines(store, knowledge)), units);
  } finally {
    closeStore(store);
  }
}

/** Months, and the years they belong to. */
const periodsOf = (months: readonly string[]): string[] => [
  ...new Set([...months, ...months.map((month) => month.slice(0, 4))]),
];

/** Simulates with these options into a new database, measures every month and year of it, and counts its records. */
export async function countScenario(database: string, ...options: readonly string[]): Promise<Counted> {
  await runCommand(simulateCommand, ...options, '--db', database);
  const { units } = await runCommand<Printed>(measureCommand, '--db', database);
  const joined = joinedOf(database, units);
  const periods = periodsOf(monthsWithRecords(joined));
  const figures: Figure[] = [];
  const differing: string[] = [];
  for (const edition of ['2022-2', '2022-1']) {
    for (const period of edition === '2022-2' ? periods : periods.slice(-1)) {
      const printed = await measured(database, edition, period);
      const own = recompute(joined, printed.units, period, methodOfPage(edition));
      const figuresOf = (result: Printed): object =>
        Object.fromEntries(result.units.map(({ code, indicators }) => [code, indicators]));
      differing.push(...differences(figuresOf(own), figuresOf(printed), `${edition} ${period}`));
      figures.push(...printed.units.flatMap(({ indicators }) => indicators));
    }
  }
  const noShares = figures.filter((figure) => !isShare(figure)).map((figure) => JSON.stringify(figure));
  return { services: joined.services, figures, differing, noShares };
}

/** Writes a scenario file and gives the options that name it. */
export function scenarioOption(file: string, scenario: object): readonly string[] {
  writeFileSync(file, JSON.stringify(scenario));
  return ['--scenario', file];
}
