import type { Role } from './role.ts';

/** An account as it is listed (账号). Seconds of Beijing time. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** False until somebody has used the link that sets the password. */
  readonly hasPassword: boolean;
  readonly madeAt: number;
  readonly closedAt: number | null;
}
