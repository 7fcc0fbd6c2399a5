import { recordKinds } from '../model/record/kind.ts';
import { exportFormats, type ExportFormat } from './export-formats.ts';

/** The record files of each format. */
const recordFiles: Readonly<Record<ExportFormat, readonly string[]>> = {
  ndjson: ['records.ndjson'],
  csv: recordKinds.map((kind) => `${kind}s.csv`),
  parquet: recordKinds.map((kind) => `${kind}s.parquet`),
  envelope: ['requests.ndjson'],
  sql: ['records.sql'],
};

/** The files beside the records. */
export const exportFile = {
  register: 'register.ndjson',
  dictionary: 'dictionary.json',
  answers: 'answers.json',
  truth: 'truth.ndjson',
  manifest: 'manifest.json',
} as const;

/** Names of the files that an export writes. */
export const exportNames = (formats: readonly ExportFormat[], truth: boolean): string[] => [
  exportFile.register,
  ...formats.flatMap((format) => recordFiles[format]),
  exportFile.dictionary,
  exportFile.answers,
  ...(truth ? [exportFile.truth] : []),
  exportFile.manifest,
];

/** The format of a file by its name, as the manifest says it. */
export const formatOfFile = (name: string): string =>
  exportFormats.find((format) => recordFiles[format].includes(name)) ?? name.slice(name.lastIndexOf('.') + 1);
