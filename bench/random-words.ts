/**
 * `node dist/bench/random-words.js ARRANGEMENT [SEED [WORDS]]`: writes keyed words, 32 bits each in the byte order of the
 * machine, to standard output until the reader has enough: food for a battery of statistical tests, as in
 * `node dist/bench/random-words.js run 7 | dieharder -g 200 -d 102`.
 */
import { writeSync } from 'node:fs';
import { Block } from '../src/model/math/random.ts';
import { arrangements } from './word-arrangements.ts';

const WORDS_AT_ONCE = 16_384;

const [name = '', seed = '7', words = 'Infinity'] = process.argv.slice(2);
const begin = arrangements[name];
if (begin === undefined) {
  console.error(`there is no arrangement “${name}”: use ${Object.keys(arrangements).join(', ')}`);
  process.exit(2);
}
const next = begin(Number(seed));
const block = new Block();
const chunk = new Uint32Array(WORDS_AT_ONCE);
const bytes = new Uint8Array(chunk.buffer);

for (let left = Number(words); left > 0; left -= WORDS_AT_ONCE) {
  for (let i = 0; i < WORDS_AT_ONCE; i += 2) {
    next(block);
    chunk[i] = block.a;
    chunk[i + 1] = block.b;
  }
  writeAll(Math.min(left, WORDS_AT_ONCE) * 4);
}

/** Writes the first bytes of the chunk; ends when the reader has gone. */
function writeAll(length: number): void {
  try {
    for (let at = 0; at < length;) at += writeSync(1, bytes, at, length - at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  }
}
