import type { Batch, RawLines } from '../model/record/batch.ts';

/** Takes the bytes of a file as they come; they are reused after the call. */
export type WriteBytes = (bytes: Uint8Array) => void;

/** Opens a new file of an export by name. */
export type OpenFile = (name: string) => WriteBytes;

/** A file that a sink has written. */
export interface WrittenFile {
  readonly name: string;
  readonly records: number;
}

/** A way of writing records to files: takes batches in the order of the run, keeps none. */
export interface RecordSink {
  /** `sent` has the records that are written as they were sent, whatever the columns say. */
  batch(batch: Batch, rawLines?: RawLines): void;
  /** Writes what is left and says what it wrote. */
  end(): readonly WrittenFile[];
}
