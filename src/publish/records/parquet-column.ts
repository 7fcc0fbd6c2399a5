import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { bytesOf, ByteBuffer } from './byte-buffer.ts';
import { snappyCompress } from './snappy.ts';

/** What the footer says of a column chunk. */
type ColumnChunk = ParquetWriter['row_groups'][number]['columns'][number];

/** Values of one column of a row group, gathered row by row and written as a column chunk. */
export interface ParquetColumn {
  readonly name: string;
  /** Appends the value of the next row, given as text; '' is no value. */
  given(value: string): void;
  /** Writes the chunk and begins the next row group. */
  chunk(out: ByteWriter): ColumnChunk;
}

const NONE = -1;

/** A column of few values: codes, names, items. Kept as numbers of a dictionary. */
export class CodeColumn implements ParquetColumn {
  readonly values: string[] = [];
  private readonly ids: Int32Array;
  private readonly idOf = new Map<string, number>();
  private rows = 0;

  constructor(
    readonly name: string,
    capacity: number,
    private readonly whole: boolean,
  ) {
    this.ids = new Int32Array(capacity);
  }

  /** Number of a value, which stays for the whole file. */
  id(value: string): number {
    if (value === '' || (this.whole && !/^\d{1,9}$/.test(value))) return NONE;
    let id = this.idOf.get(value);
    if (id === undefined) {
      id = this.values.push(value) - 1;
      this.idOf.set(value, id);
    }
    return id;
  }

  add(id: number): void {
    this.ids[this.rows++] = id;
  }

  given(value: string): void {
    this.add(this.id(value));
  }

  chunk(out: ByteWriter): ColumnChunk {
    const { ids, rows, values, whole } = this;
    this.rows = 0;
    // The dictionary of a chunk holds only what occurs in it, in the order of first occurrence.
    const local = new Int32Array(values.length).fill(NONE);
    const indexes = new Int32Array(rows);
    const defined = new Uint8Array(rows);
    const dictionary = new ByteWriter();
    let held = 0;
    let entries = 0;
    for (let row = 0; row < rows; row++) {
      const id = ids[row] ?? NONE;
      if (id === NONE) continue;
      let index = local[id] ?? NONE;
      if (index === NONE) {
        index = entries++;
        local[id] = index;
        if (whole) dictionary.appendInt32(Number(values[id]));
        else {
          const bytes = bytesOf(values[id] ?? '');
          dictionary.appendUint32(bytes.length);
          dictionary.appendBytes(bytes);
        }
      }
      defined[row] = 1;
      indexes[held++] = index;
    }
    const page = new ByteWriter(rows);
    const width = 32 - Math.clz32(Math.max(0, entries - 1));
    page.appendUint8(width);
    writeRleBitPackedHybrid(page, indexes.subarray(0, held), width);
    return writeChunk(out, {
      name: this.name,
      type: whole ? 'INT32' : 'BYTE_ARRAY',
      rows,
      held,
      defined,
      body: page.getBytes(),
      dictionary: { bytes: dictionary.getBytes(), entries },
    });
  }
}

/** A column of many values: numbers of cases and people, times, comments. Kept as the bytes of the chunk. */
export class TextColumn implements ParquetColumn {
  private readonly out: ByteBuffer;
  private readonly defined: Uint8Array;
  private rows = 0;
  private held = 0;
  private start = 0;

  constructor(
    readonly name: string,
    capacity: number,
  ) {
    this.out = new ByteBuffer();
    this.defined = new Uint8Array(capacity);
  }

  /** Begins a value: lay it down in what comes back (64 bytes at most), then call `end`. */
  begin(): ByteBuffer {
    this.out.room(68);
    this.start = this.out.at;
    this.out.at += 4;
    return this.out;
  }

  end(): void {
    const { bytes, at } = this.out;
    const { start } = this;
    const length = at - start - 4;
    bytes[start] = length & 255;
    bytes[start + 1] = (length >> 8) & 255;
    bytes[start + 2] = length >> 16;
    bytes[start + 3] = 0;
    this.defined[this.rows++] = 1;
    this.held++;
  }

  /** A row without a value. */
  none(): void {
    this.defined[this.rows++] = 0;
  }

  given(value: string): void {
    if (value === '') {
      this.none();
      return;
    }
    this.begin().text(value);
    this.end();
  }

  chunk(out: ByteWriter): ColumnChunk {
    const { rows, held } = this;
    const body = this.out.bytes.subarray(0, this.out.at);
    this.out.at = 0;
    this.rows = 0;
    this.held = 0;
    return writeChunk(out, {
      name: this.name,
      type: 'BYTE_ARRAY',
      rows,
      held,
      defined: this.defined.subarray(0, rows),
      body,
    });
  }
}

interface Chunk {
  readonly name: string;
  readonly type: 'INT32' | 'BYTE_ARRAY';
  readonly rows: number;
  /** Rows that have a value. */
  readonly held: number;
  /** 1 where a row has a value. */
  readonly defined: Uint8Array;
  readonly body: Uint8Array;
  readonly dictionary?: { readonly bytes: Uint8Array; readonly entries: number };
}

/** Writes a chunk of one data page, after its dictionary where it has one. */
function writeChunk(out: ByteWriter, chunk: Chunk): ColumnChunk {
  const { name, type, rows, held, dictionary, body } = chunk;
  const start = out.offset;
  let uncompressed = 0;
  if (dictionary) {
    const packed = snappyCompress(dictionary.bytes);
    const headerAt = out.offset;
    writePageHeader(out, {
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: dictionary.bytes.length,
      compressed_page_size: packed.length,
      dictionary_page_header: { num_values: dictionary.entries, encoding: 'PLAIN' },
    });
    uncompressed += out.offset - headerAt + dictionary.bytes.length;
    out.appendBytes(packed);
  }
  const pageAt = out.offset;
  const encoding = dictionary ? 'RLE_DICTIONARY' : 'PLAIN';
  const levels = new ByteWriter();
  writeRleBitPackedHybrid(levels, chunk.defined, 1);
  // Places in a dictionary are packed to the bit already: Snappy would take long and save little.
  const compressed = dictionary === undefined;
  const packed = compressed ? snappyCompress(body) : body;
  writePageHeader(out, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.offset + body.length,
    compressed_page_size: levels.offset + packed.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: rows - held,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.offset,
      repetition_levels_byte_length: 0,
      is_compressed: compressed,
    },
  });
  uncompressed += out.offset - pageAt + levels.offset + body.length;
  out.appendBytes(levels.getBytes());
  out.appendBytes(packed);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type,
      encodings: dictionary ? ['PLAIN', 'RLE', 'RLE_DICTIONARY'] : ['PLAIN', 'RLE'],
      path_in_schema: [name],
      codec: 'SNAPPY',
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(uncompressed),
      total_compressed_size: BigInt(out.offset - start),
      data_page_offset: BigInt(pageAt),
      ...(dictionary ? { dictionary_page_offset: BigInt(start) } : {}),
      statistics: { null_count: BigInt(rows - held) },
    },
  };
}
