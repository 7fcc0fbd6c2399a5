import type { RefusalReason } from '../../src/model/refusal.ts';
import { aRating, aRectification, aService, caseNumber, permit, type Fields } from '../builders.ts';

/** What must become of a line. */
export type Fate = 'accepted' | 'duplicate' | RefusalReason;

interface HostileLine {
  readonly text: string;
  readonly fate: Fate;
}

const json = (fields: Fields): string => JSON.stringify(fields);

/** A record with more members at its end, as text: JSON.stringify would not write them. */
const and = (fields: Fields, members: string): string => `${json(fields).slice(0, -1)},${members}}`;

/** A megabyte and a little less: a line that is still read. */
const MEGABYTE = 1_040_000;

/** Ways to be hostile, by the number of the line; `n` is another for each line, and so are the case numbers made of it. */
const ways: readonly ((n: number) => HostileLine)[] = [
  (n) => ({ text: json(aService({ projectNo: caseNumber(permit, n % 131_000) })), fate: 'accepted' }),
  (n) => ({ text: json(aService({ projectNo: `外-${String(n)}`, userName: '😀' })), fate: 'accepted' }),
  // The service of the line before, once more.
  (n) => ({ text: json(aService({ projectNo: `外-${String(n - 1)}`, userName: 'x' })), fate: 'duplicate' }),
  (n) => ({
    text: json(
      aRating({ projectNo: `外-${String(n - 2)}`, writingEvaluation: `\u0000\u0007\u2028😀${String(n)}` }),
    ),
    fate: 'accepted',
  }),
  (n) => ({ text: json(aRating({ projectNo: `孤-${String(n)}` })), fate: 'orphan' }),
  (n) => ({
    text: json(aRating({ projectNo: `外-${String(n - 4)}`, assessNumber: 2, pf: '9' })),
    fate: 'code-list',
  }),
  (n) => ({ text: json(aRating({ projectNo: `追-${String(n)}`, assessNumber: 2 })), fate: 'orphan' }),
  (n) => ({ text: json(aRectification({ projectNo: `整-${String(n)}` })), fate: 'orphan' }),
  (n) => ({
    text: and(aService(), `"x${String(n)}":${'['.repeat(5000)}${']'.repeat(5000)}`),
    fate: 'oversized',
  }),
  (n) => ({ text: `${'{"a":'.repeat(200)}${String(n)}`, fate: 'oversized' }),
  (n) => ({ text: and(aRating(), `"text${String(n)}":"慢\\ud83d"`), fate: 'ill-formed-text' }),
  (n) => ({
    text: and(aRating({ writingEvaluation: undefined }), `"writingEvaluation":"\\ude00\\ud83d${String(n)}"`),
    fate: 'ill-formed-text',
  }),
  (n) => ({ text: and(aRating(), `"satisfaction":"${String(n)}"`), fate: 'ambiguous' }),
  (n) => ({ text: and(aService(), `"serv\\u0069ceNumber":${String(n)}`), fate: 'ambiguous' }),
  // Two cases whose numbers are the same once they are read as floating-point numbers.
  (n) => ({
    text: and(
      aService({ projectNo: undefined }),
      `"projectNo":${String(90_071_992_547_409_930_000n + BigInt(n))}`,
    ),
    fate: 'accepted',
  }),
  (n) => ({
    text: and(aService({ serviceNumber: undefined }), `"serviceNumber":1e${String(n)}`),
    fate: 'code-list',
  }),
  (n) => ({
    text: and(aService({ projectNo: undefined }), `"projectNo":${String(n)}${'9'.repeat(300)}`),
    fate: 'code-list',
  }),
  (n) => ({ text: `{"kind":"service","taskCode":"${String(n)}`, fate: 'malformed' }),
  (n) => ({ text: `\uFEFF{"kind":"rating","n":${String(n)}}`, fate: 'malformed' }),
  (n) => ({ text: `{"kind":"rating","a":"\u0001\u0000${String(n)}"}`, fate: 'malformed' }),
  (n) => ({ text: `[${String(n)}]`, fate: 'malformed' }),
  (n) => ({ text: `{"kind":"constructor","__proto__":${String(n)}}`, fate: 'malformed' }),
  (n) => ({ text: `{"kind":"office","code":"${String(n)}"}`, fate: 'malformed' }),
  (n) => ({ text: json(aService({ projectNo: { n } })), fate: 'malformed' }),
  (n) => ({ text: json(aService({ projectNo: `长${'😀'.repeat(50)}${String(n)}` })), fate: 'code-list' }),
  (n) => ({ text: json(aService({ certKey: '990009199013010011', userName: String(n) })), fate: 'checksum' }),
  // The very same line, again and again.
  () => ({ text: json(aService({ proStatus: '' })), fate: 'required' }),
  (n) => ({
    text: json(
      aService({
        projectNo: `x${String(n)}`,
        ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${String(i + n)}`, i])),
      }),
    ),
    fate: 'accepted',
  }),
];

const large: readonly ((n: number) => HostileLine)[] = [
  (n) => ({
    text: and(aService({ projectNo: `大-${String(n)}` }), `"more":"${'大'.repeat(MEGABYTE / 3)}"`),
    fate: 'accepted',
  }),
  (n) => ({
    text: json(aRating({ projectNo: `大孤-${String(n)}`, writingEvaluation: '长'.repeat(MEGABYTE / 3) })),
    fate: 'orphan',
  }),
  (n) => ({ text: `{"kind":"rating","n":${String(n)},${'"a":{'.repeat(MEGABYTE / 5)}`, fate: 'oversized' }),
  (n) => ({ text: `{"kind":"service","n":${String(n)},"x":"${'y'.repeat(1_048_576)}"}`, fate: 'oversized' }),
  (n) => ({
    text: json(aRectification({ projectNo: `大整-${String(n)}`, more: 'z'.repeat(MEGABYTE) })),
    fate: 'orphan',
  }),
];

/** Lines of every way, so many of a megabyte spread among them; the same ones every time. */
export function* hostileLines(lines: number, megabytes: number): Generator<HostileLine> {
  // They take the place of the last way, on which no other line rests.
  const blocks = Math.floor(lines / ways.length / Math.max(1, megabytes));
  let bigger = 0;
  for (let n = 0; n < lines; n++) {
    const at = n % ways.length;
    const isLarge =
      at === ways.length - 1 && Math.floor(n / ways.length) % blocks === 0 && bigger < megabytes;
    const way = isLarge ? large[bigger++ % large.length]! : ways[at]!;
    yield way(n);
  }
}

/** How many lines have each fate. */
export function fates(lines: Iterable<HostileLine>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fate } of lines) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}
