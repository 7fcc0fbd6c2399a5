import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { newBatch, type Batch, type RawLines } from '../../src/model/record/batch.ts';
import { caseKey, foreignCaseKey, MAX_SERIALS, ratingKey } from '../../src/model/record/key.ts';
import type { Register } from '../../src/model/register.ts';
import { nationalPrinter, type NationalFields } from '../../src/national/record-printer.ts';
import { csvForm, jsonForm, type FastForm } from '../../src/export/fast/fast-form.ts';
import { FastPathRow } from '../../src/export/fast/fast-path-row.ts';
import { fastPrinter } from '../../src/export/fast/fast-printer.ts';
import { parquetSink } from '../../src/export/parquet-sink.ts';
import type { OpenFile, RecordSink } from '../../src/export/record-sink.ts';
import { RowFields } from '../../src/export/row-fields.ts';
import { plainPrinter, type TextPrinter } from '../../src/export/text-printer.ts';
import { jsonRecord, sqlRecord } from '../../src/export/text-record.ts';
import { csvSink, envelopeSink, ndjsonSink, sqlSink } from '../../src/export/text-sinks.ts';
import { recordFields } from '../../src/national/fields.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { addToRegister } from '../../src/store/write/register.ts';
import { reference, register as lines, unitAt, useScratch } from '../builders.ts';
import {
  filesByKind,
  readCsv,
  readEnvelopes,
  readNdjson,
  readParquet,
  readRequests,
  readSql,
  type Records,
} from './read-records.ts';

const scratch = useScratch();
let register: Register;

beforeAll(() => {
  const store = scratch.store();
  // A name with everything that a format must escape.
  const items = lines.items.map((item, i) => (i === 0 ? { ...item, name: `=事"项',\\ ${i}` } : item));
  const units = reference.units.map(({ code }) => code);
  addToRegister(store, readRegister(store), { offices: lines.offices, items }, units);
  register = readRegister(store);
});

const foreign = (key: number): string => `外来${String(key)}`;
const printer = () => nationalPrinter(reference, register, foreign);

/** Files kept in memory. */
function inMemory(): { open: OpenFile; file(name: string): Uint8Array } {
  const files = new Map<string, Uint8Array[]>();
  return {
    open(name) {
      const pieces: Uint8Array[] = [];
      files.set(name, pieces);
      return (bytes) => pieces.push(bytes.slice());
    },
    file: (name) => Buffer.concat(files.get(name) ?? []),
  };
}

const sign = (text: string): string => createHash('sha256').update(text).digest('hex');

type Make = (open: OpenFile) => RecordSink;
const rowFields = (): RowFields => new RowFields(printer());
const fast = (form: FastForm): TextPrinter => fastPrinter(form, reference, register, rowFields());
const makers = {
  ndjson: ((open) => ndjsonSink(fast(jsonForm), open)) as Make,
  csv: ((open) => csvSink(fast(csvForm), open)) as Make,
  sql: ((open) => sqlSink(plainPrinter(rowFields(), sqlRecord), open)) as Make,
  envelope: ((open) => envelopeSink(plainPrinter(rowFields(), jsonRecord), open, sign)) as Make,
  parquet: ((open) => parquetSink(rowFields(), open)) as Make,
};

/** What each format says of some batches. */
async function written(batches: readonly Batch[], sent?: RawLines): Promise<Record<string, Records>> {
  const { open, file } = inMemory();
  for (const make of Object.values(makers)) {
    const sink = make(open);
    for (const batch of batches) sink.batch(batch, sent);
    sink.end();
  }
  return {
    ndjson: readNdjson(file('records.ndjson')),
    csv: readCsv(filesByKind('csv', file)),
    sql: readSql(file('records.sql')),
    envelope: readEnvelopes(file('requests.ndjson')),
    parquet: await readParquet(filesByKind('parquet', file)),
  };
}

const zhejiang = unitAt('330000');
const second = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 ** 31 - 1 }) },
  // Some that follow each other say the same date, month or year, or all of it.
  {
    weight: 4,
    arbitrary: fc.constantFrom(...[0, 0, 7, 3600, 86_400, 2_678_400].map((s) => 800_000_000 + s)),
  },
  fc.constantFrom(-1, -2),
);
const person = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 ** 31 - 1 }) },
  { weight: 3, arbitrary: fc.constantFrom(7, 8) },
  fc.constantFrom(0, 999, 1000, 2 ** 31 - 1, -1, -2),
);
const serviceKey = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.oneof(fc.constant(9000), fc.integer({ min: 0, max: 16_000 })),
        fc.integer({ min: 0, max: 1 }),
        fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: MAX_SERIALS - 1 })),
        fc.integer({ min: 0, max: 15 }),
      )
      .map(([day, slot, serial, number]) => caseKey(zhejiang, day, slot, serial) + number),
  },
  // A slot without an item, a foreign case, keys that say what is wrong.
  fc.constantFrom(caseKey(zhejiang, 9000, 900, 1), foreignCaseKey(3), -1, -2, -3, -5, -6),
);
const code = (last: number) =>
  fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: last }) }, fc.constantFrom(0, 255));

