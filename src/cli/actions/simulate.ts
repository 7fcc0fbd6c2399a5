import { exportNames } from '../../export/export-names.ts';
import { simulateToFiles } from '../../jobs/export/export-files.ts';
import { readKnowledge, readMonthTargets, readNationalTargets, readScenario } from '../../store/reference.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SimulateReport } from '../../jobs/simulate/simulate-run.ts';
import { simulateScenario } from '../../jobs/simulate/simulate-scenario.ts';
import { cannot, Mistake, wrongUse } from '../../model/errors.ts';
import { regimeOfId, type Regime } from '../../model/reference.ts';
import { parseScenario, underRegime } from '../../model/scenario/check-scenario.ts';
import { assertPlacesPublished } from '../../model/scenario/published-places.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { ExportFormat } from '../../export/export-formats.ts';
import { closeStore, openTruth, type Store } from '../../store/open.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import { interruptible } from '../interrupt.ts';
import type { Output } from '../output.ts';
import { withScratch } from '../scratch.ts';
import { withMadeStore } from '../with-store.ts';
import { newFiles } from '../write-files.ts';

export interface SimulateFlags {
  readonly scenario: string;
  readonly seed: number;
  readonly db: string;
  readonly threads: number;
  readonly regime?: string;
  readonly scale?: number;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly format?: readonly ExportFormat[];
  readonly truth?: true;
  readonly keep: boolean;
  readonly resume?: true;
  readonly json?: true;
}

/** Makes a run, into a database or into files, and reports it. */
export async function simulateAction(options: SimulateFlags, output: Output): Promise<void> {
  for (const [option, given] of [
    ['--truth', options.truth],
    ['--format', options.format],
  ] as const) {
    if (given === undefined || options.out !== undefined) continue;
    throw wrongUse(`${option} 须与 --out 同用`, `${option} goes with --out`);
  }
  if (options.out !== undefined && (!options.keep || options.resume)) {
    throw wrongUse(
      '--no-keep 和 --resume 针对数据库，不能与 --out 同用',
      '--no-keep and --resume are for a database, not for --out',
    );
  }
  const knowledge = readKnowledge();
  const chosen = readScenario(options.scenario);
  assertPlacesPublished(chosen, [...readMonthTargets(), ...readNationalTargets()], knowledge.reference);
  const stated = adjusted(chosen, options);
  const scenario =
    options.regime === undefined ? stated : underRegime(stated, regimeOf(options.regime, knowledge));
  const report =
    options.out === undefined
      ? await intoDatabase(options.db, scenario, options, knowledge, output)
      : await toFiles(options.out, scenario, options, knowledge, output);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  if (options.json) {
    output.json({ ...report, peakRssMb });
    return;
  }
  if (report.already) {
    output.note({
      zh: `这次运行已在库中（第 ${String(report.run)} 次运行），未再添加`,
      en: `this very run is stored already (run ${String(report.run)}); nothing was added`,
    });
  }
  if (options.out === undefined && !report.rowsKept) {
    output.note({
      zh: '未保留记录：库中只有汇总、数据校验码和校验未通过的记录',
      en: 'rows were not kept: the database has the counts, the digest and the refused records',
    });
  }
  const records = report.services + report.ratings + report.rectifications;
  const zh = output.language === 'zh';
  output.line(
    zh
      ? `场景 ${report.scenario}，种子 ${String(report.seed)}（模拟数据）`
      : `scenario ${report.scenario}, seed ${String(report.seed)} (simulated data)`,
  );
  output.line(
    zh
      ? `单位 ${String(report.units)}，服务 ${String(report.services)}，评价 ${String(report.ratings)}，整改 ${String(report.rectifications)}`
      : `units ${String(report.units)}, services ${String(report.services)}, ratings ${String(report.ratings)}, rectifications ${String(report.rectifications)}`,
  );
  const refused = Object.entries(report.refused).map(([reason, n]) => `${reason} ${String(n)}`);
  output.line(`${zh ? '校验未通过' : 'refused'} ${refused.length === 0 ? '0' : refused.join(', ')}`);
  if (options.out !== undefined) output.line(`${zh ? '文件' : 'files'} ${options.out}`);
  output.line(`${zh ? '数据校验码' : 'digest'} ${report.digest}`);
  output.line(
    zh
      ? `用时 ${report.seconds.toFixed(2)} 秒，${String(Math.round(records / report.seconds))} 条/秒，内存峰值 ${String(peakRssMb)} MB`
      : `${report.seconds.toFixed(2)} s, ${String(Math.round(records / report.seconds))} records/s, peak memory ${String(peakRssMb)} MB`,
  );
}

