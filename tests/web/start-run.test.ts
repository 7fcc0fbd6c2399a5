import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunJob } from '../../src/jobs/runs/start-run.ts';
import { closeStore, openStore } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { integrityFaults } from '../../src/store/read/integrity.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { startServer } from '../../src/web/server.ts';
import { reference, simulate, tiny, useScratch } from '../builders.ts';
import { depsOf, endOf, parsePage, useSite, wordsOf } from './fixture.ts';
import { visitorOf, type Visitor } from './sent-form.ts';

const scratch = useScratch();
const site = useSite(scratch, { empty: true });
afterAll(() => site().runStarter.close());

/** A scenario's form with some fields changed; small unless said otherwise. */
async function orderOf(visitor: Visitor, given: Record<string, string>): Promise<URLSearchParams> {
  const fields = await visitor.fieldsOf('/scenario', '.scenario-form');
  for (const [name, value] of Object.entries({ to: '2025-03-05', casesPerYear: '3000', ...given })) {
    fields.set(name, value);
  }
  return fields;
}

async function started(visitor: Visitor, given: Record<string, string>): Promise<string> {
  const answer = await visitor.send('/runs/jobs', await orderOf(visitor, given));
  expect(answer.status).toBe(303);
  const id = /^\/runs\/jobs\/([0-9a-f]{8})$/.exec(answer.headers['location'] ?? '')?.[1];
  expect(id).toBeDefined();
  return id!;
}

let own: Promise<string> | undefined;

/** The small run that most of these tests look at: started by the first of them. */
const ownRun = (): Promise<string> => (own ??= started(visitorOf(site().app), { name: 'own' }));
const ownEnd = async (): Promise<RunJob> => endOf(site().runStarter, await ownRun());

const filesOf = (name: string): string[] =>
  existsSync(site().runStarter.folder)
    ? readdirSync(site().runStarter.folder).filter((file) => file.startsWith(name))
    : [];

/** Long enough that it is under way when it is looked at. */
const large = { casesPerYear: '400000', to: '2025-03-31' };

const cancel = async (visitor: Visitor, id: string): Promise<number> => {
  const fields = await visitor.fieldsOf(`/runs/jobs/${id}`, 'form[action$=cancel]');
  return (await visitor.send(`/runs/jobs/${id}/cancel`, fields)).status;
};

/** A part a unit: so small a run has more parts than a step takes, and enough of them after the first step. */
const manyParts = {
  units: reference.units
    .slice(0, 24)
    .map(({ code }) => code)
    .join(','),
  casesPerYear: '20000',
  to: '2025-03-31',
};

/** Waits for some parts of a run. */
const underWay = (id: string, parts = 1): Promise<void> =>
  new Promise((resolve) => {
    const stop = site().runStarter.watch(id, ({ done }) => {
      if (done < parts) return;
      stop();
      resolve();
    });
  });

