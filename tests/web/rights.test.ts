import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../src/model/access/role.ts';
import { createApp } from '../../src/web/app.ts';
import type { Deps } from '../../src/web/deps.ts';
import { formRoutes, routes } from '../../src/web/routes.ts';
import { useScratch } from '../builders.ts';
import { depsOf } from './fixture.ts';
import { anAccount, byKey, fromElsewhere, sendForm, signedIn, type Headers } from './signed-in.ts';

/** Who asks: somebody without an account (from elsewhere, or at this machine), every role, and keys of both uses. */
const readers = ['visitor', 'this machine', ...roles, 'key to read', 'key to send'] as const;
type Reader = (typeof readers)[number];

const accounts: readonly Reader[] = roles;
const everybody: readonly Reader[] = readers;
const startsRuns: readonly Reader[] = ['this machine', 'trainer', 'administrator'];
const keepsMethods: readonly Reader[] = ['trainer', 'administrator'];
const opensClasses: readonly Reader[] = ['trainer', 'administrator'];
const administrators: readonly Reader[] = ['administrator'];
/** Where reading needs an account. */
const readersByAccount: readonly Reader[] = [...accounts, 'key to read'];

/** What is read by everybody, or where the server is set so by accounts and keys alone. */
const results = [
  '/',
  '/units',
  '/units/:code',
  '/units/:code/departments',
  '/units/:code/tasks',
  '/units/:code/indicators/:id',
  '/regions',
  '/regions/:region',
  '/explain',
  '/report',
  '/report/:period',
  '/compare',
  '/changes',
  '/items',
  '/channels',
  '/search',
  '/method',
  '/method/own',
  '/choices',
  '/choices/uncertainty',
  '/weighting',
  '/validation',
  '/targets',
  '/editions',
  '/editions/formula',
  '/evaluators',
  '/laboratory',
  '/laboratory/bias',
  '/laboratory/two-worlds',
  '/laboratory/detectors',
  '/laboratory/detectors/effect',
  '/laboratory/detectors/:id',
  '/laboratory/ladder',
  '/runs',
  '/runs/:id/quality',
  '/runs/compare',
  '/runs/jobs/:id',
  '/runs/jobs/:id/events',
  '/scenario',
  '/refusals',
  '/refusals/:id',
  '/lessons',
  '/lessons/:id',
  '/sites',
  '/sites/:unit',
  '/sites/:unit/search',
  '/sites/:unit/assistant',
  '/sites/:unit/progress',
  '/sites/:unit/items/:task/guide',
  '/sites/:unit/items/:task/forms/:form.txt',
  '/sites/:unit/items/:task/forms/:form',
  '/sites/:unit/items/:task/apply',
  '/training/practice/:kind',
  '/training/sheet/:kind',
  '/files/ranking.csv',
  '/files/indicators.csv',
  '/files/compare.csv',
  '/files/departments.csv',
  '/files/tasks.csv',
  '/files/changes.csv',
  '/files/weighting.csv',
  '/files/items.csv',
  '/files/channels.csv',
  '/files/editions.csv',
  '/files/refusals.csv',
  '/files/choices.csv',
  '/files/uncertainty.csv',
  '/files/report.:format',
  '/api/results.json',
  '/api/method.json',
  '/api/method/own.json',
  '/api/choices.json',
  '/api/choices/uncertainty.json',
  '/api/compare.json',
  '/api/changes.json',
  '/api/evaluators.json',
  '/api/weighting.json',
  '/api/laboratory/bias.json',
  '/api/laboratory/detectors.json',
  '/api/laboratory/ladder.json',
  '/api/editions.json',
  '/api/laboratory/two-worlds.json',
  '/api/scenario.json',
];

/** Who may read an address, and what is meant for some alone. */
const reading = (closed: boolean): Readonly<Record<string, readonly Reader[]>> => ({
  ...Object.fromEntries(results.map((path) => [path, closed ? readersByAccount : everybody])),
  '/healthz': everybody,
  '/sign-in': everybody,
  '/invitation': everybody,
  // Whoever knows the code of a class enters it, also where reading needs an account.
  '/training': everybody,
  '/training/desk': everybody,
  '/training/desk/:place': everybody,
  '/training/courses/:id': everybody,
  '/training/debrief': everybody,
  '/training/classes': opensClasses,
  '/training/classes/:code': opensClasses,
  '/training/classes/:code/answers.:format': opensClasses,
  '/training/classes/:code/trainees/:number': opensClasses,
  '/training/classes/:code/trainees/:number/:place': opensClasses,
  '/account': accounts,
  '/account/data.json': accounts,
  '/accounts': administrators,
  '/accounts/:id': administrators,
  '/accounts/:id/data.json': administrators,
  '/keys': administrators,
  '/audit-log': administrators,
  '/files/audit-log.:format': administrators,
  '/metrics': ['this machine', 'administrator'],
  '/api/key.json': ['key to read', 'key to send'],
});

