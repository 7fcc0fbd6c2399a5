import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { NationalFields } from '../national.ts';
import { CodeColumn, TextColumn, type ParquetColumn } from './parquet-column.ts';
import { recordFields, type RecordKind } from './record-fields.ts';
import type { OpenFile, WriteBytes, WrittenFile } from './record-sink.ts';

/** Rows of a row group: what is held in memory before it is written. */
const GROUP_ROWS = 65_536;

/** Fields that take many values: no dictionary would be shorter. */
const many = new Set([
  ...['projectNo', 'acceptDate', 'resultDate', 'userName', 'certKey', 'mobile', 'serviceTime'],
  ...['writingEvaluation', 'assessTime', 'uploadTime', 'deviceNo'],
  ...['contactTime', 'rectifyTime', 'callbackTime', 'callbackMobile'],
]);

/** A Parquet file of one kind of records: its columns, and the row groups made of them. */
export class ParquetFile {
  private readonly name: string;
  private readonly bytes = new ByteWriter(1 << 20);
  private readonly writer: ParquetWriter;
  private readonly write: WriteBytes;
  private readonly columns: readonly (CodeColumn | TextColumn)[];
  private rows = 0;
  private records = 0;

  constructor(
    private readonly kind: RecordKind,
    open: OpenFile,
  ) {
    this.name = `${kind}s.parquet`;
    this.write = open(this.name);
    const fields = recordFields[kind];
    this.columns = fields.map(({ name, type }) =>
      many.has(name) ? new TextColumn(name, GROUP_ROWS) : new CodeColumn(name, GROUP_ROWS, type === 'number'),
    );
    const schema: SchemaElement[] = [{ name: 'root', num_children: fields.length }];
    for (const { name, type } of fields) {
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

  codes(name: string): CodeColumn {
    const column = this.columns.find((one) => one.name === name);
    if (!(column instanceof CodeColumn)) throw new Error(`${this.kind}: ${name} is no column of codes`);
    return column;
  }

  texts(name: string): TextColumn {
    const column = this.columns.find((one) => one.name === name);
    if (!(column instanceof TextColumn)) throw new Error(`${this.kind}: ${name} is no column of texts`);
    return column;
  }

  /** Counts a row whose values are in the columns, or puts there those it was given as. */
  added(given: NationalFields | undefined): void {
    if (given !== undefined) {
      for (const column of this.columns) column.given(String(given[column.name] ?? ''));
    }
    this.rows++;
    if (this.rows === GROUP_ROWS) this.endGroup();
  }

  end(): WrittenFile {
    if (this.rows > 0) this.endGroup();
    void this.writer.finish();
    this.handOn();
    return { name: this.name, records: this.records };
  }

  private endGroup(): void {
    const start = this.bytes.offset;
    const columns = this.columns.map((column: ParquetColumn) => {
      const chunk = column.chunk(this.bytes);
      this.handOn();
      return chunk;
    });
    // Nothing is compressed: both sizes are what was written.
    const size = BigInt(this.bytes.offset - start);
    this.writer.row_groups.push({
      columns,
      total_byte_size: size,
      num_rows: BigInt(this.rows),
      total_compressed_size: size,
    });
    this.writer.num_rows += BigInt(this.rows);
    this.records += this.rows;
    this.rows = 0;
  }

  private handOn(): void {
    this.write(this.bytes.getBytes());
    this.bytes.index = 0;
  }
}
