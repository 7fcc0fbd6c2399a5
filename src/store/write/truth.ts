import { dimensionIds, type DimensionId } from '../../model/reference.ts';
import type { TruthBatch } from '../../model/truth.ts';
import type { Store } from '../open.ts';

const bytesOf = (column: Float64Array | Uint8Array, rows: number): Buffer =>
  Buffer.from(column.buffer, column.byteOffset, rows * column.BYTES_PER_ELEMENT);

/** Writes the truth of a run into the truth file, a segment a batch. */
export class TruthWriter {
  private readonly segment;
  private readonly services = new Int32Array(64 * 6);
  private segments = 0;

  constructor(
    private readonly truth: Store,
    private readonly run: number,
  ) {
    this.segment = truth.db.prepare<[number, number, number, Buffer, Buffer, Buffer]>(
      'INSERT INTO truth_segment (run, segment, n, rating_key, true_level, mechanism) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  units(qualities: readonly { unit: number; quality: Readonly<Record<DimensionId, number>> }[]): void {
    const add = this.truth.db.prepare<[number, number, string, number]>(
      'INSERT INTO truth_unit VALUES (?, ?, ?, ?)',
    );
    for (const { unit, quality } of qualities) {
      for (const dimension of dimensionIds) add.run(this.run, unit, dimension, quality[dimension]);
    }
  }

  /** `keys` are the rating keys of the batch, as many rows as `rows`. */
  batch(keys: Float64Array, rows: number, truth: TruthBatch): void {
    this.segment.run(
      this.run,
      this.segments++,
      rows,
      bytesOf(keys, rows),
      bytesOf(truth.level, rows),
      bytesOf(truth.mechanism, rows),
    );
    truth.serviceLevels.forEach((n, i) => {
      this.services[i] = (this.services[i] ?? 0) + n;
    });
  }

  /** Writes the totals. */
  end(): void {
    const add = this.truth.db.prepare<[number, number, number, number]>(
      'INSERT INTO truth_services VALUES (?, ?, ?, ?)',
    );
    this.services.forEach((n, i) => {
      if (n > 0) add.run(this.run, Math.floor(i / 6), i % 6, n);
    });
  }
}
