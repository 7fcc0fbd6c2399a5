import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { refusalReasons, refusalText } from '../../src/model/refusal.ts';
import { worldVersion } from '../../src/model/world-version.ts';
import { listRefusals, refusalCounts } from '../../src/store/read/refusals.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { createApp } from '../../src/web/app.ts';
import { readScenario } from '../../src/store/reference.ts';
import { collect, simulate, tiny, useScratch } from '../builders.ts';
import { cellsOf, depsOf, hostile, parsePage, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);

describe('the page of refused records', () => {
  it('lists every reason with its rule and the count of the store', async () => {
    const page = await site().page('/refusals');
    const rows = page.querySelectorAll('.reasons tbody tr');
    expect(rows.map((row) => row.getAttribute('data-reason'))).toEqual([...refusalReasons]);
    const counts = new Map(refusalCounts(site().store).map(({ reason, n }) => [reason, n]));
    expect(counts.size).toBeGreaterThan(1);
    refusalReasons.forEach((reason, i) => {
      const words = wordsOf(rows[i]!);
      expect(words).toContain(refusalText[reason].rule.zh);
      expect(wordsOf(rows[i]!.querySelector('td'))).toBe(String(counts.get(reason) ?? 0));
    });
  });

  it('pages through all records once, filtered by reason', async () => {
    const [largest] = refusalCounts(site().store);
    const ids: string[] = [];
    let path: string | undefined = `/refusals?reason=${largest!.reason}`;
    while (path !== undefined) {
      const page = await site().page(path);
      ids.push(...cellsOf(page, '.records').map((cells) => cells[0]!));
      path = page.querySelector('.pager a[rel="next"]')?.getAttribute('href')?.replaceAll('&amp;', '&');
    }
    expect(ids).toHaveLength(largest!.n);
    expect(new Set(ids).size).toBe(largest!.n);
  });

  it('prints hostile records as text', async () => {
    const { text } = await site().get('/refusals');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert');
  });

  it('names the line of a file, or the scenario of a run, which has none', async () => {
    const store = scratch.store();
    const scenario = { ...readScenario('defects'), to: '2025-01-03' };
    await simulate(store, scratch.truth(store), { scenario });
    const [made] = cellsOf(
      parsePage((await request(createApp(depsOf(store))).get('/refusals')).text),
      '.records',
    );
    expect(made?.[6]).toBe('场景 defects');
    const [sent] = cellsOf(await site().page('/refusals'), '.records');
    expect(sent?.[6]).toMatch(/，第 [1-9]\d* 行$/);
  });

  it('stay light where records are large, each with its whole text at an address of its own', async () => {
    const store = scratch.store();
    const lines = Array.from({ length: 60 }, (_, i) => `${'word '.repeat(8000)}${'-'.repeat(i)}`);
    await collect(store, lines);
    const app = createApp(depsOf(store));
    const list = await request(app).get('/refusals?lang=en');
    expect(list.text.length).toBeLessThan(120_000);
    const [link] = parsePage(list.text).querySelectorAll('.whole-link');
    expect(wordsOf(link!)).toBe('whole record, 40,000 characters');
    const whole = await request(app).get(link!.getAttribute('href')!);
    expect(whole.status).toBe(200);
    expect(parsePage(whole.text).querySelector('.raw')?.text).toHaveLength(40_000);
    for (const none of ['/refusals/0', '/refusals/999999', '/refusals/x', '/refusals/1e1']) {
      expect((await request(app).get(none)).status).toBe(404);
    }
  });

  it('says that nothing was refused for a reason without records', async () => {
    const page = await site().page('/refusals?reason=text-length');
    expect(wordsOf(page.querySelector('main'))).toContain('没有校验未通过的记录');
    expect((await site().get('/refusals?reason=none')).status).toBe(400);
  });

  it('hands out all records as a file whose cells start no formula', async () => {
    const response = await site().get('/files/refusals.csv');
    const total = refusalCounts(site().store).reduce((sum, { n }) => sum + n, 0);
    expect(response.text.trim().split('\r\n')).toHaveLength(total + 2);
    const raw = listRefusals(site().store, { limit: 1000 }).find((row) => row.raw.includes(hostile));
    expect(raw).toBeDefined();
  });
});

describe('the page of runs', () => {
  it('prints each run with its seed, version and whole digest', async () => {
    const page = await site().page('/runs');
    const runs = listRuns(site().store);
    expect(runs).toHaveLength(2);
    const words = wordsOf(page.querySelector('.runs'));
    for (const run of runs) expect(words).toContain(run.digest);
    expect(words).toContain('test');
    expect(words).toContain(`世界版本 ${String(worldVersion)}`);
  });

  it('says, as every page, where a run is of another world version', async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store), { scenario: tiny({ to: '2025-03-03', casesPerYear: 500 }) });
    store.db.exec('UPDATE run SET world_version = 0');
    for (const path of ['/runs', '/']) {
      const { text } = await request(createApp(depsOf(store))).get(`${path}?lang=en`);
      expect(text).toContain(
        `Run 1 was made by world version 0; this program makes version ${String(worldVersion)}`,
      );
    }
  });
});
