import type { Store } from '../../open.ts';

/** Does what reads accounts and then writes them as one step: nobody else, in whatever process, writes between. */
export const atOnce = <T>(access: Store, work: () => T): T => access.db.transaction(work).immediate();
