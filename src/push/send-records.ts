import { cannot } from '../model/errors.ts';
import type { RecordKind } from '../model/record/kind.ts';
import { Delivery, type DeliverySettings } from './delivery.ts';
import type {
  PushClock,
  Transport,
  Journal,
  PushSource,
  Outcome,
  PushReport,
  RecordLine,
  ReportLine,
  Taken,
} from '../model/push.ts';
import { readState, type PushIdentity, type Todo } from './journal.ts';
import { batchesOf, readPushLine, type PushBatch } from './source.ts';
import { faultLine, PushTally, recordLine } from './tally.ts';
import { Withheld } from './withheld.ts';

export interface SendSettings extends PushIdentity, DeliverySettings {
  /** False = rectifications are left out, for a system that has the two steps of the national interface alone. */
  readonly rectifications: boolean;
  readonly progress: (done: number, all: number) => void;
  /** Gets one line for each record that was not accepted. */
  readonly report: (line: ReportLine) => void;
}

/**
 * Sends the records of a source to a system under test: looks through the source first, then sends all services, then
 * the ratings of those that were taken, then the rectifications of such ratings. Every record ends as accepted, as a
 * line of the report, or among those left out. What earlier runs with the same journal settled is not sent again; what
 * they may have sent is sent with `resend`.
 */
export async function sendRecords(
  source: PushSource,
  wire: Transport,
  journal: Journal,
  settings: SendSettings,
  clock: PushClock,
): Promise<PushReport> {
  const began = clock.elapsed();
  const tally = new PushTally();
  const leave = (line: ReportLine): void => {
    tally.leave(line);
    settings.report(line);
  };
  const withheld = new Withheld();
  const state = await readState(journal, { url: settings.url, batch: settings.batch }, (counts, rest) => {
    tally.take(counts);
    rest.forEach(leave);
    rest.forEach((line) => {
      withheld.take(line, line);
    });
  });
  tally.settledBefore = state.settled;
  const present = await lookOver(source, leave);
  const all = [...present.values()].reduce((sum, n) => sum + n, 0);
  const delivery = new Delivery(wire, state, tally, clock, settings);
  const send = async (batch: PushBatch, { positions, attempts }: Todo): Promise<void> => {
    const outcomes = heldBack(withheld, batch, positions);
    const free = positions.filter((at) => !outcomes.has(at));
    const touched = !delivery.isOver() && positions.length > 0;
    if (free.length > 0) {
      for (const [at, outcome] of await delivery.deliver(batch, { positions: free, attempts })) {
        outcomes.set(at, outcome);
      }
    }
    for (const [at, outcome] of outcomes) {
      const record = batch.records[at];
      if (record) withheld.take(record, outcome);
    }
    const { counts, rest } = resultOf(batch, outcomes);
    if (touched) state.settle(batch, counts, rest);
    tally.take(counts);
    rest.forEach(leave);
  };
  let done = 0;
  for await (const batch of batchesOf(source, settings.batch, new Set(present.keys()), settings.digest)) {
    const todo = state.todo(batch);
    if (batch.step === 'rectification' && !settings.rectifications) tally.leftOut += todo.positions.length;
    else await send(batch, todo);
    done += batch.records.length;
    settings.progress(done, all);
  }
  return tally.report(clock.elapsed() - began, delivery.halted);
}

/**
 * Reads the source once before anything is sent: a damaged file is found, and lines that are no records are reported.
 * The number of records of each step that the source has any of.
 */
async function lookOver(
  source: PushSource,
  leave: (line: ReportLine) => void,
): Promise<ReadonlyMap<RecordKind, number>> {
  const records = new Map<RecordKind, number>();
  const faults = { malformed: 0, unlabelled: 0 };
  for await (const line of source.lines()) {
    const record = readPushLine(line);
    if (typeof record === 'string') {
      faults[record]++;
      leave(faultLine(line, record));
    } else records.set(record.kind, (records.get(record.kind) ?? 0) + 1);
  }
  if (records.size === 0) throw nothingToPush(faults);
  return records;
}

const nothingToPush = ({ malformed, unlabelled }: { malformed: number; unlabelled: number }): Error =>
  malformed + unlabelled === 0
    ? cannot('没有可推送的记录：数据库是空的', 'there is nothing to push: the database holds no record')
    : cannot(
        `没有可推送的记录：${String(malformed)} 行不是服务、评价或整改记录，${String(unlabelled)} 行没有 dataSource = 模拟数据；push 读取 simulate --out 写出的 records.ndjson`,
        `there is nothing to push: ${String(malformed)} lines are no service, rating or rectification, ${String(unlabelled)} lack dataSource = 模拟数据; push takes the records.ndjson of simulate --out`,
      );

/** Outcomes of the records among these that have to stay here. */
function heldBack(
  withheld: Withheld,
  { records }: PushBatch,
  positions: readonly number[],
): Map<number, Outcome> {
  const held = new Map<number, Outcome>();
  for (const at of positions) {
    const record = records[at];
    const outcome = record && withheld.outcomeOf(record);
    if (outcome) held.set(at, outcome);
  }
  return held;
}

function resultOf(
  batch: PushBatch,
  outcomes: ReadonlyMap<number, Outcome>,
): { readonly counts: Taken; readonly rest: RecordLine[] } {
  let [accepted, resent, duplicate, duplicateResent] = [0, 0, 0, 0];
  const rest: RecordLine[] = [];
  for (const [at, outcome] of outcomes) {
    const again = outcome.attempt > 1 ? 1 : 0;
    if (outcome.reason === 'accepted') {
      resent += again;
      accepted += 1 - again;
    } else if (outcome.reason === 'duplicate') {
      duplicate++;
      duplicateResent += again;
    } else rest.push(recordLine(batch, at, outcome));
  }
  return { counts: { accepted, resent, duplicate, duplicateResent }, rest };
}
