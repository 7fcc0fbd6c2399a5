import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { bytesOf, ByteBuffer } from './byte-buffer.ts';
import { GIVEN, GROUP_ROWS, NONE, type GroupRows, type Numbers } from './parquet-rows.ts';
import type { RecordField } from '../national/fields.ts';

/** What the footer says of a column chunk. */
type ColumnChunk = ParquetWriter['row_groups'][number]['columns'][number];

/**
 * Lays down the value of a row (64 bytes at most, or with room of its own) without the bytes with which it begins like
 * that of row `before`, and says how many these are. `before` is NONE where that is not known: then it lays down all.
 */
export type Print = (out: ByteBuffer, row: number, before: number) => number;

/** How the values of a column are made from the numbers of its rows. */
export type ParquetColumn =
  /** Few values: codes, names, items. A number stands for one of the texts; '' is no value. */
  | { readonly numbers: Numbers; readonly texts: readonly string[] }
  /** Many values: numbers of cases and people, times, comments. Equal numbers are printed alike. */
  | { readonly numbers: Numbers; readonly print: Print };

/** In place of a number in a dictionary: not yet looked up. */
const NEW = -2;

/**
 * Writes the rows of a group column by column. What one column needs is used again by the next, so that it stays where
 * the processor reaches it fast.
 */
export class ChunkWriter {
  /** 1 where a row has a value; all are 1 between two columns. */
  private readonly defined = new Uint8Array(GROUP_ROWS).fill(1);
  /** Of each value of few: its place in the dictionary of the chunk. */
  private readonly indexes = new Int32Array(GROUP_ROWS);
  /** Of each value of many: bytes it has in common with the one before, and bytes of its own. */
  private readonly shared = new Int32Array(GROUP_ROWS);
  private readonly own = new Int32Array(GROUP_ROWS);
  private readonly text = new ByteBuffer();
  private readonly dictionary = new ByteWriter();
  private readonly page = new ByteWriter();
  private readonly levels = new ByteWriter();

  constructor(private readonly out: ByteWriter) {}

  chunk(field: RecordField, column: ParquetColumn, rows: GroupRows): ColumnChunk {
    const { page } = this;
    page.index = 0;
    if ('texts' in column) {
      const whole = field.type === 'number';
      const { held, entries } = this.lookUp(field.name, column, rows, whole);
      const width = 32 - Math.clz32(Math.max(0, entries - 1));
      page.appendUint8(width);
      writeRleBitPackedHybrid(page, this.indexes.subarray(0, held), width);
      return this.write(field.name, rows.length, held, [page.getBytes()], {
        type: whole ? 'INT32' : 'BYTE_ARRAY',
        encoding: 'RLE_DICTIONARY',
        entries,
      });
    }
    // Records come case by case and day by day, so most values say again how the one before began (DELTA_BYTE_ARRAY),
    // and nothing needs compression after that.
    const held = this.print(field.name, column, rows);
    deltaBinaryPack(page, this.shared.subarray(0, held), 'INT32');
    deltaBinaryPack(page, this.own.subarray(0, held), 'INT32');
    const texts = this.text.bytes.subarray(0, this.text.at);
    return this.write(field.name, rows.length, held, [page.getBytes(), texts], {
      type: 'BYTE_ARRAY',
      encoding: 'DELTA_BYTE_ARRAY',
    });
  }

  /** Looks up the rows in a dictionary of what occurs in them, in the order of first occurrence. */
  private lookUp(
    name: string,
    { numbers, texts }: Extract<ParquetColumn, { texts: unknown }>,
    rows: GroupRows,
    whole: boolean,
  ): { held: number; entries: number } {
    const { dictionary, indexes, defined } = this;
    dictionary.index = 0;
    const places = new Map<string, number>();
    const placeOf = (text: string): number => {
      if (text === '' || (whole && !/^\d{1,9}$/.test(text))) return NONE;
      const known = places.get(text);
      if (known !== undefined) return known;
      if (whole) dictionary.appendInt32(Number(text));
      else {
        const bytes = bytesOf(text);
        dictionary.appendUint32(bytes.length);
        dictionary.appendBytes(bytes);
      }
      places.set(text, places.size);
      return places.size - 1;
    };
    const placeAt = new Int32Array(texts.length).fill(NEW);
    let held = 0;
    let [before, place] = [NONE, NONE];
    for (let row = 0; row < rows.length; row++) {
      const number = numbers[row] ?? NONE;
      if (number === GIVEN) place = placeOf(rows.givenText(row, name));
      else if (number !== before) {
        place = placeAt[number] ?? NONE;
        if (place === NEW) place = placeAt[number] = placeOf(texts[number] ?? '');
      }
      before = number;
      if (place < 0) defined[row] = 0;
      else indexes[held++] = place;
    }
    return { held, entries: places.size };
  }