const aServiceRow = fc.record({
  key: serviceKey,
  task: fc.oneof({ weight: 8, arbitrary: fc.constant(-9) }, fc.constantFrom(0, 1, 2, -1, -2)),
  status: code(3),
  stage: code(6),
  channel: code(2),
  userType: code(9),
  acceptedAt: second,
  finishedAt: second,
  serviceAt: second,
  person,
});
const aRatingRow = fc.record({
  service: serviceKey,
  additional: fc.boolean(),
  level: code(5),
  channel: code(7),
  tags: fc.integer({ min: 0, max: 255 }),
  tagFault: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 7 })),
  defaulted: fc.integer({ min: 0, max: 1 }),
  assessedAt: second,
  uploadedAt: second,
  device: fc.oneof(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 2 ** 31 - 1 })),
  rater: person,
  text: fc.option(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 150 }).filter((text) => !text.includes('\0')),
      fc.constantFrom(
        '=1+1',
        "-'; DROP TABLE ratings; --",
        '一行\r\n两行',
        '"引号",逗号',
        '\\n',
        '😀'.repeat(75),
      ),
    ),
  ),
});
const aRectificationRow = fc.record({
  key: serviceKey.map((key) => (key < 0 ? key : ratingKey(key, 1))),
  verdict: fc.integer({ min: 0, max: 4 }),
  complex: fc.integer({ min: 0, max: 1 }),
  contactedAt: second,
  rectifiedAt: second,
  calledBackAt: second,
  calledBackTo: person,
  satisfied: fc.integer({ min: 0, max: 2 }),
});
type RectificationRow = typeof aRectificationRow extends fc.Arbitrary<infer Row> ? Row : never;
type ServiceRow = typeof aServiceRow extends fc.Arbitrary<infer Row> ? Row : never;
type RatingRow = typeof aRatingRow extends fc.Arbitrary<infer Row> ? Row : never;

function batchOf(
  services: readonly ServiceRow[],
  ratings: readonly RatingRow[],
  rectifications: readonly RectificationRow[] = [],
): Batch {
  const batch = newBatch(services.length, ratings.length, rectifications.length);
  services.forEach(({ task, key, ...row }, i) => {
    const { services: out } = batch;
    out.length++;
    out.key[i] = key;
    // Most rows name the item of their case number.
    const own = register.taskAt[zhejiang * 1024 + (Math.floor(Math.max(0, key) / 2 ** 21) % 1024)] ?? -1;
    out.task[i] = task === -9 ? own : task;
    for (const [name, value] of Object.entries(row)) out[name as 'person'][i] = value;
  });
  ratings.forEach(({ service, additional, text, ...row }, i) => {
    const { ratings: out } = batch;
    out.length++;
    out.key[i] = service < 0 ? service : ratingKey(service, additional ? 2 : 1);
    for (const [name, value] of Object.entries(row)) out[name as 'device'][i] = value;
    if (text !== null) out.text.set(i, text);
  });
  rectifications.forEach((row, i) => {
    const { rectifications: out } = batch;
    out.length++;
    for (const [name, value] of Object.entries(row)) out[name as 'verdict'][i] = value;
  });
  return batch;
}

const someBatch = fc.tuple(
  fc.array(aServiceRow, { maxLength: 30 }),
  fc.array(aRatingRow, { maxLength: 30 }),
  fc.array(aRectificationRow, { maxLength: 5 }),
);

describe('the fast printer', () => {
  /** A format whose files the fast printer writes, and the same sink with the plain one. */
  const formats = [
    { form: jsonForm, sinkOf: ndjsonSink, names: ['records.ndjson'] },
    { form: csvForm, sinkOf: csvSink, names: ['services.csv', 'ratings.csv', 'rectifications.csv'] },
  ];
  const bytesBy = (batch: Batch, makeSink: Make, names: readonly string[], sent?: RawLines): string[] => {
    const { open, file } = inMemory();
    const sink = makeSink(open);
    sink.batch(batch, sent);
    sink.end();
    return names.map((name) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file(name)));
  };

  it.each(formats)(
    'writes $names byte for byte as the plain one, whatever the columns hold',
    ({ form, sinkOf, names }) => {
      fc.assert(
        fc.property(someBatch, fc.boolean(), (rows, corrupted) => {
          const batch = batchOf(...rows);
          const line = JSON.stringify({ kind: 'service', taskCode: '短', serviceNumber: 17 });
          const sent: RawLines = { service: new Map([[0, line]]), rating: new Map() };
          const lines = corrupted && batch.services.length > 0 ? sent : undefined;
          expect(bytesBy(batch, (open) => sinkOf(fast(form), open), names, lines)).toEqual(
            bytesBy(batch, (open) => sinkOf(plainPrinter(rowFields(), form.record), open), names, lines),
          );
        }),
        { numRuns: 200 },
      );
    },
  );

  it('goes the fast way for sound rows', () => {
    const known = new FastPathRow(register);
    const sound = fc.sample(someBatch, { numRuns: 200, seed: 1 }).map((rows) => batchOf(...rows));
    let [taken, all] = [0, 0];
    for (const { services, ratings } of sound) {
      for (let row = 0; row < services.length; row++) taken += known.service(services, row) ? 1 : 0;
      for (let row = 0; row < ratings.length; row++) taken += known.rating(ratings, row) ? 1 : 0;
      all += services.length + ratings.length;
    }
    expect(taken / all).toBeGreaterThan(0.3);
  });
});

