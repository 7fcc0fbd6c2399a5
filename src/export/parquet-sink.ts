import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { recordKinds, type RecordKind } from '../model/record/kind.ts';
import { recordFields, rowsOf, type RecordField } from '../national/fields.ts';
import type { NationalFields } from '../national/record-printer.ts';
import type { OpenFile, RecordSink, WriteBytes, WrittenFile } from './record-sink.ts';
import type { RowFields } from './row-fields.ts';
import { valueOf } from './text-record.ts';

/** Rows of a row group: what is held in memory before it is written. */
const GROUP_ROWS = 16_384;

/**
 * A Parquet file of each kind of records, in row groups of 16,384 rows. Times are texts as in the other formats, so that
 * a damaged one can be held; a field without a value is null.
 */
export function parquetSink(fields: RowFields, open: OpenFile): RecordSink {
  const files = recordKinds.map((kind) => new ParquetFile(kind, open));
  return {
    batch(batch, rawLines) {
      fields.begin(rawLines);
      for (const file of files) {
        const { length } = rowsOf(batch, file.kind);
        for (let row = 0; row < length; row++) file.add(fields.of(file.kind, batch, row));
      }
    },
    end: () => files.map((file) => file.end()),
  };
}

class ParquetFile {
  private readonly name: string;
  private readonly fields: readonly RecordField[];
  private readonly write: WriteBytes;
  private readonly bytes = new ByteWriter(1 << 20);
  private readonly writer: ParquetWriter;
  /** The values of the row group to come, column by column. */
  private readonly columns: (string | number | null)[][];
  private records = 0;

  constructor(
    readonly kind: RecordKind,
    open: OpenFile,
  ) {
    this.name = `${kind}s.parquet`;
    this.write = open(this.name);
    this.fields = recordFields[kind];
    this.columns = this.fields.map(() => []);
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema: [{ name: 'root', num_children: this.fields.length }, ...this.fields.map(schemaOf)],
      kvMetadata: [{ key: 'notice', value: '模拟数据 / simulated data' }],
      createdBy: 'haochaping',
      // Least and greatest texts help few readers and cost a tenth of the time.
      statistics: false,
    });
  }

  add(record: NationalFields): void {
    this.fields.forEach((field, i) => {
      const value = valueOf(field, record);
      this.columns[i]?.push(value === '' ? null : field.type === 'number' ? Number(value) : value);
    });
    if (++this.records % GROUP_ROWS === 0) this.endGroup();
  }

  end(): WrittenFile {
    if (this.records % GROUP_ROWS !== 0) this.endGroup();
    void this.writer.finish();
    this.handOn();
    return { name: this.name, records: this.records };
  }

  private endGroup(): void {
    const columnData = this.fields.map(({ name }, i) => ({ name, data: this.columns[i] ?? [] }));
    void this.writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    this.handOn();
    for (const column of this.columns) column.length = 0;
  }

  /** Hands on what the writer has written; its places in the file count on. */
  private handOn(): void {
    this.write(this.bytes.getBytes());
    this.bytes.index = 0;
  }
}

const schemaOf = ({ name, type }: RecordField): SchemaElement =>
  type === 'number'
    ? { name, type: 'INT32', repetition_type: 'OPTIONAL' }
    : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' };
