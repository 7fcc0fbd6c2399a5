import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf, makeApiKey, revokeApiKey } from '../../../src/jobs/access/api-keys.ts';
import { closeStore, openAccessInMemory, type Store } from '../../../src/store/open.ts';
import { findApiKey } from '../../../src/store/read/access/api-keys.ts';

let access: Store;
beforeEach(() => {
  access = openAccessInMemory();
});
afterEach(() => {
  closeStore(access);
});

const NOW = 1000;

describe('a key', () => {
  it('is known by its number and its secret, of which only a hash is kept', () => {
    const { id, key } = makeApiKey(access, 'harvester', 'read', NOW);
    expect(key).toMatch(new RegExp(`^hcp_${id}_[\\w-]{43}$`));
    expect(apiKeyOf(access, key, NOW)).toMatchObject({ id, name: 'harvester', scope: 'read', madeAt: NOW });
    const secret = key.slice('hcp_0123456789ab_'.length);
    const kept = JSON.stringify(access.db.prepare('SELECT * FROM api_key').all());
    expect(kept).toContain(id);
    expect(kept).not.toContain(secret);
  });

  it('opens nothing where any part of it is wrong', () => {
    const one = makeApiKey(access, 'harvester', 'read', NOW);
    const other = makeApiKey(access, 'sender-1', 'send', NOW);
    const secretOf = (key: string): string => key.slice(key.indexOf('_', 4) + 1);
    const last = one.key.endsWith('A') ? 'B' : 'A';
    for (const shown of [
      '',
      one.id,
      `hcp_${one.id}_`,
      `hcp_${one.id}_${secretOf(other.key)}`,
      `hcp_000000000000_${secretOf(one.key)}`,
      `x${one.key}`,
      `${one.key}x`,
      one.key.slice(0, -2) + last + last,
    ]) {
      expect(apiKeyOf(access, shown, NOW), shown).toBeUndefined();
    }
  });

  it('notes its last use to the minute', () => {
    const { id, key } = makeApiKey(access, 'harvester', 'read', NOW);
    const usedAt = (now: number): number | null | undefined => {
      apiKeyOf(access, key, now);
      return findApiKey(access, id)?.usedAt;
    };
    expect(findApiKey(access, id)?.usedAt).toBeNull();
    expect([NOW, NOW + 59, NOW + 60].map(usedAt)).toEqual([NOW, NOW, NOW + 60]);
  });

  it('that is revoked opens nothing, and stays in the list with the moment that it ended first', () => {
    const { id, key } = makeApiKey(access, 'harvester', 'read', NOW);
    revokeApiKey(access, id, NOW + 5);
    revokeApiKey(access, id, NOW + 9);
    expect(apiKeyOf(access, key, NOW + 10)).toBeUndefined();
    expect(findApiKey(access, id)).toMatchObject({ revokedAt: NOW + 5, usedAt: null });
  });

  it('with a name that says nothing is refused, and one that is not there is not revoked', () => {
    expect(() => makeApiKey(access, ' ', 'read', NOW)).toThrow(/^name = “”: must have 2 to 32/);
    expect(() => {
      revokeApiKey(access, 'nothing', NOW);
    }).toThrow('there is no key nothing');
  });
});
