import request from 'supertest';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inviteAccount } from '../../src/jobs/access/invitations.ts';
import type { Deps } from '../../src/web/deps.ts';
import { routes } from '../../src/web/routes.ts';
import { useScratch } from '../builders.ts';
import { finishedJob, itemOnPage, useSite, type Site } from '../web/fixture.ts';
import { aClass, aCourse } from '../web/in-class.ts';
import { anAccount, signedIn, type Headers } from '../web/signed-in.ts';

const root = resolve(import.meta.dirname, '../..');
const names = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => basename(name, ending))
    .sort();
const views = names('views/pages', '.ejs');

/** An address that renders each view. */
const addresses: Readonly<Record<string, string>> = {
  account: '/accounts/1',
  accounts: '/accounts',
  'audit-log': '/audit-log',
  invitation: '/invitation?code=:code',
  keys: '/keys',
  'own-account': '/account',
  'sign-in': '/sign-in',
  class: '/training/classes/:class',
  classes: '/training/classes',
  course: '/training/courses/evaluator-basic',
  'course-class': '/training/classes/:course',
  'course-desk': '/training/desk',
  debrief: '/training/classes/:course/trainees/1',
  desk: '/training/desk',
  exercise: '/training/desk/1',
  sheet: '/training/sheet/figures?n=2',
  'trainee-exercise': '/training/classes/:class/trainees/1/1',
  training: '/training',
  bias: '/laboratory/bias?regimes=everyone&defects=A1&defects=A14',
  changes: '/changes',
  channels: '/channels',
  choices: '/choices',
  compare: '/runs/compare',
  'compare-units': '/compare?units=981100,981200&detail=indicators',
  departments: '/units/981100/departments',
  detector: '/laboratory/detectors/pad-surplus',
  detectors: '/laboratory/detectors',
  'flag-effect': '/laboratory/detectors/effect',
  tasks: '/units/981100/tasks',
  error: '/nothing',
  evaluators: '/evaluators',
  laboratory: '/laboratory',
  'two-worlds': '/laboratory/two-worlds',
  ladder: '/laboratory/ladder?anomaly=A4',
  lesson: '/lessons/moved-weight?step=result',
  lessons: '/lessons',
  sites: '/sites',
  'site-home': '/sites/981100',
  'site-search': '/sites/981100/search?q=card',
  'site-assistant': '/sites/981100/assistant?q=card',
  'site-progress': '/sites/981100/progress?number=MN-0001-000001',
  'site-guide': '/sites/981100/items/:task/guide?version=all',
  'site-form': '/sites/981100/items/:task/forms/sample',
  'site-apply': '/sites/981100/items/:task/apply',
  editions: '/editions?check=1',
  formula: '/editions/formula',
  explain: '/explain?unit=981100&figure=rank',
  figures: '/explain',
  indicator: '/units/981100/indicators/goodRate',
  items: '/items',
  job: '/runs/jobs/:job',
  method: '/method',
  'own-method': '/method/own',
  overview: '/',
  quality: '/runs/1/quality',
  report: '/report/2025',
  refusal: '/refusals/1',
  region: '/regions/region-1',
  regions: '/regions',
  search: '/search?q=9811',
  refusals: '/refusals',
  runs: '/runs',
  scenario: '/scenario?show=preview',
  targets: '/targets',
  uncertainty: '/choices/uncertainty?rows=256',
  unit: '/units/981100',
  units: '/units',
  validation: '/validation',
  weighting: '/weighting',
};

const classes = new Map<Deps['access'], string>();
const courses = new Map<Deps['access'], { readonly code: string; readonly cookie: string }>();

/** An administrator, in whose browser a trainee of a class is as well. */
function signIn(deps: Deps): Headers {
  const { code, cookie } = aClass(deps);
  classes.set(deps.access, code);
  courses.set(deps.access, aCourse(deps));
  const account = signedIn(deps, anAccount(deps, 'administrator'));
  return { cookie: `${account['cookie'] ?? ''}; ${cookie}` };
}
const site = useSite(useScratch(), { signIn });
const empty = useSite(useScratch(), { empty: true, signIn });
const jobs = new Map<Site, string>();
let task = '';
beforeAll(async () => {
  for (const one of [site(), empty()]) jobs.set(one, await finishedJob(one));
  task = itemOnPage(await site().page('/sites/981100'));
});

const inLanguage = (address: string, lang: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;

describe('views', () => {
  it('share their stem with a page', () => {
    expect(views.filter((view) => view !== 'error')).toEqual(names('src/web', '-page.ts'));
  });

  it.each(views)('%s renders, with data and without', async (view) => {
    const address = addresses[view];
    expect(address, 'an address in this test').toBeDefined();
    for (const one of [site(), empty()]) {
      for (const lang of ['zh', 'en']) {
        const { access, now } = one.deps;
        const filled = address!
          .replace(':job', jobs.get(one)!)
          .replace(':task', task)
          .replace(':class', classes.get(access)!)
          .replace(':course', courses.get(access)!.code)
          .replace(':code', () => inviteAccount(access, 1, now()));
        // A browser is in one class: this view is of another than the other views of trainees.
        const { cookie } = courses.get(access)!;
        const response =
          view === 'course-desk'
            ? await request(one.app).get(inLanguage(filled, lang)).set({ cookie })
            : await one.get(inLanguage(filled, lang));
        // An empty database has no run that could have a quality, no refused record, and no simulated service site.
        const missing =
          view === 'error' ||
          (one === empty() && (['quality', 'refusal'].includes(view) || view.startsWith('site-')));
        expect(response.status).toBe(missing ? 404 : 200);
        expect(response.text.trimEnd().endsWith('</html>')).toBe(true);
        expect(response.text).not.toMatch(/\b(undefined|NaN|\[object Object\])\b/);
      }
    }
  });

  it('are each in use: pages by a route, partials by a view', () => {
    const text = [
      ...views.map((view) => `pages/${view}.ejs`),
      ...names('views/partials', '.ejs').map((part) => `partials/${part}.ejs`),
    ]
      .map((file) => readFileSync(join(root, 'views', file), 'utf8'))
      .join('\n');
    for (const part of names('views/partials', '.ejs'))
      expect(text).toMatch(new RegExp(`include\\('/partials/${part}'`));
    expect(routes.length).toBeGreaterThanOrEqual(views.length - 1);
  });

  // The markup of a report is escaped where it is written, in src/export/report.
  it('print nothing unescaped but charts, the report and other views', () => {
    for (const folder of ['pages', 'partials']) {
      for (const name of names(`views/${folder}`, '.ejs')) {
        const text = readFileSync(join(root, 'views', folder, `${name}.ejs`), 'utf8');
        for (const [, code] of text.matchAll(/<%-\s*(.*?)\s*-?%>/gs)) {
          expect(code, name).toMatch(
            /^include\(|^(map|radar|chart\.svg|\w*[cC]hart|(levels|table|years|distribution)\.chart|row\.(bar|plot)|block\.svg|cell\.bar|shown\.markup\.(contents|chapters))$/,
          );
        }
      }
    }
  });
});