  /** Prints the rows one after another. */
  private print(
    name: string,
    { numbers, print }: Extract<ParquetColumn, { print: unknown }>,
    rows: GroupRows,
  ): number {
    const { shared, own, text, defined } = this;
    text.at = 0;
    let held = 0;
    /** The row and number that the value before was printed from; its length. */
    let [before, numberBefore, length] = [NONE, NONE, 0];
    for (let row = 0; row < rows.length; row++) {
      const number = numbers[row] ?? NONE;
      if (number >= 0 && number === numberBefore) {
        shared[held] = length;
        own[held++] = 0;
        continue;
      }
      const start = text.at;
      let same = 0;
      if (number >= 0) {
        text.room(64);
        same = print(text, row, before);
        [before, numberBefore] = [row, number];
      } else {
        const given = number === GIVEN ? rows.givenText(row, name) : '';
        if (given === '') {
          defined[row] = 0;
          continue;
        }
        text.text(given);
        [before, numberBefore] = [NONE, NONE];
      }
      const printed = text.at - start;
      shared[held] = same;
      own[held++] = printed;
      length = same + printed;
    }
    return held;
  }

  /** Writes a chunk of one data page, after its dictionary where it has one; `held` rows have a value. */
  private write(
    name: string,
    rows: number,
    held: number,
    body: readonly Uint8Array[],
    {
      type,
      encoding,
      entries,
    }: {
      readonly type: 'INT32' | 'BYTE_ARRAY';
      readonly encoding: 'RLE_DICTIONARY' | 'DELTA_BYTE_ARRAY';
      /** Of the dictionary. */
      readonly entries?: number;
    },
  ): ColumnChunk {
    const { out } = this;
    const start = out.offset;
    if (entries !== undefined) {
      const bytes = this.dictionary.getBytes();
      writePageHeader(out, {
        type: 'DICTIONARY_PAGE',
        uncompressed_page_size: bytes.length,
        compressed_page_size: bytes.length,
        dictionary_page_header: { num_values: entries, encoding: 'PLAIN' },
      });
      out.appendBytes(bytes);
    }
    const pageAt = out.offset;
    const levels = this.levelsOf(rows, held);
    const size = body.reduce((sum, { length }) => sum + length, levels.length);
    writePageHeader(out, {
      type: 'DATA_PAGE_V2',
      uncompressed_page_size: size,
      compressed_page_size: size,
      data_page_header_v2: {
        num_values: rows,
        num_nulls: rows - held,
        num_rows: rows,
        encoding,
        definition_levels_byte_length: levels.length,
        repetition_levels_byte_length: 0,
        is_compressed: false,
      },
    });
    out.appendBytes(levels);
    for (const piece of body) out.appendBytes(piece);
    const written = BigInt(out.offset - start);
    return {
      file_offset: BigInt(start),
      meta_data: {
        type,
        encodings: entries === undefined ? ['RLE', encoding] : ['PLAIN', 'RLE', encoding],
        path_in_schema: [name],
        codec: 'UNCOMPRESSED',
        num_values: BigInt(rows),
        total_uncompressed_size: written,
        total_compressed_size: written,
        data_page_offset: BigInt(pageAt),
        ...(entries === undefined ? {} : { dictionary_page_offset: BigInt(start) }),
        statistics: { null_count: BigInt(rows - held) },
      },
    };
  }

  /** Which rows have a value, as runs; leaves them all at 1. */
  private levelsOf(rows: number, held: number): Uint8Array {
    const { levels, defined } = this;
    levels.index = 0;
    if (held === rows) {
      // One run of ones.
      levels.appendVarInt(rows << 1);
      levels.appendUint8(1);
    } else {
      writeRleBitPackedHybrid(levels, defined.subarray(0, rows), 1);
      defined.fill(1, 0, rows);
    }
    return levels.getBytes();
  }
}
