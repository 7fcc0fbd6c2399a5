import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newFiles } from '../../src/cli/write-files.ts';
import { mistakeOf, useScratch } from '../builders.ts';

const scratch = useScratch();
const tooLong = 'x'.repeat(300);

describe('files of an export', () => {
  it('are tried before the work that fills them, and the trial leaves nothing', async () => {
    const folder = scratch.path('tried/inside');
    const { text } = await mistakeOf(() => newFiles(folder, [tooLong]));
    expect(text.en).toMatch(/^cannot write file .*x{300} \(ENAMETOOLONG\)$/);
    expect(text.zh).toMatch(/^无法写入文件 .*x{300}（ENAMETOOLONG）$/);
    expect(existsSync(scratch.path('tried'))).toBe(false);
    newFiles(folder, ['a', 'b']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that cannot be made or written later are named', async () => {
    const folder = scratch.path('later');
    const files = newFiles(folder, ['a']);
    const file = files.create('a');
    file.end();
    const late = await mistakeOf(() => {
      file.write(Buffer.from('late'));
    });
    expect(late.text.en).toMatch(/^cannot write file .*later.a \(EBADF\)$/);
    files.discard();
    expect(existsSync(folder)).toBe(false);
    const { text } = await mistakeOf(() => files.create('b'));
    expect(text.en).toMatch(/^cannot write file .*later.b \(ENOENT\)$/);
  });
});
