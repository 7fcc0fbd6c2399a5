import type { Database } from 'better-sqlite3';
import type { Register } from '../../model/register.ts';
import type { Store } from '../open.ts';
import { readRegister } from './register.ts';
import { sideDigests } from './side-digests.ts';

/** Registers of a connection that are kept: reading one of a whole country takes some tenths of a second. */
const KEPT = 3;

const known = new WeakMap<Database, Map<string, Register>>();

/** The item register as it stands on a day; what was read before is not read again until the register changes. */
export function knownRegister(store: Store, day = 0): Register {
  const { register: digest } = sideDigests(store);
  if (digest === null) return readRegister(store, day);
  const registers = known.get(store.db) ?? new Map<string, Register>();
  known.set(store.db, registers);
  const state = stateDay(store, day);
  const key = `${digest}/${String(state)}`;
  const register =
    registers.get(key) ??
    (state === 0 ? readRegister(store) : readRegister(store, day, knownRegister(store)));
  registers.delete(key);
  registers.set(key, register);
  const oldest = registers.keys().next();
  if (registers.size > KEPT && oldest.done !== true) registers.delete(oldest.value);
  return register;
}

/** The last day until then on which an item changed: the register is the same on all days from it. None changed before the first. */
const stateDay = (store: Store, day: number): number =>
  day === 0
    ? 0
    : (store.db
        .prepare<[number], number | null>('SELECT max(from_day) FROM task_change WHERE from_day <= ?')
        .pluck()
        .get(day) ?? 0);
