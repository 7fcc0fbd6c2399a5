import { expect, it } from 'vitest';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { collectSources, knowledge, registerLines, sourceOf, text, useScratch } from '../builders.ts';
import { fates, hostileLines } from './hostile-lines.ts';

const scratch = useScratch();

it('every hostile line is accounted for, good ones are stored, and what is stored can be verified', async () => {
  const store = scratch.store();
  const lines = [...hostileLines(2800, 20)];
  const { accepted = 0, duplicate = 0, ...refused } = fates(lines);
  const report = await collectSources(
    store,
    sourceOf('register.ndjson', text(registerLines)),
    sourceOf('hostile.ndjson', ...lines.map((line) => `${line.text}\n`)),
  );
  expect(report).toMatchObject({ accepted, duplicate, conflicting: 0, refused });
  expect(accepted + duplicate + report.refusals.records).toBe(lines.length);
  const { services, ratings } = contentOf(store);
  expect(services + ratings).toBe(accepted);
  expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
  // Nothing of a refused record is left elsewhere.
  const cases = store.db.prepare<[], string>('SELECT project_no FROM foreign_case').pluck().all();
  expect(cases.filter((projectNo) => /^(孤|追|整|长|大孤|大整)/.test(projectNo))).toEqual([]);
  expect(listRefusals(store, { reason: 'required', limit: 9 })).toMatchObject([
    { times: refused['required'] },
  ]);
});
