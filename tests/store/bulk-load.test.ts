import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBatch } from '../../src/model/record/batch.ts';
import { textColumns } from '../../src/model/record/columns.ts';
import type { Store } from '../../src/store/open.ts';
import { eachRating, eachService } from '../../src/store/read/rows.ts';
import { integrityFaults } from '../../src/store/read/integrity.ts';
import { BulkInsert } from '../../src/store/write/bulk.ts';
import { ratingWriter, serviceWriter } from '../../src/store/write/records.ts';
import {
  KeysNotRising,
  BulkLoadFile,
  type BulkLoadTable,
} from '../../src/store/write/bulk-load/bulk-load-file.ts';
import {
  bulkLoadFault,
  bulkLoadTables,
  copyAttached,
  withAttached,
} from '../../src/store/write/bulk-load/attach-and-copy.ts';
import { appendAccepted } from '../../src/store/write/bulk-load/accepted-rows.ts';
import { useScratch } from '../builders.ts';

const scratch = useScratch();
let next = 0;
const newFile = (): string => scratch.path(`bulk-${next++}.db`);

const numbers = (columns: number): BulkLoadTable => {
  const names = Array.from({ length: columns }, (_, i) => `c${i}`);
  const sql = `CREATE TABLE t (key INTEGER PRIMARY KEY, ${names.map((name) => `${name} INTEGER NOT NULL`).join(', ')}) STRICT`;
  return { name: 't', sql, columns: names };
};

/** Writes rows [key, …values] and reads them back with the engine. */
function through(table: BulkLoadTable, rows: readonly (readonly number[])[], pageBytes?: number) {
  const file = newFile();
  const bulk = new BulkLoadFile(file, [table], pageBytes);
  const named = Object.fromEntries(
    table.columns.map((name, i) => [name, Int32Array.from(rows, (row) => row[i + 1] ?? 0)]),
  );
  const keys = Float64Array.from(rows, ([key]) => key ?? 0);
  bulk.rows('t').append(keys, named, rows.length, new Uint8Array(rows.length));
  bulk.close();
  const db = new Database(file);
  try {
    return {
      faults: db.prepare('PRAGMA integrity_check').pluck().all(),
      pages: db.pragma('page_count', { simple: true }),
      rows: db.prepare('SELECT * FROM t ORDER BY key').raw().all(),
    };
  } finally {
    db.close();
  }
}

