/**
 * Tries every detector on worlds with one anomaly each and prints how right it was, as rows of the table in docs/detectors.md. The
 * seeds are none of those that thresholds were chosen with (1 to 20). One argument: how many seeds, 10 unless it is given.
 */
import { eachUnitRecords } from '../src/jobs/detect/read-unit-records.ts';
import {
  AFFECTED_UNITS,
  concealmentLadder,
  ladderScenario,
  type LadderChoice,
  type LadderStep,
} from '../src/jobs/laboratory/concealment-ladder.ts';
import { simulateScenario } from '../src/jobs/simulate/simulate-scenario.ts';
import { wilsonInterval } from '../src/model/math/interval.ts';
import { isFictionalCode } from '../src/model/names/unit-codes.ts';
import { REAL_UNITS } from '../src/model/record/key.ts';
import { closeStore, openInMemory } from '../src/store/open.ts';
import { readRegister } from '../src/store/read/register.ts';
import { eachDefectTruth } from '../src/store/read/truth/truth.ts';
import { readKnowledge } from '../src/store/reference.ts';

const FIRST_SEED = 101;
/** Code of the window pad. */
const PAD = 4;

/** What is tried: the anomaly, its rate, and cases a year of the largest of six fictional units, in one month. */
const trials = [
  { anomaly: 'A1', rate: 0.05, casesPerYear: 60_000 },
  { anomaly: 'A1', rate: 0.3, casesPerYear: 60_000 },
  { anomaly: 'A1', rate: 0.3, casesPerYear: 600_000 },
  { anomaly: 'A2', rate: 0.2, casesPerYear: 60_000 },
  { anomaly: 'A3', rate: 0.1, casesPerYear: 60_000 },
  { anomaly: 'A4', rate: 0.1, casesPerYear: 60_000 },
  { anomaly: 'A5', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A6', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A7', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A8', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A9', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A10', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A11', rate: 0.01, casesPerYear: 60_000 },
  { anomaly: 'A11', rate: 0.03, casesPerYear: 240_000 },
  { anomaly: 'A12', rate: 0.004, casesPerYear: 240_000 },
  { anomaly: 'A13', rate: 0.9, casesPerYear: 240_000 },
  { anomaly: 'A13', rate: 0.9, casesPerYear: 2_400_000 },
  { anomaly: 'A14', rate: 0.7, casesPerYear: 600_000 },
  { anomaly: 'A15', rate: 0.1, casesPerYear: 60_000 },
  { anomaly: 'A16', rate: 0.5, casesPerYear: 240_000 },
  { anomaly: 'A17', rate: 0.03, casesPerYear: 60_000 },
] as const;

type Sum = { flagged: number; right: number; injected: number };

const seeds = Number(process.argv[2] ?? 10);
const basis = {
  knowledge: readKnowledge(),
  programVersion: 'bench',
  clock: { now: () => 0, elapsed: () => performance.now() / 1000 },
};
const share = (right: number, of: number): string => {
  if (of === 0) return '—';
  const { low, high } = wilsonInterval(right, of);
  return `${(right / of).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};

console.log(
  '| anomaly | rate | cases a year | level | detector | counted by | injected | flagged | precision | recall |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const trial of trials) {
  const sums = new Map<string, Sum>();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++)
    for (const step of await concealmentLadder({ ...trial, seed }, basis)) add(sums, step);
  for (const [name, { flagged, right, injected }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const head = `${trial.anomaly} | ${String(trial.rate * 100)}% | ${trial.casesPerYear.toLocaleString('en')}`;
    console.log(
      `| ${head} | ${name} | ${injected.toLocaleString('en')} | ${flagged.toLocaleString('en')} | ${share(right, flagged)} | ${share(right, injected)} |`,
    );
  }
}

console.log('');
console.log(
  'What any rule could find of A1 in the offices it affects, by delay and tags of single ratings on pads, knowing the true shares of each second:',
);
console.log('');
console.log('| rate | level | ratings of levels 4 and 5 on pads | by staff | recall at a precision of 0.9 |');
console.log('|---|---|---|---|---|');
for (const rate of [0.05, 0.3, 0.6])
  for (const level of [1, 2, 3]) {
    const cells = new Map<string, PadCell>();
    for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++)
      await countPadCells(cells, { anomaly: 'A1', rate, casesPerYear: 60_000 }, level, seed);
    const all = [...cells.values()];
    const n = all.reduce((sum, cell) => sum + cell.n, 0);
    const staff = all.reduce((sum, cell) => sum + cell.staff, 0);
    console.log(
      `| ${String(rate * 100)}% | ${String(level)} | ${n.toLocaleString('en')} | ${staff.toLocaleString('en')} | ${bestRecall(all, 0.9).toFixed(3)} |`,
    );
  }

/** Ratings of one delay and one state of tags: all, and those that staff gave. */
interface PadCell {
  n: number;
  staff: number;
}

/** Adds the ratings of the offices that the anomaly affects. */
async function countPadCells(
  cells: Map<string, PadCell>,
  choice: Omit<LadderChoice, 'seed'>,
  level: number,
  seed: number,
): Promise<void> {
  const { knowledge, programVersion, clock } = basis;
  const { store, truth } = openInMemory();
  const units = knowledge.reference.units.map(({ code }) => code).filter(isFictionalCode);
  const scenario = ladderScenario(choice, level, units);
  await simulateScenario(store, truth, { scenario, seed, threads: 1, programVersion }, knowledge, clock);
  const byStaff = new Set([...eachDefectTruth(truth)].map(({ key }) => key));
  const isAffected = (unit: number): boolean => AFFECTED_UNITS.includes(units[unit - REAL_UNITS] ?? '');
  for (const records of eachUnitRecords(store, readRegister(store), knowledge.calendar, isAffected))
    for (let row = 0; row < records.length; row++) {
      if (records.channel[row] !== PAD || (records.level[row] ?? 0) < 4) continue;
      const delay = (records.assessedAt[row] ?? 0) - (records.serviceAt[row] ?? 0);
      const name = `${String(delay)}/${String(records.level[row])}/${records.tags[row] === 0 ? '' : 'tagged'}`;
      const cell = cells.get(name) ?? { n: 0, staff: 0 };
      cell.n++;
      if (byStaff.has((records.serviceKey[row] ?? 0) * 2)) cell.staff++;
      cells.set(name, cell);
    }
  closeStore(truth);
  closeStore(store);
}

/** The largest recall of any choice of cells whose precision is at least this: the cells with the largest shares first. */
function bestRecall(cells: readonly PadCell[], precision: number): number {
  const all = cells.reduce((sum, { staff }) => sum + staff, 0);
  let [n, found, best] = [0, 0, 0];
  for (const cell of [...cells].sort((a, b) => b.staff / b.n - a.staff / a.n)) {
    n += cell.n;
    found += cell.staff;
    if (found >= precision * n) best = found / all;
  }
  return best;
}

function add(sums: Map<string, Sum>, { level, detectors }: LadderStep): void {
  for (const { rule, byRecord, byMonth } of detectors) {
    for (const [by, score] of [
      ['record', byRecord],
      ['office-month', byMonth],
    ] as const) {
      if (score === null || (by === 'record' && score.injected === 0)) continue;
      const name = `${String(level)} | \`${rule.id}\` | ${by}`;
      const sum = sums.get(name) ?? { flagged: 0, right: 0, injected: 0 };
      sum.flagged += score.flagged;
      sum.right += score.right;
      sum.injected += score.injected;
      sums.set(name, sum);
    }
  }
}
