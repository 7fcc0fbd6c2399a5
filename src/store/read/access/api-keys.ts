import type { ApiKey } from '../../../model/access/api-key.ts';
import type { Store } from '../../open.ts';

const KEYS =
  'SELECT id, name, scope, made_at AS madeAt, used_at AS usedAt, revoked_at AS revokedAt FROM api_key';

/** All keys, the newest first. */
export const listApiKeys = (access: Store): ApiKey[] =>
  access.db.prepare<[], ApiKey>(`${KEYS} ORDER BY made_at DESC, id`).all();

export const findApiKey = (access: Store, id: string): ApiKey | undefined =>
  access.db.prepare<[string], ApiKey>(`${KEYS} WHERE id = ?`).get(id);

/** What is kept of the secret part of a key that is not revoked. */
export const hashOfApiKey = (access: Store, id: string): string | undefined =>
  access.db
    .prepare<[string], string>('SELECT hash FROM api_key WHERE id = ? AND revoked_at IS NULL')
    .pluck()
    .get(id);
