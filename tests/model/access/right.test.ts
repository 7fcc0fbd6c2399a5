import { describe, expect, it } from 'vitest';
import { hasRight, type AccessRules, type Reader, type Right } from '../../../src/model/access/right.ts';
import { roles, type Role } from '../../../src/model/access/role.ts';

const all: readonly Right[] = [
  ...(['open', 'read', 'own', 'key', 'runs', 'methods', 'accounts', 'keys', 'audit-log', 'metrics'] as const),
];
const usual: AccessRules = { signInToRead: false, localRuns: true };
const strict: AccessRules = { signInToRead: true, localRuns: false };

const rightsOf = (reader: Reader, rules = usual): Right[] =>
  all.filter((right) => hasRight(reader, right, rules));
const account = (role: Role): Reader => ({ kind: 'account', id: 1, name: 'x', role });
const key = (scope: 'read' | 'send'): Reader => ({ kind: 'key', id: '1', scope });
const visitor = (local: boolean): Reader => ({ kind: 'visitor', local });

describe('rights', () => {
  it('of a visitor: to read, and at this machine to start runs and read the metrics', () => {
    expect(rightsOf(visitor(false))).toEqual(['open', 'read']);
    expect(rightsOf(visitor(true))).toEqual(['open', 'read', 'runs', 'metrics']);
  });

  it('of a visitor end where reading needs an account and runs at this machine are switched off', () => {
    expect(rightsOf(visitor(false), strict)).toEqual(['open']);
    expect(rightsOf(visitor(true), strict)).toEqual(['open', 'metrics']);
  });

  it('of each role', () => {
    const reads = ['open', 'read', 'own'];
    const wanted: Readonly<Record<Role, readonly string[]>> = {
      trainee: reads,
      trainer: [...reads, 'runs', 'methods'],
      handler: reads,
      reviewer: reads,
      administrator: all.filter((right) => right !== 'key'),
    };
    // Whatever the settings: an account is what they ask for.
    for (const rules of [usual, strict])
      for (const role of roles) expect([role, rightsOf(account(role), rules)]).toEqual([role, wanted[role]]);
  });

  it('of a key: to read or to send, and nothing that changes or shows more', () => {
    expect(rightsOf(key('read'), strict)).toEqual(['open', 'read', 'key']);
    expect(rightsOf(key('send'), strict)).toEqual(['open', 'key']);
    expect(rightsOf(key('send'))).toEqual(['open', 'read', 'key']);
  });
});
