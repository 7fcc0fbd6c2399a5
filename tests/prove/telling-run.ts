/** A run in a process of its own that tells on standard output how many parts are made: FILE OPTIONS-AS-JSON. */
import { writeSync } from 'node:fs';
import { simulateScenario, type SimulateOptions } from '../../src/jobs/simulate/simulate-scenario.ts';
import { openStore, openTruth } from '../../src/store/open.ts';
import { readKnowledge } from '../../src/store/reference.ts';

const [file = '', options = ''] = process.argv.slice(2);
const given = JSON.parse(options) as SimulateOptions & { readonly now: number };
await simulateScenario(
  openStore(file),
  openTruth(file),
  { ...given, progress: (done) => void writeSync(1, `${String(done)} `) },
  readKnowledge(),
  { now: () => given.now, elapsed: () => 0 },
);
