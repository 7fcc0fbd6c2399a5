import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Reply,
  PushClock,
  PushRequest,
  Transport,
  Journal,
  PushSource,
  PushReport,
  ReportLine,
} from '../../src/model/push.ts';
import { pushRecords } from '../../src/jobs/push/push-records.ts';
import { linesOfStore } from '../../src/jobs/push/push-source.ts';
import {
  aRating,
  aRectification,
  aService,
  collect,
  knowledge,
  mistakeOf,
  simulate,
  useScratch,
  type Fields,
} from '../builders.ts';
import { expectAllAccountedFor, nameOf, Platform, type Manner } from '../platform.ts';

const scratch = useScratch();

const dataSource = '模拟数据';
const service = (n: number, given: Fields = {}): Fields =>
  aService({ projectNo: `case-${n}`, dataSource, ...given });
const rating = (n: number, given: Fields = {}): Fields =>
  aRating({ projectNo: `case-${n}`, dataSource, ...given });
const rectification = (n: number, given: Fields = {}): Fields =>
  aRectification({ projectNo: `case-${n}`, dataSource, ...given });

const sourceOf = (records: readonly (Fields | string)[]): PushSource => ({
  lines: () =>
    records.map((record, i) => ({
      text: typeof record === 'string' ? record : JSON.stringify(record),
      source: 'records.ndjson',
      number: i + 1,
    })),
});

/** A clock that stands still but for waits. */
function fakeClock(): PushClock & { now: number; readonly waits: number[] } {
  return {
    now: 0,
    waits: [],
    elapsed() {
      return this.now;
    },
    async sleep(seconds, stop) {
      if (stop.aborted) return;
      this.waits.push(seconds);
      this.now += seconds;
    },
  };
}

interface Pushed {
  readonly report: PushReport;
  readonly lines: readonly ReportLine[];
}

interface Given {
  readonly batch?: number;
  readonly rate?: number;
  readonly retries?: number;
  readonly clock?: PushClock;
  readonly stop?: AbortSignal;
  readonly journal?: string[];
  readonly rectifications?: boolean;
}

async function push(
  records: readonly (Fields | string)[],
  wire: Transport,
  {
    batch = 3,
    retries = 5,
    clock = fakeClock(),
    stop,
    rate,
    journal = [],
    rectifications = true,
  }: Given = {},
): Promise<Pushed> {
  const lines: ReportLine[] = [];
  let progress: readonly number[] = [];
  const file: Journal = { past: [...journal], append: (line) => journal.push(line) };
  const report = await pushRecords(
    sourceOf(records),
    wire,
    file,
    {
      url: 'http://platform.test/evaluate',
      batch,
      retries,
      rectifications,
      ...(rate === undefined ? {} : { rate }),
      stop: stop ?? new AbortController().signal,
      progress: (done, all) => (progress = [done, all]),
      waiting: () => undefined,
      report: (line) => lines.push(line),
    },
    clock,
  );
  // The counts agree with one another and with the lines.
  expect(report.accepted + report.resent + report.duplicate + report.refused + report.unsent).toBe(
    report.records,
  );
  expect(lines.length).toBe(report.refused + report.unsent);
  expect(progress[0]).toBe(progress[1]);
  expect(Object.values(report.states).reduce((sum, n) => sum + n, 0)).toBe(report.records);
  return { report, lines };
}

const answer = (status: number, body: unknown, retryAfter: number | null = null): Reply => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  shown: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter,
});
const yes = answer(200, { success: true, code: 200 });

/** A wire that gives these replies in turn, the last one for good, and keeps the requests. */
function replies(...list: readonly Reply[]): Transport & { readonly requests: PushRequest[] } {
  const requests: PushRequest[] = [];
  const wire = async (request: PushRequest): Promise<Reply> => {
    requests.push(request);
    return list[Math.min(requests.length, list.length) - 1]!;
  };
  return Object.assign(wire, { requests });
}

/** Thrown where a process would be killed. */
class Killed extends Error {}

type Event =
  'ok' | 'lost before' | 'lost after' | '500' | '429' | 'killed before' | 'killed after' | 'interrupt';
const events: readonly Event[] = [
  ...([
    'ok',
    'ok',
    'lost before',
    'lost after',
    '500',
    '429',
    'killed before',
    'killed after',
    'interrupt',
  ] as const),
];

