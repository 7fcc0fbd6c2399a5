import { describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { Mistake } from '../../src/model/errors.ts';
import { createQuestionQueue, type Asker } from '../../src/web/answers/question-queue.ts';

const reader = (more: Partial<Asker> = {}): Asker => ({
  gone: new AbortController().signal,
  foreign: false,
  waits: () => () => undefined,
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
