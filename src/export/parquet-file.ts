import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { NationalFields } from '../national/record-printer.ts';
import { ChunkWriter, type ParquetColumn, type Print } from './parquet-column.ts';
import { GROUP_ROWS, GroupRows, type Numbers } from './parquet-rows.ts';
import type { RecordKind } from '../model/record/kind.ts';
import { recordFields, type RecordField } from '../national/fields.ts';
import type { OpenFile, WriteBytes, WrittenFile } from './record-sink.ts';

/** A Parquet file of one kind of records: its columns, and the row groups made of them. */
export class ParquetFile {
  /** The rows gathered for the next row group. */
  readonly rows = new GroupRows();
  private readonly name: string;
  private readonly fields: readonly RecordField[];
  private readonly bytes = new ByteWriter(1 << 20);
  private readonly chunks = new ChunkWriter(this.bytes);
  private readonly writer: ParquetWriter;
  private readonly write: WriteBytes;
  private readonly columns = new Map<string, ParquetColumn>();
  private records = 0;

  constructor(kind: RecordKind, open: OpenFile) {
    this.name = `${kind}s.parquet`;
    this.write = open(this.name);
    this.fields = recordFields[kind];
    const schema: SchemaElement[] = [{ name: 'root', num_children: this.fields.length }];
    for (const { name, type } of this.fields) {
      schema.push(
        type === 'number'
          ? { name, type: 'INT32', repetition_type: 'OPTIONAL' }
          : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      );
    }
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema,
      kvMetadata: [{ key: 'notice', value: '模拟数据 / simulated data' }],
      createdBy: 'haochaping',
    });
  }

  /** Says that a column has few values: a number of a row stands for one of the texts. */
  codes(name: string, numbers: Numbers, texts: readonly string[]): void {
    this.columns.set(name, { numbers, texts });
  }

  /** Says that a column has many values, printed row by row where its number is not that of the value before. */
  printed(name: string, numbers: Numbers, print: Print): void {
    this.columns.set(name, { numbers, print });
  }

  /** Takes a row whose numbers are in place, or the fields it was given as. */
  added(given: NationalFields | undefined): void {
    const { rows } = this;
    if (given !== undefined) rows.give(given);
    rows.length++;
    if (rows.length === GROUP_ROWS) this.endGroup();
  }

  end(): WrittenFile {
    if (this.rows.length > 0) this.endGroup();
    void this.writer.finish();
    this.handOn();
    return { name: this.name, records: this.records };
  }

  private endGroup(): void {
    const { rows } = this;
    const start = this.bytes.offset;
    const columns = this.fields.map((field) => {
      const column = this.columns.get(field.name);
      if (column === undefined) throw new Error(`${this.name}: nothing fills ${field.name}`);
      const chunk = this.chunks.chunk(field, column, rows);
      this.handOn();
      return chunk;
    });
    // Nothing is compressed: both sizes are what was written.
    const size = BigInt(this.bytes.offset - start);
    this.writer.row_groups.push({
      columns,
      total_byte_size: size,
      num_rows: BigInt(rows.length),
      total_compressed_size: size,
    });
    this.writer.num_rows += BigInt(rows.length);
    this.records += rows.length;
    rows.clear();
  }

  private handOn(): void {
    this.write(this.bytes.getBytes());
    this.bytes.index = 0;
  }
}
