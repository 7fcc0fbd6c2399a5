import { textColumns } from '../model/record/columns.ts';
import type { Batch } from '../model/record/batch.ts';
import { printSecond } from '../model/time/time.ts';
import { ByteBuffer, pieceOf, type Piece } from './byte-buffer.ts';
import { recordKinds, type RecordKind } from '../model/record/kind.ts';
import { recordFields, rowsOf } from '../national/fields.ts';
import type { OpenFile, RecordSink } from './record-sink.ts';
import type { TextPrinter } from './text-printer.ts';

/** Sinks of the text formats; each takes a printer of its own. */

/** What stands around the rows of a batch, which come kind by kind in groups of so many at most. */
interface Groups {
  readonly size: number;
  /** Before the first row of a group. */
  readonly head: (batch: Batch, kind: RecordKind, row: number) => Piece;
  /** Between two rows of a group, and after its last. */
  readonly next: Piece;
  readonly last: Piece;
}

/** Prints all rows of a batch into one file; how many there are. */
function printGroups(
  printer: TextPrinter,
  out: ByteBuffer,
  batch: Batch,
  { size, head, next, last }: Groups,
): number {
  let records = 0;
  for (const kind of recordKinds) {
    const { length } = rowsOf(batch, kind);
    for (let row = 0; row < length; row++) {
      const before = row % size === 0 ? head(batch, kind, row) : next;
      out.room(before.length);
      out.put(before);
      printer.print(out, kind, batch, row);
      if (row % size !== size - 1 && row !== length - 1) continue;
      out.room(last.length);
      out.put(last);
    }
    records += length;
  }
  return records;
}

/** records.ndjson: one JSON object a line, the services of a batch before its ratings, these before their rectifications. */
export function ndjsonSink(printer: TextPrinter, open: OpenFile): RecordSink {
  const name = 'records.ndjson';
  const out = new ByteBuffer(open(name));
  const nothing = pieceOf('');
  const lines: Groups = { size: 1, head: () => nothing, next: nothing, last: pieceOf('\n') };
  let records = 0;
  return {
    batch(batch, rawLines) {
      printer.begin(rawLines);
      records += printGroups(printer, out, batch, lines);
    },
    end() {
      out.flush();
      return [{ name, records }];
    },
  };
}

/** A CSV file of each kind of records: byte order mark, heading, a line a record. */
export function csvSink(printer: TextPrinter, open: OpenFile): RecordSink {
  const files = recordKinds.map((kind) => {
    const name = `${kind}s.csv`;
    const out = new ByteBuffer(open(name));
    out.text(`\uFEFF${recordFields[kind].map((field) => field.name).join(',')}\r\n`);
    return { kind, name, out, records: 0 };
  });
  return {
    batch(batch, rawLines) {
      printer.begin(rawLines);
      for (const file of files) {
        const { length } = rowsOf(batch, file.kind);
        for (let row = 0; row < length; row++) printer.print(file.out, file.kind, batch, row);
        file.records += length;
      }
    },
    end() {
      for (const { out } of files) out.flush();
      return files.map(({ name, records }) => ({ name, records }));
    },
  };
}

/** Rows of one INSERT. */
const INSERT_ROWS = 500;

/** Fields of free text, which need more room than the others. */
const freeTexts: ReadonlySet<string> = new Set(textColumns('rating').map(({ field }) => field));

/** records.sql: tables without keys, so that defective records load too, and INSERTs of some hundred rows each. */
export function sqlSink(printer: TextPrinter, open: OpenFile): RecordSink {
  const name = 'records.sql';
  const out = new ByteBuffer(open(name));
  let records = 0;
  out.text('-- 模拟数据：不代表任何地区的实际情况 / Simulated data: no statement about any real place\n');
  for (const kind of recordKinds) {
    const columns = recordFields[kind].map(({ name, type }) => {
      const width = freeTexts.has(name) ? 1000 : 255;
      return `  ${name} ${type === 'number' ? 'INTEGER' : `VARCHAR(${String(width)})`}`;
    });
    out.text(`CREATE TABLE ${kind}s (\n${columns.join(',\n')}\n);\n`);
  }
  out.text('BEGIN;\n');
  const heads = {
    service: pieceOf('INSERT INTO services VALUES\n'),
    rating: pieceOf('INSERT INTO ratings VALUES\n'),
    rectification: pieceOf('INSERT INTO rectifications VALUES\n'),
  };
  const inserts: Groups = {
    size: INSERT_ROWS,
    head: (_batch, kind) => heads[kind],
    next: pieceOf(',\n'),
    last: pieceOf(';\n'),
  };
  return {
    batch(batch, rawLines) {
      printer.begin(rawLines);
      records += printGroups(printer, out, batch, inserts);
    },
    end() {
      out.text('COMMIT;\n');
      out.flush();
      return [{ name, records }];
    },
  };
}

/** Most records of one request. */
const REQUEST_RECORDS = 200;

/** Who sends the requests: no system has this mark. */
const APP_MARK = 'haochaping-simulated';

/** Signs a request; given from outside, for nothing here knows a hash. */
export type Sign = (text: string) => string;

/**
 * requests.ndjson: the calls of the interface, a line each: of a batch first the services (step A), then their ratings
 * (step B), then the rectifications of these (step C, our own). The sign is a made-up one, without a key; it is not the
 * one of any platform.
 */
export function envelopeSink(printer: TextPrinter, open: OpenFile, sign: Sign): RecordSink {
  const name = 'requests.ndjson';
  const out = new ByteBuffer(open(name));
  const requests: Groups = {
    size: REQUEST_RECORDS,
    head: (batch, kind, row) => pieceOf(requestHead(batch, kind, row, sign)),
    next: pieceOf(','),
    last: pieceOf(']}\n'),
  };
  let records = 0;
  return {
    batch(batch, rawLines) {
      printer.begin(rawLines);
      records += printGroups(printer, out, batch, requests);
    },
    end() {
      out.flush();
      return [{ name, records }];
    },
  };
}

/** The times that a kind of record carries; a request is sent at the latest of them. */
const timesOf: Readonly<Record<RecordKind, (batch: Batch) => readonly Int32Array[]>> = {
  service: ({ services }) => [services.serviceAt],
  rating: ({ ratings }) => [ratings.assessedAt, ratings.uploadedAt],
  rectification: ({ rectifications: { contactedAt, rectifiedAt, calledBackAt } }) => [
    contactedAt,
    rectifiedAt,
    calledBackAt,
  ],
};

/** A request up to its records. */
function requestHead(batch: Batch, kind: RecordKind, from: number, sign: Sign): string {
  const to = Math.min(from + REQUEST_RECORDS, rowsOf(batch, kind).length);
  let latest = 0;
  for (const column of timesOf[kind](batch)) {
    for (const second of column.subarray(from, to)) if (second > latest) latest = second;
  }
  const time = printSecond(latest).replaceAll(/\D/g, '');
  const signed = sign(`${time}${APP_MARK}模拟数据`);
  return `{"appMark":"${APP_MARK}","time":"${time}","sign":"${signed}","params":[`;
}
