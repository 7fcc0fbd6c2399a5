import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportNames } from '../../src/export/export-names.ts';
import type { ExportFolder } from '../../src/export/exported-files.ts';
import { simulateToFiles } from '../../src/jobs/export/export-files.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { referenceOfWorld, withUnitCodes } from '../../src/model/names/named-reference.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { exportFormats } from '../../src/export/export-formats.ts';
import type { Store } from '../../src/store/open.ts';
import { readScenario } from '../../src/store/reference.ts';
import { contentOf } from '../../src/store/read/content.ts';
import {
  clock,
  collectSources,
  knowledge,
  reference,
  shuffled,
  simulate,
  sourceOf,
  text,
  tiny,
  useScratch,
} from '../builders.ts';
import {
  filesByKind,
  readCsv,
  readEnvelopes,
  readNdjson,
  readParquet,
  readRequests,
  readSql,
} from '../export/read-records.ts';

const scratch = useScratch();
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A folder in memory. */
function folderInMemory(): ExportFolder & { file(name: string): Buffer; names(): string[] } {
  const files = new Map<string, Uint8Array[]>();
  const file = (name: string): Buffer => Buffer.concat(files.get(name) ?? []);
  return {
    create(name) {
      const pieces: Uint8Array[] = [];
      files.set(name, pieces);
      return {
        write: (bytes) => void pieces.push(bytes.slice()),
        end: () => ({ bytes: file(name).length, sha256: sha256(file(name)) }),
      };
    },
    sign: sha256,
    file,
    names: () => [...files.keys()],
  };
}

const scenario = tiny({ to: '2025-04-10', answering: { defaulting: { share: 0.15 } } });
const options = { scenario, seed: 7, programVersion: 'test', formats: exportFormats, withTruth: true };

async function exported(threads: number) {
  const folder = folderInMemory();
  const store = scratch.store();
  const truth = scratch.truth(store);
  const report = await simulateToFiles(store, truth, folder, { ...options, threads }, knowledge, clock);
  return { folder, store, report };
}

let folder: ReturnType<typeof folderInMemory>;
let store: Store;
let report: SimulateReport;
beforeAll(async () => {
  ({ folder, store, report } = await exported(1));
}, 60_000);

const json = (name: string): Record<string, unknown> => JSON.parse(folder.file(name).toString()) as never;
const lines = (name: string): string[] => folder.file(name).toString().trimEnd().split('\n');

/** A rating comes after its service, a rectification after its rating, where these are sent at all. */
function expectStepsInOrder(requests: Buffer): void {
  const steps = ['service', 'rating', 'rectification'];
  const reached = new Map<string, number>();
  for (const { params } of readRequests(requests)) {
    for (const { kind, projectNo, serviceNumber } of params) {
      const key = `${String(projectNo)}/${String(serviceNumber)}`;
      const step = steps.indexOf(String(kind));
      expect(step).toBeGreaterThanOrEqual(reached.get(key) ?? 0);
      reached.set(key, step);
    }
  }
  expect(reached.size).toBeGreaterThan(100);
}

describe('an export', () => {
  it('writes the files it names', () => {
    expect(folder.names().sort()).toEqual(exportNames(exportFormats, true).sort());
  });

  it('holds the same records in every format', { timeout: 60_000 }, async () => {
    const ndjson = readNdjson(folder.file('records.ndjson'));
    expect([ndjson.service.length, ndjson.rating.length]).toEqual([report.services, report.ratings]);
    expect(readCsv(filesByKind('csv', folder.file))).toEqual(ndjson);
    expect(await readParquet(filesByKind('parquet', folder.file))).toEqual(ndjson);
    expect(readSql(folder.file('records.sql'))).toEqual(ndjson);
    expect(readEnvelopes(folder.file('requests.ndjson'))).toEqual(ndjson);
  });

  it('gives the digest of the run when its records are collected in another order', async () => {
    const collected = scratch.store();
    const again = await collectSources(
      collected,
      sourceOf('records.ndjson', text(shuffled(lines('records.ndjson'), 3))),
      sourceOf('register.ndjson', text(lines('register.ndjson'))),
    );
    expect(again).toMatchObject({ refused: {}, duplicate: 0, digest: report.digest });
    expect(contentOf(collected)).toEqual(contentOf(store));
  });

  it(
    'is the run that goes to a database, byte for byte the same on two threads',
    { timeout: 60_000 },
    async () => {
      const kept = scratch.store();
      const { digest } = await simulate(kept, scratch.truth(kept), { scenario });
      expect(report.digest).toBe(digest);
      const { folder: other } = await exported(2);
      for (const name of folder.names()) {
        expect(sha256(other.file(name)), name).toBe(sha256(folder.file(name)));
      }
    },
  );

  it('never asks for a rating before its service in the requests', () => {
    expectStepsInOrder(folder.file('requests.ndjson'));
  });
});