describe('a run started from a page', { timeout: 120_000 }, () => {
  it('goes to a database of its own, the same as on the command line, and tells its end', async () => {
    const id = await ownRun();
    const open = await site().page(`/runs/jobs/${id}`);
    expect(open.querySelector('[data-events]')?.getAttribute('data-events')).toBe(`/runs/jobs/${id}/events`);
    expect(open.querySelector('noscript')?.toString()).toContain('http-equiv="refresh"');
    const { report } = await endOf(site().runStarter, id);

    const direct = scratch.store();
    const scenario = tiny({
      name: 'own',
      title: { zh: '微型：两省两市一个月', en: 'Tiny: two provinces, two cities, one month' },
      to: '2025-03-05',
      casesPerYear: 3000,
    });
    const expected = await simulate(direct, scratch.truth(direct), { scenario });
    expect(report).toMatchObject({ digest: expected.digest, services: expected.services, already: false });
    expect(filesOf('own').sort()).toEqual(['own-7.db', 'own-7.truth.db']);

    const page = await site().page(`/runs/jobs/${id}?lang=en`);
    expect(wordsOf(page.querySelector('.job-state'))).toBe('Done');
    expect(wordsOf(page.querySelector('main'))).toContain(expected.digest);
    expect(page.querySelector('noscript')).toBeNull();
    expect(page.querySelector('form[action$=cancel]')).toBeNull();
    const list = await site().page('/runs');
    expect(wordsOf(list.querySelector('.runs'))).toContain(expected.digest);
    expect(wordsOf(list.querySelector('.runs'))).toContain('own-7');
  });

  it('that exists answers so and adds nothing', async () => {
    const visitor = visitorOf(site().app);
    const first = await ownEnd();
    const id = await started(visitor, { name: 'own' });
    expect(await endOf(site().runStarter, id)).toMatchObject({
      state: 'done',
      report: { already: true, digest: first.report?.digest },
    });
    const page = await site().page(`/runs/jobs/${id}`);
    expect(wordsOf(page.querySelector('main'))).toContain('未再添加');
    // Nothing was made, so nothing stands at no part of none.
    expect(page.querySelector('progress')).toBeNull();
  });

  it('has a name of its own under each regime', async () => {
    const visitor = visitorOf(site().app);
    const plain = await ownEnd();
    const fields = await visitor.fieldsOf('/scenario?preset=tiny&regime=prompted', '.scenario-form');
    for (const [name, value] of Object.entries({ name: 'own', to: '2025-03-05', casesPerYear: '3000' })) {
      fields.set(name, value);
    }
    const answer = await visitor.send('/runs/jobs', fields);
    expect(answer.status).toBe(303);
    const prompted = await endOf(site().runStarter, answer.headers['location']!.split('/').at(-1)!);
    expect([plain, prompted].map(({ state, name }) => [state, name])).toEqual([
      ['done', 'own-7'],
      ['done', 'own+prompted-7'],
    ]);
    const compared = await site().page('/runs/compare?a=own-7/1&b=own%2Bprompted-7/1&lang=en');
    expect(wordsOf(compared.querySelector('main'))).toContain('own+prompted-7');
  });

  it('tells a reader to whom a period belongs that is there already', async () => {
    const visitor = visitorOf(site().app);
    await ownEnd();
    const order = await orderOf(visitor, { name: 'own', from: '2025-03-05', to: '2025-03-09' });
    const refused = await visitor.send('/runs/jobs', order);
    expect(refused.status).toBe(409);
    expect(wordsOf(parsePage(refused.text).querySelector('.callout.fault'))).toContain(
      '“own-7”已有 2025-03-01 至 2025-03-05 的数据',
    );
  });

  it('gives the command that opens it, with a path that leads there', async () => {
    const { id } = await ownEnd();
    const command =
      (await site().page(`/runs/jobs/${id}`)).querySelector('.panel .command')?.text.trim() ?? '';
    const [, file] = /^npx haochaping serve --port 0 --db (\S+)$/.exec(command) ?? [];
    // Pasted where the server was started.
    expect(resolve(file ?? '')).toBe(join(site().runStarter.folder, 'own-7.db'));
    expect(existsSync(resolve(file ?? ''))).toBe(true);
  });

  it('never replaces another world of its name', async () => {
    const visitor = visitorOf(site().app);
    const first = await ownEnd();
    const jobs = site().runStarter.list().length;
    const order = await orderOf(visitor, { name: 'own', 'answering.online': '0.5' });
    const refused = await visitor.send('/runs/jobs?lang=en', order);
    // Said before anything starts, in words of a page, and what was filled in is still there.
    expect(refused.status).toBe(409);
    expect(site().runStarter.list()).toHaveLength(jobs);
    const page = parsePage(refused.text);
    expect(wordsOf(page.querySelector('.callout.fault'))).toContain(
      'a run called “own-7” exists already, with other settings',
    );
    expect(page.querySelector('[name="answering.online"]')?.getAttribute('value')).toBe('0.5');
    expect(wordsOf(page.querySelector('.callout.fault'))).not.toContain(site().runStarter.folder);
    const store = openStore(join(site().runStarter.folder, 'own-7.db'), { readonly: true });
    expect(contentOf(store).digest).toBe(first.report?.digest);
    closeStore(store);
  });

  it('is alone: others are told to wait; cancelled, it leaves nothing', async () => {
    const visitor = visitorOf(site().app);
    const id = await started(visitor, { name: 'alone', ...large });
    const busy = await visitor.send('/runs/jobs', await orderOf(visitor, { name: 'other' }));
    expect(busy.status).toBe(409);
    expect(wordsOf(parsePage(busy.text).querySelector('.callout.fault'))).toContain('alone-7');
    expect(wordsOf((await site().page('/scenario')).querySelector('.use'))).toContain('alone-7');
    await underWay(id);
    expect(filesOf('alone')).not.toEqual([]);
    expect(await cancel(visitor, id)).toBe(303);
    expect((await endOf(site().runStarter, id)).state).toBe('cancelled');
    expect(filesOf('alone')).toEqual([]);
    const page = await site().page(`/runs/jobs/${id}?lang=en`);
    expect(wordsOf(page.querySelector('.job-state'))).toContain('Cancelled');
    // Cancelled once is cancelled: what has ended stays as it is.
    const token = await visitor.fieldsOf('/scenario', '.scenario-form');
    expect((await visitor.send(`/runs/jobs/${id}/cancel`, token)).status).toBe(303);
    expect(site().runStarter.find(id).state).toBe('cancelled');
    // The next one may come.
    expect((await endOf(site().runStarter, await started(visitor, { name: 'after-it' }))).state).toBe('done');
  });

  it('that is cancelled in a database with a run leaves that run whole', async () => {
    const visitor = visitorOf(site().app);
    const first = await endOf(
      site().runStarter,
      await started(visitor, { name: 'both', ...large, to: '2025-03-03' }),
    );
    const id = await started(visitor, { name: 'both', ...large, from: '2025-03-04' });
    await underWay(id);
    await cancel(visitor, id);
    expect(await endOf(site().runStarter, id)).toMatchObject({
      state: 'cancelled',
      problem: { en: 'nothing of it is stored' },
    });
    const store = openStore(join(site().runStarter.folder, 'both-7.db'));
    expect(integrityFaults(store)).toEqual([]);
    expect(contentOf(store).digest).toBe(first.report?.digest);
    closeStore(store);
  });

  it('that is cancelled there later says what it leaves, and goes on when it is started again', async () => {
    const visitor = visitorOf(site().app);
    await endOf(
      site().runStarter,
      await started(visitor, { name: 'midway', ...manyParts, to: '2025-03-03' }),
    );
    const id = await started(visitor, { name: 'midway', ...manyParts, from: '2025-03-04' });
    // The tenth part ends a step: it is being stored when the run is cancelled.
    await underWay(id, 10);
    site().runStarter.cancel(id);
    const { all, done } = await endOf(site().runStarter, id);
    expect(done).toBeLessThan(all);
    const page = await site().page(`/runs/jobs/${id}?lang=en`);
    expect(wordsOf(page.querySelector('.job-state'))).toBe('Cancelled');
    expect(wordsOf(page.querySelector('.callout.fault'))).toContain(`10 of ${String(all)} parts are stored`);
    // Another period waits until that one is whole.
    const other = await orderOf(visitor, {
      name: 'midway',
      ...manyParts,
      from: '2025-04-01',
      to: '2025-04-02',
    });
    const refused = await visitor.send('/runs/jobs?lang=en', other);
    expect(refused.status).toBe(409);
    expect(wordsOf(parsePage(refused.text).querySelector('.callout.fault'))).toContain(
      'the run of 2025-03-04 to 2025-03-31 in “midway-7” is unfinished',
    );
    const again = await started(visitor, { name: 'midway', ...manyParts, from: '2025-03-04' });
    const seen: number[] = [];
    site().runStarter.watch(again, (job) => void seen.push(job.done));
    expect((await endOf(site().runStarter, again)).state).toBe('done');
    expect(Math.max(...seen)).toBe(all);
    expect(seen.filter((n) => n > 0 && n <= 10)).toEqual([]);
    const store = openStore(join(site().runStarter.folder, 'midway-7.db'));
    expect(integrityFaults(store)).toEqual([]);
    expect(listRuns(store).map(({ parts, partsDone }) => [parts, partsDone])).toEqual([
      [expect.any(Number), expect.any(Number)],
      [all, all],
    ]);
    closeStore(store);
  });

  it('may not be larger than the limit, nor wrong', async () => {
    const visitor = visitorOf(site().app);
    const before = site().runStarter.list().length;
    const tooLarge = await visitor.send(
      '/runs/jobs?lang=en',
      await orderOf(visitor, { casesPerYear: '9000000', to: '2025-03-31' }),
    );
    expect(tooLarge.status).toBe(400);
    const page = parsePage(tooLarge.text);
    expect(wordsOf(page.querySelector('.callout.fault'))).toMatch(
      /about [\d,]+ records, more than the 1,000,000/,
    );
    expect(page.querySelector('[name="casesPerYear"]')?.getAttribute('value')).toBe('9000000');
    // The links of such a page lead to the editor's own address.
    expect(page.querySelector('.languages a')?.getAttribute('href')).toMatch(
      /^\/scenario\?.*casesPerYear=9000000/,
    );
    const wrong = await visitor.send('/runs/jobs', await orderOf(visitor, { 'answering.online': '7' }));
    expect(wrong.status).toBe(400);
    expect(parsePage(wrong.text).querySelectorAll('[aria-invalid]')).toHaveLength(1);
    const unknown = await visitor.send(
      '/runs/jobs',
      await orderOf(visitor, { from: '2031-03-03', to: '2031-03-04' }),
    );
    expect(unknown.status).toBe(400);
    expect(site().runStarter.list()).toHaveLength(before);
  });

  it('that nobody knows is 404 and says why', async () => {
    const response = await site().get('/runs/jobs/00000000?lang=en');
    expect(response.status).toBe(404);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toContain('do not outlive a restart');
    expect((await site().get('/runs/jobs/00000000/events')).status).toBe(404);
  });
});