function regimeOf(name: string, { reference }: Knowledge): Regime {
  const regime = regimeOfId(reference.regimes, name);
  if (regime) return regime;
  const known = reference.regimes.map(({ id }) => id).join(', ');
  throw wrongUse(
    `--regime = “${name}”：没有这种方式，可用 ${known}`,
    `--regime = “${name}”: there is no such regime, use one of ${known}`,
  );
}

/** Options that change a scenario. */
interface ScenarioChanges {
  readonly scale?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The scenario with what the options change, checked again: what is wrong then is put down to the option. */
function adjusted(scenario: Scenario, { scale, from, to }: ScenarioChanges): Scenario {
  const scaled = changed(
    scenario,
    { casesPerYear: scenario.casesPerYear * (scale ?? 1) },
    changesBy({ scale }),
  );
  return changed(scaled, { from: from ?? scenario.from, to: to ?? scenario.to }, changesBy({ from, to }));
}

/** The options that change a scenario, as messages name them. */
const changesBy = ({ scale, from, to }: ScenarioChanges): string[] =>
  Object.entries({ scale, from, to }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} = ${String(value)}`],
  );

function changed(scenario: Scenario, changes: Partial<Scenario>, given: readonly string[]): Scenario {
  if (given.length === 0) return scenario;
  const { from, to } = { ...scenario, ...changes };
  if (from > to) {
    throw wrongUse(
      `${given.join('，')}：起始日 ${from} 晚于结束日 ${to}（场景 ${scenario.name} 为 ${scenario.from} 至 ${scenario.to}）`,
      `${given.join(', ')}: the first day ${from} lies after the last day ${to} (scenario ${scenario.name} has ${scenario.from} to ${scenario.to})`,
    );
  }
  try {
    return parseScenario({ ...scenario, ...changes }, scenario.name);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    throw wrongUse(`${given.join('，')}：${error.text.zh}`, `${given.join(', ')}: ${error.text.en}`);
  }
}

async function intoDatabase(
  file: string,
  scenario: Scenario,
  options: SimulateFlags,
  knowledge: Knowledge,
  output: Output,
): Promise<SimulateReport> {
  const { seed, threads, resume, keep } = options;
  const made = (signal: AbortSignal): Promise<SimulateReport> =>
    withStores(file, (store, truth) =>
      simulateScenario(
        store,
        truth,
        {
          ...{ scenario, seed, threads, programVersion, signal },
          changedBy: changesBy(options),
          progress: progressOf(scenario, output),
          resume: resume === true,
          keepRows: keep,
          note: (text) => {
            output.note(text);
          },
        },
        knowledge,
        machineClock,
      ),
    );
  return await interruptible(made);
}

const progressOf =
  (scenario: Scenario, output: Output) =>
  (done: number, all: number): void => {
    output.progress({ zh: `模拟 ${scenario.name}`, en: `simulating ${scenario.name}` }, done, all);
  };

/** Opens a database and its truth for some work, and closes both. */
const withStores = <Result>(
  file: string,
  work: (store: Store, truth: Store) => Promise<Result>,
): Promise<Result> =>
  withMadeStore(file, async (store) => {
    const truth = openTruth(file);
    try {
      return await work(store, truth);
    } finally {
      closeStore(truth);
    }
  });

/** Runs into a database of its own while the records go to files; a file that is there already is not replaced. */
async function toFiles(
  folder: string,
  scenario: Scenario,
  options: SimulateFlags,
  knowledge: Knowledge,
  output: Output,
): Promise<SimulateReport> {
  const { seed, threads, format: formats = ['ndjson'] } = options;
  const withTruth = options.truth === true;
  const files = newFiles(folder, exportNames(formats, withTruth));
  try {
    // An interrupt is heard before there is a scratch folder that it would leave.
    return await interruptible((signal) =>
      withScratch((file) =>
        withStores(file, async (store, truth) => {
          try {
            return await simulateToFiles(
              store,
              truth,
              files,
              {
                ...{ scenario, seed, threads, programVersion, formats, withTruth, signal },
                changedBy: changesBy(options),
                progress: progressOf(scenario, output),
              },
              knowledge,
              machineClock,
            );
          } catch (error) {
            // What is stored so far goes with the scratch database: nothing is left to continue.
            throw signal.aborted ? cannot('已停止，未写出任何文件', 'stopped; no files were written') : error;
          }
        }),
      ),
    );
  } catch (error) {
    files.discard();
    throw error;
  }
}
