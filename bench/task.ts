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

async function simulate(
  file: string,
  millions: number,
  threads: number,
): Promise<{ records: number; seconds: number }> {
  const store = openStore(file);
  const truth = openTruth(file);
  const scenario = { ...readScenario('demo'), casesPerYear: CASES_PER_MILLION * millions };
  const knowledge = readKnowledge();
  const began = clock.elapsed();
  const report = await simulateRun(
    store,
    truth,
    { scenario, seed: 7, threads, programVersion: 'bench' },
    knowledge,
    clock,
  );
  const seconds = clock.elapsed() - began;
  closeStore(truth);
  closeStore(store);
  return { records: report.services + report.ratings, seconds };
}

const EPOCH = Date.UTC(2000, 0, 1);
const someTime = (): Date => faker.date.between({ from: '2025-01-01', to: '2025-12-31' });

/**
 * What a first version would do: every field of the record (those of records.ndjson) by faker, one INSERT a row, all in
 * one transaction.
 */
function naiveFields(store: Store, rows: number): void {
  store.db.exec(
    `CREATE TABLE naive_service (taskCode TEXT, taskName TEXT, taskType TEXT, projectNo TEXT, proStatus TEXT,
       orgcode TEXT, orgName TEXT, areaCode TEXT, acceptDate TEXT, resultDate TEXT, userProp TEXT, userName TEXT,
       userPageType TEXT, certKey TEXT, serviceName TEXT, serviceNumber INTEGER, serviceTime TEXT, proChannel TEXT,
       projectType TEXT, mobile TEXT, dataSource TEXT, PRIMARY KEY (projectNo, serviceNumber));
     CREATE TABLE naive_rating (projectNo TEXT, serviceNumber INTEGER, satisfaction TEXT, evalDetail TEXT,
       writingEvaluation TEXT, pf TEXT, name TEXT, assessTime TEXT, uploadTime TEXT, deviceNo TEXT, mobile TEXT,
       assessNumber INTEGER, isdefault TEXT, dataSource TEXT, PRIMARY KEY (projectNo, serviceNumber, assessNumber))`,
  );
  const places = (n: number): string => Array.from({ length: n }, () => '?').join(', ');
  const service = store.db.prepare(`INSERT INTO naive_service VALUES (${places(21)})`);
  const rating = store.db.prepare(`INSERT INTO naive_rating VALUES (${places(14)})`);
  const time = (): string => someTime().toISOString().slice(0, 19).replace('T', ' ');
  const oneOf = (...list: string[]): string => faker.helpers.arrayElement(list);
  for (let i = 0; i < rows; i++) {
    const office = faker.string.alphanumeric({ length: 18, casing: 'upper' });
    const taskCode = office + faker.string.numeric(13);
    const projectNo = `${taskCode}20250101${String(i).padStart(6, '0')}`;
    service.run(
      taskCode,
      oneOf('社会保障卡申领', '居民身份证换领', '企业设立登记'),
      oneOf('01', '07', '20'),
      projectNo,
      oneOf('2', '3'),
      office,
      faker.company.name(),
      `${faker.string.numeric(6)}000000`,
      time(),
      time(),
      oneOf('1', '2'),
      faker.person.fullName(),
      oneOf('111', '001'),
      faker.string.numeric(18),
      oneOf('受理', '办结'),
      1,
      time(),
      oneOf('1', '2'),
      oneOf('1', '2'),
      faker.string.numeric(11),
      '模拟数据',
    );
    rating.run(
      projectNo,
      1,
      oneOf('1', '2', '3', '4', '5'),
      oneOf('', '510', '511', '512'),
      '',
      oneOf('1', '2', '4'),
      '无',
      time(),
      time(),
      oneOf('W001', 'W002', 'W003'),
      faker.string.numeric(11),
      1,
      '0',
      '模拟数据',
    );
  }
}

/** The same, but into our own packed columns. */
function naiveColumns(store: Store, rows: number): void {
  const service = store.db.prepare(
    'INSERT INTO service (key, task, mark, accepted_at, finished_at, service_at, person) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const rating = store.db.prepare(
    'INSERT INTO rating (key, mark, assessed_at, device, rater, uploaded_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const time = (): number => Math.floor((someTime().getTime() - EPOCH) / 1000);
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
    rating.run(
      i * 32,
      faker.number.int({ min: 0, max: 131_071 }),
      time(),
      faker.number.int({ min: 0, max: 999 }),
      faker.number.int({ min: 0, max: 2_147_483_647 }),
      time(),
    );
  }
}

function naive(
  file: string,
  way: (store: Store, rows: number) => void,
): { records: number; seconds: number } {
  const store = openStore(file);
  faker.seed(7);
  const rows = 200_000;
  const began = clock.elapsed();
  store.db.transaction(() => {
    way(store, rows);
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
      `INSERT INTO rating (key, mark, assessed_at, device, rater, uploaded_at)
       SELECT key, mark, assessed_at, device, rater, uploaded_at FROM source.rating ORDER BY key`,
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
  else if (task === 'naive-fields') result = naive(file, naiveFields);
  else if (task === 'naive-columns') result = naive(file, naiveColumns);
  else {
    const source = path.join(scratch, 'source.db');
    await simulate(source, Number(args[0]), 1);
    result = copy(source, file);
  }
  console.log(JSON.stringify({ ...result, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
