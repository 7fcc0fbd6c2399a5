import { createHash } from 'node:crypto';
import { linesOf } from '../../national/lines.ts';
import { cannot } from '../../model/errors.ts';
import { recordKinds, type RecordKind } from '../../national/fields.ts';
import type { Store } from '../../store/open.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Knowledge } from '../knowledge.ts';
import { recordLines } from '../export/record-lines.ts';

/** A line of a file or of a printed database. */
export interface PushLine {
  readonly text: string;
  /** File or database it comes from. */
  readonly source: string;
  /** 1-based. */
  readonly number: number;
}

/** Where the records come from; read once to look it over and once for each step in it, so that nothing is held in memory. */
export interface PushSource {
  readonly lines: () => AsyncIterable<PushLine> | Iterable<PushLine>;
}

/** One record as it is sent, with what names it. */
export interface PushRecord {
  readonly kind: RecordKind;
  /** The JSON text of the line, sent as it is. */
  readonly text: string;
  readonly projectNo: string;
  readonly serviceNumber: string;
  /** That of the rating which a record is, or follows; empty for a service. */
  readonly assessNumber: string;
  readonly source: string;
  readonly line: number;
}

/** Why a line is not sent at all. */
export type LineFault = 'malformed' | 'unlabelled';

/** What every record must say of itself: neither real people's records nor ratings that pass for real ones are sent. */
const LABEL = '模拟数据';

/** Reads a line; a fault says why it is not sent. Register lines are faults like any other line that is no record. */
export function readPushLine({ text, source, number }: PushLine): PushRecord | LineFault {
  const fields = fieldsOf(text);
  const kind = recordKinds.find((step) => step === fields?.get('kind'));
  if (!fields || !kind) return 'malformed';
  if (fields.get('dataSource') !== LABEL) return 'unlabelled';
  return {
    kind,
    text,
    projectNo: textOf(fields, 'projectNo'),
    serviceNumber: textOf(fields, 'serviceNumber'),
    assessNumber: kind === 'service' ? '' : textOf(fields, 'assessNumber') || '1',
    source,
    line: number,
  };
}

function fieldsOf(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch {
    return undefined;
  }
}

function textOf(fields: ReadonlyMap<string, unknown>, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** What names a record. */
export type RecordKey = Pick<PushRecord, 'kind' | 'projectNo' | 'serviceNumber' | 'assessNumber'>;

/**
 * Name of a record in an answer: projectNo/serviceNumber, for a rating /assessNumber after it, for the rectification of
 * that rating /rectification after that.
 */
export function recordNameOf({ kind, projectNo, serviceNumber, assessNumber }: RecordKey): string {
  const service = `${projectNo}/${serviceNumber}`;
  if (kind === 'service') return service;
  return kind === 'rating' ? `${service}/${assessNumber}` : `${service}/${assessNumber}/rectification`;
}

/** Records that are sent in one request. */
export interface PushBatch {
  readonly step: RecordKind;
  /** 0-based, counted on from step to step. */
  readonly number: number;
  /** Idempotency key: a digest of step, number and content. */
  readonly key: string;
  readonly records: readonly PushRecord[];
}

/**
 * The batches of a source, step by step, for a record is sent when what it belongs to has been answered: the same ones whenever the same source is read with the same size. `steps` are
 * those that the source has records of; no other is looked for.
 */
export async function* batchesOf(
  source: PushSource,
  size: number,
  steps: ReadonlySet<RecordKind>,
): AsyncGenerator<PushBatch> {
  let number = 0;
  for (const step of recordKinds) {
    if (!steps.has(step)) continue;
    let records: PushRecord[] = [];
    for await (const line of source.lines()) {
      const record = readPushLine(line);
      if (typeof record === 'string' || record.kind !== step) continue;
      records.push(record);
      if (records.length < size) continue;
      yield batchOf(step, number++, records);
      records = [];
    }
    if (records.length > 0) yield batchOf(step, number++, records);
  }
}

function batchOf(step: RecordKind, number: number, records: readonly PushRecord[]): PushBatch {
  const hash = createHash('sha256').update(`${step} ${String(number)}`);
  for (const { text } of records) hash.update('\n').update(text);
  return { step, number, key: hash.digest('hex').slice(0, 32), records };
}

/** Key of a part of a batch, derived from the key of the whole: the same part has the same key on every try. */
export function partKey({ key, records }: PushBatch, positions: readonly number[]): string {
  if (positions.length === records.length) return key;
  const digest = createHash('sha256').update(positions.join(',')).digest('hex');
  return `${key}-${digest.slice(0, 8)}`;
}

/** A file of records, opened anew for each reading. */
export interface PushFile {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The lines of files, one file after the other. */
export const linesOfFiles = (files: readonly PushFile[]): PushSource => ({
  async *lines() {
    for (const { name, open } of files) {
      for await (const { text, number } of linesOf(name, open())) yield { text, source: name, number };
    }
  },
});

/**
 * The records of a database, printed as `simulate --out` prints them. Only simulated ones: the printer calls every
 * record 模拟数据, which nobody knows of a collected one.
 */
export function linesOfStore(store: Store, knowledge: Pick<Knowledge, 'reference'>): PushSource {
  const collected = listRuns(store).find(({ kind }) => kind === 'collect');
  if (collected) {
    throw cannot(
      `数据库 ${store.file} 含有接收来的记录（第 ${String(collected.id)} 次运行：${collected.scenario}），不能当作模拟数据推送；请直接推送其文件`,
      `database ${store.file} holds collected records (run ${String(collected.id)}: ${collected.scenario}), which must not be sent as simulated ones; push their file instead`,
    );
  }
  return {
    *lines() {
      let number = 0;
      for (const text of recordLines(store, knowledge)) yield { text, source: store.file, number: ++number };
    },
  };
}
