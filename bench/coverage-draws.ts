/** Draws one design anew so many times, in a process of its own, and prints how its intervals held. */
import { coverageOf } from './coverage.ts';
import { replicate, replicatedScenario } from './replications.ts';

const [correlation = 0, volume = 1, draws = 1] = process.argv.slice(2).map(Number);
const scenario = replicatedScenario({ correlation, volume });
const results = [];
for (let seed = 1; seed <= draws; seed++) results.push(await replicate(scenario, 7000 + seed));
console.log(JSON.stringify(coverageOf(results)));
