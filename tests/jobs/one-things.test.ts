import { expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { knowledge, reference, simulate, tiny, useScratch, type Fields } from '../builders.ts';

const scratch = useScratch();

const scenario = tiny({
  from: '2025-01-01',
  units: ['990000', '990100', '990200'],
  names: 'fictional',
  casesPerYear: 20_000,
  demand: { oneThing: { share: 0.5 } },
});
const parsed = (lines: Iterable<string>): Fields[] => [...lines].map((line) => JSON.parse(line) as Fields);

it('says in the truth which cases are one matter, on any number of threads', async () => {
  const digests = [];
  for (const threads of [1, 2]) {
    const store = scratch.store();
    const truth = scratch.truth(store);
    digests.push((await simulate(store, truth, { scenario, threads })).digest);
    const links = parsed(exportTruth(store, truth, knowledge)).filter(({ kind }) => kind === 'one-thing');
    const served = parsed(recordLines(store, knowledge)).filter(({ kind }) => kind === 'service');
    const services = new Map(served.map((one) => [one['projectNo'], one]));
    const certificatesOf = (matter: unknown): number => {
      const cases = links.filter((one) => one['matter'] === matter);
      return new Set(cases.map((one) => services.get(one['projectNo'])?.['certKey'])).size;
    };
    const certificates = [...new Set(links.map(({ matter }) => matter))].map(certificatesOf);
    expect(certificates.length).toBeGreaterThan(50);
    expect(new Set(certificates)).toEqual(new Set([1]));
    expect(new Set(links.map(({ oneThing }) => oneThing))).toEqual(
      new Set(reference.oneThings.map(({ key }) => key)),
    );
    expect(qualityReport(store, knowledge, [], {}).failed).toEqual([]);
  }
  expect(digests[0]).toBe(digests[1]);
});

it('is expected where rows are not kept', async () => {
  const store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario, keepRows: false });
  expect(qualityReport(store, knowledge, [], {}).failed).toEqual([]);
});