describe('all formats', () => {
  it('say the same of every field', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someBatch, { maxLength: 3 }), async (some) => {
        const batches = some.map((rows) => batchOf(...rows));
        const { ndjson, ...others } = await written(batches);
        for (const [format, records] of Object.entries(others)) expect(records, format).toEqual(ndjson);
      }),
      { numRuns: 60 },
    );
  });

  it('write a corrupted record as it was sent, fields left out included', async () => {
    const rows = fc.sample(someBatch, { numRuns: 20, seed: 3 });
    const batch = batchOf(
      rows.flatMap(([services]) => services),
      rows.flatMap(([, ratings]) => ratings),
    );
    const damaged: NationalFields = {
      kind: 'service',
      taskCode: '短',
      proStatus: '9',
      serviceNumber: 17,
      certKey: "'0",
    };
    const late: NationalFields = { kind: 'rating', satisfaction: '不知道', assessTime: '昨天', pf: '8' };
    const sent: RawLines = {
      service: new Map([[1, JSON.stringify(damaged)]]),
      rating: new Map([[2, JSON.stringify(late)]]),
    };
    const all = await written([batch], sent);
    for (const [format, { service, rating }] of Object.entries(all)) {
      expect(service[1], format).toEqual({
        ...Object.fromEntries(recordFields.service.map(({ name }) => [name, ''])),
        ...{ taskCode: '短', proStatus: '9', serviceNumber: '17', certKey: "'0" },
      });
      expect(rating[2], format).toMatchObject({
        satisfaction: '不知道',
        assessTime: '昨天',
        pf: '8',
        projectNo: '',
      });
      expect(service.length, format).toBe(batch.services.length);
    }
  });

  it('hold more rows than a row group takes', { timeout: 60_000 }, async () => {
    const services = fc.sample(aServiceRow, { numRuns: 701, seed: 5 });
    const batch = batchOf(services, []);
    const { open, file } = inMemory();
    const sink = makers.parquet(open);
    for (let i = 0; i < 24; i++) sink.batch(batch);
    expect(sink.end().map(({ records }) => records)).toEqual([701 * 24, 0, 0]);
    const bytes = filesByKind('parquet', file);
    expect(parquetMetadata(bytes.service.buffer as ArrayBuffer).row_groups.length).toBe(2);
    const { service, rating } = await readParquet(bytes);
    const { ndjson } = await written([batch]);
    expect(service.slice(701 * 23)).toEqual(ndjson!.service);
    expect(rating).toEqual([]);
  });
});

describe('a Parquet file', () => {
  it('has no encodings that some readers lack: fastparquet knows these, and no others of texts', () => {
    const batch = batchOf(
      fc.sample(aServiceRow, { numRuns: 300, seed: 8 }),
      fc.sample(aRatingRow, { numRuns: 300, seed: 8 }),
      fc.sample(aRectificationRow, { numRuns: 30, seed: 8 }),
    );
    const { open, file } = inMemory();
    const sink = makers.parquet(open);
    sink.batch(batch);
    sink.end();
    for (const { buffer, byteOffset, byteLength } of Object.values(filesByKind('parquet', file))) {
      const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
      const columns = parquetMetadata(bytes).row_groups.flatMap((group) => group.columns);
      const encodings = new Set(columns.flatMap(({ meta_data }) => meta_data?.encodings ?? []));
      expect([...encodings].filter((name) => !['PLAIN', 'RLE', 'RLE_DICTIONARY'].includes(name))).toEqual([]);
      expect(new Set(columns.map(({ meta_data }) => meta_data?.codec))).toEqual(new Set(['SNAPPY']));
    }
  });
});

describe('requests.ndjson', () => {
  it('has at most 200 records of one step a request, signed by what anybody can compute', () => {
    const batch = batchOf(
      fc.sample(aServiceRow, { numRuns: 450, seed: 6 }),
      fc.sample(aRatingRow, { numRuns: 201, seed: 6 }),
      fc.sample(aRectificationRow, { numRuns: 3, seed: 6 }),
    );
    const { open, file } = inMemory();
    const sink = makers.envelope(open);
    sink.batch(batch);
    sink.end();
    const requests = readRequests(file('requests.ndjson'));
    expect(requests.map(({ params }) => params.length)).toEqual([200, 200, 50, 200, 1, 3]);
    for (const { appMark, time, sign: signed, params } of requests) {
      expect(time).toMatch(/^20\d{12}$/);
      expect(signed).toBe(sign(`${time}${appMark}模拟数据`));
      expect(new Set(params.map(({ kind }) => kind)).size).toBe(1);
    }
  });
});
