/** One measurement in a process of its own: prints {records, seconds, peakRssMb}. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faker } from '@faker-js/faker';
import { readKnowledge } from '../src/jobs/knowledge.ts';
import { simulateRun } from '../src/jobs/simulate-run.ts';
import { closeStore, openStore, openTruth, type Store } from '../src/store/open.ts';
import { contentOf } from '../src/store/read/content.ts';
import { readScenario } from '../src/store/reference.ts';

const clock = { now: () => 0, elapsed: () => performance.now() / 1000 };

/** The demo, made larger until it has about so many million records. */
const CASES_PER_MILLION = 8100;

async function simulate(file: string, millions: number, threads: number): Promise<{ records: number; seconds: number }> {
  const store = openStore(file);
  const truth = openTruth(file);
  const scenario = { ...readScenario('demo'), casesPerYear: CASES_PER_MILLION * millions };
  const report = await simulateRun(
    store,
    truth,
    { scenario, seed: 7, threads, programVersion: 'bench' },
    readKnowledge(),
    clock,
  );
  closeStore(truth);
  closeStore(store);
  return { records: report.services + report.ratings, seconds: report.seconds };
}

/** What a first version would do: faker for each field, one INSERT a row, all in one transaction; the same columns. */
function naive(file: string): { records: number; seconds: number } {
  const store = openStore(file);
  faker.seed(7);
  const rows = 200_000;
  const began = clock.elapsed();
  const service = store.db.prepare(
    'INSERT INTO service (key, task, mark, accepted_at, finished_at, service_at, person) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const rating = store.db.prepare('INSERT INTO rating (key, mark, assessed_at) VALUES (?, ?, ?)');
  const epoch = Date.UTC(2000, 0, 1);
  const time = (): number =>
    Math.floor((faker.date.between({ from: '2025-01-01', to: '2025-12-31' }).getTime() - epoch) / 1000);
  store.db.transaction(() => {
    for (let i = 0; i < rows; i++) {
      service.run(
        i * 16,
        faker.number.int({ min: 0, max: 7679 }),
        faker.number.int({ min: 0, max: 2047 }),
        time(),
        time(),
        time(),
        faker.number.int({ min: 0, max: 2_147_483_647 }),
      );
      rating.run(i * 32, faker.number.int({ min: 0, max: 131_071 }), time());
    }
  })();
  const seconds = clock.elapsed() - began;
  closeStore(store);
  return { records: rows * 2, seconds };
}

/** The engine's own limit: the same rows copied inside SQLite, same tables, same settings, one transaction. */
function copy(from: string, file: string): { records: number; seconds: number } {
  const store: Store = openStore(file);
  store.db.prepare('ATTACH ? AS source').run(from);
  const began = clock.elapsed();
  store.db.transaction(() => {
    store.db.exec(
      `INSERT INTO service (key, task, mark, accepted_at, finished_at, service_at, person)
       SELECT key, task, mark, accepted_at, finished_at, service_at, person FROM source.service ORDER BY key`,
    );
    store.db.exec(
      'INSERT INTO rating (key, mark, assessed_at) SELECT key, mark, assessed_at FROM source.rating ORDER BY key',
    );
  })();
  const seconds = clock.elapsed() - began;
  const source = openStore(from, { readonly: true });
  const { services, ratings } = contentOf(source);
  closeStore(source);
  closeStore(store);
  return { records: services + ratings, seconds };
}

const [task, ...args] = process.argv.slice(2);
const scratch = mkdtempSync(path.join(tmpdir(), 'haochaping-bench-'));
try {
  const file = path.join(scratch, 'bench.db');
  let result: { records: number; seconds: number };
  if (task === 'simulate') result = await simulate(file, Number(args[0]), Number(args[1]));
  else if (task === 'naive') result = naive(file);
  else {
    const source = path.join(scratch, 'source.db');
    await simulate(source, 1, 1);
    result = copy(source, file);
  }
  console.log(JSON.stringify({ ...result, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
