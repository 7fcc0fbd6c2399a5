import type { Bilingual } from '../language.ts';

/** What the key of a machine opens (密钥的用途). */
export const keyScopes = ['read', 'send'] as const;
export type KeyScope = (typeof keyScopes)[number];

export const keyScopeNames: Readonly<Record<KeyScope, Bilingual>> = {
  read: { zh: '读取结果和文件', en: 'reads results and files' },
  send: { zh: '报送数据', en: 'sends records' },
};

/** A key as it is listed: what it consists of is shown once, when it is made, and never kept. Seconds of Beijing time. */
export interface ApiKey {
  /** The part before the secret one: in lists and in the audit log it stands for the key. */
  readonly id: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly madeAt: number;
  /** To the minute; null as long as nobody used it. */
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}
