import { makeApiKey, revokeApiKey } from '../../jobs/access/api-keys.ts';
import { keyScopeNames, type KeyScope } from '../../model/access/api-key.ts';
import { translate } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { findApiKey, listApiKeys } from '../../store/read/access/api-keys.ts';
import { machineClock } from '../clock.ts';
import type { Output } from '../output.ts';
import { tableLines } from '../table.ts';
import { recordCommand, withAccess, withAccessToRead } from '../with-access.ts';

export interface KeysFlags {
  readonly db: string;
  readonly json?: true;
}

export interface NewKeyFlags extends KeysFlags {
  readonly scope: KeyScope;
}

/** Prints all keys, the newest first. */
export function listKeysAction(options: KeysFlags, output: Output): void {
  const keys = withAccessToRead(options.db, listApiKeys);
  if (options.json) {
    output.json({ keys });
    return;
  }
  const { text } = output;
  const columns = [
    { heading: text('编号', 'number'), side: 'left' },
    { heading: text('名称', 'name'), side: 'left' },
    { heading: text('用途', 'opens'), side: 'left' },
    { heading: text('建立于', 'made'), side: 'left' },
    { heading: text('上次使用', 'last used'), side: 'left' },
    { heading: text('吊销于', 'revoked'), side: 'left' },
  ] as const;
  const moment = (at: number | null): string => (at === null ? '—' : printSecond(at));
  const rows = keys.map(({ id, name, scope, madeAt, usedAt, revokedAt }) => [
    id,
    name,
    translate(keyScopeNames[scope], output.language),
    ...[madeAt, usedAt, revokedAt].map(moment),
  ]);
  for (const line of tableLines(columns, rows)) output.line(line);
}

/** Makes a key, and prints it alone on standard output. */
export function addKeyAction(name: string, options: NewKeyFlags, output: Output): void {
  const { scope } = options;
  const made = withAccess(options.db, (access) => {
    const { id, key } = makeApiKey(access, name, scope, machineClock.now());
    recordCommand(access, 'key.make', `key ${id}`);
    return { id, name: findApiKey(access, id)?.name, scope, key };
  });
  if (options.json) {
    output.json(made);
    return;
  }
  output.note({
    zh: `密钥 ${made.id}（${keyScopeNames[scope].zh}）只输出这一次，请妥善保存；用 keys revoke ${made.id} 吊销`,
    en: `Key ${made.id} (${keyScopeNames[scope].en}) is printed this once, so keep it safe; keys revoke ${made.id} revokes it`,
  });
  output.line(made.key);
}

/** Revokes a key, and says since when it opens nothing. */
export function revokeKeyAction(id: string, options: KeysFlags, output: Output): void {
  const key = withAccess(options.db, (access) => {
    revokeApiKey(access, id, machineClock.now());
    recordCommand(access, 'key.revoke', `key ${id}`);
    return findApiKey(access, id);
  });
  if (options.json) {
    output.json(key);
    return;
  }
  output.line(output.text(`密钥 ${id} 已吊销`, `key ${id} is revoked`));
}
