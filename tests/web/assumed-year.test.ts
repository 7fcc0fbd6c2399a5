import { beforeAll, describe, expect, it } from 'vitest';
import { explainAction } from '../../src/cli/actions/explain.ts';
import { editionsAction } from '../../src/cli/actions/editions.ts';
import { measureAction } from '../../src/cli/actions/measure.ts';
import type { Output } from '../../src/cli/output.ts';
import { keepOwnMethod } from '../../src/jobs/measure/choices/own-methods.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { readNationalTargets, readScenario } from '../../src/store/reference.ts';
import { routes } from '../../src/web/routes.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch, { empty: true });
const [sentence, english] = (['note', 'noteEn'] as const).map(
  (field) => readNationalTargets().find(({ id }) => id === 'national-2018')?.[field] ?? 'none',
) as [string, string];
const units = ['440000', '110000', '440100', '330000', '440300', '330100'];
let own = '';

beforeAll(async () => {
  const { store } = site();
  const days = {
    from: '2018-12-01',
    to: '2019-01-31',
    units,
    casesPerYear: 12_000,
    defects: [],
    reforms: [],
  };
  const scenario = parseScenario({ ...readScenario('national-series'), ...days }, 'test');
  await simulate(store, scratch.truth(store), { scenario });
  own = keepOwnMethod(store, knowledge.methods.province);
});

/** An address of every page, document and file that shows figures of single units, and where their means stand. */
const showing: Readonly<Record<string, string>> = {
  '/': '/',
  '/units': '/units',
  '/units/:code': '/units/440000',
  '/units/:code/departments': '/units/440000/departments',
  '/units/:code/tasks': '/units/440000/tasks',
  '/units/:code/indicators/:id': '/units/440000/indicators/goodRate',
  '/regions': '/regions',
  '/regions/:region': '/regions/south',
  '/explain': '/explain?unit=440000&figure=rank',
  '/report/:period': '/report/YEAR',
  '/compare': '/compare?units=440000,330000',
  '/changes': '/changes',
  '/items': '/items?unit=440000',
  '/channels': '/channels?unit=440000',
  '/method/own': '/method/own?own=OWN',
  '/choices': '/choices',
  '/choices/uncertainty': '/choices/uncertainty',
  '/editions': '/editions',
  '/lessons/:id': '/lessons/moved-weight?step=result',
  '/files/ranking.csv': '/files/ranking.csv',
  '/files/indicators.csv': '/files/indicators.csv',
  '/files/compare.csv': '/files/compare.csv?units=440000',
  '/files/departments.csv': '/files/departments.csv',
  '/files/tasks.csv': '/files/tasks.csv',
  '/files/changes.csv': '/files/changes.csv',
  '/files/items.csv': '/files/items.csv?unit=440000',
  '/files/channels.csv': '/files/channels.csv?unit=440000',
  '/files/editions.csv': '/files/editions.csv',
  '/files/choices.csv': '/files/choices.csv',
  '/files/uncertainty.csv': '/files/uncertainty.csv',
  '/files/report.:format': '/files/report.json',
  '/api/results.json': '/api/results.json',
  '/api/method/own.json': '/api/method/own.json?own=OWN',
  '/api/choices.json': '/api/choices.json',
  '/api/choices/uncertainty.json': '/api/choices/uncertainty.json',
  '/api/compare.json': '/api/compare.json?units=440000,330000',
  '/api/changes.json': '/api/changes.json',
  '/api/editions.json': '/api/editions.json',
};
const more = [
  '/?ranks=1',
  '/editions?ranks=1',
  '/explain?unit=440000&figure=overall',
  '/explain?unit=440000&figure=band',
  '/explain?kind=province&figure=overall',
  '/changes?figure=overall',
];
/**
 * Those that show no result of a real unit in the period of the address. The published figures have notes of their own, and
 * detectors look at fictional units alone.
 */
