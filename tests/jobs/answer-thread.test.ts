import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import { createAnswerThread, type AnswerThread } from '../../src/jobs/answers/answer-thread.ts';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { Mistake } from '../../src/model/errors.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { readMonthTargets, readNationalTargets } from '../../src/store/reference.ts';
import type { Store } from '../../src/store/open.ts';
import { clock, knowledge, simulate, tiny, useScratch } from '../builders.ts';

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
      async (from: Answerer) => from('measurement', { period, edition: '2022-2' }),
      async (from: Answerer) => from('ratingEffects', { period, edition: '2022-1', unit: '981100' }),
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