describe('manifest.json', () => {
  it('says what was made, from what, and what is in each file', () => {
    const manifest = json('manifest.json');
    expect(manifest).toMatchObject({
      program: 'haochaping test',
      scenario: 'tiny',
      seed: 7,
      period: { from: '2025-03-01', to: '2025-04-10' },
      regime: null,
      accepted: {
        services: report.services,
        ratings: report.ratings,
        rectifications: report.rectifications,
      },
      refused: {},
      content: contentOf(store),
      settings: withUnitCodes(scenario, referenceOfWorld(reference, scenario)),
    });
    expect(String(manifest['notice'])).toMatch(/模拟数据.*Simulated data/);
    const files = manifest['files'] as { name: string; records: number; bytes: number; sha256: string }[];
    expect(files.map(({ name }) => name)).toEqual(
      exportNames(exportFormats, true).filter((name) => name !== 'manifest.json'),
    );
    for (const { name, bytes, sha256: hash } of files) {
      expect([name, bytes, hash]).toEqual([name, folder.file(name).length, sha256(folder.file(name))]);
    }
    const records = new Map(files.map((file) => [file.name, file.records]));
    expect(report.rectifications).toBeGreaterThan(10);
    expect(records.get('records.sql')).toBe(report.services + report.ratings + report.rectifications);
    expect(records.get('ratings.parquet')).toBe(report.ratings);
    expect(records.get('truth.ndjson')).toBe(lines('truth.ndjson').length);
  });
});

describe('answers.json', () => {
  it('has the measurement of every year, quarter and month with data', () => {
    const { measurements } = json('answers.json') as { measurements: { period: string }[] };
    const periods = ['2025', '2025-Q1', '2025-Q2', '2025-03', '2025-04'];
    expect(measurements.map(({ period }) => period)).toEqual(periods);
    for (const [i, period] of periods.entries()) {
      const measured = measurePeriod(store, knowledge, parsePeriod(period));
      expect(measurements[i]).toEqual(JSON.parse(JSON.stringify(measured)));
    }
  });

  it('counts what the files hold', () => {
    const { counts } = json('answers.json') as { counts: Record<string, Record<string, number>> };
    const { rating, service } = readNdjson(folder.file('records.ndjson'));
    const countBy = (keys: string[]): Record<string, number> => {
      const found: Record<string, number> = {};
      for (const key of keys) found[key] = (found[key] ?? 0) + 1;
      return found;
    };
    const of = (name: string, length?: number): string[] => rating.map((one) => one[name]!.slice(0, length));
    expect(counts['ratingsByLevel']).toEqual(countBy(of('satisfaction').map((level) => level || '0')));
    expect(counts['ratingsByChannel']).toEqual(countBy(of('pf')));
    expect(counts['ratingsByMonth']).toEqual(countBy(of('assessTime', 7)));
    expect(counts['ratingsByDefault']).toEqual(countBy(of('isdefault')));
    expect(counts['servicesByMonth']).toEqual(countBy(service.map((one) => one['serviceTime']!.slice(0, 7))));
    expect(counts).toMatchObject({ ...contentOf(store) });
  });
});