describe('a push over any failures, killed and continued', () => {
  const world = fc.record({
    cases: fc.array(
      fc.record({
        service: fc.boolean(),
        ratings: fc.integer({ min: 0, max: 2 }),
        rectified: fc.subarray([1, 2]),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    mixed: fc.boolean(),
    batch: fc.integer({ min: 1, max: 6 }),
    retries: fc.integer({ min: 0, max: 3 }),
    happens: fc.array(fc.constantFrom(...events), { maxLength: 40 }),
    manner: fc.constantFrom<Manner>('each', 'exceptions', 'silent', 'first'),
    refused: fc.array(fc.nat({ max: 45 }), { maxLength: 5 }),
    knowsAgain: fc.boolean(),
  });

  it('loses nothing, repeats nothing unmarked, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        async ({ cases, mixed, batch, retries, happens, manner, refused, knowsAgain }) => {
          const services = cases.flatMap((one, n) => (one.service ? [service(n)] : []));
          const ratings = cases.flatMap((one, n) =>
            Array.from({ length: one.ratings }, (_, i) => rating(n, { assessNumber: i + 1 })),
          );
          const rectifications = cases.flatMap(({ rectified }, n) =>
            rectified.map((assessNumber) => rectification(n, { assessNumber })),
          );
          const records = mixed
            ? [...rectifications, ...ratings, ...services]
            : [...services, ...ratings, ...rectifications];
          if (records.length === 0) return;
          const names = records.map(nameOf);
          const bad = new Set(refused.map((at) => names[at]));
          const platform = new Platform(manner, (name) => bad.has(name), knowsAgain);
          const journal: string[] = [];
          const queue = [...happens];
          for (let run = 0; run < 100; run++) {
            const stop = new AbortController();
            const wire: Transport = async ({ key, attempt, body }) => {
              const event = queue.shift() ?? 'ok';
              if (event === 'killed before') throw new Killed();
              if (event === 'lost before') return { kind: 'lost', cause: 'dropped' };
              if (event === '500') return answer(500, 'down');
              if (event === '429') return answer(429, '', 2);
              const { status, body: said } = platform.take(key, attempt, body);
              if (event === 'killed after') throw new Killed();
              if (event === 'lost after') return { kind: 'lost', cause: 'timeout' };
              if (event === 'interrupt') stop.abort();
              return answer(status, said);
            };
            try {
              const { report, lines } = await push(records, wire, {
                batch,
                retries,
                stop: stop.signal,
                journal,
              });
              expectAllAccountedFor(names, platform, lines);
              const { 'service-refused': ofService = 0, 'rating-refused': ofRating = 0 } = report.unsentBy;
              if (report.stopped || report.unsent > ofService + ofRating) continue;
              expect(
                new Set(
                  lines.filter(({ reason }) => reason === 'refused').map((line) => nameOf({ ...line })),
                ),
              ).toEqual(new Set([...bad].filter((name) => platform.came.some((one) => one.name === name))));
              return;
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
            }
          }
          throw new Error('no end');
        },
      ),
      { numRuns: 400 },
    );
  });
});

const stepOf = (body: string): string => (JSON.parse(body) as { step: string }).step;

