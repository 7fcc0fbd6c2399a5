import type { Bilingual } from '../model/language.ts';
import { draw, stream, uniform } from '../model/math/random.ts';
import type { Outcome, PushClock, Reply, Transport } from '../model/push.ts';
import { readReply, type Meaning, type RecordVerdict } from './answer.ts';
import type { PushState } from './journal.ts';
import { partKey, type PushBatch, type PushDigest, type PushRecord } from './source.ts';
import type { PushTally } from './tally.ts';

export interface DeliverySettings {
  /** Records a second, repeats included. */
  readonly rate?: number;
  /** Further tries of a request. */
  readonly retries: number;
  /** Asks to end after the request in flight. */
  readonly stop: AbortSignal;
  readonly waiting: (cause: string, seconds: number) => void;
  readonly digest: PushDigest;
}

/** First wait and longest wait between two tries, seconds: 1, 2, 4 … 60, of which half is left to chance. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;

/** A system that asks for a longer pause than this many seconds is left alone: the push ends. */
const LONGEST_PAUSE = 600;

/** Requests in a row without an answer in any of their tries, after which the system counts as gone. */
const PATIENCE = 3;

/** Some records of a batch, by position, that share a request. */
interface Part {
  readonly positions: readonly number[];
  /** How many times they have been sent. */
  readonly attempts: number;
}

type Settled = Extract<Meaning, { kind: 'verdicts' }> | Outcome;

/** Sends batches one after the other, keeps to the rate, tries again, and looks for the culprits of a refused batch. */
export class Delivery {
  /** Why nothing more is sent. */
  halted: Bilingual | null = null;
  private freeAt = 0;
  private understood = 0;
  private givenUp = 0;

  constructor(
    private readonly wire: Transport,
    private readonly state: PushState,
    private readonly tally: PushTally,
    private readonly clock: PushClock,
    private readonly settings: DeliverySettings,
  ) {}

  /** True when nothing more may be sent. */
  isOver(): boolean {
    if (this.settings.stop.aborted) {
      this.halted ??= { zh: '推送被中断', en: 'the push was interrupted' };
    }
    return this.halted !== null;
  }

  /** Sends records of a batch; every one of them gets an outcome. */
  async deliver(batch: PushBatch, whole: Part): Promise<Map<number, Outcome>> {
    const outcomes = new Map<number, Outcome>();
    const parts = [whole];
    for (let part = parts.shift(); part; part = parts.shift()) {
      const { settled, attempts } = await this.ask(batch, part);
      if (!('each' in settled)) {
        for (const at of part.positions) outcomes.set(at, settled);
        continue;
      }
      const unnamed: number[] = [];
      part.positions.forEach((at, i) => {
        const verdict = settled.each[i];
        if (verdict) outcomes.set(at, outcomeOf(verdict, attempts));
        else unnamed.push(at);
      });
      if (settled.others.verdict === 'accepted' || part.positions.length === 1) {
        for (const at of unnamed) outcomes.set(at, outcomeOf(settled.others, attempts));
      } else {
        // Who is named is known; of a refusal without names, or the rest of one, each half tells a little more.
        const named = unnamed.length < part.positions.length;
        parts.unshift(
          ...(named ? [unnamed] : halves(unnamed)).flatMap((positions) => partOf(positions, attempts)),
        );
      }
    }
    return outcomes;
  }

  /** Sends one part until there is an answer, or no use in another try. */
  private async ask(batch: PushBatch, part: Part): Promise<{ settled: Settled; attempts: number }> {
    const key = partKey(batch, part.positions, this.settings.digest);
    const records = part.positions.flatMap((at) => batch.records[at] ?? []);
    let { attempts } = part;
    let unanswered = false;
    const outcome = (reason: 'stopped' | 'given-up' | 'interface', code: string, message = '') => ({
      settled: { reason, code, message, attempt: attempts },
      attempts,
    });
    for (let tries = 1; ; tries++) {
      await this.pace(records.length);
      if (this.isOver()) return outcome('stopped', '');
      attempts++;
      const reply = await this.send(batch, records, key, attempts);
      const meaning = readReply(reply, records, unanswered);
      if (meaning.kind === 'verdicts') {
        this.understood++;
        this.givenUp = 0;
        return { settled: meaning, attempts };
      }
      if (meaning.kind === 'barred') {
        this.halted = barred(meaning.code, meaning.message);
        return outcome('interface', meaning.code, meaning.message);
      }
      const { cause, after } = meaning;
      unanswered ||= reply.kind === 'lost';
      if (after !== null && after > LONGEST_PAUSE) {
        this.halted = longPause(after);
        return outcome('given-up', cause);
      }
      if (tries > this.settings.retries) {
        this.countGivenUp(tries, cause);
        return outcome('given-up', cause);
      }
      await this.waitFor(cause, Math.max(after ?? 0, backoff(key, tries)));
      if (this.isOver()) return outcome('stopped', cause);
      this.tally.retry(cause);
    }
  }

