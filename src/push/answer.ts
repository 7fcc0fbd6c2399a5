import { platformAnswerSchema, type PlatformAnswer, type Reply } from '../model/push.ts';
import { readStrictJson } from '../model/strict-json.ts';
import { recordNameOf, type PushRecord } from './source.ts';

export interface RecordVerdict {
  readonly verdict: 'accepted' | 'duplicate' | 'service-missing' | 'refused';
  readonly code: string;
  readonly message: string;
}

type Answer = Extract<Reply, { kind: 'answer' }>;

/** What an answer means for the records of its request. */
export type Meaning =
  | {
      readonly kind: 'verdicts';
      /** Verdicts by position; undefined where the answer does not name the record. */
      readonly each: readonly (RecordVerdict | undefined)[];
      /** Verdict on those that are not named. */
      readonly others: RecordVerdict;
    }
  | { readonly kind: 'again'; readonly cause: string; readonly after: number | null }
  | { readonly kind: 'barred'; readonly code: string; readonly message: string };

/** Statuses that speak of the records: others from 400 on speak of address, token or form of the request. */
const ABOUT_RECORDS = new Set([400, 409, 413, 422]);

/**
 * Reads a reply. `unanswered`: an earlier try of the same request got no answer, so that 409 may mean “still at work
 * on it” (as the IETF draft on Idempotency-Key has it) and is worth another try.
 */
export function readReply(reply: Reply, records: readonly PushRecord[], unanswered: boolean): Meaning {
  if (reply.kind === 'lost') return { kind: 'again', cause: reply.cause, after: null };
  if (reply.kind === 'barred') return reply;
  const { status, body, shown, retryAfter } = reply;
  const passing = status === 408 || status === 429 || status >= 500 || (status === 409 && unanswered);
  if (passing) return { kind: 'again', cause: String(status), after: retryAfter };
  const answer = parseAnswer(body);
  const ok = status >= 200 && status < 300;
  if (!ok && !ABOUT_RECORDS.has(status)) {
    return { kind: 'barred', code: String(status), message: plain(wordsOf(answer) || shown) };
  }
  // What a damaged text says of the records is not guessed: only success as a whole needs no words.
  const wholeSuccess = ok && answer?.success === true && (answer.results ?? []).length === 0;
  if (body.includes(REPLACEMENT) && !wholeSuccess) {
    return { kind: 'barred', code: 'unreadable', message: plain(shown) };
  }
  if (!answer && ok) return notUnderstood(shown);
  return verdictsOf(answer, ok, reply, records);
}

/** Stands where a text could not be decoded, here or before it came here. */
const REPLACEMENT = '\uFFFD';

function parseAnswer(body: string): PlatformAnswer | undefined {
  const read = readStrictJson(body);
  return 'value' in read ? platformAnswerSchema.safeParse(read.value).data : undefined;
}

function verdictsOf(
  answer: PlatformAnswer | undefined,
  ok: boolean,
  { status, body, shown }: Pick<Answer, 'status' | 'body' | 'shown'>,
  records: readonly PushRecord[],
): Meaning {
  const each: (RecordVerdict | undefined)[] = records.map(() => undefined);
  const positionsOf = positionsByName(records);
  for (const { index, key, ...result } of answer?.results ?? []) {
    const named = key === undefined ? [index ?? -1] : (positionsOf.get(key) ?? [-1]);
    for (const position of named) {
      if (!(position in records)) return notUnderstood(shown);
      each[position] = verdictOn(result.code, wordsOf(result));
    }
  }
  const said = answer?.code ?? `HTTP ${String(status)}`;
  if (!ok || answer?.success === false) {
    const others = answer ? verdictOn(said, wordsOf(answer)) : verdictOn(said, body, shown);
    return { kind: 'verdicts', each, others: notAccepted(others) };
  }
  if (answer?.success === true) {
    return { kind: 'verdicts', each, others: { verdict: 'accepted', code: said, message: '' } };
  }
  if (answer?.code !== undefined) {
    return { kind: 'verdicts', each, others: verdictOn(answer.code, wordsOf(answer)) };
  }
  if (each.includes(undefined)) return notUnderstood(shown);
  return { kind: 'verdicts', each, others: { verdict: 'refused', code: said, message: '' } };
}

/** Where each name stands; a source may hold the same record twice. */
function positionsByName(records: readonly PushRecord[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  records.forEach((record, position) => {
    const name = recordNameOf(record);
    const known = positions.get(name);
    if (known) known.push(position);
    else positions.set(name, [position]);
  });
  return positions;
}

/** A refusal as a whole, whatever its code: “code 200, success false” is one. */
const notAccepted = (verdict: RecordVerdict): RecordVerdict =>
  verdict.verdict === 'accepted' ? { ...verdict, verdict: 'refused' } : verdict;

const ACCEPTED = new Set(['0', '200', 'ok', 'success', 'accepted']);
const DUPLICATE = new Set(['409', 'duplicate']);
const SERVICE_MISSING = new Set(['88', 'orphan']);

/** Reject texts of platforms in use, which often carry no code of their own. */
const DUPLICATE_WORDS = /本次服务已存在评价|评价数据不可重复|无需重复评价/;
const SERVICE_MISSING_WORDS = /没有对应的服务数据/;

function verdictOn(said: string, message: string, shown = message): RecordVerdict {
  const known = said.toLowerCase();
  const text = plain(shown);
  if (ACCEPTED.has(known)) return { verdict: 'accepted', code: said, message: text };
  if (DUPLICATE.has(known) || DUPLICATE_WORDS.test(message)) {
    return { verdict: 'duplicate', code: said, message: text };
  }
  if (SERVICE_MISSING.has(known) || SERVICE_MISSING_WORDS.test(message)) {
    return { verdict: 'service-missing', code: said, message: text };
  }
  return { verdict: 'refused', code: said, message: text };
}

const wordsOf = (said: Pick<PlatformAnswer, 'errorMessage' | 'message'> | undefined): string =>
  said?.errorMessage ?? said?.message ?? '';

const notUnderstood = (shown: string): Meaning => ({
  kind: 'barred',
  code: 'not-understood',
  message: plain(shown),
});

/** Foreign text as one short line without control characters. */
const plain = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