describe('a push', () => {
  const six = [service(0), service(1), service(2), rating(0), rating(1), rating(2)];

  it('marks every repeat: same key, higher attempt, resend in the body', async () => {
    const wire = replies({ kind: 'lost', cause: 'timeout' }, answer(503, ''), yes);
    const { report } = await push(six, wire);
    const [first, second, third, ratings] = wire.requests;
    expect([first, second, third].map((request) => request?.attempt)).toEqual([1, 2, 3]);
    expect(new Set([first, second, third].map((request) => request?.key)).size).toBe(1);
    expect(JSON.parse(first!.body)).toEqual({ step: 'service', records: six.slice(0, 3) });
    expect(JSON.parse(second!.body)).toEqual({ step: 'service', resend: true, records: six.slice(0, 3) });
    expect(ratings).toMatchObject({ attempt: 1 });
    expect(ratings!.key).not.toBe(first!.key);
    expect(report).toMatchObject({ accepted: 3, resent: 3, states: { '1': 3, '2': 3 }, stopped: null });
    expect(report.retriesBy).toEqual({ timeout: 1, '503': 1 });
  });

  it('sends services, ratings, rectifications, whatever the order of the source', async () => {
    const wire = replies(yes);
    const few = [rectification(0), rating(0), service(0), rating(1), service(1), rating(2), service(2)];
    await push([...few, service(3)], wire);
    expect(wire.requests.map(({ body }) => stepOf(body))).toEqual([
      ...['service', 'service', 'rating', 'rectification'],
    ]);
  });

  it('numbers and keys services and ratings alike, with rectifications in the source or not', async () => {
    const [without, beside] = [replies(yes), replies(yes)];
    await push(six, without, { batch: 2 });
    await push([rectification(0), ...six, rectification(1)], beside, { batch: 2 });
    expect(without.requests.length).toBe(4);
    expect(beside.requests.slice(0, 4)).toEqual(without.requests);
    expect(beside.requests.slice(4).map(({ body }) => stepOf(body))).toEqual(['rectification']);
  });

  it('does not send the ratings of a service that was refused, and says why', async () => {
    const wire = replies(
      answer(200, {
        success: true,
        results: [{ key: 'case-1/1', code: 'A7', message: '要素\u001B[31m不全' }],
      }),
      yes,
    );
    const { report, lines } = await push(six, wire);
    expect(JSON.parse(wire.requests[1]!.body)).toEqual({ step: 'rating', records: [rating(0), rating(2)] });
    const why = { code: 'A7', message: '要素 [31m不全', projectNo: 'case-1' };
    expect(lines).toMatchObject([
      {
        state: 98,
        reason: 'refused',
        kind: 'service',
        attempt: 1,
        ...why,
        source: 'records.ndjson',
        line: 2,
      },
      { state: 88, reason: 'service-refused', kind: 'rating', attempt: 0, ...why, line: 5 },
    ]);
    expect(report).toMatchObject({ sent: 5, accepted: 4, refused: 1, unsent: 1 });
    expect(report.refusals).toEqual([{ code: 'A7', message: '要素 [31m不全', records: 1 }]);
  });

  it('sends no rectification of a rating that was refused, or whose service was, and says why', async () => {
    const wire = replies(
      answer(200, { success: true, results: [{ key: 'case-0/1', code: 'A7' }] }),
      answer(200, { success: true, results: [{ key: 'case-1/1/1', code: 'B8', message: '要素不全' }] }),
      answer(200, { success: true, results: [{ key: 'case-2/1/1/rectification', code: 'C9' }] }),
    );
    const rectifications = [0, 1, 2, 3].map((n) => rectification(n));
    // The first service has another rectification, of a rating that is not in the source.
    const records = [...six, ...rectifications, rectification(0, { assessNumber: 2 })];
    const { report, lines } = await push(records, wire, { batch: 10 });
    expect(wire.requests.map(({ body }) => JSON.parse(body) as unknown).slice(2)).toEqual([
      { step: 'rectification', records: [rectification(2), rectification(3)] },
    ]);
    const line = (kind: string, n: number, state: number, reason: string, code: string): object => ({
      ...{ kind, projectNo: `case-${n}`, state, reason, code, attempt: state === 98 ? 1 : 0 },
    });
    expect(lines).toMatchObject([
      line('service', 0, 98, 'refused', 'A7'),
      line('rating', 0, 88, 'service-refused', 'A7'),
      line('rating', 1, 98, 'refused', 'B8'),
      { ...line('rectification', 0, 88, 'rating-refused', 'A7'), assessNumber: '1' },
      { ...line('rectification', 1, 88, 'rating-refused', 'B8'), message: '要素不全', line: 8 },
      { ...line('rectification', 0, 88, 'service-refused', 'A7'), assessNumber: '2' },
      line('rectification', 2, 98, 'refused', 'C9'),
    ]);
    expect(report.unsentBy).toEqual({ 'service-refused': 2, 'rating-refused': 2 });
  });

  it('takes the last answer for a record that the source holds twice', async () => {
    const twice = [service(0), service(0), rating(0), rating(0), rectification(0)];
    const no = answer(200, { success: false, code: 'A7' });
    const healed = replies(no, yes, no, yes, yes);
    await push(twice, healed, { batch: 1 });
    expect(healed.requests.map(({ body }) => stepOf(body))).toEqual([
      ...['service', 'service', 'rating', 'rating', 'rectification'],
    ]);
    const { report } = await push(twice, replies(yes, yes, yes, no), { batch: 1 });
    expect(report).toMatchObject({ accepted: 3, refused: 1, unsentBy: { 'rating-refused': 1 } });
  });

  it('keeps a rectification until its rating has been delivered', async () => {
    const journal: string[] = [];
    const records = [...six, rectification(0), rectification(1)];
    const wire: Transport = async ({ body }) =>
      stepOf(body) === 'rating' && body.includes('case-1"') ? answer(500, '') : yes;
    const { report, lines } = await push(records, wire, { batch: 1, retries: 0, journal });
    expect(report).toMatchObject({ unsentBy: { 'given-up': 1, 'rating-open': 1 }, stopped: null });
    expect(lines.at(-1)).toMatchObject({ kind: 'rectification', projectNo: 'case-1', state: 0, attempt: 0 });
    const later = replies(yes);
    expect((await push(records, later, { batch: 1, journal })).report).toMatchObject({
      accepted: 7,
      resent: 1,
    });
    expect(later.requests.map(({ body, attempt }) => [stepOf(body), attempt])).toEqual([
      ['rating', 2],
      ['rectification', 1],
    ]);
  });

  it.each([400, 409, 413, 422])(
    'finds the culprit of a batch refused with %d by halving it',
    async (status) => {
      const requests: PushRequest[] = [];
      const wire: Transport = async (request) => {
        requests.push(request);
        return request.body.includes('case-5"') ? answer(status, '<html>no</html>') : yes;
      };
      const records = Array.from({ length: 8 }, (_, n) => service(n));
      const { report, lines } = await push(records, wire, { batch: 8 });
      expect(lines).toMatchObject([
        { state: 98, projectNo: 'case-5', code: `HTTP ${status}`, message: '<html>no</html>' },
      ]);
      expect(report).toMatchObject({ accepted: 0, resent: 7, refused: 1, requests: 7 });
      for (const { key, attempt, body } of requests.slice(1)) {
        expect(key.slice(0, 33)).toBe(`${requests[0]!.key}-`);
        expect(attempt).toBeGreaterThan(1);
        expect(body).toContain('"resend":true');
      }
      expect(new Set(requests.map(({ key }) => key)).size).toBe(requests.length);
    },
  );

  it('takes null for what is not said', async () => {
    const nothing = { code: null, errorMessage: null, message: null, results: null };
    const all = await push(six, replies(answer(200, { success: true, ...nothing })));
    expect(all.report).toMatchObject({ accepted: 6, stopped: null });
    const byCode = await push([service(0)], replies(answer(200, { ...nothing, success: null, code: '0' })));
    expect(byCode.report).toMatchObject({ accepted: 1, stopped: null });
    const one = { index: 0, key: null, code: '88', errorMessage: null, message: null };
    const { report } = await push([rating(0)], replies(answer(200, { success: null, results: [one] })));
    expect(report).toMatchObject({ states: { 88: 1 }, stopped: null });
  });

  it('does not try again what was refused for good', async () => {
    const wire = replies(answer(200, { success: false, code: 'A1', errorMessage: '无权' }));
    const { report } = await push([service(0)], wire, { batch: 1 });
    expect(wire.requests.length).toBe(1);
    expect(report).toMatchObject({ refused: 1, retries: 0, refusals: [{ code: 'A1', message: '无权' }] });
  });

  it.each([
    [{ code: '409', message: '' }, 'duplicate', 1],
    [{ code: -1, message: '本次服务已存在评价' }, 'duplicate', 1],
    [{ code: -1, message: '该办件已评价,无需重复评价' }, 'duplicate', 1],
    [{ code: '88', message: '' }, 'service-missing', 88],
    [{ code: 500, message: '没有对应的服务数据' }, 'service-missing', 88],
    [{ code: 'conflict', message: '' }, 'refused', 98],
  ])('knows %j as %s', async (result, reason, state) => {
    const { report, lines } = await push(
      [rating(0)],
      replies(answer(200, { results: [{ index: 0, ...result }] })),
    );
    expect(report.states).toEqual({ [state]: 1 });
    if (reason === 'duplicate') expect(report.duplicate).toBe(1);
    else expect(lines).toMatchObject([{ reason, state }]);
  });

  it('takes 409 after a try without answer as “still at work”', async () => {
    const { report } = await push(
      [service(0)],
      replies({ kind: 'lost', cause: 'timeout' }, answer(409, ''), yes),
    );
    expect(report).toMatchObject({ resent: 1, retriesBy: { timeout: 1, '409': 1 } });
  });

  it.each([
    ['no token', answer(401, { message: 'who are you' }), '401', 'asks for credentials'],
    ['a wrong address', answer(404, 'nope'), '404', 'no such address'],
    [
      'a page instead of JSON',
      answer(200, '<html>login</html>'),
      'not-understood',
      'not the JSON agreed upon',
    ],
    [
      'a text that came damaged',
      answer(200, { results: [{ index: 0, code: -1, message: '没有\uFFFD\uFFFD的服务数据' }] }),
      'unreadable',
      'damaged and cannot be judged',
    ],
    ['a field given twice', answer(200, '{"code":"200","code":"500"}'), 'not-understood', 'not the JSON'],
    [
      'a field given twice in a result, once with an escape',
      answer(200, '{"results":[{"index":0,"code":"200","\\u0063ode":"88"}]}'),
      'not-understood',
      'not the JSON',
    ],
    ['JSON that says nothing', answer(200, { data: 1 }), 'not-understood', 'not the JSON'],
    [
      'results on records never sent',
      answer(200, { success: true, results: [{ key: 'x', code: 1 }] }),
      'not-understood',
      'not the JSON',
    ],
  ])('ends at once at %s: no other record would fare better', async (_, reply, code, words) => {
    const wire = replies(reply);
    const { report, lines } = await push(six, wire);
    expect(wire.requests.length).toBe(1);
    expect(report.stopped?.en).toContain(words);
    expect(lines.map(({ state, reason }) => [state, reason])).toEqual([
      ...Array.from({ length: 3 }, () => [99, 'interface']),
      ...Array.from({ length: 3 }, () => [0, 'service-open']),
    ]);
    expect(lines[0]?.code).toBe(code);
  });

  it('gives up on a system that never answered after the tries of one batch', async () => {
    const wire = replies({ kind: 'lost', cause: 'ECONNREFUSED' });
    const { report } = await push(six, wire, { batch: 1, retries: 2 });
    expect(wire.requests.length).toBe(3);
    expect(report.stopped?.en).toContain('does not answer (ECONNREFUSED, 3 tries a batch)');
    expect(report.unsentBy).toEqual({ 'given-up': 1, stopped: 4, 'service-open': 1 });
  });

  it('goes on after a batch that only makes errors, and ends after three in a row', async () => {
    const wire: Transport = async ({ body }) => (/case-[1456]"/.test(body) ? answer(500, '') : yes);
    const records = Array.from({ length: 9 }, (_, n) => service(n));
    const { report, lines } = await push([...records, rating(1)], wire, { batch: 1, retries: 1 });
    expect(report.unsentBy).toEqual({ 'given-up': 4, stopped: 2, 'service-open': 1 });
    expect(report.accepted).toBe(3);
    expect(lines.find(({ kind }) => kind === 'rating')?.reason).toBe('service-open');
    // One such batch alone stops nothing but the ratings of its service.
    const once: Transport = async ({ body }) => (body.includes('case-1"') ? answer(500, '') : yes);
    const second = await push([...records, rating(1), rating(2)], once, { batch: 1, retries: 1 });
    expect(second.report).toMatchObject({
      unsentBy: { 'given-up': 1, 'service-open': 1 },
      stopped: null,
      accepted: 9,
    });
  });

  it('reports lines that are no records and those without the label, and sends them never', async () => {
    const wire = replies(yes);
    const { lines } = await push(
      ['{"kind":"service",', service(0), service(1, { dataSource: '省平台' }), '[]', { kind: 'office' }],
      wire,
    );
    expect(wire.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { step: 'service', records: [service(0)] },
    ]);
    expect(lines.map(({ reason, line }) => [reason, line])).toEqual([
      ['malformed', 1],
      ['unlabelled', 3],
      ['malformed', 4],
      ['malformed', 5],
    ]);
  });
});

