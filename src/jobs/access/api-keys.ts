import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey, KeyScope } from '../../model/access/api-key.ts';
import { checkedName } from '../../model/access/names.ts';
import { notFound } from '../../model/errors.ts';
import type { Store } from '../../store/open.ts';
import { findApiKey, hashOfApiKey } from '../../store/read/access/api-keys.ts';
import { markApiKeyRevoked, markApiKeyUsed, writeApiKey } from '../../store/write/access/api-keys.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Seconds that the time of the last use may lag behind. */
const PRECISION = 60;
/** How every key begins: tools that look for secrets find it by that. */
const PREFIX = 'hcp';

/** Makes a key for a machine; what it consists of is given here and never again. */
export function makeApiKey(
  access: Store,
  name: string,
  scope: KeyScope,
  now: number,
): { readonly id: string; readonly key: string } {
  const id = randomBytes(6).toString('hex');
  const secret = newToken();
  writeApiKey(access, { id, name: checkedName(name, 'name'), scope, madeAt: now }, tokenHash(secret));
  return { id, key: `${PREFIX}_${id}_${secret}` };
}

/** The key that a machine shows, and a note of its use; undefined where it is none of ours or was revoked. */
export function apiKeyOf(access: Store, shown: string, now: number): ApiKey | undefined {
  const [, id = '', secret = ''] = /^hcp_([\da-f]{12})_([\w-]{43})$/.exec(shown) ?? [];
  const kept = Buffer.from(hashOfApiKey(access, id) ?? '');
  const given = Buffer.from(tokenHash(secret));
  if (kept.length !== given.length || !timingSafeEqual(kept, given)) return undefined;
  const key = findApiKey(access, id);
  if (key && now >= (key.usedAt ?? -Infinity) + PRECISION) markApiKeyUsed(access, id, now);
  return key;
}

export function revokeApiKey(access: Store, id: string, now: number): void {
  if (!findApiKey(access, id)) throw notFound(`没有密钥 ${id}`, `there is no key ${id}`);
  markApiKeyRevoked(access, id, now);
}
