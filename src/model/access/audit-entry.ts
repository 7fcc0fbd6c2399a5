/** What is recorded (审计事项). */
export const auditActions = [
  'sign-in',
  'sign-out',
  'invitation.accept',
  'password.change',
  'sessions.end',
  'account.make',
  'account.invite',
  'account.role',
  'account.close',
  'account.open',
  'account.delete',
  'account.export',
  'audit-log.export',
  'key.make',
  'key.revoke',
  'run.start',
  'run.cancel',
  'method.keep',
  'class.open',
  'class.end',
  'class.delete',
  'class.export',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** `refused`: the one who asked may not, or what was given is wrong; `failed`: the program or the machine did not manage it. */
export type AuditResult = 'done' | 'refused' | 'failed';

/** What is to be recorded: accounts and keys by their numbers, never a name, a password or a key. */
export interface AuditEvent {
  /** Seconds of Beijing time. */
  readonly at: number;
  /** `account 3`, `key 1a2b3c4d`, `visitor`, `this machine` or `command line`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** The account, key or run that it was done to; empty where there is none. */
  readonly subject: string;
  /** The network the request came from (network.ts). */
  readonly origin: string;
  readonly result: AuditResult;
}

/** An entry of the audit log (审计日志): its hash covers the entry before it, so that none can be changed or left out unseen. */
export interface AuditEntry extends AuditEvent {
  readonly id: number;
  readonly hash: string;
}
