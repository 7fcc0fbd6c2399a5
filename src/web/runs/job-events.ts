import { hasEnded } from '../../jobs/runs/start-run.ts';
import type { Answer } from '../page.ts';
import { jobNews } from './job-view.ts';
import { readRequestContext } from '../request-context.ts';

/** Milliseconds between two news of the same run: a reader sees no more. */
const BETWEEN = 200;
/** Milliseconds after which silence is broken, so that no proxy takes the line for dead. */
const SILENCE = 15_000;

/** The news of a run as server-sent events: `progress` while it goes on, `end` once, then the line is closed. */
export const jobEvents: Answer = (site) => (request, response) => {
  const { language, param } = readRequestContext(site, request);
  const id = param('id');
  const send = (name: 'progress' | 'end'): void => {
    const news = jobNews(site.runStarter.find(id), language);
    response.write(`event: ${name}\ndata: ${JSON.stringify(news)}\n\n`);
  };
  site.runStarter.find(id);
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // News must not wait in a compressor or proxy until there is enough of them.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  let waiting: NodeJS.Timeout | undefined;
  const end = (): void => {
    stop();
    send('end');
    response.end();
  };
  const unwatch = site.runStarter.watch(id, (job) => {
    if (hasEnded(job)) end();
    else {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        send('progress');
      }, BETWEEN);
    }
  });
  const pulse = setInterval(() => response.write(': still here\n\n'), SILENCE);
  const stop = (): void => {
    unwatch();
    clearTimeout(waiting);
    clearInterval(pulse);
  };
  response.on('close', stop);
  if (hasEnded(site.runStarter.find(id))) end();
  else send('progress');
};
