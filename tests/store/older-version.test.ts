import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { listRefusals, refusalCounts } from '../../src/store/read/refusals.ts';
import { sideDigests } from '../../src/store/read/side-digests.ts';
import { aService, collect, knowledge, useScratch } from '../builders.ts';

const scratch = useScratch();

describe('a database of a version without limits and digests for refused records', () => {
  const OLD = 4;

  function makeOld(name: string): void {
    const db = new Database(scratch.path(name));
    for (const file of readdirSync('db/migrations').sort()) {
      if (Number(file.slice(0, 4)) <= OLD) db.exec(readFileSync(`db/migrations/${file}`, 'utf8'));
    }
    db.exec(`
      INSERT INTO run (id, kind, scenario, program_version, settings, started_at, seconds, services, ratings, duplicates, refused, digest)
        VALUES (1, 'collect', 'old.ndjson', 'old', '{}', 0, 1, 0, 0, 0, 3, '${'0'.repeat(32)}');
      INSERT INTO refusal (run, reason, kind, field, source, line, raw) VALUES
        (1, 1, 'service', 'kind', 'old.ndjson', 1, 'nonsense'),
        (1, 2, 'service', 'certKey', 'old.ndjson', 2, '{"kind":"service"}'),
        (1, 1, 'service', 'kind', 'old.ndjson', 3, '乱');
    `);
    db.pragma(`user_version = ${String(OLD)}`);
    db.close();
  }

  it('has them counted, and those that could not be read are of no kind', () => {
    makeOld('counted.db');
    const store = scratch.store('counted.db');
    expect(refusalCounts(store, 1)).toEqual([
      { reason: 'malformed', n: 2 },
      { reason: 'required', n: 1 },
    ]);
    expect(listRefusals(store, { limit: 9 }).map(({ kind, field, times }) => [kind, field, times])).toEqual([
      ['', '', 1],
      ['service', 'certKey', 1],
      ['', '', 1],
    ]);
  });

  it('is sound, and has its digests from the first write on', async () => {
    makeOld('sound.db');
    const store = scratch.store('sound.db');
    expect(sideDigests(store)).toEqual({ register: '0'.repeat(32), refusals: null, settings: null });
    const before = await verifyStore(store, knowledge, 'test');
    expect(before.ok).toBe(true);
    expect(before.checks.find(({ name }) => name === 'refusals')!.detail.en).toContain('kept none');
    await collect(store, [aService({ proStatus: '9' })]);
    const after = await verifyStore(store, knowledge, 'test');
    expect(after.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(sideDigests(store)).toEqual(after.sideDigests);
  });
});
