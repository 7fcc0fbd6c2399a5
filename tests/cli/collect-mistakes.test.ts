import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, copyOf, remove } = scratchFolder();
let before = '';
let digest = '';
let whole = '';
let records = '';

beforeAll(async () => {
  const scenario = { name: 'mine', title: { zh: '我的', en: 'Mine' }, from: '2025-05-06', to: '2025-05-06' };
  writeFileSync(path('mine.json'), JSON.stringify({ ...scenario, units: ['330100'], casesPerYear: 20_000 }));
  const simulated = await runJson<{ digest: string }>([
    ...['simulate', '--scenario', path('mine.json'), '--out', path('out')],
  ]);
  whole = simulated.digest;
  records = readFileSync(path('out/records.ndjson'), 'utf8');
  // Half of the records are there; the other half is what the damaged files carry.
  const lines = records.trimEnd().split('\n');
  writeFileSync(path('half.ndjson'), `${lines.slice(0, lines.length / 2).join('\n')}\n`);
  const report = await runJson<{ digest: string }>([
    ...['collect', path('out/register.ndjson'), path('half.ndjson')],
    ...['--db', path('held.db')],
  ]);
  digest = report.digest;
  before = dump(path('held.db'));
});

afterAll(() => {
  remove();
});

/** A line that ends in the middle of a record, after as many characters as asked for of what follows the mark. */
const cutAfter = (mark: string): string => records.slice(0, records.lastIndexOf(mark) + mark.length);

/** Collects into a copy of the database and looks whether it is as it was. */
async function collectInVain(args: readonly string[], more: Parameters<typeof run>[1] = {}): Promise<string> {
  const db = copyOf('held.db');
  const ran = await run(['collect', ...args, '--db', db], more);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(dump(db)).toBe(before);
  return onlyMessage(ran);
}

describe.concurrent('a file that is damaged is refused whole', () => {
  it.each([
    [
      'cut in the middle of a record',
      (file: string) => {
        writeFileSync(file, cutAfter('"projectNo":"'));
      },
      /ends in the middle of a record \(line \d+\): the file is incomplete; nothing of it was stored/,
    ],
    [
      'empty',
      (file: string) => {
        writeFileSync(file, '');
      },
      /is empty: it has no record/,
    ],
    ['missing', () => undefined, /cannot read file .* \(ENOENT\)/],
    [
      'in GBK',
      (file: string) => {
        // 模拟 in GBK.
        const text = Buffer.concat([
          Buffer.from('{"kind":"service","userName":"'),
          Buffer.from('c4a3c4e2', 'hex'),
        ]);
        writeFileSync(file, Buffer.concat([Buffer.from(records), text, Buffer.from('"}\n')]));
      },
      /line \d+ is not UTF-8; it looks like GBK\/GB 18030: convert it first with iconv -f GB18030 -t UTF-8/,
    ],
    [
      'a register with a wrong office code',
      (file: string) => {
        const register = readFileSync(path('out/register.ndjson'), 'utf8');
        writeFileSync(file, register.replace(/"code":"(.{17})."/, '"code":"$1I"'));
      },
      /office code = .{17}I: checksum fails GB 32100/,
    ],
    [
      'a register with a field that does not exist',
      (file: string) => {
        writeFileSync(file, '{"kind":"item","colour":"red"}\n');
      },
      /register .*, line 1: /,
    ],
  ] as const)('%s', async (title, make, message) => {
    const file = path(`${title.replaceAll(' ', '-')}.ndjson`);
    make(file);
    expect(await collectInVain([file])).toMatch(message);
  });

  it('a good file before a damaged one is not stored either', async () => {
    const damaged = path('damaged.ndjson');
    writeFileSync(damaged, cutAfter('"proStatus":"'));
    expect(await collectInVain([path('out/records.ndjson'), damaged])).toContain(
      'damaged.ndjson ends in the middle',
    );
  });

  it('standard input that stops in the middle', async () => {
    const message = await collectInVain(['-'], { input: cutAfter('"assessTime":"') });
    expect(message).toMatch(/^error: - ends in the middle of a record \(line \d+\)/);
  });

  it('a line of 2 GB, in little memory', async () => {
    const file = path('long.ndjson');
    const handle = openSync(file, 'w');
    ftruncateSync(handle, 2 ** 31);
    closeSync(handle);
    const began = performance.now();
    const message = await collectInVain([file], { env: { NODE_OPTIONS: '--max-old-space-size=96' } });
    expect(message).toContain('line 1 is longer than 67108864 bytes: this is no file of one record a line');
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('a file with refused records', () => {
  const mixed = (): string => {
    const [first = ''] = records.split('\n');
    writeFileSync(
      path('mixed.ndjson'),
      `nonsense\n${first}\n${first.replace('"kind"', '"proStatus":"3","kind"')}\n`,
    );
    return path('mixed.ndjson');
  };

  it('ends with 0, or with 1 where a pipeline asks for it; the good ones are stored either way', async () => {
    for (const [flags, code] of [
      [[], 0],
      [['--fail-on-refused'], 1],
    ] as const) {
      const db = copyOf('held.db');
      const ran = await run(['collect', mixed(), '--db', db, '--json', ...flags]);
      expect(ran.code).toBe(code);
      expect(JSON.parse(ran.out)).toMatchObject({ duplicate: 1, refused: { malformed: 1, ambiguous: 1 } });
    }
    const db = copyOf('held.db');
    expect((await run(['collect', path('half.ndjson'), '--db', db, '--fail-on-refused'])).code).toBe(0);
  });

  it('says which fields are not stored, and what was kept of refused records', async () => {
    const db = copyOf('held.db');
    const all = [path('out/records.ndjson'), mixed(), '--db', db];
    const { out } = await run(['collect', ...all]);
    expect(out).toMatch(/fields that came with accepted records and are not stored: .*userName \d+/);
    expect(out).not.toContain('the same as one kept');
    const again = await run(['collect', ...all]);
    expect(again.out).toContain('refused records: 0 newly kept, 2 the same as one kept, 0 beyond the limit');
    const verified = await run(['verify', '--db', db]);
    expect(verified.out).toMatch(/ok {3}register: .*\nok {3}refusals: .*\nok {3}settings: /);
    expect(verified.out).toMatch(/digest of the register [0-9a-f]{32}\n/);
  });
});

describe('records', () => {
  it('without a register have nowhere to go', async () => {
    const ran = await run(['collect', path('out/records.ndjson'), '--db', path('none.db')]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain('no item register yet: give collect the register.ndjson together');
  });

  it('that were refused once are taken when they come whole', async () => {
    const db = copyOf('held.db');
    const half = await runJson<{ digest: string }>(['verify', '--db', db]);
    expect(half).toMatchObject({ ok: true, digest });
    const report = await runJson(['collect', path('out/records.ndjson'), '--db', db]);
    expect(report).toMatchObject({ digest: whole, conflicting: 0, refused: {} });
  });
});
