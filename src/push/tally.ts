import type { Bilingual } from '../model/language.ts';
import type { Outcome, PushReason, PushReport, RecordLine, ReportLine, Taken } from '../model/push.ts';
import type { SourceLine } from '../model/record/source-line.ts';
import type { PushBatch } from './source.ts';

/** Those that the next run with the same state tries again. */
const OPEN = new Set<PushReason>(['service-open', 'rating-open', 'interface', 'given-up', 'stopped']);
export const isOpen = (reason: PushReason): boolean => OPEN.has(reason);

/** What the system itself refused; all others that are not accepted were not taken for another reason. */
const isRefusal = (reason: PushReason): boolean => reason === 'refused' || reason === 'service-missing';

/** Upload state as platforms keep it (sbsign): 0 not sent or failed, 1 ok, 2 ok when sent again, 88, 98, 99. */
function stateOf({ reason, attempt }: Pick<Outcome, 'reason' | 'attempt'>): number {
  switch (reason) {
    case 'accepted':
    case 'duplicate':
      return attempt > 1 ? 2 : 1;
    case 'service-missing':
    case 'service-refused':
    case 'rating-refused':
      return 88;
    case 'refused':
      return 98;
    case 'interface':
      return 99;
    default:
      return 0;
  }
}

export function recordLine(batch: PushBatch, at: number, outcome: Outcome): RecordLine {
  const record = batch.records[at];
  return {
    state: stateOf(outcome),
    reason: outcome.reason,
    kind: batch.step,
    projectNo: record?.projectNo ?? '',
    serviceNumber: record?.serviceNumber ?? '',
    assessNumber: record?.assessNumber ?? '',
    source: record?.source ?? '',
    line: record?.line ?? 0,
    code: outcome.code,
    message: outcome.message,
    batch: batch.number,
    at,
    key: batch.key,
    attempt: outcome.attempt,
  };
}

/** The line of the report for something that is in no batch. */
export const faultLine = (
  { source, number }: SourceLine,
  reason: 'malformed' | 'unlabelled',
): ReportLine => ({
  ...{ state: 0, reason, kind: '', projectNo: '', serviceNumber: '', assessNumber: '' },
  ...{ source, line: number, code: '', message: '', batch: -1, at: -1, key: '', attempt: 0 },
});

/** Different refusals kept apart; systems that put a case number into each message must not fill the memory. */
const MOST_REFUSALS = 1000;
const TOP = 10;

/** Counts what a push did. */
export class PushTally {
  settledBefore = 0;
  leftOut = 0;
  private accepted = 0;
  private resent = 0;
  private duplicate = 0;
  private sent = 0;
  private readonly states = new Map<string, number>();
  private readonly reasons = new Map<PushReason, number>();
  private readonly refusals = new Map<string, { code: string; message: string; records: number }>();
  private readonly retries = new Map<string, number>();
  private readonly latencies: number[] = [];
  private requests = 0;
  private recordsSent = 0;
  private bytes = 0;

  take({ accepted, resent, duplicate, duplicateResent }: Taken): void {
    this.accepted += accepted;
    this.resent += resent;
    this.duplicate += duplicate;
    this.sent += accepted + resent + duplicate;
    raise(this.states, '1', accepted + duplicate - duplicateResent);
    raise(this.states, '2', resent + duplicateResent);
  }

  leave({ state, reason, code, message, attempt }: ReportLine): void {
    raise(this.states, String(state), 1);
    raise(this.reasons, reason, 1);
    if (attempt > 0) this.sent++;
    if (!isRefusal(reason)) return;
    const full = this.refusals.size >= MOST_REFUSALS && !this.refusals.has(`${code} ${message}`);
    const name = full ? '…' : `${code} ${message}`;
    const refusal = this.refusals.get(name) ?? {
      code: full ? '…' : code,
      message: full ? '…' : message,
      records: 0,
    };
    refusal.records++;
    this.refusals.set(name, refusal);
  }

  request(records: number, bytes: number): void {
    this.requests++;
    this.recordsSent += records;
    this.bytes += bytes;
  }

  answer(seconds: number): void {
    this.latencies.push(seconds);
  }

  retry(cause: string): void {
    raise(this.retries, cause, 1);
  }

  report(seconds: number, stopped: Bilingual | null): PushReport {
    const left = [...this.reasons];
    const sum = (entries: readonly (readonly [unknown, number])[]): number =>
      entries.reduce((all, [, n]) => all + n, 0);
    const unsentBy = left.filter(([reason]) => !isRefusal(reason));
    const refused = sum(left) - sum(unsentBy);
    const { accepted, resent, duplicate } = this;
    return {
      records: accepted + resent + duplicate + sum(left),
      leftOut: this.leftOut,
      sent: this.sent,
      accepted,
      resent,
      duplicate,
      refused,
      refusals: [...this.refusals.values()].sort((a, b) => b.records - a.records).slice(0, TOP),
      unsent: sum(unsentBy),
      unsentBy: Object.fromEntries(unsentBy),
      states: Object.fromEntries(this.states),
      settledBefore: this.settledBefore,
      requests: this.requests,
      retries: sum([...this.retries]),
      retriesBy: Object.fromEntries(this.retries),
      bytes: this.bytes,
      seconds,
      perSecond: seconds > 0 ? this.recordsSent / seconds : 0,
      latency: latencyOf(this.latencies),
      stopped,
    };
  }
}

function raise<Name>(counts: Map<Name, number>, name: Name, by: number): void {
  if (by > 0) counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Percentiles by nearest rank. */
function latencyOf(seconds: readonly number[]): PushReport['latency'] {
  const sorted = Float64Array.from(seconds).sort();
  if (sorted.length === 0) return null;
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
