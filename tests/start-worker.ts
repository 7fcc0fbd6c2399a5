import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startWorker as fromSource } from '../src/jobs/start-worker.ts';
import { isBuilt, root } from './built.ts';

/** Takes the place of src/jobs/start-worker.ts (vitest.config.ts), so that threads start from the built program where there is one. */
export const startWorker = (name: string): Worker =>
  isBuilt ? new Worker(join(root, `dist/src/jobs/${name}.js`)) : fromSource(name);
