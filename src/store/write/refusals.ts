import { RowHash } from '../../model/record/digest.ts';
import { reasonNumber, type RefusalReason, type RefusedRecord } from '../../model/refusal.ts';
import type { Store } from '../open.ts';
import { refusalContent } from '../read/side-digests.ts';
import { addToSide } from './side-digests.ts';

/** Longest record that is kept whole, in characters; of a longer one the beginning is kept. */
const MOST_OF_RECORD = 65_536;

/** Bytes of refused records that a database keeps for each reason; what comes beyond is counted only. */
export const MOST_OF_REASON = 16_777_216;

/** A refused record on its way to the store. */
export interface NewRefusal extends RefusedRecord {
  /** Bytes of the whole record as it came, where `raw` is only its beginning. */
  readonly bytes?: number;
}

/** What became of refused records of one reason since the last flush. */
interface Outcome {
  records: number;
  kept: number;
  repeated: number;
  keptBytes: number;
}

interface Prepared {
  readonly find: (hash: number, reason: number, raw: string) => number | undefined;
  readonly repeat: (id: number) => void;
  readonly add: (refusal: RefusedRecord, reason: number, bytes: number, hash: number) => void;
  readonly bytesKept: (reason: number) => number;
  readonly count: (reason: number, outcome: Outcome) => void;
}

/**
 * Keeps refused records with their reason: each once, however often it comes, and of each reason no more than
 * MOST_OF_REASON bytes; all are counted. Records are held until `flush`, and written in the order of their lines.
 */
export class RefusalWriter {
  private held: NewRefusal[] = [];
  private readonly sql: Prepared;

  constructor(
    private readonly store: Store,
    run: number,
  ) {
    this.sql = prepare(store, run);
  }

  add(refusal: NewRefusal): void {
    this.held.push(refusal);
  }

  flush(): void {
    if (this.held.length === 0) return;
    const outcomes = new Map<RefusalReason, Outcome>();
    const room = new Map<RefusalReason, number>();
    const added: string[] = [];
    for (const refusal of inOrder(this.held)) {
      const { reason } = refusal;
      const outcome = outcomes.get(reason) ?? { records: 0, kept: 0, repeated: 0, keptBytes: 0 };
      const left = room.get(reason) ?? MOST_OF_REASON - this.sql.bytesKept(reasonNumber(reason));
      outcomes.set(reason, outcome);
      const before = outcome.keptBytes;
      const text = this.write(refusal, outcome, left);
      if (text !== undefined) added.push(text);
      room.set(reason, left - (outcome.keptBytes - before));
    }
    for (const [reason, outcome] of outcomes) this.sql.count(reasonNumber(reason), outcome);
    if (added.length > 0) addToSide(this.store, 'refusals', added);
    this.held = [];
  }

  /** Keeps one record, or counts it; the content of a row that is new. */
  private write(refusal: NewRefusal, outcome: Outcome, room: number): string | undefined {
    outcome.records++;
    const { kind, field, source, line } = refusal;
    const reason = reasonNumber(refusal.reason);
    const raw = beginningOf(refusal.raw);
    const hash = hashOf(refusal.raw);
    const known = this.sql.find(hash, reason, raw);
    if (known !== undefined) {
      this.sql.repeat(known);
      outcome.repeated++;
      return undefined;
    }
    const size = Buffer.byteLength(raw);
    if (size > room) return undefined;
    this.sql.add({ ...refusal, raw }, reason, refusal.bytes ?? Buffer.byteLength(refusal.raw), hash);
    outcome.kept++;
    outcome.keptBytes += size;
    return refusalContent(reason, kind, field, source, line, raw);
  }
}

/** Source by source as they came, each in the order of its lines. */
function inOrder(refusals: readonly NewRefusal[]): NewRefusal[] {
  const bySource = new Map<string, NewRefusal[]>();
  for (const refusal of refusals) {
    const ofSource = bySource.get(refusal.source);
    if (ofSource) ofSource.push(refusal);
    else bySource.set(refusal.source, [refusal]);
  }
  return [...bySource.values()].flatMap((ofSource) => ofSource.sort((a, b) => a.line - b.line));
}

/** Cut between characters: half of a surrogate pair cannot be stored. */
const beginningOf = (raw: string): string =>
  raw.length <= MOST_OF_RECORD ? raw : raw.slice(0, MOST_OF_RECORD).replace(/[\ud800-\udbff]$/, '');

function hashOf(text: string): number {
  const hash = new RowHash();
  hash.begin(0);
  hash.mixText(text);
  hash.finish();
  return hash.short();
}

function prepare({ db }: Store, run: number): Prepared {
  const find = db
    .prepare<[number, number, string], number>(
      'SELECT id FROM refusal WHERE hash = ? AND reason = ? AND raw = ?',
    )
    .pluck();
  const repeat = db.prepare<[number]>('UPDATE refusal SET times = times + 1 WHERE id = ?');
  const add = db.prepare<[number, number, string, string, string, number, string, number, number]>(
    'INSERT INTO refusal (run, reason, kind, field, source, line, raw, bytes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const bytesKept = db
    .prepare<[number], number>('SELECT coalesce(sum(kept_bytes), 0) FROM refusal_count WHERE reason = ?')
    .pluck();
  const count = db.prepare<[Outcome & { run: number; reason: number }]>(
    `INSERT INTO refusal_count (run, reason, records, kept, repeated, kept_bytes)
     VALUES (@run, @reason, @records, @kept, @repeated, @keptBytes)
     ON CONFLICT DO UPDATE SET records = records + excluded.records, kept = kept + excluded.kept,
       repeated = repeated + excluded.repeated, kept_bytes = kept_bytes + excluded.kept_bytes`,
  );
  return {
    find: (hash, reason, raw) => find.get(hash, reason, raw),
    repeat: (id) => {
      repeat.run(id);
    },
    add: ({ kind, field, source, line, raw }, reason, bytes, hash) => {
      add.run(run, reason, kind, field, source, line, raw, bytes, hash);
    },
    bytesKept: (reason) => bytesKept.get(reason) ?? 0,
    count: (reason, outcome) => {
      count.run({ ...outcome, run, reason });
    },
  };
}
