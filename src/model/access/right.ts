import type { KeyScope } from './api-key.ts';
import type { Role } from './role.ts';

/**
 * What a request needs (权限). `open` is asked of nobody; `read` is asked where reading needs an account; `own` is one's own account,
 * `key` any key of a machine.
 */
export type Right =
  | 'open'
  | 'read'
  | 'own'
  | 'key'
  | 'runs'
  | 'methods'
  | 'classes'
  | 'accounts'
  | 'keys'
  | 'audit-log'
  | 'metrics';

/** Who sends a request. */
export type Reader =
  | {
      readonly kind: 'visitor';
      /** The request comes from this machine, by its own name, through no proxy. */
      readonly local: boolean;
    }
  | { readonly kind: 'account'; readonly id: number; readonly name: string; readonly role: Role }
  | { readonly kind: 'key'; readonly id: string; readonly scope: KeyScope };

export interface AccessRules {
  /** Reading needs an account or a key. */
  readonly signInToRead: boolean;
  /** Runs can be started from this machine without an account. */
  readonly localRuns: boolean;
}

const ofRoles: Readonly<Record<Role, readonly Right[]>> = {
  trainee: ['read', 'own'],
  trainer: ['read', 'own', 'runs', 'methods', 'classes'],
  handler: ['read', 'own'],
  reviewer: ['read', 'own'],
  administrator: ['read', 'own', 'runs', 'methods', 'classes', 'accounts', 'keys', 'audit-log', 'metrics'],
};

const ofScopes: Readonly<Record<KeyScope, readonly Right[]>> = { read: ['key', 'read'], send: ['key'] };

/** Whether a reader has a right. */
export function hasRight(reader: Reader, right: Right, rules: AccessRules): boolean {
  if (right === 'open' || (right === 'read' && !rules.signInToRead)) return true;
  if (reader.kind === 'account') return ofRoles[reader.role].includes(right);
  if (reader.kind === 'key') return ofScopes[reader.scope].includes(right);
  return reader.local && (right === 'metrics' || (right === 'runs' && rules.localRuns));
}
