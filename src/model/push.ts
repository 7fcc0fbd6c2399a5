import { z } from 'zod';
import type { Bilingual } from './language.ts';
import { recordKinds } from './record/kind.ts';
import type { SourceLine } from './record/source-line.ts';

/** Where the records come from; read once to look it over and once for each step in it, so that nothing is held in memory. */
export interface PushSource {
  readonly lines: () => AsyncIterable<SourceLine> | Iterable<SourceLine>;
}

/** How it ended for a record. */
export const pushReasons = [
  'accepted',
  'duplicate',
  'refused',
  'service-missing',
  'service-refused',
  'service-open',
  'rating-refused',
  'rating-open',
  'interface',
  'given-up',
  'stopped',
  'malformed',
  'unlabelled',
] as const;
export type PushReason = (typeof pushReasons)[number];

/** The reasons that are neither acceptance nor a refusal by the system, in words. */
export const pushReasonText: Readonly<Partial<Record<PushReason, Bilingual>>> = {
  'service-refused': { zh: '其服务未通过对方校验，未发送', en: 'not sent, its service was refused' },
  'service-open': { zh: '其服务尚未送达，未发送', en: 'not sent, its service was not delivered' },
  'rating-refused': {
    zh: '其评价未通过对方校验，整改未发送',
    en: 'rectification not sent, its rating was refused',
  },
  'rating-open': {
    zh: '其评价尚未送达，整改未发送',
    en: 'rectification not sent, its rating was not delivered',
  },
  interface: { zh: '接口错误', en: 'interface error' },
  'given-up': { zh: '多次重试无结果', en: 'given up after all tries' },
  stopped: { zh: '推送提前结束', en: 'the push ended before' },
  malformed: {
    zh: '不是服务、评价或整改记录，未发送',
    en: 'no service, rating or rectification record, not sent',
  },
  unlabelled: { zh: '没有 dataSource = 模拟数据，未发送', en: 'without dataSource = 模拟数据, not sent' },
};

/** How it ended for a record of a batch; `attempt` is the number of the last try, 0 where there was none. */
export interface Outcome {
  readonly reason: PushReason;
  readonly code: string;
  readonly message: string;
  readonly attempt: number;
}

/** A line of the report file on a record that was not accepted. */
export const recordLineSchema = z.object({
  state: z.number(),
  reason: z.enum(pushReasons),
  kind: z.enum(recordKinds),
  projectNo: z.string(),
  serviceNumber: z.string(),
  assessNumber: z.string(),
  source: z.string(),
  line: z.number(),
  code: z.string(),
  message: z.string(),
  batch: z.number(),
  at: z.number(),
  key: z.string(),
  attempt: z.number(),
});
export type RecordLine = z.infer<typeof recordLineSchema>;

/** A line of the report file; one on something that is no record has no kind. */
export type ReportLine = Omit<RecordLine, 'kind'> & { readonly kind: RecordLine['kind'] | '' };

/** Records that the system under test took, by how; each batch adds to these counts. */
export interface Taken {
  /** Accepted when sent for the first time. */
  readonly accepted: number;
  /** Accepted when sent again. */
  readonly resent: number;
  readonly duplicate: number;
  /** Duplicates among those sent again: probably taken by a try that got no answer. */
  readonly duplicateResent: number;
}

export interface PushReport {
  /** Lines of the source but for those left out. accepted + resent + duplicate + refused + unsent = records. */
  readonly records: number;
  /** Rectifications that stayed here because they were asked to. */
  readonly leftOut: number;
  /** Records sent at least once: the whole push, earlier runs with the same state included. */
  readonly sent: number;
  readonly accepted: number;
  readonly resent: number;
  readonly duplicate: number;
  readonly refused: number;
  /** The ten most frequent refusals. */
  readonly refusals: readonly {
    readonly code: string;
    readonly message: string;
    readonly records: number;
  }[];
  readonly unsent: number;
  /** Why records were not taken, other than by refusal. */
  readonly unsentBy: Readonly<Partial<Record<PushReason, number>>>;
  /** Records by upload state. */
  readonly states: Readonly<Record<string, number>>;
  /** Batches that an earlier run with the same state had settled. */
  readonly settledBefore: number;
  /** From here on: this run alone. */
  readonly requests: number;
  readonly retries: number;
  readonly retriesBy: Readonly<Record<string, number>>;
  /** Bytes of request bodies. */
  readonly bytes: number;
  readonly seconds: number;
  /** Records sent in this run, repeats included, a second. */
  readonly perSecond: number;
  /** Seconds from request to answer. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  } | null;
  /** Why the push ended before its end. */
  readonly stopped: Bilingual | null;
}

/** What a push keeps of itself, line by line, so that another run can go on where it ended. */
export interface Journal {
  /** Lines of earlier runs, oldest first. */
  readonly past: AsyncIterable<string> | Iterable<string>;
  /** Keeps a line for good before it returns. */
  readonly append: (line: string) => void;
}

const taken = {
  accepted: z.number(),
  resent: z.number(),
  duplicate: z.number(),
  duplicateResent: z.number(),
};
const head = z.object({ push: z.literal(1), url: z.string(), batch: z.number() });
/** Written before a request leaves: from here on its records may have been received. */
const tried = z.object({ tries: z.number(), key: z.string(), attempt: z.number() });
/** Written when a batch has been dealt with; `rest` is what was not accepted. */
const dealt = z.object({
  dealt: z.number(),
  key: z.string(),
  ...taken,
  rest: z.array(recordLineSchema).readonly(),
});
/** A line of a journal. */
export const journalLineSchema = z.union([head, tried, dealt]);
export type JournalLine = z.infer<typeof journalLineSchema>;

/** What came back for a request. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      /** The beginning of the body as it may be shown. Names in the body are as they came: they are read, not shown. */
      readonly shown: string;
      /** Seconds that the system asks to wait (Retry-After); null where it does not. */
      readonly retryAfter: number | null;
    }
  /** No answer, or not all of it: the request may have been processed. */
  | { readonly kind: 'lost'; readonly cause: string }
  /** Trying again cannot help: a redirect, no TLS at that port, an unknown host, an endless answer. */
  | { readonly kind: 'barred'; readonly code: string; readonly message: string };

const code = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const words = z.string().nullish();
/** Null counts as absent. */
const orNull = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined);
/** An answer as systems in use give it; what it does not say is absent or null. */
export const platformAnswerSchema = z.object({
  success: orNull(z.boolean()),
  code: orNull(code),
  errorMessage: words,
  message: words,
  results: z
    .array(
      z.object({
        index: orNull(z.number().int()),
        key: orNull(z.string()),
        code,
        errorMessage: words,
        message: words,
      }),
    )
    .nullish(),
});
export type PlatformAnswer = z.infer<typeof platformAnswerSchema>;

export interface PushRequest {
  /** Header Idempotency-Key: the same on every try. */
  readonly key: string;
  /** Header X-Attempt: how many times these records have been sent, this time included. */
  readonly attempt: number;
  readonly body: string;
}

/** The wire: sends a request and gives what came back; never throws for what the other side does. */
export type Transport = (request: PushRequest) => Promise<Reply>;

/** A clock that can wait; passed in like every clock. */
export interface PushClock {
  /** Seconds of a clock that only runs forward. */
  readonly elapsed: () => number;
  /** Waits some seconds, or less when `stop` says so. */
  readonly sleep: (seconds: number, stop: AbortSignal) => Promise<void>;
}
