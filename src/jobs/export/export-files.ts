import { dictionaryOf } from '../../export/dictionary.ts';
import type { ExportFormat } from '../../export/export-formats.ts';
import { exportFile } from '../../export/export-names.ts';
import { ExportedFiles, type ExportFolder } from '../../export/exported-files.ts';
import { manifestOf } from '../../export/manifest.ts';
import type { RecordSink } from '../../export/record-sink.ts';
import { sinkOf } from '../../export/sink-of-format.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { withUnitCodes } from '../../model/names/named-reference.ts';
import { registerLines } from '../../national/register-lines.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { readChanges, readRegister } from '../../store/read/register.ts';
import { readRun } from '../../store/read/runs.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import type { Clock } from '../clock.ts';
import type { SimulateReport } from '../simulate/simulate-run.ts';
import { simulateScenario, type SimulateOptions } from '../simulate/simulate-scenario.ts';
import { expectedAnswers } from './expected-answers.ts';
import { exportTruth } from './export-truth.ts';

export interface ExportOptions extends Omit<SimulateOptions, 'onBatch' | 'keepRows' | 'resume'> {
  readonly formats: readonly ExportFormat[];
  readonly withTruth: boolean;
}

/**
 * Makes a run whose batches go to files as they come, in partition order: all records, the refused ones too. The
 * stores are for this run alone: its counts give the answers. Beside the records stand the register, the data
 * dictionary, the expected answers, a manifest of it all, and on request the truth.
 */
export async function simulateToFiles(
  store: Store,
  truth: Store,
  folder: ExportFolder,
  { formats, withTruth, ...options }: ExportOptions,
  knowledge: Knowledge,
  clock: Clock,
): Promise<SimulateReport> {
  const files = new ExportedFiles(folder);
  let sinks: readonly RecordSink[] | undefined;
  // The register is there when the first batch comes.
  const sinksOfRun = (): readonly RecordSink[] => {
    const register = readRegister(store);
    return formats.map((format) => sinkOf(format, knowledge, register, files.open, folder.sign));
  };
  const report = await simulateScenario(
    store,
    truth,
    {
      ...options,
      // Only the truth needs the rows: it is told apart by their keys.
      keepRows: withTruth,
      onBatch: ({ batch, rawLines }) => {
        sinks ??= sinksOfRun();
        for (const sink of sinks) sink.batch(batch, rawLines);
      },
    },
    knowledge,
    clock,
  );
  files.lines(exportFile.register, registerLines(readRegister(store), readChanges(store)));
  for (const sink of sinks ?? sinksOfRun()) files.note(sink.end());
  files.document(exportFile.dictionary, dictionaryOf(knowledge.reference));
  files.lines(exportFile.answers, expectedAnswers(store, knowledge), { asOne: true });
  if (withTruth) files.lines(exportFile.truth, exportTruth(store, truth, knowledge));
  const run = readRun(store, report.run);
  const scenario = withUnitCodes(options.scenario, referenceOfStore(store, knowledge.reference));
  const manifest = manifestOf(scenario, run, report.refused, contentOf(store), files.end());
  files.document(exportFile.manifest, manifest);
  files.end();
  return report;
}
