import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import { createAnswerThread, type AnswerThread } from '../../src/jobs/answers/answer-thread.ts';
import { createQuestionQueue, type Asker } from '../../src/jobs/answers/question-queue.ts';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { Mistake } from '../../src/model/errors.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { readMonthTargets, readNationalTargets } from '../../src/store/reference.ts';
import type { Store } from '../../src/store/open.ts';
import { clock, knowledge, simulate, tiny, useScratch } from '../builders.ts';

const reader = (more: Partial<Asker> = {}): Asker => ({
  gone: new AbortController().signal,
  foreign: false,
  ...more,
});

/** Work that ends when the test says so. */
function heldWork() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const answerer: Answerer = (_name, asked) =>
    new Promise((_resolve, reject) => {
      begun.push(asked !== null && 'run' in asked && typeof asked.run === 'number' ? asked.run : -1);
      ends.push(() => {
        reject(new Mistake({ zh: '完', en: 'done' }));
      });
    });
  const { ask } = createQuestionQueue(answerer);
  const quality = (run: number, asker = reader(), first = false): Promise<string> =>
    ask('quality', { run }, asker, { data: '', first }).then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.message : 'failed'),
    );
  return { begun, quality, endOne: () => ends.shift()?.() };
}

describe('long work of a server', () => {
  it('goes on one after another, the same question once, urgent ones before all that wait', async () => {
    const { begun, quality, endOne } = heldWork();
    const asked = [quality(1), quality(2), quality(1), quality(3, reader(), true)];
    await Promise.resolve();
    expect(begun).toEqual([1]);
    endOne();
    await expect.poll(() => begun).toEqual([1, 3]);
    endOne();
    await expect.poll(() => begun).toEqual([1, 3, 2]);
    endOne();
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is not begun when all who asked for it are gone', async () => {
    const { begun, quality, endOne } = heldWork();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [
      quality(1),
      quality(2, reader({ gone: one.signal })),
      quality(3, reader({ gone: one.signal })),
      quality(3, reader({ gone: other.signal })),
    ];
    one.abort();
    endOne();
    await expect.poll(() => begun).toEqual([1, 3]);
    endOne();
    expect(await Promise.all(asked)).toEqual(['done', 'the client is gone', 'the client is gone', 'done']);
    expect(begun).toEqual([1, 3]);
  });

  it('is refused with 503 when too much of it waits', async () => {
    const { quality, begun } = heldWork();
    for (let run = 0; run <= 16; run++) void quality(run);
    expect(await quality(99)).toContain('16 computations are waiting');
    expect(begun).toEqual([0]);
  });

  it('is not started by a page of another site, which may have what is known', async () => {
    let n = 0;
    const { ask } = createQuestionQueue(() => {
      n++;
      return new Promise((_resolve, reject) => {
        setTimeout(() => {
          reject(new Error('late'));
        }, 50);
      });
    });
    const wanted = (foreign: boolean) => ask('quality', { run: 1 }, reader({ foreign }), { data: 'a' });
    await expect(wanted(true)).rejects.toMatchObject({ status: 403 });
    expect(n).toBe(0);
    const own = wanted(false);
    await expect(wanted(true)).rejects.toThrow('late');
    await expect(own).rejects.toThrow('late');
    expect(n).toBe(1);
  });
});

describe('the thread for long work', { timeout: 60_000 }, () => {
  const scratch = useScratch();
  let store: Store;
  let thread: AnswerThread;
  const folder = (): string => scratch.path('runs');
  beforeAll(async () => {
    store = scratch.store();
    await simulate(store, scratch.truth(store), {
      scenario: tiny({ to: '2025-03-05', casesPerYear: 20_000 }),
    });
    thread = createAnswerThread(
      { file: store.file, folder: folder(), programVersion: '0.0.0-test' },
      clock.now,
    );
  });
  afterAll(() => thread.close());

  it('answers as the same work does here, and leaves this thread free', async () => {
    const here = createAnswerer({
      store,
      knowledge,
      published: readMonthTargets(),
      national: readNationalTargets(),
      folder: folder(),
      programVersion: '0.0.0-test',
      clock,
    });
    const period = parsePeriod('2025-03');
    const run = listRuns(store)[0]!.id;
    const { answer } = thread;
    for (const same of [
      async (from: Answerer) => from('quality', { run }),
      async (from: Answerer) => from('measurement', { period }),
      async (from: Answerer) => from('nationalRatings', { period }),
      async (from: Answerer) => from('taskLevels', { period }),
      async (from: Answerer) => from('comparisons', null),
      async (from: Answerer) => from('nationalComparisons', { period }),
      async (from: Answerer) => from('figures', { database: '', run }),
    ])
      expect(await same(answer)).toEqual(await same(here));
    let turns = 0;
    const beat = setInterval(() => turns++, 5);
    const { seconds, ...preview } = await answer('preview', { scenario: tiny({}), seed: 7 });
    clearInterval(beat);
    expect(preview.services).toBeGreaterThan(0);
    expect(turns).toBeGreaterThan(10);
    expect(seconds).toBeGreaterThan(0);
  });

  it('hands over what is wrong with a question, in both languages', async () => {
    const failure = await thread.answer('quality', { run: 99 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Mistake);
    expect(failure).toMatchObject({ status: 404, text: { zh: expect.stringContaining('没有第 99 次运行') } });
  });

  it('is started again after it ended', async () => {
    await thread.close();
    expect(await thread.answer('comparisons', null)).toHaveLength(readMonthTargets().length);
  });
});
