import type { AcceptedKeys } from '../model/record/accepted.ts';
import type { Batch } from '../model/record/batch.ts';
import { DUPLICATE, reasonNumber } from '../model/refusal.ts';
import { overrule, type Verdicts } from './verdict.ts';

const CONFLICT = reasonNumber('conflict');

/** Rows of whatever kind, by key. */
interface KeyedRows {
  readonly length: number;
  readonly key: Float64Array;
}

/** How the rows of a batch are compared with one another and with what was accepted before. */
export interface RepeatLookup {
  /** False when certainly nothing was accepted in this key range. */
  mayHold(first: number, last: number): boolean;
  /** Short hash of the record accepted before under this key. */
  before(key: number): number | undefined;
  /** Short hash of a row of this batch. */
  hash(row: number): number;
}

/**
 * 主键相同、内容不同: a record whose key is taken says the same (a duplicate: counted, not stored again) or something else (a
 * conflict: refused). Runs after the checks of single records, so that a refused record never takes a key; where such
 * a check stands behind this one in the order of reasons, the conflict is what the sender is told.
 */
export function checkRepeats(rows: KeyedRows, verdicts: Verdicts, comparison: RepeatLookup): void {
  if (rows.length === 0) return;
  const { rising, first, last } = extent(rows);
  const stored = comparison.mayHold(first, last);
  if (rising && !stored) return;
  const holders = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const reason = verdicts.reason[row] ?? 0;
    const key = rows.key[row] ?? -1;
    if (key < 0 || (reason !== 0 && reason < CONFLICT)) continue;
    const holder = holders.get(key);
    const taken =
      holder !== undefined ? comparison.hash(holder) : stored ? comparison.before(key) : undefined;
    if (taken === undefined) {
      if (reason === 0) holders.set(key, row);
    } else if (reason === 0 && taken === comparison.hash(row)) {
      verdicts.reason[row] = DUPLICATE;
    } else {
      overrule(verdicts, row, 'conflict', 'projectNo');
    }
  }
}

/** False when certainly no record of a batch was accepted before. */
export function mayRepeat({ services, ratings }: Batch, accepted: AcceptedKeys): boolean {
  const [served, rated] = [extent(services), extent(ratings)];
  return (
    accepted.mayHoldServices(served.first, served.last) || accepted.mayHoldRatings(rated.first, rated.last)
  );
}

function extent(rows: KeyedRows): { rising: boolean; first: number; last: number } {
  let rising = true;
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < rows.length; row++) {
    const key = rows.key[row] ?? -1;
    if (key <= last) rising = false;
    if (key < first) first = key;
    if (key > last) last = key;
  }
  return { rising, first, last };
}
