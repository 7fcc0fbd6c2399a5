import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { computeScores, measurePeriod, methodKey } from '../../src/jobs/measure/measure-period.ts';
import { versionOf } from '../../src/measure/measure.ts';
import { withEdition } from '../../src/model/knowledge.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { readScenario } from '../../src/store/reference.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();
const period = parsePeriod('2025-03');

let store: Store;
beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: readScenario('tiny'), seed: 7 });
});

it('gives the results that are written down for its versions', () => {
  const golden: unknown = JSON.parse(readFileSync('tests/golden/results-tiny-7.json', 'utf8'));
  const results = knowledge.editions.map((methods) => {
    const result = measurePeriod(store, withEdition(knowledge, methods.edition), period);
    const digest = createHash('sha256').update(JSON.stringify(result)).digest('hex');
    return [`${methodKey(methods)} ${versionOf(methods)}`, digest];
  });
  // Where they differ on purpose, raise the version of the method, or `measuringVersion`: databases keep results by these.
  expect(Object.fromEntries(results)).toEqual(golden);
});

it('does not show what another version of the program has kept', () => {
  const result = measurePeriod(store, knowledge, period);
  const kept = `method = '${methodKey(knowledge.methods)}'`;
  const { changes } = store.db
    .prepare(`UPDATE measurement SET document = '{"of": "before"}', method = 'of before' WHERE ${kept}`)
    .run();
  expect(changes).toBeGreaterThan(0);
  expect(measurePeriod(store, knowledge, period)).toEqual(result);
});

it('computes the same values and scores for a search, and nothing of a new draw', () => {
  const whole = measurePeriod(store, knowledge, period);
  const scores = computeScores(store, knowledge, period);
  expect(scores.units.map(({ overall }) => overall?.score)).toEqual(
    whole.units.map(({ overall }) => overall?.score),
  );
  const valuesOf = ({ units }: typeof whole) =>
    units.map(({ indicators }) => indicators.map(({ value }) => value));
  expect(valuesOf(scores)).toEqual(valuesOf(whole));
  expect(scores.units.map(({ spread }) => spread)).toEqual(whole.units.map(() => null));
  expect(whole.units.some(({ spread }) => spread !== null)).toBe(true);
});
