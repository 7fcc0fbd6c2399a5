import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, copyOf, remove } = scratchFolder();
const base = {
  name: 'mine',
  title: { zh: '我的', en: 'Mine' },
  from: '2025-05-06',
  to: '2025-05-09',
  units: ['330100'],
  casesPerYear: 2000,
};
let before = '';

beforeAll(async () => {
  writeFileSync(path('mine.json'), JSON.stringify(base));
  await runJson(['simulate', '--scenario', path('mine.json'), '--db', path('held.db')]);
  before = dump(path('held.db'));
});

afterAll(() => {
  remove();
});

describe.concurrent(
  'a scenario with a mistake is refused in one message that names field, value and rule',
  () => {
    const changed: readonly [title: string, value: unknown, parts: readonly string[]][] = [
      [
        'fields that do not exist',
        { ...base, colour: 'red', answering: { shade: 1 } },
        ['there is no field colour', 'there is no field answering.shade'],
      ],
      [
        'values of the wrong type',
        { ...base, casesPerYear: 'many', answering: { online: '0.5' } },
        ['casesPerYear = "many"', 'answering.online = "0.5"', 'must be a number'],
      ],
      [
        'weights that do not sum to 1',
        { ...base, channels: { online: { 1: 0.5, 2: 0.6 } } },
        ['channels.online = {"1":0.5,"2":0.6}', 'weights must sum to 1, these sum to 1.1'],
      ],
      [
        'an end before its start',
        { ...base, to: '2025-05-05' },
        ['to = "2025-05-05"', 'must not lie before “from”'],
      ],
      [
        'a title without end',
        { ...base, title: { zh: '长'.repeat(201), en: 'x'.repeat(2_000_000) } },
        ['title.zh = "长', 'title.en = "x', 'must have at most 200 characters'],
      ],
      [
        'titles with what does not show itself',
        { ...base, title: { zh: '我\u0001的', en: 'Mi\ud800ne \u202e' }, regime: 'a\nb' },
        [
          'title.zh = "我\\u0001的": must have no control characters',
          'title.en = "Mi\\ud800ne \\u202e"',
          'regime = "a\\nb"',
        ],
      ],
      [
        'a title that is no pair, and a field, which do not show themselves',
        { ...base, title: 'a\u202eb\u009b', 'na\u202eme': 1 },
        ['title = "a\\u202eb\\u009b": must be an object', 'there is no field na\\u202eme'],
      ],
      [
        'a unit that is not assessed',
        { ...base, units: ['999999'] },
        ['units names 999999', 'no assessed units'],
      ],
      [
        'a rule profile of a unit that is not assessed',
        { ...base, profiles: { '999999': 'standard' } },
        ['profiles names 999999', 'no assessed units'],
      ],
      [
        'qualities of a year that is none of ours',
        { ...base, quality: { years: { '1900': { units: {} } } } },
        ['quality.years.1900 = {"units":{}}', 'its name must be a year from 2000 to 2099'],
      ],
      [
        'real names of targets that do not come with the program',
        { ...base, names: 'real', targets: 'moon' },
        ['targets = "moon": must be shipped targets (', 'where names is real'],
      ],
      [
        'real names of which the targets say nothing',
        { ...base, names: 'real', targets: 'guangdong-2023-07' },
        [
          'units = 330100: must be units that the targets guangdong-2023-07 speak of (440000, 440100, 440300)',
        ],
      ],
      [
        'a year whose holidays are not known',
        { ...base, from: '2031-05-06', to: '2031-05-09' },
        ['no holiday notice for 2031'],
      ],
    ];

    it.each(changed)('%s', async (title, value, parts) => {
      const [file, db] = [path(`${title.replaceAll(' ', '-')}.json`), copyOf('held.db')];
      writeFileSync(file, JSON.stringify(value));
      const ran = await run(['simulate', '--scenario', file, '--db', db]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      for (const part of parts) expect(onlyMessage(ran)).toContain(part);
      expect(dump(db)).toBe(before);
    });

    it('a rule profile that does not exist', async () => {
      const [file, db] = [path('profile.json'), path('profile.db')];
      writeFileSync(file, JSON.stringify({ ...base, profile: 'moon' }));
      const ran = await run(['simulate', '--scenario', file, '--db', db]);
      expect(ran.code).toBe(2);
      expect(onlyMessage(ran)).toMatch(/profile = "moon": must be one of standard, guangdong-2019/);
      expect(existsSync(db)).toBe(false);
    });

    it('a file that is not JSON', async () => {
      const db = copyOf('held.db');
      writeFileSync(path('torn.json'), '{"name": "torn", ');
      const ran = await run(['simulate', '--scenario', path('torn.json'), '--db', db]);
      expect(ran.code).toBe(2);
      expect(onlyMessage(ran)).toContain(`scenario file ${path('torn.json')} is not JSON: `);
      expect(dump(db)).toBe(before);
    });

    it.each([
      ['{"name": "torn", ', '（内容不完整）'],
      ['{\n  "name": "torn"\n  "units": []\n}', '（第 3 行第 3 个字附近）'],
    ])('a file that is not JSON, said in Chinese: %j', async (json, place) => {
      const file = path(`torn-${json.length}.json`);
      writeFileSync(file, json);
      const { err } = await run(['simulate', '--scenario', file], { env: { HAOCHAPING_LANG: 'zh' } });
      expect(err).toBe(`错误：场景文件 ${file} 不是 JSON${place}\n`);
    });

    it('a file that is nested without end', async () => {
      const db = copyOf('held.db');
      writeFileSync(path('deep.json'), `{"name":"deep","units":${'['.repeat(5000)}${']'.repeat(5000)}}`);
      const ran = await run(['simulate', '--scenario', path('deep.json'), '--db', db]);
      expect(ran.code).toBe(2);
      expect(onlyMessage(ran)).toContain(
        `scenario file ${path('deep.json')} is nested more than 32 levels deep`,
      );
      expect(dump(db)).toBe(before);
    });

    it.each([
      ['{"name":"a","casesPerYear":1,"name":"b"}', 'name'],
      [
        '{"answering": {"online": 0.1, "hall": {"1": 2}, "\\u006fnline" : 0.9}, "units": [{"a":1},{"a":2}]}',
        'answering.online',
      ],
      ['{"defects":[{"id":"A1","rate":0.1},{"id":"A1","id":"A2"}]}', 'defects.id'],
    ])('a field that comes twice: %s', async (json, field) => {
      const file = path(`twice-${field}.json`);
      writeFileSync(file, json);
      for (const args of [
        ['simulate', '--scenario', file, '--db', path('twice.db')],
        ['calibrate', '--targets', file, '--out', path('twice-found.json')],
      ]) {
        const ran = await run(args);
        expect(ran.code).toBe(2);
        expect(onlyMessage(ran)).toMatch(new RegExp(`file ${file} has the field ${field} twice$`));
      }
      expect(existsSync(path('twice.db'))).toBe(false);
    });

    it('a name that nothing has', async () => {
      const ran = await run(['simulate', '--scenario', 'nowhere', '--db', path('new.db')]);
      expect(ran.code).toBe(2);
      expect(onlyMessage(ran)).toMatch(
        /no scenario “nowhere”: neither a shipped one \(.*tiny.*\) nor a file/,
      );
      expect(existsSync(path('new.db'))).toBe(false);
    });
  },
);

describe.concurrent('an option that spoils a scenario is blamed itself, and nothing is left', () => {
  it.each([
    [
      ['--from', '2026-01-01'],
      '--from = 2026-01-01: the first day 2026-01-01 lies after the last day 2025-03-31 (scenario tiny has 2025-03-01 to 2025-03-31)',
    ],
    [
      ['--to', '2025-02-01'],
      '--to = 2025-02-01: the first day 2025-03-01 lies after the last day 2025-02-01',
    ],
    [
      ['--scale', '1e9'],
      '--scale = 1000000000: scenario tiny is not valid: casesPerYear = 8000000000000: must be at most',
    ],
    [
      ['--scale', '0.00001'],
      '--scale = 0.00001: scenario tiny is not valid: casesPerYear = 0.08 is too small, 2025-03-01 to 2025-03-31 has not a single record',
    ],
    [['--regime', 'moon'], '--regime = “moon”: there is no such regime'],
    [['--from', '2031-01-01', '--to', '2031-01-31'], 'no holiday notice for 2031'],
  ])('%j', async (options, message) => {
    const folder = path(options.join('-'));
    const ran = await run(['simulate', '--scenario', 'tiny', ...options, '--db', `${folder}/new.db`]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(onlyMessage(ran)).toContain(message);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('simulate --out', () => {
  it('refuses a folder that cannot be made', async () => {
    const folder = path('mine.json');
    const ran = await run(['simulate', '--scenario', folder, '--out', folder]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain(`cannot make the folder ${folder} (EEXIST)`);
  });
});
