/** One proof in a process of its own: a shipped scenario, run the whole way and compared with its targets. */
import { withScratch } from '../src/cli/scratch.ts';
import { proveTargets } from '../src/jobs/calibrate/calibrate.ts';
import { readKnowledge, readScenario, readTargets } from '../src/store/reference.ts';

const clock = { now: () => 0, elapsed: () => performance.now() / 1000 };
const [name = '', seed = '1'] = process.argv.slice(2);
const scenario = readScenario(name);
const { rows, seconds } = await proveTargets(
  scenario,
  {
    targets: readTargets(scenario.targets ?? name),
    seed: Number(seed),
    threads: 2,
    programVersion: 'bench',
    withScratch,
  },
  readKnowledge(),
  clock,
);
// The largest among figures of one kind of scale: scores for a report, shares for a month.
const scored = rows.filter(({ group }) => ['means', 'units', 'levels', 'channels'].includes(group));
const [worst] = scored
  .map((row) => ({ row, off: (row.simulated ?? Infinity) - row.published }))
  .sort((a, b) => Math.abs(b.off) - Math.abs(a.off));
console.log(
  JSON.stringify({
    targets: scenario.targets,
    seed: Number(seed),
    met: rows.filter(({ inside }) => inside === true).length,
    all: rows.length,
    worst: worst ? `${worst.row.group} ${worst.row.key} ${worst.off.toFixed(4)}` : '-',
    seconds,
  }),
);
