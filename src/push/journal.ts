import { cannot, wrongUse } from '../model/errors.ts';
import {
  journalLineSchema,
  type Journal,
  type JournalLine,
  type RecordLine,
  type Taken,
} from '../model/push.ts';
import { readStrictJson } from '../model/strict-json.ts';
import { isOpen } from './tally.ts';
import type { PushBatch } from './source.ts';

/** What a state belongs to. */
export interface PushIdentity {
  /** Address without what may be secret in it. */
  readonly url: string;
  /** Records a request. */
  readonly batch: number;
}

/** Positions of a batch that are still to be sent, and how often they may have been sent before. */
export interface Todo {
  readonly positions: readonly number[];
  readonly attempts: number;
}

/** Where earlier runs left off. */
export class PushState {
  private readonly keys: string[] = [];
  private readonly attempts = new Map<number, number>();
  private readonly openAt = new Map<number, readonly number[]>();
  private readonly done = new Set<number>();

  /** `identity` is written before the first line of a new state. */
  constructor(
    private readonly journal: Journal,
    private identity: PushIdentity | undefined,
  ) {}

  todo(batch: PushBatch): Todo {
    const known = this.keys[batch.number];
    if (known !== undefined && known !== batch.key) throw otherSource(batch);
    const all = batch.records.map((_, position) => position);
    const positions = this.done.has(batch.number) ? [] : (this.openAt.get(batch.number) ?? all);
    return { positions, attempts: this.attempts.get(batch.number) ?? 0 };
  }

  try(batch: PushBatch, attempt: number): void {
    this.append({ tries: batch.number, key: batch.key, attempt });
  }

  settle(batch: PushBatch, counts: Taken, rest: readonly RecordLine[]): void {
    this.append({ dealt: batch.number, key: batch.key, ...counts, rest });
  }

  private append(line: JournalLine): void {
    if (this.identity) this.journal.append(JSON.stringify({ push: 1, ...this.identity }));
    this.identity = undefined;
    this.journal.append(JSON.stringify(line));
  }

  /** Takes in what an earlier run wrote; what it says of batches holds for this one. */
  remember(line: JournalLine): void {
    if ('push' in line) {
      this.identity = undefined;
      return;
    }
    if ('tries' in line) {
      this.keys[line.tries] = line.key;
      this.attempts.set(line.tries, Math.max(line.attempt, this.attempts.get(line.tries) ?? 0));
      return;
    }
    const open = line.rest.filter(({ reason }) => isOpen(reason));
    this.keys[line.dealt] = line.key;
    if (open.length > 0) {
      this.openAt.set(
        line.dealt,
        open.map(({ at }) => at),
      );
      this.attempts.set(line.dealt, Math.max(...open.map(({ attempt }) => attempt)));
      return;
    }
    this.done.add(line.dealt);
    this.openAt.delete(line.dealt);
    this.attempts.delete(line.dealt);
  }

  get settled(): number {
    return this.done.size;
  }
}

/**
 * Reads the lines of earlier runs; `settled` gets what stands for good of each batch. A new state begins with its
 * identity, an old one must have the same.
 */
export async function readState(
  journal: Journal,
  identity: PushIdentity,
  settled: (counts: Taken, rest: readonly RecordLine[]) => void,
): Promise<PushState> {
  const state = new PushState(journal, identity);
  let number = 0;
  for await (const text of journal.past) {
    const line = parsed(text, ++number);
    if (number === 1) checkIdentity(line, identity);
    else if ('push' in line) throw notAState(number);
    state.remember(line);
    if (!('dealt' in line)) continue;
    settled(
      line,
      line.rest.filter(({ reason }) => !isOpen(reason)),
    );
  }
  return state;
}

function parsed(text: string, number: number): JournalLine {
  const read = readStrictJson(text);
  const line = 'value' in read ? journalLineSchema.safeParse(read.value).data : undefined;
  if (line) return line;
  throw notAState(number);
}

function checkIdentity(line: JournalLine, { url, batch }: PushIdentity): void {
  if (!('push' in line)) throw notAState(1);
  if (line.url !== url) {
    throw wrongUse(
      `--state：该状态文件属于对 ${line.url} 的推送，而不是 ${url}；请换一个文件`,
      `--state: this state is that of a push to ${line.url}, not to ${url}; use another file`,
    );
  }
  if (line.batch !== batch) {
    throw wrongUse(
      `--batch = “${String(batch)}”：状态文件以每批 ${String(line.batch)} 条开始，续推须相同`,
      `--batch = “${String(batch)}”: the state was begun with ${String(line.batch)} records a batch; go on with the same`,
    );
  }
}

const notAState = (number: number): Error =>
  wrongUse(
    `--state：第 ${String(number)} 行不是推送状态；请换一个文件`,
    `--state: line ${String(number)} is not a line of a push state; use another file`,
  );

const otherSource = ({ number }: PushBatch): Error =>
  cannot(
    `第 ${String(number)} 批与状态文件中的内容不同：记录来源在上次推送后改变了；请用新的 --state 文件重新开始`,
    `batch ${String(number)} is not what the state knows: the records have changed since; begin anew with another --state file`,
  );
