import { closeSync, openSync, readSync } from 'node:fs';
import { wrongUse } from '../model/errors.ts';

/** Bytes of a file that is read whole: many times those of the largest one of ours. */
const LARGEST_FILE = 8 * 1024 * 1024;

/** Bytes that are read at once. */
const PIECE = 64 * 1024;

/** The text of a file that somebody names: a scenario, a method, targets. A Mistake where it does not end within the limit, as a device may. */
export function readWholeText(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let length = 0; ;) {
      const piece = Buffer.alloc(PIECE);
      const read = readSync(handle, piece);
      if (read === 0) return Buffer.concat(pieces).toString('utf8');
      length += read;
      if (length > LARGEST_FILE) throw tooLarge(file);
      pieces.push(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
}

const tooLarge = (file: string): Error => {
  const most = String(LARGEST_FILE);
  return wrongUse(
    `文件 ${file} 超过 ${most} 字节，不能整个读入`,
    `the file ${file} has more than ${most} bytes and is not read whole`,
  );
};