const silent = [
  ...[
    '/report',
    '/search',
    '/method',
    '/weighting',
    '/validation',
    '/targets',
    '/editions/formula',
    '/evaluators',
  ],
  ...[
    '/laboratory',
    '/laboratory/bias',
    '/laboratory/two-worlds',
    '/laboratory/detectors',
    '/laboratory/ladder',
  ],
  ...[
    '/laboratory/detectors/:id',
    '/laboratory/detectors/effect',
    '/runs',
    '/runs/:id/quality',
    '/runs/compare',
    '/runs/jobs/:id',
  ],
  ...[
    '/runs/jobs/:id/events',
    '/scenario',
    '/refusals',
    '/refusals/:id',
    '/lessons',
    '/training/practice/:kind',
  ],
  ...['/training/sheet/:kind', '/files/weighting.csv', '/files/refusals.csv', '/api/method.json'],
  ...[
    '/api/evaluators.json',
    '/api/weighting.json',
    '/api/laboratory/bias.json',
    '/api/laboratory/two-worlds.json',
  ],
  ...['/api/laboratory/detectors.json', '/api/laboratory/ladder.json', '/api/scenario.json'],
];
const isSilent = (path: string): boolean => silent.includes(path) || path.startsWith('/sites');
/** Those that set the year beside the one before, or all years beside one another. */
const ofMoreYears = [
  '/units/440000',
  '/regions/south',
  '/changes',
  '/files/changes.csv',
  '/api/changes.json',
];

async function said(address: string, year: string): Promise<string> {
  const path = address.replace('YEAR', year).replace('OWN', own);
  const { status, text } = await site().get(`${path}${path.includes('?') ? '&' : '?'}period=${year}&lang=zh`);
  expect([path, status]).toEqual([path, 200]);
  return text;
}

describe('a year whose figures are our own assumption, under real names', () => {
  it('is known of every address', () => {
    const read = routes.filter(({ right }) => right === 'read').map(({ path }) => path);
    expect(read.filter((path) => !(path in showing) && !isSilent(path))).toEqual([]);
  });

  it.each([...Object.values(showing), ...more])('is said so by %s', async (address) => {
    expect(await said(address, '2018')).toContain(sentence);
    const other = await said(address, '2019');
    // Beside a year of which the figures are published it is said which one is meant.
    if (ofMoreYears.includes(address.replace(/\?.*/, ''))) expect(other).toContain(`2018：${sentence}`);
    else expect(other).not.toContain(sentence);
  });

  it('is not spoken of where no unit is shown', async () => {
    for (const address of ['/items', '/channels', '/explain', '/method', '/search?q=4400']) {
      expect(await said(address, '2018')).not.toContain(sentence);
    }
  });

  it('has levels by two editions first, and scores one click further', async () => {
    const page = await site().page('/editions?period=2018&kind=city&lang=zh');
    const rows = cellsOf(page, '#edition-levels');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.join(' ')).not.toMatch(/\d/);
    expect(page.querySelector('#editions')).toBeNull();
    const href = page.querySelector('main .callout a')?.getAttribute('href') ?? '';
    expect(href).toContain('kind=city');
    const further = await site().page(href.replace(/#.*/, ''));
    expect(cellsOf(further, '#editions')[0]?.[1]).toMatch(/^\d/);
    expect(further.querySelector('form.filters input[name="ranks"]')?.getAttribute('value')).toBe('1');
    expect(wordsOf(further.querySelector('main .callout a'))).toBe('只看能力水平');
    expect((await site().page('/editions?period=2019')).querySelector('#editions')).not.toBeNull();
  });

  it.each(['2018', '2019'])('is said so by the commands, as lines and as JSON: %s', (period) => {
    const lines: string[] = [];
    const documents: unknown[] = [];
    const output: Output = {
      language: 'en',
      text: (_, en) => en,
      line: (text) => lines.push(text),
      json: (value) => documents.push(value),
      note: () => undefined,
      progress: () => undefined,
    };
    const db = site().store.file;
    const commands = [
      (options: { readonly json?: true }) => {
        measureAction({ db, period, ...options }, output);
      },
      (options: { readonly json?: true }) => {
        explainAction('440000', 'rank', { db, period, ...options }, output);
      },
      (options: { readonly json?: true }) => {
        editionsAction({ db, period, ...options }, output);
      },
    ];
    for (const command of commands) {
      command({});
      command({ json: true });
    }
    const isAssumed = period === '2018';
    expect(lines.filter((line) => line.startsWith(english))).toHaveLength(isAssumed ? commands.length : 0);
    expect(documents).toHaveLength(commands.length);
    for (const document of documents) {
      const unpublished: unknown = isAssumed ? expect.stringContaining(sentence) : null;
      expect(document).toMatchObject({ unpublished });
    }
  });
});
