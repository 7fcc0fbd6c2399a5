import { parse } from 'node-html-parser';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts, runFacts } from '../../docs/make/recorded-facts.ts';
import { bentAnswering } from '../../src/calibrate/calibrate-twin.ts';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import type { TargetComparison } from '../../src/measure/targets/compare-month.ts';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import type { Store } from '../../src/store/open.ts';
import { readMonthTargets, readScenario } from '../../src/store/reference.ts';
import { reference, simulate, useScratch } from '../builders.ts';
import { appOf } from './site.ts';

const scratch = useScratch();

interface Month {
  readonly store: Store;
  readonly report: SimulateReport;
  readonly compared: TargetComparison;
}
const months = new Map<string, Month>();
const worlds = ['guangdong-2023-07', 'bent-2023-07'] as const;

beforeAll(async () => {
  for (const name of worlds) {
    const store = scratch.store();
    const report = await simulate(store, scratch.truth(store), { scenario: readScenario(name), seed: 7 });
    months.set(name, { store, report, compared: compareTargets(store, reference, readMonthTargets()[0]!) });
  }
}, 60_000);

describe.each(worlds)('the simulated month of %s, at 1/100', (name) => {
  it('has the counts that the docs state (else: npm run docs)', () => {
    expect(runFacts(months.get(name)!.report)).toEqual(readFacts().runs[name]);
  });

  it('has the published levels, channels and ratings per case within 99% sampling intervals', () => {
    const { rows } = months.get(name)!.compared;
    expect(rows.map(({ group, key }) => [group, key])).toEqual([
      ...['5', '4', '3', '2', '1'].map((level) => ['levels', level]),
      ...['1', '2', '4', '5', '6', '7'].map((channel) => ['channels', channel]),
      ['ratio', 'ratingsPerCase'],
    ]);
    // One figure in a hundred lies outside by chance alone.
    expect(rows.filter(({ inside }) => inside !== true).length).toBeLessThanOrEqual(1);
  });

  it('has intervals that are narrow where there is much to count', () => {
    for (const { published, low, high } of months.get(name)!.compared.rows) {
      if (published > 0.1) expect((high! - low!) / published).toBeLessThan(0.04);
    }
  });

  it('stands beside the published figures on the targets page, which says that they cannot tell it apart', async () => {
    const page = parse((await request(appOf(months.get(name)!.store)).get('/targets?lang=en')).text);
    expect(page.text).toContain('99.78');
    expect(page.text).toContain('the published counts cannot tell the two apart');
    const chinese = parse((await request(appOf(months.get(name)!.store)).get('/targets')).text);
    expect(chinese.text).toContain('公布数字不能区分二者');
  });
});

describe('the two worlds of one published month', () => {
  it('differ in what is felt: a real name has everything submitted as felt', () => {
    const [plain, bent] = worlds.map((name) => readScenario(name));
    expect(plain).toMatchObject({ names: 'real', answering: { retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 } } });
    expect(bent).toMatchObject({ names: 'coded', targets: plain!.targets });
    expect(bent!.answering).toMatchObject(bentAnswering);
    // Most of what is felt just below the best level is lifted to it.
    expect(bent!.answering.retained[4]).toBeLessThan(0.1);
  });
});
