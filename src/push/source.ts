import type { PushSource } from '../model/push.ts';
import type { SourceLine } from '../model/record/source-line.ts';
import { recordKinds, type RecordKind } from '../model/record/kind.ts';
import { readFields } from '../national/json-members.ts';

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
export function readPushLine({ text, source, number }: SourceLine): PushRecord | LineFault {
  const { fields, fault } = readFields(text);
  const kind = recordKinds.find((step) => step === fields.get('kind'));
  if (fault || !kind) return 'malformed';
  const textOf = (name: string): string => fields.get(name) ?? '';
  if (fields.get('dataSource') !== LABEL) return 'unlabelled';
  return {
    kind,
    text,
    projectNo: textOf('projectNo'),
    serviceNumber: textOf('serviceNumber'),
    assessNumber: kind === 'service' ? '' : textOf('assessNumber') || '1',
    source,
    line: number,
  };
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

/** A digest of texts one after the other, as hexadecimal digits; the job that pushes passes it in. */
export type PushDigest = (texts: Iterable<string>) => string;

/**
 * The batches of a source, step by step: a record is sent when what it belongs to has been answered. The same source
 * read with the same size gives the same batches. `steps` are those that the source has records of; no other is looked
 * for.
 */
export async function* batchesOf(
  source: PushSource,
  size: number,
  steps: ReadonlySet<RecordKind>,
  digest: PushDigest,
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
      yield batchOf(step, number++, records, digest);
      records = [];
    }
    if (records.length > 0) yield batchOf(step, number++, records, digest);
  }
}

function batchOf(
  step: RecordKind,
  number: number,
  records: readonly PushRecord[],
  digest: PushDigest,
): PushBatch {
  const key = digest([`${step} ${String(number)}`, ...records.map(({ text }) => `\n${text}`)]).slice(0, 32);
  return { step, number, key, records };
}

/** Key of a part of a batch, derived from the key of the whole: the same part has the same key on every try. */
export function partKey(
  { key, records }: PushBatch,
  positions: readonly number[],
  digest: PushDigest,
): string {
  if (positions.length === records.length) return key;
  return `${key}-${digest([positions.join(',')]).slice(0, 8)}`;
}
