import { expect, it } from 'vitest';
import { calibrate } from '../../src/jobs/calibrate/calibrate.ts';
import { readTargets } from '../../src/store/reference.ts';
import { clock, knowledge } from '../builders.ts';

it('is stopped while it seeks a register, before anything is tried', async () => {
  const stop = new AbortController();
  const search = calibrate(
    {
      targets: readTargets('national-series'),
      seed: 7,
      threads: 1,
      programVersion: 'test',
      withScratch: () => Promise.reject(new Error('something was tried')),
      signal: stop.signal,
    },
    knowledge,
    clock,
  );
  setTimeout(() => {
    stop.abort();
  }, 10);
  await expect(search).rejects.toThrow('the search was stopped; nothing was written');
});