describe('rectifications left out, for a system of two steps', () => {
  const records = [rectification(0), service(0), rating(0), rectification(1), service(1), rating(1)];

  it('stay here, counted apart from the records that were to be sent', async () => {
    const wire = replies(yes);
    const { report, lines } = await push(records, wire, { rectifications: false });
    expect(wire.requests.map(({ body }) => stepOf(body))).toEqual(['service', 'rating']);
    expect(report).toMatchObject({ records: 4, accepted: 4, unsent: 0, leftOut: 2 });
    expect(lines).toEqual([]);
  });

  it('are sent by a later run with the same state that does not leave them out', async () => {
    const journal: string[] = [];
    await push(records, replies(yes), { rectifications: false, journal });
    const wire = replies(yes);
    const { report } = await push(records, wire, { journal });
    expect(wire.requests.map(({ body, attempt }) => [stepOf(body), attempt])).toEqual([['rectification', 1]]);
    expect(report).toMatchObject({ records: 6, accepted: 6, leftOut: 0, settledBefore: 2 });
  });

  it('end a push that the system stopped at the step it does not know', async () => {
    const journal: string[] = [];
    const wire: Transport = async ({ body }) =>
      stepOf(body) === 'rectification' ? answer(404, 'no such step') : yes;
    const first = await push(records, wire, { batch: 1, journal });
    expect(first.report.unsentBy).toEqual({ interface: 1, stopped: 1 });
    const second = replies(yes);
    const { report, lines } = await push(records, second, { batch: 1, journal, rectifications: false });
    expect(second.requests).toEqual([]);
    expect(report).toMatchObject({ records: 4, accepted: 4, unsent: 0, leftOut: 2, stopped: null });
    expect(lines).toEqual([]);
  });

  it('but answered before, stay what they were', async () => {
    const journal: string[] = [];
    const wire: Transport = async ({ body }) =>
      answer(200, {
        success: true,
        results: stepOf(body) === 'rectification' ? [{ index: 0, code: 7 }] : [],
      });
    await push(records, wire, { journal });
    const { report } = await push(records, replies(yes), { journal, rectifications: false });
    expect(report).toMatchObject({ records: 6, accepted: 5, refused: 1, leftOut: 0 });
  });
});

