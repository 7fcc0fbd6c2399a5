import { existsSync } from 'node:fs';
import { recordEvent } from '../jobs/access/audit-log.ts';
import type { AuditAction } from '../model/access/audit-entry.ts';
import { THIS_MACHINE } from '../model/access/network.ts';
import {
  accessFileBeside,
  closeStore,
  openAccess,
  openAccessInMemory,
  storeMistake,
  type Store,
} from '../store/open.ts';
import { machineClock } from './clock.ts';
import { withStore } from './with-store.ts';

/** Opens the accounts beside a database that there is, also while it is served, and closes them again. */
export const withAccess = <T>(file: string, work: (access: Store) => T): T => opened(file, openAccess, work);

/** The same for a command that only reads: where no accounts are kept, it makes no file for them. */
export const withAccessToRead = <T>(file: string, work: (access: Store) => T): T =>
  opened(
    file,
    (name) => (existsSync(accessFileBeside(name)) ? openAccess(name) : openAccessInMemory()),
    work,
  );

const opened = <T>(file: string, open: (file: string) => Store, work: (access: Store) => T): T =>
  withStore(file, { readonly: true }, (store) => {
    const access = open(store.file);
    try {
      return work(access);
    } catch (error) {
      throw storeMistake(error, access.file);
    } finally {
      closeStore(access);
    }
  });

/** Records in the audit log what a command did to an account or a key. */
export const recordCommand = (access: Store, action: AuditAction, subject: string): void => {
  const at = machineClock.now();
  recordEvent(access, { at, actor: 'command line', action, subject, origin: THIS_MACHINE, result: 'done' });
};
