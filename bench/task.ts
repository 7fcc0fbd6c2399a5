/** One measurement in a process of its own: prints {records, ratings, seconds, cpuSeconds, peakRssMb}, of files their bytes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { faker } from '@faker-js/faker';
import { readKnowledge } from '../src/store/reference.ts';
import { simulateScenario } from '../src/jobs/simulate/simulate-scenario.ts';
import { closeStore, openStore, openTruth, type Store } from '../src/store/open.ts';
import { servedNumbers } from '../src/store/read/detection/served-rows.ts';
import { runDetectors } from '../src/jobs/detect/run-detectors.ts';
import { contentOf } from '../src/store/read/content.ts';
import type { Scenario } from '../src/model/scenario/scenario.ts';
import { countryYear } from './country-year.ts';
import { writeBytes, writeFormat, writeObjects } from './file-writers.ts';

/** Processor time used before the thing measured began. */
let cpuBefore = 0;

const clock = { now: () => 0, elapsed: () => performance.now() / 1000 };

interface Done {
  readonly records: number;
  readonly ratings?: number;
  readonly seconds: number;
}

/** A month made larger until it has about so many million ratings. */
const CASES_PER_MILLION_A_MONTH = 194_000;

const month = (millions: number): Scenario => ({
  ...countryYear(1),
  from: '2025-03-01',
  to: '2025-03-31',
  casesPerYear: Math.round(CASES_PER_MILLION_A_MONTH * millions),
});

async function simulate(file: string, scenario: Scenario, threads: number, keepRows: boolean): Promise<Done> {
  const store = openStore(file);
  const truth = openTruth(file);
  const knowledge = readKnowledge();
  const began = clock.elapsed();
  const { services, ratings } = await simulateScenario(
    store,
    truth,
    { scenario, seed: 7, threads, programVersion: 'bench', keepRows },
    knowledge,
    clock,
  );
  const seconds = clock.elapsed() - began;
  closeStore(truth);
  closeStore(store);
  return { records: services + ratings, ratings, seconds };
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

function naive(file: string, way: (store: Store, rows: number) => void): Done {
  const store = openStore(file);
  faker.seed(7);
  const rows = 200_000;
  const began = clock.elapsed();
  store.db.transaction(() => {
    way(store, rows);
  })();
  const seconds = clock.elapsed() - began;
  closeStore(store);
  return { records: rows * 2, ratings: rows, seconds };
}

/** The engine's own limit: the same rows copied inside SQLite, same tables, same settings, one transaction. */
function copy(from: string, file: string): Done {
  const store: Store = openStore(file);
  store.db.prepare('ATTACH ? AS source').run(from);
  const began = clock.elapsed();
  const cpu = cpuSeconds();
  store.db.transaction(() => {
    for (const table of ['service', 'rating', 'rating_text']) {
      store.db.exec(`INSERT INTO main.${table} SELECT * FROM source.${table}`);
    }
  })();
  const seconds = clock.elapsed() - began;
  cpuBefore = cpu;
  const source = openStore(from, { readonly: true });
  const { services, ratings } = contentOf(source);
  closeStore(source);
  closeStore(store);
  return { records: services + ratings, ratings, seconds };
}

/** Every detector over the records of a database. */
function detect(store: Store): Done {
  const began = clock.elapsed();
  const { services, ratings } = runDetectors(store, readKnowledge());
  return { records: services + ratings, ratings, seconds: clock.elapsed() - began };
}

/** The same rows read by the engine alone, an array a row. */
function readServed(store: Store): Done {
  const began = clock.elapsed();
  const done = { records: 0, ratings: 0 };
  for (const rows of servedNumbers(store, { from: 0, to: Number.MAX_SAFE_INTEGER })) {
    for (const [, , , , , , , rating] of rows) {
      done.records++;
      if (rating !== null) done.ratings++;
    }
  }
  return { ...done, records: done.records + done.ratings, seconds: clock.elapsed() - began };
}

async function looking(file: string, millions: number, look: (store: Store) => Done): Promise<Done> {
  await simulate(file, countryYear(millions), 1, true);
  cpuBefore = cpuSeconds();
  const store = openStore(file, { readonly: true });
  try {
    return look(store);
  } finally {
    closeStore(store);
  }
}

/** Processor time of all threads. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [task, ...args] = process.argv.slice(2);
const scratch = mkdtempSync(path.join(tmpdir(), 'haochaping-bench-'));
try {
  const file = path.join(scratch, 'bench.db');
  const [millions, threads] = [Number(args[0]), Number(args[1])];
  let done: Done;
  if (task === 'simulate') done = await simulate(file, countryYear(millions), threads, true);
  else if (task === 'count') done = await simulate(file, countryYear(millions), threads, false);
  else if (task === 'month') done = await simulate(file, month(millions), threads, false);
  else if (task === 'naive-fields') done = naive(file, naiveFields);
  else if (task === 'naive-columns') done = naive(file, naiveColumns);
  else if (task === 'detect') done = await looking(file, millions, detect);
  else if (task === 'read-served') done = await looking(file, millions, readServed);
  else if (task === 'files') done = writeFormat(scratch, args[0] ?? '', Number(args[1]));
  else if (task === 'files-objects') done = writeObjects(scratch);
  else if (task === 'files-bytes') done = writeBytes(scratch, Number(args[0]), Number(args[1]));
  else {
    const source = path.join(scratch, 'source.db');
    await simulate(source, countryYear(millions), 1, true);
    done = copy(source, file);
  }
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...done, cpuSeconds: cpuSeconds() - cpuBefore, peakRssMb }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