/** What the dictionary of an export does not explain of these records: fields and codes. */
function unexplained(file: (name: string) => Buffer, records: readonly Record<string, unknown>[]): string[] {
  const { lines: kinds, codeLists } = JSON.parse(file('dictionary.json').toString()) as {
    lines: Record<string, { name: string; codes?: string }[]>;
    codeLists: Record<string, { code: string }[]>;
  };
  const known = new Map(
    Object.entries(codeLists).map(([id, list]) => [id, new Set(list.map(({ code }) => code))]),
  );
  const found = new Set<string>();
  for (const { kind, ...record } of records) {
    for (const [name, value] of Object.entries(record)) {
      const field = kinds[String(kind)]!.find((one) => one.name === name);
      if (field === undefined) found.add(`${String(kind)}.${name}`);
      if (field?.codes === undefined || value === '') continue;
      for (const code of String(value).split(',')) {
        if (!known.get(field.codes)!.has(code)) found.add(`${name} = ${code}`);
      }
    }
  }
  return [...found];
}

const recordsIn = (bytes: Buffer): Record<string, unknown>[] =>
  bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('dictionary.json', () => {
  it('explains every field and code that the records carry', () => {
    const { file } = folder;
    const records = [...recordsIn(file('register.ndjson')), ...recordsIn(file('records.ndjson'))];
    expect(unexplained(file, records)).toEqual([]);
    const { lines: kinds, codeLists } = json('dictionary.json') as {
      lines: Record<string, { name: string }[]>;
      codeLists: Record<string, unknown[]>;
    };
    const [request] = readRequests(file('requests.ndjson'));
    expect(kinds['request']!.map(({ name }) => name)).toEqual(Object.keys(request!));
    expect(codeLists['tags']!.length).toBe(reference.tags.length);
  });
});

describe('an export with defects', () => {
  it(
    'writes the corrupted records as they are sent, in every format, and counts what collection makes of them',
    { timeout: 60_000 },
    async () => {
      const corrupted = folderInMemory();
      const base = readScenario('defects');
      const defects = parseScenario({ ...base, to: '2025-02-28', casesPerYear: 20_000 }, 'test');
      const used = scratch.store();
      const given = { ...options, scenario: defects, threads: 2 };
      const made = await simulateToFiles(used, scratch.truth(used), corrupted, given, knowledge, clock);
      const file = (name: string): Buffer => corrupted.file(name);
      const manifest = JSON.parse(file('manifest.json').toString()) as {
        accepted: Record<string, number>;
        refused: Record<string, number>;
        duplicates: number;
      };
      const sum = (counts: Record<string, number>): number =>
        Object.values(counts).reduce((a, b) => a + b, 0);
      const ndjson = readNdjson(file('records.ndjson'));
      expect(ndjson.rectification.length).toBeGreaterThan(10);
      const rectifications = recordsIn(file('records.ndjson')).filter(({ kind }) => kind === 'rectification');
      expect(unexplained(file, rectifications)).toEqual([]);
      expect(ndjson.service.length + ndjson.rating.length + ndjson.rectification.length).toBe(
        sum(manifest.accepted) + sum(manifest.refused) + manifest.duplicates,
      );
      expect(Object.keys(manifest.refused).length).toBeGreaterThan(5);
      expect(manifest.duplicates).toBeGreaterThan(0);
      expect(readCsv(filesByKind('csv', file))).toEqual(ndjson);
      expect(await readParquet(filesByKind('parquet', file))).toEqual(ndjson);
      expect(readSql(file('records.sql'))).toEqual(ndjson);
      expect(readEnvelopes(file('requests.ndjson'))).toEqual(ndjson);
      expectStepsInOrder(file('requests.ndjson'));
      const collected = scratch.store();
      const again = await collectSources(
        collected,
        sourceOf('records.ndjson', file('records.ndjson')),
        sourceOf('register.ndjson', file('register.ndjson')),
      );
      expect(again.digest).toBe(made.digest);
      const { conflict, ...refused } = manifest.refused;
      expect(again).toMatchObject({ refused, conflicting: conflict, duplicate: manifest.duplicates });
    },
  );
});

describe('an export that fails', () => {
  it('says why', async () => {
    const broken: ExportFolder = {
      ...folderInMemory(),
      create: () => {
        throw new Error('disk full');
      },
    };
    const other = scratch.store();
    const work = simulateToFiles(
      other,
      scratch.truth(other),
      broken,
      { ...options, threads: 1 },
      knowledge,
      clock,
    );
    await expect(work).rejects.toThrow('disk full');
  });
});
