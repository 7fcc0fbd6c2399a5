import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ExportFolder } from '../export/exported-files.ts';
import { cannot } from '../model/errors.ts';
import { missingFolders, removeEmpty } from './made-folders.ts';
import { makeFolder } from '../store/open.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Does some work on a file that is written; what the file system says of it becomes a Mistake that names the file. */
export function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw cannot(`无法写入文件 ${file}（${code}）`, `cannot write file ${file} (${code})`);
  }
}

/**
 * Makes a folder for files of these names, none of which may be there: nothing is replaced. That they can be written is
 * tried now, not after the work that fills them.
 */
function prepareFolder(folder: string, names: readonly string[]): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw cannot(`无法建立文件夹 ${folder}（${code}）`, `cannot make the folder ${folder} (${code})`);
  }
  for (const name of names) {
    const file = path.join(folder, name);
    if (existsSync(file)) throw alreadyThere(file);
  }
  const [trial] = names;
  if (trial === undefined) return;
  const file = path.join(folder, trial);
  naming(file, () => {
    closeSync(openNew(file));
    rmSync(file);
  });
}

/**
 * A folder, made where it is missing, for new files of these names; `discard` takes away what was made, the folder
 * included.
 */
export function newFiles(folder: string, names: readonly string[]): ExportFolder & { discard(): void } {
  const folders = missingFolders(folder);
  const made: string[] = [];
  try {
    prepareFolder(folder, names);
  } catch (error) {
    removeEmpty(folders);
    throw error;
  }
  return {
    create(name) {
      const file = path.join(folder, name);
      const descriptor = naming(file, () => openNew(file));
      made.push(file);
      const hash = createHash('sha256');
      let size = 0;
      return {
        write(bytes) {
          naming(file, () => {
            for (let from = 0; from < bytes.length;) from += writeSync(descriptor, bytes, from);
          });
          hash.update(bytes);
          size += bytes.length;
        },
        end() {
          closeSync(descriptor);
          return { bytes: size, sha256: hash.digest('hex') };
        },
      };
    },
    sign: (text) => createHash('sha256').update(text).digest('hex'),
    discard() {
      for (const file of made) rmSync(file, { force: true });
      removeEmpty(folders);
    },
  };
}

function openNew(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyThere(file);
    throw error;
  }
}

export const alreadyThere = (file: string): Error =>
  cannot(`文件 ${file} 已存在，不覆盖`, `file ${file} is there already and is not replaced`);

/** A folder for files that take the place of those of the same names; others in it stay. */
export interface ReplacedFiles {
  /** Writes files, all or none of them, and gives their paths. */
  write(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): string[];
  /** Takes the folder away where it was made for nothing. */
  discard(): void;
}

/** Makes a folder where it is missing; `option` is what names it. */
export function replacedFiles(option: string, folder: string): ReplacedFiles {
  const folders = missingFolders(folder);
  try {
    makeFolder(folder);
  } catch (error) {
    removeEmpty(folders);
    if (!(error instanceof Error && 'code' in error)) throw error;
    const code = String(error.code);
    throw cannot(
      `${option} = “${folder}”：无法建立文件夹（${code}）`,
      `${option} = “${folder}”: the folder cannot be made (${code})`,
    );
  }
  return {
    write(files) {
      const made = files.map(({ name, bytes }) => {
        const file = path.join(folder, name);
        return { file, bytes, unfinished: `${file}.unfinished` };
      });
      try {
        for (const { file, bytes, unfinished } of made) {
          naming(file, () => {
            writeFileSync(unfinished, bytes);
          });
        }
        for (const { file, unfinished } of made) {
          naming(file, () => {
            renameSync(unfinished, file);
          });
        }
      } finally {
        for (const { unfinished } of made) rmSync(unfinished, { force: true });
      }
      return made.map(({ file }) => file);
    },
    discard() {
      removeEmpty(folders);
    },
  };
}
