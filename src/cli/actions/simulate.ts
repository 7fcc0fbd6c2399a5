import { exportNames, simulateToFiles } from '../../jobs/export/export-files.ts';
import { readKnowledge, readScenario } from '../../store/reference.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { simulateRun, type SimulateReport } from '../../jobs/simulate/simulate-run.ts';
import { wrongUse } from '../../model/errors.ts';
import type { Regime } from '../../model/reference.ts';
import { type Scenario, parseScenario, underRegime } from '../../model/scenario.ts';
import type { ExportFormat } from '../../export/export-formats.ts';
import { closeStore, openStore, openTruth, type Store } from '../../store/open.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';
import { withScratch } from '../scratch.ts';
import { newFiles, prepareFolder } from '../write-files.ts';

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
  const stated = adjusted(readScenario(options.scenario), options);
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
  const regime = reference.regimes.find(({ id }) => id === name);
  if (regime) return regime;
  const known = reference.regimes.map(({ id }) => id).join(', ');
  throw wrongUse(
    `--regime = “${name}”：没有这种方式，可用 ${known}`,
    `--regime = “${name}”: there is no such regime, use one of ${known}`,
  );
}

/** The scenario with what the options change, checked again. */
function adjusted(scenario: Scenario, { scale, from, to }: SimulateFlags): Scenario {
  return parseScenario(
    {
      ...scenario,
      from: from ?? scenario.from,
      to: to ?? scenario.to,
      casesPerYear: scenario.casesPerYear * (scale ?? 1),
    },
    scenario.name,
  );
}

async function intoDatabase(
  file: string,
  scenario: Scenario,
  { seed, threads, resume, keep }: Pick<SimulateFlags, 'seed' | 'threads' | 'resume' | 'keep'>,
  knowledge: Knowledge,
  output: Output,
): Promise<SimulateReport> {
  return await withStores(file, (store, truth, signal) =>
    simulateRun(
      store,
      truth,
      {
        ...{ scenario, seed, threads, programVersion, signal },
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
}

const progressOf =
  (scenario: Scenario, output: Output) =>
  (done: number, all: number): void => {
    output.progress({ zh: `模拟 ${scenario.name}`, en: `simulating ${scenario.name}` }, done, all);
  };

/** Opens a database and its truth for some work, which an interrupt ends politely, and closes both. */
async function withStores<Result>(
  file: string,
  work: (store: Store, truth: Store, stop: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const store = openStore(file);
  const stop = new AbortController();
  const stopPolitely = (): void => {
    stop.abort();
  };
  process.once('SIGINT', stopPolitely);
  process.once('SIGTERM', stopPolitely);
  try {
    const truth = openTruth(file);
    try {
      return await work(store, truth, stop.signal);
    } finally {
      closeStore(truth);
    }
  } finally {
    process.removeListener('SIGINT', stopPolitely);
    process.removeListener('SIGTERM', stopPolitely);
    closeStore(store);
  }
}

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
  const files = newFiles(folder);
  try {
    prepareFolder(folder, exportNames(formats, withTruth));
    return await withScratch((file) =>
      withStores(file, (store, truth, signal) =>
        simulateToFiles(
          store,
          truth,
          files,
          {
            ...{ scenario, seed, threads, programVersion, formats, withTruth, signal },
            progress: progressOf(scenario, output),
          },
          knowledge,
          machineClock,
        ),
      ),
    );
  } catch (error) {
    files.discard();
    throw error;
  }
}