describe('the news of a run', { timeout: 120_000 }, () => {
  it('come as events until its end, and the line is closed', async () => {
    const store = scratch.store();
    const deps = depsOf(store);
    const server = await startServer(deps, 0);
    try {
      const { id } = deps.runStarter.start(tiny({ name: 'news', casesPerYear: 20_000 }), 7);
      const answer = await fetch(`http://127.0.0.1:${String(server.port)}/runs/jobs/${id}/events?lang=en`);
      expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(answer.headers.get('content-encoding')).toBeNull();
      // A long silence on a busy machine is broken by comments.
      const events = (await answer.text()).split('\n\n').filter((text) => /^[^:]/.test(text));
      const names = events.map((text) => /^event: (\w+)\ndata: /.exec(text)?.[1]);
      expect(names.at(-1)).toBe('end');
      expect(names.slice(0, -1).every((name) => name === 'progress')).toBe(true);
      expect(names.length).toBeGreaterThan(1);
      const [first, last] = [events[0]!, events.at(-1)!].map((text) => JSON.parse(text.split('data: ')[1]!));
      expect(first).toMatchObject({ ended: false });
      expect(last).toMatchObject({ state: 'done', ended: true, texts: { state: 'Done' } });
      expect(last.done).toBe(last.all);
      expect(Number(last.texts.records.replaceAll(',', ''))).toBeGreaterThan(
        deps.runStarter.find(id).report!.services,
      );
      // Whoever comes later gets the end at once.
      const again = await fetch(`http://127.0.0.1:${String(server.port)}/runs/jobs/${id}/events`);
      expect(await again.text()).toMatch(/^event: end\n/);
    } finally {
      await server.close();
    }
  });

  it('end with the server, which leaves neither thread nor file of a run under way', async () => {
    const store = scratch.store();
    const deps = depsOf(store);
    const server = await startServer(deps, 0);
    const { id } = deps.runStarter.start(tiny({ name: 'cut', casesPerYear: 1_000_000 }), 7);
    await new Promise<void>((resolve) => {
      deps.runStarter.watch(id, ({ done }) => {
        if (done > 0) resolve();
      });
    });
    const page = await fetch(`http://127.0.0.1:${String(server.port)}/runs/jobs/${id}`);
    expect(page.status).toBe(200);
    await server.close();
    expect(deps.runStarter.find(id).state).toBe('cancelled');
    expect(readdirSync(deps.runStarter.folder)).toEqual([]);
  });

  it('are kept of the last twenty that ended', async () => {
    const { runStarter } = depsOf(scratch.store());
    const scenario = tiny({ name: 'short', units: ['330100'], to: '2025-03-03', casesPerYear: 10 });
    const ids: string[] = [];
    for (let i = 0; i < 22; i++) {
      const { id } = runStarter.start(scenario, 1);
      ids.push(id);
      runStarter.cancel(id);
      await endOf(runStarter, id);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(runStarter.list()).toHaveLength(20);
    expect(() => runStarter.find(ids[0]!)).toThrow('there is no job');
    expect(runStarter.find(ids.at(-1)!).state).toBe('cancelled');
  });
});