/** Who may send a form to an address. */
const sending = (closed: boolean): Readonly<Record<string, readonly Reader[]>> => ({
  // Nothing is written.
  '/choices': closed ? readersByAccount : everybody,
  '/scenario': closed ? readersByAccount : everybody,
  '/method/own': keepsMethods,
  '/runs/jobs': startsRuns,
  '/runs/jobs/:id/cancel': startsRuns,
  '/training/enter': everybody,
  '/training/leave': everybody,
  '/training/practice/:kind': closed ? readersByAccount : everybody,
  '/training/desk/:place': everybody,
  '/training/desk/:place/fresh': everybody,
  '/training/desk/:place/open': everybody,
  '/training/classes': opensClasses,
  '/training/classes/:code/end': opensClasses,
  '/training/classes/:code/delete': opensClasses,
  '/sign-in': everybody,
  '/sign-out': everybody,
  '/invitation': everybody,
  '/account/password': accounts,
  '/account/sessions': accounts,
  '/account/delete': accounts,
  '/accounts': administrators,
  '/accounts/:id/link': administrators,
  '/accounts/:id/role': administrators,
  '/accounts/:id/close': administrators,
  '/accounts/:id/open': administrators,
  '/accounts/:id/delete': administrators,
  '/keys': administrators,
  '/keys/:id/revoke': administrators,
});

const examples: Readonly<Record<string, string>> = {
  code: '981100',
  region: 'region-3',
  period: '2025',
  format: 'csv',
  id: '987',
  unit: '981100',
  task: '1',
  form: 'blank',
};
const addressOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => examples[name]!);

/** The answer says that the reader may not, or leads to where one signs in. */
const isBarred = ({ status, headers, text }: Response): boolean =>
  status === 403 ||
  (status === 401 && !text.includes('<input id="password"')) ||
  (status === 303 && String(headers['location']).startsWith('/sign-in?to='));

const scratch = useScratch();

describe.each([
  { closed: false, title: 'a server that everybody may read' },
  { closed: true, title: 'a server that accounts and keys may read' },
])('$title', ({ closed }) => {
  let deps: Deps;
  let app: Express;
  beforeAll(() => {
    const { accessSettings, ...given } = depsOf(scratch.store());
    deps = { ...given, accessSettings: { ...accessSettings, signInToRead: closed } };
    anAccount(deps, 'administrator');
  });
  // Of its own for each test: a server takes so many requests a minute.
  beforeEach(() => {
    app = createApp(deps);
  });

  /** Each request by somebody of one's own: what one of them did must not decide about the next. */
  const headersOf = (reader: Reader): Headers => {
    if (reader === 'visitor') return fromElsewhere;
    if (reader === 'this machine') return {};
    if (reader === 'key to read' || reader === 'key to send')
      return { ...fromElsewhere, ...byKey(deps, reader === 'key to read' ? 'read' : 'send') };
    return { ...fromElsewhere, ...signedIn(deps, anAccount(deps, reader)) };
  };

  it('has a line in this table for every address, and no line without one', () => {
    expect(Object.keys(reading(closed)).sort()).toEqual(routes.map(({ path }) => path).sort());
    expect(Object.keys(sending(closed)).sort()).toEqual(formRoutes.map(({ path }) => path).sort());
  });

  it.each(readers)('answers a %s what that reader may read, and nothing else', async (reader) => {
    const headers = headersOf(reader);
    const answered: string[] = [];
    for (const { path } of routes) {
      const answer = await request(app).get(addressOf(path)).set(headers);
      expect(answer.status, path).not.toBe(500);
      if (!isBarred(answer)) answered.push(path);
    }
    const table = reading(closed);
    expect(answered.sort()).toEqual(
      Object.keys(table)
        .filter((path) => table[path]!.includes(reader))
        .sort(),
    );
  });

  it.each(readers)('takes from a %s the forms that this reader may send, and no others', async (reader) => {
    const taken: string[] = [];
    for (const { path } of formRoutes) {
      // Wrong in every field, so that nothing comes of it.
      const answer = await sendForm(
        app,
        addressOf(path),
        { seed: 'x', text: '', role: 'x' },
        headersOf(reader),
      );
      expect(answer.status, path).not.toBe(500);
      if (!isBarred(answer)) taken.push(path);
    }
    const table = sending(closed);
    expect(taken.sort()).toEqual(
      Object.keys(table)
        .filter((path) => table[path]!.includes(reader))
        .sort(),
    );
  });

  it.each(formRoutes)('refuses a form for $path that another site made a browser send', async ({ path }) => {
    const send = async (more: Headers): Promise<number> =>
      (await sendForm(app, addressOf(path), {}, headersOf('administrator'), more)).status;
    expect(await send({ origin: 'http://evil.example' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ host: 'evil.example' })).toBe(421);
  });
});

describe('runs from this machine', () => {
  it.each([
    ['by another name for it', { host: '127.0.0.1:80' }, true],
    ['by a name that others know it by', { host: 'ratings.example' }, false],
    ['through a proxy that says so', { 'x-real-ip': '127.0.0.1' }, false],
    ['through a proxy that says so in another way', { via: '1.1 proxy' }, false],
  ])('are started without an account %s: %o → %s', async (_how, headers, may) => {
    const deps = depsOf(scratch.store(), { hosts: ['ratings.example'] });
    const answer = await sendForm(createApp(deps), '/runs/jobs', { seed: 'x' }, headers);
    expect(isBarred(answer)).toBe(!may);
  });

  it.each([{ localRuns: false }, { proxies: ['loopback'] }, { baseAddress: 'http://localhost' }])(
    'need an account where the server is set so: %o',
    async (setting) => {
      const { accessSettings, ...given } = depsOf(scratch.store());
      const app = createApp({ ...given, accessSettings: { ...accessSettings, ...setting } });
      expect(isBarred(await sendForm(app, '/runs/jobs', { seed: 'x' }, {}))).toBe(true);
      const editor = await request(app).get('/scenario?preset=tiny&lang=en');
      expect(editor.text).toContain('This needs an account.');
      expect(editor.text).not.toContain('formaction="/runs/jobs"');
    },
  );
});
