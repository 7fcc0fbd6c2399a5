import type { ApiKey } from '../../../model/access/api-key.ts';
import type { Store } from '../../open.ts';

export function writeApiKey(
  access: Store,
  key: Pick<ApiKey, 'id' | 'name' | 'scope' | 'madeAt'>,
  hash: string,
): void {
  access.db
    .prepare<[string, string, string, string, number]>(
      'INSERT INTO api_key (id, hash, name, scope, made_at) VALUES (?, ?, ?, ?, ?)',
    )
    .run(key.id, hash, key.name, key.scope, key.madeAt);
}

export function markApiKeyUsed(access: Store, id: string, now: number): void {
  access.db.prepare<[number, string]>('UPDATE api_key SET used_at = ? WHERE id = ?').run(now, id);
}

export function markApiKeyRevoked(access: Store, id: string, now: number): void {
  access.db
    .prepare<[number, string]>('UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
    .run(now, id);
}
