import { Worker, type ResourceLimits } from 'node:worker_threads';

/** Starts a thread from the compiled file, or from the source through tsx while developing. */
export function startWorker(name: string, resourceLimits?: ResourceLimits): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(`./${name}.js`, import.meta.url), { resourceLimits });
  const source = new URL(`./${name}.ts`, import.meta.url).href;
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(start, { eval: true, resourceLimits });
}
