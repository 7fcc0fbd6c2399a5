import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cannot } from '../model/errors.ts';

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Makes a folder for files of these names, none of which may be there: nothing is replaced. */
export function prepareFolder(folder: string, names: readonly string[]): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw cannot(`无法建立文件夹 ${folder}（${code}）`, `cannot make the folder ${folder} (${code})`);
  }
  for (const name of names) {
    const file = path.join(folder, name);
    if (existsSync(file)) throw alreadyThere(file);
  }
}

/** Writes lines to a new file as they come. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  function* chunks(): Iterable<string> {
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length > 65_536) {
        yield chunk;
        chunk = '';
      }
    }
    yield chunk;
  }
  try {
    await pipeline(Readable.from(chunks()), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyThere(file);
    throw error;
  }
}

export const alreadyThere = (file: string): Error =>
  cannot(`文件 ${file} 已存在，不覆盖`, `file ${file} is there already and is not replaced`);
