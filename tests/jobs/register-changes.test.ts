import { describe, expect, it } from 'vitest';
import { countPeriod, registerIn } from '../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import type { ChangeLine } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import type { Store } from '../../src/store/open.ts';
import { readChanges, readRegister } from '../../src/store/read/register.ts';
import {
  collectSources,
  instant,
  knowledge,
  mistakeOf,
  permit,
  reference,
  registerLines as firstStates,
  sourceOf,
  text,
  unitAt,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();

const change = (taskCode: string, from: string, given: Partial<ChangeLine> = {}): ChangeLine => ({
  kind: 'change',
  taskCode,
  visits: 0,
  depth: 7,
  channels: [1, 2, 4],
  published: true,
  crossRegion: true,
  guide: { basics: [12, 12], materials: [4, 4], process: [3, 3], forms: [3, 3], fees: [3, 3] },
  from,
  ...given,
});

const taken = async (...changes: readonly ChangeLine[]): Promise<Store> => {
  const store = scratch.store();
  const lines = [...firstStates, ...changes.map((line) => JSON.stringify(line))];
  await collectSources(store, sourceOf('register.ndjson', text(lines)));
  return store;
};

/** Published items of Zhejiang, and those that ask for no visit, in a period. */
const zhejiangIn = (store: Store, period: string): readonly [number, number] => {
  const tasks = registerIn(store, parsePeriod(period)).tasks.filter(
    ({ unitIndex, published }) => unitIndex === unitAt('330000') && published,
  );
  return [tasks.length, tasks.filter(({ visits }) => visits === 0).length];
};

describe('a change of the register', () => {
  it('holds from its day on: a period takes the register as it stands on its last day', async () => {
    const store = await taken(
      change(permit, '2025-07-01'),
      change(instant, '2025-03-31', { published: false }),
      change(permit, '2026-01-01', { visits: 2 }),
    );
    expect(zhejiangIn(store, '2025-02')).toEqual([2, 0]);
    expect(zhejiangIn(store, '2025-03')).toEqual([1, 0]);
    expect(zhejiangIn(store, '2025-Q2')).toEqual([1, 0]);
    expect(zhejiangIn(store, '2025')).toEqual([1, 1]);
    expect(zhejiangIn(store, '2026')).toEqual([1, 0]);
    // What is counted are the published items of that day.
    const listed = (period: string): number | undefined => {
      const within = parsePeriod(period);
      const counts = countPeriod(store, registerIn(store, within), reference, within);
      return counts[unitAt('330000')]?.itemRatings[0]?.length;
    };
    expect([listed('2025-02'), listed('2025')]).toEqual([2, 1]);
  });

  it('leaves what it does not name as it was', async () => {
    const store = scratch.store();
    const lines = firstStates.map((line) =>
      JSON.stringify({ ...(JSON.parse(line) as object), ...(line.includes(permit) ? { tier: 4 } : {}) }),
    );
    lines.push(JSON.stringify(change(permit, '2025-07-01')));
    await collectSources(store, sourceOf('register.ndjson', text(lines)));
    expect(readRegister(store, 10_000).taskByCode.get(permit)).toMatchObject({ tier: 4, visits: 0 });
  });

  it('is exported, taken in again, and covered by verify', async () => {
    const store = await taken(change(permit, '2025-07-01', { tier: 5 }), change(instant, '2025-07-01'));
    const lines = [...registerLines(readRegister(store), readChanges(store))];
    expect(lines.filter((line) => line.includes('"change"')).length).toBe(2);
    const other = scratch.store('other.db');
    await collectSources(other, sourceOf('register.ndjson', text(lines)));
    expect(readChanges(other)).toEqual(readChanges(store));
    // The same again is no fault and adds nothing.
    await collectSources(other, sourceOf('register.ndjson', text(lines)));
    expect(readChanges(other).length).toBe(2);
    expect(
      (await verifyStore(other, knowledge, 'test')).checks.find(({ name }) => name === 'register')?.ok,
    ).toBe(true);
    other.db.exec('UPDATE task_change SET depth = 1 WHERE task = 0');
    expect(
      (await verifyStore(other, knowledge, 'test')).checks.find(({ name }) => name === 'register')?.ok,
    ).toBe(false);
  });

  it('of an unknown item, twice for a day, or unlike the stored one refuses the register', async () => {
    const unknown = `${permit.slice(0, -3)}999`;
    expect((await mistakeOf(() => taken(change(unknown, '2025-07-01')))).text.en).toContain(
      `change taskCode = ${unknown} of the register: no such item`,
    );
    const twice = await mistakeOf(() => taken(change(permit, '2025-07-01'), change(permit, '2025-07-01')));
    expect(twice.text.en).toContain(`${permit} 2025-07-01 twice`);
    const store = await taken(change(permit, '2025-07-01'));
    const other = await mistakeOf(() =>
      collectSources(
        store,
        sourceOf('register.ndjson', text([JSON.stringify(change(permit, '2025-07-01', { depth: 1 }))])),
      ),
    );
    expect(other.text.en).toContain('differs from the one stored');
    expect((await mistakeOf(() => taken(change(permit, '2025-7-1')))).text.en).toContain('from = ');
  });
});