describe('time', () => {
  const records = Array.from({ length: 40 }, (_, n) => service(n));

  it('waits longer from try to try, by key and not by chance', async () => {
    const waits = async (): Promise<number[]> => {
      const clock = fakeClock();
      await push([service(0)], replies(answer(500, '')), { clock, retries: 9 });
      return clock.waits;
    };
    const first = await waits();
    expect(first.length).toBe(9);
    first.forEach((wait, i) => {
      const longest = Math.min(60, 2 ** i);
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    });
    expect(await waits()).toEqual(first);
  });

  it('does not come back before Retry-After, and ends when asked to stay away for long', async () => {
    const clock = fakeClock();
    await push([service(0)], replies(answer(429, '', 37), answer(503, '', 0), yes), { clock });
    expect(clock.waits[0]).toBe(37);
    expect(clock.waits[1]).toBeGreaterThanOrEqual(1);
    const away = replies(answer(503, '', 86_400));
    const { report } = await push([service(0)], away);
    expect(away.requests.length).toBe(1);
    expect(report.stopped?.en).toContain('a pause of 86400 s');
  });

  it('keeps to the rate exactly where answers are fast', async () => {
    const clock = fakeClock();
    const { report } = await push(records, replies(yes), { clock, rate: 8, batch: 5 });
    // Seven batches of five have had their time when the eighth leaves.
    expect(report.seconds).toBeCloseTo(35 / 8, 9);
  });

  it('never exceeds the rate, repeats included, however slow or fast answers are', async () => {
    const spec = fc.record({
      batch: fc.integer({ min: 1, max: 9 }),
      rate: fc.double({ min: 0.5, max: 500, noNaN: true }),
      takes: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 30 }),
      fails: fc.array(fc.boolean(), { maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(spec, async ({ batch, rate, takes, fails }) => {
        const clock = fakeClock();
        const sent: { at: number; records: number }[] = [];
        const wire: Transport = async ({ body }) => {
          const n = (JSON.parse(body) as { records: unknown[] }).records.length;
          sent.push({ at: clock.now, records: n });
          clock.now += takes[sent.length % takes.length]!;
          return fails[sent.length] === true ? answer(500, '') : yes;
        };
        await push(records, wire, { clock, rate, batch, retries: 40 });
        // In any stretch: all but the last request have had their time.
        for (let from = 0; from < sent.length; from++) {
          let before = 0;
          for (let to = from; to < sent.length; to++) {
            expect(before / rate).toBeLessThanOrEqual(sent[to]!.at - sent[from]!.at + 1e-9);
            before += sent[to]!.records;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says how long answers took', async () => {
    const clock = fakeClock();
    let n = 0;
    const wire: Transport = async () => {
      clock.now += ++n;
      return yes;
    };
    const { report } = await push(
      Array.from({ length: 100 }, (_, i) => service(i)),
      wire,
      { clock, batch: 1 },
    );
    expect(report.latency).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
    expect(report).toMatchObject({ requests: 100, seconds: 5050 });
    expect(report.perSecond).toBeCloseTo(100 / 5050, 9);
  });
});

describe('a state', () => {
  const records = [service(0), service(1), rating(0), rating(1), rectification(0), rectification(1)];

  it('that is complete leaves nothing to send, and tells the whole result again', async () => {
    const journal: string[] = [];
    const refusing = replies(answer(200, { success: true, results: [{ index: 0, code: 'A7' }] }), yes);
    const first = await push(records, refusing, { journal });
    const wire = replies(yes);
    const second = await push(records, wire, { journal });
    expect(wire.requests).toEqual([]);
    expect(second.lines).toEqual(first.lines);
    expect(second.report).toMatchObject({
      accepted: 3,
      refused: 1,
      unsent: 2,
      settledBefore: 3,
      requests: 0,
    });
  });

  it('counts the tries of a half on, when the other half was the last to be sent', async () => {
    const journal: string[] = [];
    const lost: Reply = { kind: 'lost', cause: 'timeout' };
    // The whole, the first half three times, the second half, during which the process is killed.
    const list = [answer(422, ''), lost, lost, yes];
    const killed: Transport = async () => {
      const next = list.shift();
      if (next) return next;
      throw new Killed();
    };
    await expect(push([service(0), service(1)], killed, { journal })).rejects.toThrow(Killed);
    const wire = replies(yes);
    await push([service(0), service(1)], wire, { journal });
    expect(wire.requests.map(({ attempt }) => attempt)).toEqual([5]);
  });

  it('belongs to an address, a batch size and a source', async () => {
    const journal: string[] = [];
    await push(records, replies(yes), { journal });
    expect((await mistakeOf(() => push(records, replies(yes), { journal, batch: 4 }))).text.en).toContain(
      '--batch = “4”: the state was begun with 3 records a batch',
    );
    expect(
      (await mistakeOf(() => push([service(7), ...records], replies(yes), { journal }))).text.en,
    ).toContain('batch 0 is not what the state knows');
    expect((await mistakeOf(() => push(records, replies(yes), { journal: ['{}'] }))).text.en).toContain(
      'line 1 is not a line of a push state',
    );
    const elsewhere = journal.map((line) => line.replace('platform.test', 'other.test'));
    expect((await mistakeOf(() => push(records, replies(yes), { journal: elsewhere }))).text.en).toContain(
      'that of a push to http://other.test/evaluate',
    );
  });
});

describe('a database as source', () => {
  it('sends what simulate --out writes', async () => {
    const store = scratch.store('pushed.db');
    const { services, ratings, rectifications } = await simulate(store, scratch.truth(store));
    const source = linesOfStore(store, knowledge);
    for (let reading = 0; reading < 2; reading++) {
      let lines = 0;
      for await (const { text } of source.lines()) {
        lines++;
        if (lines === 1) expect(text).toContain('"kind":"service"');
        expect(text).toContain('"dataSource":"模拟数据"');
      }
      expect(lines).toBe(services + ratings + rectifications);
    }
  });

  it('must not hold collected records: nobody knows that they are simulated', async () => {
    const store = scratch.store('collected.db');
    await collect(store, [aService(), aRating()]);
    const mistake = await mistakeOf(() => linesOfStore(store, knowledge));
    expect(mistake.text.en).toContain('holds collected records (run 1: register.ndjson, records.ndjson)');
  });
});
