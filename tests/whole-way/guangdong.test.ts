import { parse } from 'node-html-parser';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts, runFacts } from '../../docs/make/recorded-facts.ts';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import type { TargetComparison } from '../../src/measure/compare-month.ts';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import type { Store } from '../../src/store/open.ts';
import { readMonthTargets, readScenario } from '../../src/store/reference.ts';
import { reference, simulate, useScratch } from '../builders.ts';
import { appOf } from './site.ts';

const scratch = useScratch();
let store: Store;
let report: SimulateReport;
let compared: TargetComparison;

beforeAll(async () => {
  store = scratch.store();
  report = await simulate(store, scratch.truth(store), {
    scenario: readScenario('guangdong-2023-07'),
    seed: 7,
  });
  compared = compareTargets(store, reference, readMonthTargets()[0]!);
}, 60_000);

describe('the simulated month of Guangdong, at 1/100', () => {
  it('has the counts that the docs state (else: npm run docs)', () => {
    expect(runFacts(report)).toEqual(readFacts().runs['guangdong-2023-07']);
  });

  it('has the published levels, channels and ratings per case within 99% sampling intervals', () => {
    expect(compared.rows.map(({ group, key, inside }) => [group, key, inside])).toEqual([
      ...['5', '4', '3', '2', '1'].map((level) => ['levels', level, true]),
      ...['1', '2', '4', '5', '6', '7'].map((channel) => ['channels', channel, true]),
      ['ratio', 'ratingsPerCase', true],
    ]);
  });

  it('has intervals that are narrow where there is much to count', () => {
    for (const { published, low, high } of compared.rows) {
      if (published > 0.1) expect((high! - low!) / published).toBeLessThan(0.03);
    }
  });

  it('stands beside the published figures on the targets page', async () => {
    const page = parse((await request(appOf(store)).get('/targets?lang=en')).text);
    expect(page.text).toContain('Guangdong');
    expect(page.text).toContain('99.78');
  });
});
