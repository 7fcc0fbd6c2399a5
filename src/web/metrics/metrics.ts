import type { RequestHandler } from 'express';
import { Counter, Gauge, Registry } from 'prom-client';
import { hasEnded } from '../../jobs/runs/start-run.ts';
import { contentOf } from '../../store/read/content.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import type { QuestionQueue } from '../answers/question-queue.ts';
import type { Deps } from '../deps.ts';

/** What the server measures of itself (运行指标), in the text form that Prometheus reads. */
export interface Metrics {
  /** Counts every answer. */
  readonly count: RequestHandler;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

export function createMetrics(deps: Deps, questions: QuestionQueue): Metrics {
  const { store, runStarter } = deps;
  const register = new Registry();
  const registers = [register];
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name: `haochaping_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  const requests = new Counter({
    name: 'haochaping_requests_total',
    help: 'Requests answered since the start, by method and status; 4xx and 503 were refused.',
    labelNames: ['method', 'status'],
    registers,
  });
  const seconds = new Counter({
    name: 'haochaping_request_seconds_total',
    help: 'Seconds between the requests and the ends of their answers.',
    registers,
  });
  gauge('service_records', 'Service records that were accepted.', () => contentOf(store).services);
  gauge('ratings', 'Ratings that were accepted.', () => contentOf(store).ratings);
  new Gauge({
    name: 'haochaping_records_refused',
    help: 'Records that were refused, by reason.',
    labelNames: ['reason'],
    registers,
    collect() {
      for (const { reason, n } of refusalCounts(store)) this.set({ reason }, n);
    },
  });
  gauge('questions_waiting', 'Long computations that wait for their turn.', questions.waiting);
  gauge(
    'runs_under_way',
    'Runs started from pages that have not ended.',
    () => runStarter.list().filter((job) => !hasEnded(job)).length,
  );
  gauge('resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  gauge(
    'heap_used_bytes',
    'Memory of the script engine that is in use.',
    () => process.memoryUsage().heapUsed,
  );
  gauge('uptime_seconds', 'Seconds since the process began.', () => process.uptime());
  return {
    count: (request, response, next) => {
      const began = performance.now();
      response.once('finish', () => {
        requests.inc({ method: request.method, status: response.statusCode });
        seconds.inc((performance.now() - began) / 1000);
      });
      next();
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
