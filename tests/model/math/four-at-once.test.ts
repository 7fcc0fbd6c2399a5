import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN, computing, keyedWords } from '../../../src/model/math/four-at-once.ts';
import { Block, threefry, WORDS } from '../../../src/model/math/random.ts';

fc.configureGlobal({ seed: 20_250_301 });

function compiled(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'haochaping-assembly-'));
  try {
    const file = path.join(folder, 'code.wasm');
    execFileSync('npm', ['run', '-s', 'assembly', '--', '--outFile', file]);
    return readFileSync(file, 'base64');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the machine code for four records at once', () => {
  it('is that of its source (vitest -u writes it anew)', async () => {
    const lines = compiled().match(/.{1,100}/g) ?? [];
    const text = [
      `/** Machine code of src/model/assembly/four-at-once.ts, made by tests/model/math/four-at-once.test.ts: not to be edited. */`,
      'export const machineCode =',
      `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot('../../../src/model/math/four-at-once-code.ts');
  });

  it('gives many cases the keyed words that each has alone', () => {
    const word = fc.integer({ min: -(2 ** 31), max: WORDS - 1 });
    const pairs = fc.integer({ min: 1, max: 4 });
    const cases = fc.integer({ min: 1, max: COLUMN });
    const block = new Block();
    fc.assert(
      fc.property(word, word, word, word, pairs, cases, (k0, k1, c0, c1, pair, count) => {
        keyedWords(k0, k1, c0, c1, pair * 2, count, 0);
        for (let i = 0; i < count; i++) {
          for (let n = 0; n < pair * 2; n++) {
            threefry(k0, k1, c0 + i, c1 + n, block);
            expect(computing.keyed[2 * n * COLUMN + i]).toBe(block.a);
            expect(computing.keyed[(2 * n + 1) * COLUMN + i]).toBe(block.b);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
