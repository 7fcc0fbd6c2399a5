import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAuditLog, recordEvent, uncheckedLog } from '../../../src/jobs/access/audit-log.ts';
import { closeStore, openAccess, type Store } from '../../../src/store/open.ts';
import { auditEntriesAfter, lastAuditEntry } from '../../../src/store/read/access/audit-log.ts';
import { useScratch } from '../../builders.ts';

const scratch = useScratch();
let access: Store;
let files = 0;
beforeEach(() => {
  access = openAccess(scratch.path(`log-${String(files++)}.db`));
});
afterEach(() => {
  closeStore(access);
});

const record = (store: Store, at: number): void => {
  recordEvent(store, {
    ...{ at, actor: 'account 1', action: 'run.start', subject: 'run 9', origin: 'loopback', result: 'done' },
  } as const);
};
const broken = (): number | undefined => checkAuditLog(access, uncheckedLog).broken;

describe('the audit log', () => {
  it('numbers entries from 1, each with a hash that the one before it goes into', () => {
    for (const at of [5, 5, 7]) record(access, at);
    const entries = [...auditEntriesAfter(access, 0)];
    expect(entries.map(({ id, at }) => [id, at])).toEqual([
      [1, 5],
      [2, 5],
      [3, 7],
    ]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(3);
    for (const { hash } of entries) expect(hash).toMatch(/^[\da-f]{64}$/);
    expect(checkAuditLog(access, uncheckedLog)).toEqual({ id: 3, hash: entries[2]!.hash, broken: undefined });
  });

  it('stays one chain where two processes write it in turn', () => {
    const other = openAccess(scratch.path(`log-${String(files - 1)}.db`));
    try {
      for (let at = 0; at < 6; at++) record(at % 2 === 0 ? access : other, at);
    } finally {
      closeStore(other);
    }
    expect(checkAuditLog(access, uncheckedLog)).toMatchObject({ id: 6, broken: undefined });
  });

  it('takes no change and no deletion', () => {
    record(access, 1);
    expect(() => access.db.exec("UPDATE audit_entry SET actor = 'visitor'")).toThrow(/are not changed/);
    expect(() => access.db.exec('DELETE FROM audit_entry')).toThrow(/are not deleted/);
  });

  describe('of whoever gets around that, shows', () => {
    const force = (sql: string): void => {
      access.db.exec('DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_remains');
      access.db.exec(sql);
    };
    beforeEach(() => {
      for (let at = 0; at < 5; at++) record(access, at);
    });

    it.each(['at', 'actor', 'action', 'subject', 'origin', 'result', 'hash'])('a changed %s', (column) => {
      force(`UPDATE audit_entry SET ${column} = ${column === 'at' ? '99' : "'x'"} WHERE id = 3`);
      expect(broken()).toBe(3);
    });

    it('an entry that is gone, from the first on', () => {
      force('DELETE FROM audit_entry WHERE id = 3');
      expect(broken()).toBe(4);
      access.db.exec('DELETE FROM audit_entry WHERE id = 1');
      expect(broken()).toBe(2);
    });

    it('two that changed places', () => {
      force(
        'UPDATE audit_entry SET id = -id WHERE id IN (2, 3); UPDATE audit_entry SET id = 5 + id WHERE id < 0',
      );
      expect(broken()).toBe(2);
    });
  });

  it('is checked on from where it was found whole, and stays broken once it is', () => {
    for (let at = 0; at < 3; at++) record(access, at);
    const first = checkAuditLog(access, uncheckedLog);
    record(access, 4);
    expect(checkAuditLog(access, first)).toEqual(checkAuditLog(access, uncheckedLog));
    expect(checkAuditLog(access, { ...first, hash: 'another' }).broken).toBe(4);
    expect(checkAuditLog(access, { ...first, broken: 2 }).broken).toBe(2);
    expect(lastAuditEntry(access)?.id).toBe(4);
  });
});