  private async send(
    batch: PushBatch,
    records: readonly PushRecord[],
    key: string,
    attempt: number,
  ): Promise<Reply> {
    const mark = attempt > 1 ? ',"resend":true' : '';
    const body = `{"step":"${batch.step}"${mark},"records":[${records.map(({ text }) => text).join(',')}]}`;
    this.state.try(batch, attempt);
    const began = this.clock.elapsed();
    const reply = await this.wire({ key, attempt, body });
    this.tally.request(records.length, new TextEncoder().encode(body).length);
    if (reply.kind === 'answer') this.tally.answer(this.clock.elapsed() - began);
    return reply;
  }

  /** Waits until the records sent before have had their time; a slow answer gives no right to hurry afterwards. */
  private async pace(records: number): Promise<void> {
    const { rate, stop } = this.settings;
    if (rate === undefined || this.isOver()) return;
    const wait = this.freeAt - this.clock.elapsed();
    if (wait > 0) await this.clock.sleep(wait, stop);
    this.freeAt = Math.max(this.freeAt, this.clock.elapsed()) + records / rate;
  }

  private async waitFor(cause: string, seconds: number): Promise<void> {
    this.settings.waiting(cause, seconds);
    await this.clock.sleep(seconds, this.settings.stop);
  }

  /** A system that has never answered gets no second chance: the address is probably wrong. */
  private countGivenUp(tries: number, cause: string): void {
    this.givenUp++;
    if (this.understood === 0 || this.givenUp >= PATIENCE) this.halted = gone(tries, cause);
  }
}

const outcomeOf = ({ verdict, code, message }: RecordVerdict, attempt: number): Outcome => ({
  reason: verdict,
  code,
  message,
  attempt,
});

function halves(positions: readonly number[]): readonly (readonly number[])[] {
  const middle = Math.ceil(positions.length / 2);
  return [positions.slice(0, middle), positions.slice(middle)];
}

const partOf = (positions: readonly number[], attempts: number): Part[] =>
  positions.length === 0 ? [] : [{ positions, attempts }];

/** Seconds before the next try: doubled each time, half of it drawn by key, so that pushers do not come back together. */
function backoff(key: string, tries: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  const word = draw(Number.parseInt(key.slice(0, 8), 16), stream.backoff, 0, tries, 0);
  return longest * (0.5 + uniform(word) / 2);
}

const gone = (tries: number, cause: string): Bilingual => ({
  zh: `对方系统没有应答（${cause}，每批试 ${String(tries)} 次）`,
  en: `the system does not answer (${cause}, ${String(tries)} tries a batch)`,
});

const longPause = (seconds: number): Bilingual => ({
  zh: `对方系统要求等待 ${String(seconds)} 秒（Retry-After），超过 ${String(LONGEST_PAUSE)} 秒`,
  en: `the system asks for a pause of ${String(seconds)} s (Retry-After), more than ${String(LONGEST_PAUSE)} s`,
});

/** What another try cannot heal, in words where the code alone says little. */
const barredText: Readonly<Record<string, Bilingual>> = {
  'not-understood': { zh: '应答不是约定的 JSON', en: 'the answer is not the JSON agreed upon' },
  unreadable: {
    zh: '应答的文字已损坏，无法判断',
    en: 'the text of the answer is damaged and cannot be judged',
  },
  'too-long': { zh: '应答过长', en: 'the answer is too long' },
  redirect: { zh: '对方要求转向，不跟随', en: 'the system redirects, which is not followed' },
  'no-tls': {
    zh: '该端口不是 https（或证书不被信任）',
    en: 'no https at this port, or a certificate that is not trusted',
  },
  'bad-port': { zh: '该端口不可用于 http', en: 'this port is not allowed for http' },
  'unknown-host': { zh: '找不到该主机名', en: 'there is no such host' },
  '401': {
    zh: '对方要求身份凭证（HTTP 401）；见 --header',
    en: 'the system asks for credentials (HTTP 401); see --header',
  },
  '403': {
    zh: '对方拒绝访问（HTTP 403）；见 --header',
    en: 'the system forbids it (HTTP 403); see --header',
  },
  '404': { zh: '该地址不存在（HTTP 404）', en: 'there is no such address (HTTP 404)' },
};

function barred(code: string, message: string): Bilingual {
  const text = barredText[code] ?? {
    zh: `对方拒绝请求（HTTP ${code}）`,
    en: `the system rejects the request (HTTP ${code})`,
  };
  const detail = message === '' ? '' : `: ${message}`;
  return { zh: text.zh + detail, en: text.en + detail };
}
