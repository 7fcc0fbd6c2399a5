import { tmpdir } from 'node:os';
import { cannot } from '../model/errors.ts';

/** How the names of our folders in the temporary folder begin. */
export const SCRATCH_PREFIX = 'haochaping-scratch-';

/** Did a write fail because the disk, or this user's share of it, is full? */
export const isFullDisk = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(String(error.code));

/** A database that a write did not fit into stands as before; one in a scratch folder is of no more use. */
export const fullDisk = (file: string): Error =>
  file.includes(SCRATCH_PREFIX)
    ? fullScratchDisk()
    : cannot(
        `磁盘已满，未完成的写入已撤回，${file} 保持此前的内容`,
        `the disk is full; ${file} stands as before the write that did not fit`,
      );

export const fullScratchDisk = (): Error =>
  cannot(
    `临时文件夹 ${tmpdir()} 所在的磁盘已满；请腾出空间，或用环境变量 TMPDIR 指定另一个文件夹`,
    `the disk of the temporary folder ${tmpdir()} is full; make room, or name another folder in the environment variable TMPDIR`,
  );
