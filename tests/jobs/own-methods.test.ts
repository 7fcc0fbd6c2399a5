import { beforeAll, expect, it } from 'vitest';
import {
  keepOwnMethod,
  keptOwnMethod,
  measureOwn,
  readOwnMethod,
} from '../../src/jobs/measure/choices/own-methods.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore, openStore, type Store } from '../../src/store/open.ts';
import { readScenario } from '../../src/store/reference.ts';
import { knowledge, mistakeOf, reference, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();
const period = parsePeriod('2025-03');

let store: Store;
beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: readScenario('tiny'), seed: 7 });
});

it.each(['province', 'city'] as const)(
  'the %s method, brought back, measures its units as the shipped one',
  (kind) => {
    const method = readOwnMethod(JSON.stringify(knowledge.methods[kind]), 'mine.json');
    const own = measureOwn(store, reference, method, period);
    const shipped = measurePeriod(store, knowledge, period);
    expect(own.units).toEqual(shipped.units.filter((unit) => unit.kind === kind));
    expect(own.means[kind]).toEqual(shipped.means[kind]);
  },
);

it('any formula may be named, with no more than a method must say', () => {
  const { province } = knowledge.methods;
  const said = readOwnMethod(JSON.stringify(province), 'mine.json');
  const bare = JSON.stringify(said, (key, value: unknown) => (key === 'ratingsPerItem' ? undefined : value));
  const own = measureOwn(store, reference, readOwnMethod(bare, 'mine.json'), period);
  expect(own.units.length).toBeGreaterThan(0);
});

it('a method is kept once, found by its digest', async () => {
  const digest = keepOwnMethod(store, knowledge.methods.city);
  expect(keepOwnMethod(store, knowledge.methods.city)).toBe(digest);
  expect(keptOwnMethod(store, digest)).toEqual(knowledge.methods.city);
  expect(await mistakeOf(() => keptOwnMethod(store, 'none'))).toMatchObject({ status: 404 });
  expect(store.db.prepare('SELECT count(*) FROM own_method').pluck().get()).toBe(1);
  const readonly = openStore(store.file, { readonly: true });
  expect((await mistakeOf(() => keepOwnMethod(readonly, knowledge.methods.city))).text.en).toContain(
    'open read-only',
  );
  closeStore(readonly);
});
