/**
 * `npm run realism [scenario …] [-- --json]`: makes shipped scenarios in a scratch database, the national series at the size
 * of a first start and others at their own, and prints how real the records of each run look. It passes no judgement by
 * its exit code: the table is for reading.
 */
import { parseArgs } from 'node:util';
import { machineClock } from '../src/cli/clock.ts';
import { programVersion } from '../src/cli/options.ts';
import { createOutput, notice, report } from '../src/cli/output.ts';
import { readerLanguage } from '../src/cli/reader-language.ts';
import { printRealism, printRealismSources, realismDocument } from '../src/cli/realism-table.ts';
import { withScratch } from '../src/cli/scratch.ts';
import { endWhereOutputCannotGo } from '../src/cli/standard-output.ts';
import { qualityReport } from '../src/jobs/audit/quality-report.ts';
import { firstScenario } from '../src/jobs/simulate/first-start.ts';
import { simulateScenario } from '../src/jobs/simulate/simulate-scenario.ts';
import { wrongUse } from '../src/model/errors.ts';
import { translate } from '../src/model/language.ts';
import type { QualityReport } from '../src/model/quality-report.ts';
import type { Scenario } from '../src/model/scenario/scenario.ts';
import { closeStore, openStore, openTruth } from '../src/store/open.ts';
import { listRuns } from '../src/store/read/runs.ts';
import { readKnowledge, readScenario } from '../src/store/reference.ts';

const shipped = ['tiny', 'case-life', 'guangdong-2023-07', 'national-series'];
const SEED = 7;

const output = createOutput(readerLanguage(process.env));
endWhereOutputCannotGo(output.note);
const knowledge = readKnowledge();

function parse(): { readonly names: readonly string[]; readonly json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { names: positionals.length === 0 ? shipped : positionals, json: values.json };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw wrongUse(
      `用法：npm run realism [场景 …] [-- --json]（${detail}）`,
      `usage: npm run realism [scenario …] [-- --json] (${detail})`,
    );
  }
}

/** The scenario of this name, the national series with as many cases as a first start makes. */
function scenarioOf(name: string): Scenario {
  const first = firstScenario().scenario;
  return name === first.name ? first : readScenario(name);
}

/** The quality of each of a scenario's runs, from all of its rows. */
const qualityOf = (scenario: Scenario): Promise<QualityReport[]> =>
  withScratch(async (file) => {
    const store = openStore(file);
    const truth = openTruth(file);
    try {
      const made = { scenario, seed: SEED, threads: 2, programVersion };
      const progress = (done: number, all: number): void => {
        output.progress({ zh: `正在模拟 ${scenario.name}`, en: `simulating ${scenario.name}` }, done, all);
      };
      await simulateScenario(store, truth, { ...made, progress }, knowledge, machineClock);
      return listRuns(store).map(({ id }) => qualityReport(store, knowledge, [], { run: id }));
    } finally {
      closeStore(truth);
      closeStore(store);
    }
  });

async function main(): Promise<void> {
  const { names, json } = parse();
  // All names are right before the first run begins.
  const scenarios = names.map(scenarioOf);
  const documents = [];
  if (!json) output.line(translate(notice, output.language));
  for (const scenario of scenarios) {
    for (const { run, realism } of await qualityOf(scenario)) {
      documents.push({ scenario: run.scenario, run, checks: realismDocument(realism) });
      if (json) continue;
      const { from, to, seed } = run;
      output.line(
        output.text(
          `\n${run.scenario}，${from} 至 ${to}（种子 ${String(seed)}）`,
          `\n${run.scenario}, ${from} to ${to} (seed ${String(seed)})`,
        ),
      );
      printRealism(realism, output);
    }
  }
  if (json) output.json({ notice: `${notice.zh} / ${notice.en}`, scenarios: documents });
  else printRealismSources(knowledge.realism, output);
}

try {
  await main();
} catch (error) {
  process.exitCode = report(error, output);
}
