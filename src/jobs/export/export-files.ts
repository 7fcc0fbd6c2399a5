import type { Scenario } from '../../model/scenario/scenario.ts';
import { dictionaryOf } from '../../export/dictionary.ts';
import { recordKinds } from '../../model/record/kind.ts';
import type { OpenFile, RecordSink, WrittenFile } from '../../export/record-sink.ts';
import type { Sign } from '../../export/text-sinks.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { readRegister } from '../../store/read/register.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Clock } from '../clock.ts';
import { exportFormats, type ExportFormat } from '../../export/export-formats.ts';
import { expectedAnswers } from './expected-answers.ts';
import { truthLines } from './export-truth.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { registerLines } from '../../national/register-lines.ts';
import { sinkOf } from './record-sinks.ts';
import { simulateRun, type SimulateOptions, type SimulateReport } from '../simulate/simulate-run.ts';

/** The record files of each format. */
const recordFiles: Readonly<Record<ExportFormat, readonly string[]>> = {
  ndjson: ['records.ndjson'],
  csv: recordKinds.map((kind) => `${kind}s.csv`),
  parquet: recordKinds.map((kind) => `${kind}s.parquet`),
  envelope: ['requests.ndjson'],
  sql: ['records.sql'],
};

const REGISTER = 'register.ndjson';
const DICTIONARY = 'dictionary.json';
const ANSWERS = 'answers.json';
const TRUTH = 'truth.ndjson';
const MANIFEST = 'manifest.json';

/** Names of the files that an export writes. */
export const exportNames = (formats: readonly ExportFormat[], truth: boolean): string[] => [
  REGISTER,
  ...formats.flatMap((format) => recordFiles[format]),
  DICTIONARY,
  ANSWERS,
  ...(truth ? [TRUTH] : []),
  MANIFEST,
];

/** A new file of an export. */
export interface NewFile {
  write(bytes: Uint8Array): void;
  /** Closes it and says what it holds. */
  end(): { readonly bytes: number; readonly sha256: string };
}

/** Where the files of an export go. */
export interface ExportFolder {
  create(name: string): NewFile;
  readonly sign: Sign;
}

export interface ExportOptions extends Omit<SimulateOptions, 'onBatch' | 'keepRows' | 'resume'> {
  readonly formats: readonly ExportFormat[];
  readonly withTruth: boolean;
}

const encoder = new TextEncoder();
const NOTICE = '模拟数据：不代表任何地区的实际情况 / Simulated data: no statement about any real place';

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
  const files = new Map<string, NewFile>();
  const open: OpenFile = (name) => {
    const file = folder.create(name);
    files.set(name, file);
    return (bytes) => {
      file.write(bytes);
    };
  };
  const writeLines = (name: string, lines: Iterable<string>): WrittenFile => {
    const write = open(name);
    let records = 0;
    for (const line of lines) {
      write(encoder.encode(`${line}\n`));
      records++;
    }
    return { name, records };
  };
  const document = (name: string, content: object): WrittenFile => {
    writeLines(name, [JSON.stringify({ notice: NOTICE, ...content }, undefined, 1)]);
    return { name, records: 1 };
  };

  let sinks: readonly RecordSink[] | undefined;
  // The register is there when the first batch comes.
  const sinksOfRun = (): readonly RecordSink[] => {
    const register = readRegister(store);
    return formats.map((format) => sinkOf(format, knowledge, register, open, folder.sign));
  };
  const report = await simulateRun(
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
  const written = [
    writeLines(REGISTER, registerLines(readRegister(store))),
    ...(sinks ?? sinksOfRun()).flatMap((sink) => sink.end()),
    document(DICTIONARY, dictionaryOf(knowledge.reference)),
    writeLines(ANSWERS, expectedAnswers(store, knowledge, NOTICE)),
    ...(withTruth ? [writeLines(TRUTH, truthLines(store, truth, knowledge))] : []),
  ];
  const listed = written.map(({ name, records }) => ({
    name,
    format: formatOf(name),
    records: name === ANSWERS ? 1 : records,
    ...files.get(name)?.end(),
  }));
  document(MANIFEST, manifestOf(store, options, report, listed));
  files.get(MANIFEST)?.end();
  return report;
}

const formatOf = (name: string): string =>
  exportFormats.find((format) => recordFiles[format].includes(name)) ?? name.slice(name.lastIndexOf('.') + 1);

/** What was made, from what, and what is in each file. */
function manifestOf(
  store: Store,
  { scenario, seed, programVersion }: { scenario: Scenario; seed: number; programVersion: string },
  { services, ratings, rectifications, refused }: SimulateReport,
  files: readonly object[],
): object {
  return {
    program: `haochaping ${programVersion}`,
    scenario: scenario.name,
    seed,
    period: { from: scenario.from, to: scenario.to },
    regime: scenario.regime ?? null,
    accepted: { services, ratings, rectifications },
    refused,
    duplicates: listRuns(store).reduce((sum, run) => sum + run.duplicates, 0),
    content: contentOf(store),
    files,
    settings: scenario,
  };
}
