import { cannot } from '../model/errors.ts';
import { Delivery, type DeliverySettings, type PushClock, type Transport } from './push-delivery.ts';
import { readState, type Journal, type PushIdentity } from './push-journal.ts';
import { batchesOf, readPushLine, serviceNameOf, type PushBatch, type PushSource } from './push-source.ts';
import {
  faultLine,
  isOpen,
  PushTally,
  reportLine,
  type Outcome,
  type PushReport,
  type ReportLine,
  type Taken,
} from './push-tally.ts';

export interface PushSettings extends PushIdentity, DeliverySettings {
  readonly progress: (done: number, all: number) => void;
  /** Gets one line for each record that was not accepted. */
  readonly report: (line: ReportLine) => void;
}

/**
 * Sends the records of a source to a system under test: looks through the source first, then sends all services, then
 * the ratings of those that were taken. Every record ends as accepted or as a line of the report. What earlier runs
 * with the same journal settled is not sent again; what they may have sent goes out with its mark.
 */
export async function pushRecords(
  source: PushSource,
  wire: Transport,
  journal: Journal,
  settings: PushSettings,
  clock: PushClock,
): Promise<PushReport> {
  const began = clock.elapsed();
  const tally = new PushTally();
  const leave = (line: ReportLine): void => {
    tally.leave(line);
    settings.report(line);
  };
  const withheld = new WithheldServices();
  const state = await readState(journal, { url: settings.url, batch: settings.batch }, (counts, rest) => {
    tally.take(counts);
    rest.forEach(leave);
    rest.forEach((line) => {
      withheld.take(line.kind, `${line.projectNo}/${line.serviceNumber}`, line);
    });
  });
  tally.settledBefore = state.settled;
  const all = await lookOver(source, leave);
  const delivery = new Delivery(wire, state, tally, clock, settings);
  let done = 0;
  for await (const batch of batchesOf(source, settings.batch)) {
    const { positions, attempts } = state.todo(batch);
    const outcomes = withheld.holdBack(batch, positions);
    const free = positions.filter((at) => !outcomes.has(at));
    const touched = !delivery.isOver() && positions.length > 0;
    if (free.length > 0) {
      for (const [at, outcome] of await delivery.deliver(batch, { positions: free, attempts })) {
        outcomes.set(at, outcome);
        const record = batch.records[at];
        if (record) withheld.take(batch.step, serviceNameOf(record), outcome);
      }
    }
    const { counts, rest } = resultOf(batch, outcomes);
    if (touched) state.settle(batch, counts, rest);
    tally.take(counts);
    rest.forEach(leave);
    done += batch.records.length;
    settings.progress(done, all);
  }
  return tally.report(clock.elapsed() - began, delivery.halted);
}

/** Reads the source once before anything is sent: a damaged file is found, and lines that are no records are reported. */
async function lookOver(source: PushSource, leave: (line: ReportLine) => void): Promise<number> {
  let records = 0;
  const faults = { malformed: 0, unlabelled: 0 };
  for await (const line of source.lines()) {
    const record = readPushLine(line);
    if (typeof record === 'string') {
      faults[record]++;
      leave(faultLine(line, record));
    } else records++;
  }
  if (records === 0) throw nothingToPush(faults);
  return records;
}

const nothingToPush = ({ malformed, unlabelled }: { malformed: number; unlabelled: number }): Error =>
  malformed + unlabelled === 0
    ? cannot('没有可推送的记录：数据库是空的', 'there is nothing to push: the database holds no record')
    : cannot(
        `没有可推送的记录：${String(malformed)} 行不是服务或评价记录，${String(unlabelled)} 行没有 dataSource = 模拟数据；push 读取 simulate --out 写出的 records.ndjson`,
        `there is nothing to push: ${String(malformed)} lines are no service or rating, ${String(unlabelled)} lack dataSource = 模拟数据; push takes the records.ndjson of simulate --out`,
      );

/** Services that the system does not have, as far as is known: their ratings are not sent. The last word counts. */
class WithheldServices {
  private readonly reasons = new Map<string, Outcome>();

  take(kind: string, service: string, outcome: Outcome): void {
    const { reason, code, message } = outcome;
    // After a stop nothing is sent anyway: what was left by it need not be remembered.
    if (kind !== 'service' || reason === 'stopped') return;
    if (reason === 'accepted' || reason === 'duplicate') this.reasons.delete(service);
    else {
      const held = isOpen(reason) ? 'service-open' : 'service-refused';
      this.reasons.set(service, { reason: held, code, message, attempt: 0 });
    }
  }

  /** Outcomes of the ratings among these that have to stay here. */
  holdBack(batch: PushBatch, positions: readonly number[]): Map<number, Outcome> {
    const held = new Map<number, Outcome>();
    if (batch.step === 'service' || this.reasons.size === 0) return held;
    for (const at of positions) {
      const record = batch.records[at];
      const outcome = record && this.reasons.get(serviceNameOf(record));
      if (outcome) held.set(at, outcome);
    }
    return held;
  }
}

function resultOf(
  batch: PushBatch,
  outcomes: ReadonlyMap<number, Outcome>,
): { readonly counts: Taken; readonly rest: ReportLine[] } {
  let [accepted, resent, duplicate, duplicateResent] = [0, 0, 0, 0];
  const rest: ReportLine[] = [];
  for (const [at, outcome] of outcomes) {
    const again = outcome.attempt > 1 ? 1 : 0;
    if (outcome.reason === 'accepted') {
      resent += again;
      accepted += 1 - again;
    } else if (outcome.reason === 'duplicate') {
      duplicate++;
      duplicateResent += again;
    } else rest.push(reportLine(batch, at, outcome));
  }
  return { counts: { accepted, resent, duplicate, duplicateResent }, rest };
}
