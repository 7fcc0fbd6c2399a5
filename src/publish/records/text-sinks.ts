import type { Batch, RectificationBatch } from '../../model/batch.ts';
import { printSecond } from '../../model/time.ts';
import { ByteBuffer, bytesOf } from './byte-buffer.ts';
import { recordFields, recordKinds, type RecordKind } from './record-fields.ts';
import type { OpenFile, RecordSink } from './record-sink.ts';
import type { TextPrinter } from './text-printer.ts';

/** Sinks of the text formats; each takes a printer of its own form. */

const lengthOf = ({ services, ratings }: Batch, kind: RecordKind): number =>
  kind === 'service' ? services.length : ratings.length;

const NEW_LINE = bytesOf('\n');

/**
 * records.ndjson: one JSON object a line, the services of a batch before its ratings, these before their rectifications,
 * which are few and printed one by one.
 */
export function ndjsonSink(
  printer: TextPrinter,
  open: OpenFile,
  rectification: (rows: RectificationBatch, row: number) => string,
): RecordSink {
  const name = 'records.ndjson';
  const out = new ByteBuffer(open(name));
  let records = 0;
  return {
    batch(batch, sent) {
      printer.begin(sent);
      for (const kind of recordKinds) {
        const length = lengthOf(batch, kind);
        for (let row = 0; row < length; row++) {
          printer[kind](out, batch, row);
          out.room(1);
          out.put(NEW_LINE);
        }
        records += length;
      }
      const { rectifications } = batch;
      for (let row = 0; row < rectifications.length; row++)
        out.text(`${rectification(rectifications, row)}\n`);
      records += rectifications.length;
    },
    end() {
      out.flush();
      return [{ name, records }];
    },
  };
}

/** services.csv and ratings.csv: byte order mark, heading, a line a record. */
export function csvSink(printer: TextPrinter, open: OpenFile): RecordSink {
  const files = recordKinds.map((kind) => {
    const name = `${kind}s.csv`;
    const out = new ByteBuffer(open(name));
    out.text(`\uFEFF${recordFields[kind].map((field) => field.name).join(',')}\r\n`);
    return { kind, name, out, records: 0 };
  });
  return {
    batch(batch, sent) {
      printer.begin(sent);
      for (const file of files) {
        const length = lengthOf(batch, file.kind);
        for (let row = 0; row < length; row++) printer[file.kind](file.out, batch, row);
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

/** records.sql: two tables without keys, so that defective records load too, and INSERTs of some hundred rows each. */
export function sqlSink(printer: TextPrinter, open: OpenFile): RecordSink {
  const name = 'records.sql';
  const out = new ByteBuffer(open(name));
  let records = 0;
  out.text('-- 模拟数据：不代表任何地区的实际情况 / Simulated data: no statement about any real place\n');
  for (const kind of recordKinds) {
    const columns = recordFields[kind].map(({ name, type }) => {
      const width = name === 'writingEvaluation' ? 1000 : 255;
      return `  ${name} ${type === 'number' ? 'INTEGER' : `VARCHAR(${String(width)})`}`;
    });
    out.text(`CREATE TABLE ${kind}s (\n${columns.join(',\n')}\n);\n`);
  }
  out.text('BEGIN;\n');
  const [first, next, last] = [
    { service: bytesOf('INSERT INTO services VALUES\n'), rating: bytesOf('INSERT INTO ratings VALUES\n') },
    bytesOf(',\n'),
    bytesOf(';\n'),
  ];
  return {
    batch(batch, sent) {
      printer.begin(sent);
      for (const kind of recordKinds) {
        const length = lengthOf(batch, kind);
        for (let row = 0; row < length; row++) {
          out.room(64);
          out.put(row % INSERT_ROWS === 0 ? first[kind] : next);
          printer[kind](out, batch, row);
          if (row % INSERT_ROWS !== INSERT_ROWS - 1 && row !== length - 1) continue;
          out.room(2);
          out.put(last);
        }
        records += length;
      }
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
 * requests.ndjson: the calls of the two-step interface, a line each: of a batch first the services (step A), then their
 * ratings (step B). The sign is a made-up one, without a key; it is not the one of any platform.
 */
export function envelopeSink(printer: TextPrinter, open: OpenFile, sign: Sign): RecordSink {
  const name = 'requests.ndjson';
  const out = new ByteBuffer(open(name));
  const [next, last] = [bytesOf(','), bytesOf(']}\n')];
  let records = 0;
  return {
    batch(batch, sent) {
      printer.begin(sent);
      for (const kind of recordKinds) {
        const length = lengthOf(batch, kind);
        for (let row = 0; row < length; row++) {
          if (row % REQUEST_RECORDS === 0) out.text(requestHead(batch, kind, row, sign));
          else {
            out.room(1);
            out.put(next);
          }
          printer[kind](out, batch, row);
          if (row % REQUEST_RECORDS !== REQUEST_RECORDS - 1 && row !== length - 1) continue;
          out.room(3);
          out.put(last);
        }
        records += length;
      }
    },
    end() {
      out.flush();
      return [{ name, records }];
    },
  };
}

/** A request up to its records, sent at the latest time that they carry. */
function requestHead({ services, ratings }: Batch, kind: RecordKind, from: number, sign: Sign): string {
  let latest = 0;
  for (const column of kind === 'service' ? [services.serviceAt] : [ratings.assessedAt, ratings.uploadedAt]) {
    const { length } = kind === 'service' ? services : ratings;
    const times = column.subarray(from, Math.min(from + REQUEST_RECORDS, length));
    for (const second of times) if (second > latest) latest = second;
  }
  const time = printSecond(latest).replaceAll(/\D/g, '');
  const signed = sign(`${time}${APP_MARK}模拟数据`);
  return `{"appMark":"${APP_MARK}","time":"${time}","sign":"${signed}","params":[`;
}
