import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts, runFacts } from '../../docs/make/recorded-facts.ts';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { readScenario } from '../../src/store/reference.ts';
import { appOf } from './site.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();
const scenario = readScenario('case-life');
let made: Store;
let report: SimulateReport;

beforeAll(async () => {
  made = scratch.store();
  report = await simulate(made, scratch.truth(made), { scenario });
}, 60_000);

const one = (store: Store, sql: string): unknown => store.db.prepare(sql).pluck().get();

describe('the whole life of a case', () => {
  it('is made small, in fictional units, with everything switched on', () => {
    const { services, ratings, rectifications, refused } = report;
    expect(services + ratings + rectifications).toBeLessThan(150_000);
    expect(refused).toEqual({});
    expect(rectifications).toBeGreaterThan(300);
    for (const stage of [1, 3, 4, 5, 6])
      expect(one(made, `SELECT count(*) FROM service WHERE stage = ${stage}`)).toBeGreaterThan(300);
    expect(one(made, 'SELECT count(*) FROM rating WHERE assess_number = 2')).toBeGreaterThan(150);
    expect(one(made, 'SELECT max(key % 16) FROM service')).toBeGreaterThan(3);
    expect(one(made, 'SELECT min(unit_code) FROM office')).toBe('990000');
  });

  it('has the counts that the docs state (else: npm run docs)', () => {
    expect(runFacts(report)).toEqual(readFacts().runs['case-life']);
  });

  it('passes every check', async () => {
    expect((await verifyStore(made, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is counted on the page of a unit, with that of its cities', async () => {
    const { text: page } = await request(appOf(made)).get('/units/990000?period=2025&lang=en');
    const orders = one(
      made,
      `SELECT sum(n) FROM rectification_rollup JOIN office ON office.id = rectification_rollup.office
       WHERE unit_code IN ('990000', '990100', '990200')`,
    );
    expect(page).toContain(`Work orders</th><td class="num">${String(orders)}</td>`);
    expect((await request(appOf(made)).get('/units/990000?period=2025&lang=zh')).text).toContain('差评整改');
  });

  it('is the same on two threads', async () => {
    const other = scratch.store();
    await simulate(other, scratch.truth(other), { scenario, threads: 2 });
    expect(contentOf(other)).toEqual(contentOf(made));
  });

  it('has the same digest and counts where its rows are not kept', async () => {
    const other = scratch.store();
    await simulate(other, scratch.truth(other), { scenario, keepRows: false });
    expect(contentOf(other)).toEqual(contentOf(made));
    const cells = 'SELECT group_concat(unit || month || verdict || contacted || n) FROM rectification_rollup';
    expect(one(other, cells)).toBe(one(made, cells));
    expect(one(other, 'SELECT count(*) FROM rectification')).toBe(0);
  });
}, 120_000);