const edges = [0, 1, -1, -2, 127, 128, -128, -129, 32_767, 32_768, -32_768, -32_769, 8_388_607, 8_388_608];
const value = fc.oneof(
  fc.constantFrom(...edges, -8_388_608, -8_388_609, 2 ** 31 - 1, -(2 ** 31)),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const keyEdges = Array.from({ length: 53 }, (_, bit) => [2 ** bit - 1, 2 ** bit]).flat();
const key = fc.oneof(fc.constantFrom(...keyEdges), fc.integer({ min: 0, max: 2 ** 53 - 1 }));

describe('a bulk-load file', () => {
  it('holds any rows of numbers as they were put in, and is sound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.uniqueArray(key, { maxLength: 60 }),
        fc.array(value, { minLength: 25, maxLength: 100 }),
        fc.constantFrom(1024, 4096, 32_768),
        (columns, keys, values, pageBytes) => {
          const rows = [...keys]
            .sort((a, b) => a - b)
            .map((one, i) => [
              one,
              ...Array.from({ length: columns }, (_, c) => values[(i * columns + c) % values.length] ?? 0),
            ]);
          const read = through(numbers(columns), rows, pageBytes);
          expect(read.faults).toEqual(['ok']);
          expect(read.rows).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  // Pages of 512 bytes hold some 25 of these rows and lead to at most 34 pages: one leaf, one, two and three levels above.
  it.each([0, 1, 20, 60, 851, 852, 40_000])('is sound with %i rows, on as many levels as it takes', (n) => {
    const rows = Array.from({ length: n }, (_, i) => [i * 2 ** 20, i, -2]);
    const read = through(numbers(2), rows, 512);
    expect(read.faults).toEqual(['ok']);
    expect(read.rows).toEqual(rows);
  });

  it('leaves out what is to be skipped', () => {
    const file = newFile();
    const bulk = new BulkLoadFile(file, [numbers(1)]);
    const column = Int32Array.of(10, 20, 30);
    bulk.rows('t').append(Float64Array.of(1, 2, 3), { c0: column }, 3, Uint8Array.of(0, 7, 0));
    bulk.close();
    const db = new Database(file);
    expect(db.prepare('SELECT c0 FROM t').pluck().all()).toEqual([10, 30]);
    db.close();
  });

  it('refuses keys that do not rise, and rows that lack a column', () => {
    const bulk = new BulkLoadFile(newFile(), [numbers(1)]);
    const one = new Uint8Array(2);
    const rows = bulk.rows('t');
    expect(() => {
      rows.append(Float64Array.of(5, 5), { c0: new Int32Array(2) }, 2, one);
    }).toThrow(KeysNotRising);
    expect(() => {
      rows.append(Float64Array.of(6), { other: new Int32Array(1) }, 1, one);
    }).toThrow('c0');
    expect(() => bulk.rows('u')).toThrow('no table u');
    bulk.abandon();
  });
});

const attached = ({ db }: Store): unknown[] =>
  db.prepare("SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp')").all();

describe('rows that a database copies from bulk-load files', () => {
  const n = 3000;
  const service = (i: number): [number, number, number, number, number, number, number] => [
    2 ** 50 + i * 16,
    i % 7680,
    i % 2048,
    800_000_000 + i,
    i % 3 === 0 ? -1 : 800_100_000 + i,
    800_000_000 + 2 * i,
    i * 700_000,
  ];
  const rating = (i: number): [number, number, number, number, number, number] => [
    2 ** 51 + i * 32,
    i % 131_072,
    800_000_001 + i,
    i % 2,
    i % 5 === 0 ? -1 : i,
    -1,
  ];
  const text = (i: number): string => '态度好，办得快。'.repeat(1 + (i % 18));

  /** Rows `from` to before `to` as a batch, with their packed fields; every seventh is refused. */
  function rowsOf(from: number, to: number) {
    const { services, ratings } = newBatch(to - from, to - from);
    const [packedServices, packedRatings] = [new Int32Array(to - from), new Int32Array(to - from)];
    for (let row = 0, i = from; i < to; row++, i++) {
      const [key, task, packedService, acceptedAt, finishedAt, serviceAt, person] = service(i);
      [services.key[row], services.task[row], services.person[row]] = [key, task, person];
      [services.acceptedAt[row], services.finishedAt[row]] = [acceptedAt, finishedAt];
      [services.serviceAt[row], packedServices[row]] = [serviceAt, packedService];
      const [ratingKey, packedRating, assessedAt, device, rater, uploadedAt] = rating(i);
      [ratings.key[row], ratings.assessedAt[row], ratings.device[row]] = [ratingKey, assessedAt, device];
      [ratings.rater[row], ratings.uploadedAt[row], packedRatings[row]] = [rater, uploadedAt, packedRating];
      if (i % 9 === 0) ratings.text.set(row, text(i));
    }
    services.length = ratings.length = to - from;
    const refused = Uint8Array.from({ length: to - from }, (_, row) => ((from + row) % 7 === 6 ? 1 : 0));
    return { services, ratings, packedServices, packedRatings, refused };
  }

  function writeFile(name: string, tables: readonly BulkLoadTable[], from: number, to: number): void {
    const file = new BulkLoadFile(name, tables);
    const { services, ratings, packedServices, packedRatings, refused } = rowsOf(from, to);
    appendAccepted(file, 'service', services, packedServices, refused);
    appendAccepted(file, 'rating', ratings, packedRatings, refused);
    file.close();
  }

  it('equal those inserted one by one, also between and above what stands', () => {
    const [taken, inserted] = [scratch.store(), scratch.store()];
    const tables = bulkLoadTables(taken);
    expect(tables.map(({ name }) => name)).toEqual([
      'service',
      'rating',
      ...textColumns('rating').map(({ sql }) => sql),
    ]);
    const files = [0, 1, 2].map((i) => {
      const file = newFile();
      writeFile(file, tables, (i * n) / 3, ((i + 1) * n) / 3);
      return file;
    });
    // The middle comes last, as a later period of a unit may.
    for (const some of [[files[0]!, files[2]!], [files[1]!]]) {
      withAttached(taken, some, () => {
        taken.db.transaction(() => {
          copyAttached(taken, some.length);
        })();
      });
    }
    const { services, ratings, packedServices, packedRatings, refused } = rowsOf(0, n);
    serviceWriter(inserted)(services, packedServices, refused);
    ratingWriter(inserted)(ratings, packedRatings, refused);
    expect([...eachService(taken)].map(({ key }) => key)).toEqual(
      [...services.key].filter((_, row) => refused[row] === 0),
    );
    expect([...eachService(taken)]).toEqual([...eachService(inserted)]);
    expect([...eachRating(taken)]).toEqual([...eachRating(inserted)]);
    expect(integrityFaults(taken)).toEqual([]);
    expect(attached(taken)).toEqual([]);
  });

  it('go by whole records: no row is taken apart on the way', () => {
    const store = scratch.store();
    const file = newFile();
    writeFile(file, bulkLoadTables(store), 0, 10);
    withAttached(store, [file], () => {
      for (const table of ['service', 'rating']) {
        const steps = store.db
          .prepare<[], { opcode: string }>(`EXPLAIN INSERT INTO main.${table} SELECT * FROM bulk0.${table}`)
          .all();
        expect(steps.map(({ opcode }) => opcode)).toContain('RowCell');
        expect(steps.map(({ opcode }) => opcode)).not.toContain('MakeRecord');
      }
    });
  });

  it('are refused whole where one of them stands already', () => {
    const store = scratch.store();
    const file = newFile();
    writeFile(file, bulkLoadTables(store), 0, 10);
    const one = new BulkInsert(store, 'rating', [
      'key',
      'mark',
      'assessed_at',
      'device',
      'rater',
      'uploaded_at',
    ]);
    rating(9).forEach((number) => {
      one.put(number);
    });
    one.flush();
    expect(() =>
      withAttached(store, [file], () => {
        store.db.transaction(() => {
          copyAttached(store, 1);
        })();
      }),
    ).toThrow('UNIQUE');
    expect([...eachService(store)]).toEqual([]);
    expect(attached(store)).toEqual([]);
  });

  it('cannot come where no file can be written: it is said why', () => {
    const store = scratch.store();
    expect(bulkLoadFault(store, scratch.path('no-such-folder/trial.db'))).toBe('ENOENT');
    expect(bulkLoadFault(store, newFile())).toBeUndefined();
  });
});
