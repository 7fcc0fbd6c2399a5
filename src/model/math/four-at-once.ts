import { z } from 'zod';
import { machineCode } from './four-at-once-code.ts';

/** What is used of the platform's WebAssembly; the server's type library does not know it. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

type KeyedWords = (
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  blocks: number,
  cases: number,
  out: number,
) => void;
type HashRows = (from: number, rows: number, kind: number, sums: number) => void;

const isFunction = (value: unknown): boolean => typeof value === 'function';
const { memory, ...computations } = z
  .object({
    memory: z.object({ buffer: z.instanceof(ArrayBuffer) }),
    keyedWords: z.custom<KeyedWords>(isFunction),
    hashRows: z.custom<HashRows>(isFunction),
  })
  .parse(new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(machineCode, 'base64'))).exports);

/**
 * The computations of assembly/four-at-once.ts, for four records at a time; addresses are bytes of `computing`. A thread
 * has one such memory: who gives way to others in between finds it changed.
 */
export const { keyedWords, hashRows } = computations;

/** Cases whose keyed words lie side by side: words from one column to the next. */
export const COLUMN = 256;
const COLUMNS = 32;
/** Rows that are laid down before they are hashed. */
export const MOST_ROWS = 512;
/** Words of a row, and words from one of them to the next: those of the three rows beside it lie between. */
export const ROW_WORDS = 12;
export const ROW_STEP = 4;

const KEYED = 0;
const LAID = KEYED + COLUMNS * COLUMN * 4;
const SUMS = LAID + MOST_ROWS * ROW_WORDS * 4;

/** Where the words of cases lie, those of hashed rows, and the sums of their hashes: words, and bytes where each begins. */
export const computing = {
  keyed: new Uint32Array(memory.buffer, KEYED, COLUMNS * COLUMN),
  laid: new Int32Array(memory.buffer, LAID, MOST_ROWS * ROW_WORDS),
  laidAt: LAID,
  sums: new Int32Array(memory.buffer, SUMS, 16),
  sumsAt: SUMS,
} as const;
