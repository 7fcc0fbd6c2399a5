import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { bytesOf, ByteBuffer } from './byte-buffer.ts';

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
      body: [page.getBytes()],
      encoding: 'RLE_DICTIONARY',
      dictionary: { bytes: dictionary.getBytes(), entries },
    });
  }
}

/**
 * A column of many values: numbers of cases and people, times, comments. A value is kept as the bytes in which it
 * differs from the one before (DELTA_BYTE_ARRAY): records come case by case and day by day, so most say again how the
 * one before began, and nothing needs compression after that.
 */
export class TextColumn implements ParquetColumn {
  /** The number that the value before was printed from; NONE where it is not known. */
  last = NONE;
  private readonly out = new ByteBuffer();
  private readonly defined: Uint8Array;
  /** Of each value: bytes it has in common with the one before, and bytes of its own. */
  private readonly shared: Int32Array;
  private readonly own: Int32Array;
  private readonly lengths = new ByteWriter();
  private rows = 0;
  private held = 0;
  private start = 0;

  constructor(
    readonly name: string,
    capacity: number,
  ) {
    this.defined = new Uint8Array(capacity);
    this.shared = new Int32Array(capacity);
    this.own = new Int32Array(capacity);
  }

  /**
   * Begins a value whose first bytes, so many, are those of the value before: lay down the others in what comes back (64
   * at most), then call `end`.
   */
  begin(shared: number): ByteBuffer {
    const { out } = this;
    out.room(64);
    this.start = out.at;
    this.shared[this.held] = shared;
    return out;
  }

  end(): void {
    this.own[this.held++] = this.out.at - this.start;
    this.defined[this.rows++] = 1;
  }

  /** Puts the value before once more where it was printed from this number, 0 or more; else it is to be printed. */
  repeats(number: number): boolean {
    if (number !== this.last) {
      this.last = number;
      return false;
    }
    const { held } = this;
    this.shared[held] = (this.shared[held - 1] ?? 0) + (this.own[held - 1] ?? 0);
    this.own[held] = 0;
    this.held++;
    this.defined[this.rows++] = 1;
    return true;
  }

  /** A row without a value. */
  none(): void {
    this.defined[this.rows++] = 0;
  }

  given(value: string): void {
    this.last = NONE;
    if (value === '') {
      this.none();
      return;
    }
    this.begin(0).text(value);
    this.end();
  }

  chunk(out: ByteWriter): ColumnChunk {
    const { rows, held } = this;
    const { lengths } = this;
    lengths.index = 0;
    deltaBinaryPack(lengths, this.shared.subarray(0, held), 'INT32');
    deltaBinaryPack(lengths, this.own.subarray(0, held), 'INT32');
    const body = [lengths.getBytes(), this.out.bytes.subarray(0, this.out.at)];
    this.out.at = 0;
    this.rows = 0;
    this.held = 0;
    this.last = NONE;
    return writeChunk(out, {
      name: this.name,
      type: 'BYTE_ARRAY',
      rows,
      held,
      defined: this.defined.subarray(0, rows),
      body,
      encoding: 'DELTA_BYTE_ARRAY',
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
  /** The pieces of the page after its levels. */
  readonly body: readonly Uint8Array[];
  readonly encoding: 'RLE_DICTIONARY' | 'DELTA_BYTE_ARRAY';
  readonly dictionary?: { readonly bytes: Uint8Array; readonly entries: number };
}

/** Writes a chunk of one data page, after its dictionary where it has one. */
function writeChunk(out: ByteWriter, chunk: Chunk): ColumnChunk {
  const { name, type, rows, held, dictionary, body, encoding } = chunk;
  const start = out.offset;
  if (dictionary) {
    writePageHeader(out, {
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: dictionary.bytes.length,
      compressed_page_size: dictionary.bytes.length,
      dictionary_page_header: { num_values: dictionary.entries, encoding: 'PLAIN' },
    });
    out.appendBytes(dictionary.bytes);
  }
  const pageAt = out.offset;
  const levels = new ByteWriter();
  writeRleBitPackedHybrid(levels, chunk.defined, 1);
  const size = body.reduce((sum, { length }) => sum + length, levels.offset);
  writePageHeader(out, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: size,
    compressed_page_size: size,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: rows - held,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.offset,
      repetition_levels_byte_length: 0,
      is_compressed: false,
    },
  });
  out.appendBytes(levels.getBytes());
  for (const piece of body) out.appendBytes(piece);
  const written = BigInt(out.offset - start);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type,
      encodings: dictionary ? ['PLAIN', 'RLE', encoding] : ['RLE', encoding],
      path_in_schema: [name],
      codec: 'UNCOMPRESSED',
      num_values: BigInt(rows),
      total_uncompressed_size: written,
      total_compressed_size: written,
      data_page_offset: BigInt(pageAt),
      ...(dictionary ? { dictionary_page_offset: BigInt(start) } : {}),
      statistics: { null_count: BigInt(rows - held) },
    },
  };
}
