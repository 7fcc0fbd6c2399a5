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
      ['a unit that is not assessed', { ...base, units: ['999999'] }, ['999999', 'not assessed units']],
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
      expect(ran).toMatchObject({ code: 1, out: '' });
      for (const part of parts) expect(onlyMessage(ran)).toContain(part);
      expect(dump(db)).toBe(before);
    });

    it('a rule profile that does not exist', async () => {
      const [file, db] = [path('profile.json'), path('profile.db')];
      writeFileSync(file, JSON.stringify({ ...base, profile: 'moon' }));
      const ran = await run(['simulate', '--scenario', file, '--db', db]);
      expect(ran.code).toBe(1);
      expect(onlyMessage(ran)).toMatch(/profile = "moon": must be one of standard, guangdong-2019/);
      expect(await runJson(['verify', '--db', db])).toMatchObject({ ok: true, services: 0, ratings: 0 });
    });

    it('a file that is not JSON', async () => {
      const db = copyOf('held.db');
      writeFileSync(path('torn.json'), '{"name": "torn", ');
      const ran = await run(['simulate', '--scenario', path('torn.json'), '--db', db]);
      expect(ran.code).toBe(1);
      expect(onlyMessage(ran)).toContain(`scenario file ${path('torn.json')} is not JSON`);
      expect(dump(db)).toBe(before);
    });

    it('a name that nothing has', async () => {
      const ran = await run(['simulate', '--scenario', 'nowhere', '--db', path('new.db')]);
      expect(ran.code).toBe(1);
      expect(onlyMessage(ran)).toMatch(
        /no scenario “nowhere”: neither a shipped one \(.*tiny.*\) nor a file/,
      );
      expect(existsSync(path('new.db'))).toBe(false);
    });
  },
);

describe('simulate --out', () => {
  it('refuses a folder that cannot be made', async () => {
    const folder = path('mine.json');
    const ran = await run(['simulate', '--scenario', folder, '--out', folder]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain(`cannot make the folder ${folder} (EEXIST)`);
  });
});
