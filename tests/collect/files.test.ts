import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES } from '../../src/national/lines.ts';
import type { Source } from '../../src/jobs/collect/collect-files.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import {
  aRating,
  aService,
  caseNumber,
  codedRegisterLines,
  collect,
  collectSources,
  mistakeOf,
  permit,
  register,
  registerLines,
  sourceOf,
  text,
  unitAt,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();
const registerFile = (): Source => sourceOf('register.ndjson', text(registerLines));
const records = [aService(), aRating({ writingEvaluation: '办得很快' })];
const more = aService({ projectNo: caseNumber(permit, 5) });

/** A store that holds two records. */
async function begun(): Promise<Store> {
  const store = scratch.store();
  await collect(store, records);
  return store;
}

/** What is said about files that cannot be taken; the store must be as it was. */
async function refusalOf(...sources: Source[]): Promise<string> {
  const store = await begun();
  const all = (): unknown => [
    contentOf(store),
    listRuns(store),
    listRefusals(store, { limit: 99 }),
    readRegister(store),
  ];
  const before = all();
  const mistake = await mistakeOf(() => collectSources(store, ...sources));
  expect(all()).toEqual(before);
  return mistake.text.en;
}

describe('a file of records', () => {
  it.each<[string, (lines: string) => (string | Uint8Array)[]]>([
    ['with a byte order mark', (lines) => [`\uFEFF${lines}`]],
    ['with CRLF', (lines) => [lines.replaceAll('\n', '\r\n')]],
    ['with both', (lines) => [`\uFEFF${lines.replaceAll('\n', '\r\n')}`]],
    ['with blank lines', (lines) => [`\n\r\n${lines.replaceAll('\n', '\n  \n\n')}`]],
    ['without a line break at the end', (lines) => [lines.slice(0, -1)]],
    ['that comes byte by byte', (lines) => Array.from(Buffer.from(lines), (byte) => Uint8Array.of(byte))],
    ['with empty pieces', (lines) => ['', lines.slice(0, 50), '', lines.slice(50), '']],
  ])('%s says the same', async (_, written) => {
    const store = scratch.store();
    const report = await collectSources(
      store,
      sourceOf('register.ndjson', ...written(text(registerLines))),
      sourceOf('records.ndjson', ...written(text(records))),
    );
    expect(report).toMatchObject({ accepted: 2, refused: {} });
    expect(contentOf(store)).toEqual(contentOf(await begun()));
  });

  it('has the numbers of its lines, blank ones counted', async () => {
    const store = scratch.store();
    await collectSources(
      store,
      registerFile(),
      sourceOf('a.ndjson', `\n\n${text(['nonsense'])}\n${text([more])}x\n`.replaceAll('\n', '\r\n')),
    );
    expect(listRefusals(store, { limit: 9 }).map(({ source, line, raw }) => [source, line, raw])).toEqual([
      ['a.ndjson', 3, 'nonsense'],
      ['a.ndjson', 6, 'x'],
    ]);
  });

  it('may come before its register and in several pieces of any order', async () => {
    const store = scratch.store();
    const [service, rating] = records as [object, object];
    const report = await collectSources(
      store,
      sourceOf('ratings.ndjson', `${JSON.stringify(rating)}\n`),
      sourceOf('services.ndjson', `${JSON.stringify(service)}\n`),
      registerFile(),
    );
    expect(report.accepted).toBe(2);
    expect(contentOf(store)).toEqual(contentOf(await begun()));
    expect(listRuns(store)).toMatchObject([
      {
        kind: 'collect',
        scenario: 'ratings.ndjson, services.ndjson, register.ndjson',
        services: 1,
        ratings: 1,
      },
    ]);
  });

  it('may be a register alone', async () => {
    const store = scratch.store();
    expect(await collectSources(store, registerFile())).toMatchObject({ accepted: 0, refused: {} });
    expect(readRegister(store).tasks.length).toBe(3);
    expect(await collectSources(store, sourceOf('records.ndjson', text(records)))).toMatchObject({
      accepted: 2,
    });
  });
});

describe('a line longer than a mebibyte', () => {
  const line = JSON.stringify(more);
  const padded = (bytes: number): string => ' '.repeat(bytes - Buffer.byteLength(line)) + line;

  it.each([1, 700, 65_536])('is refused alone and kept in part, in pieces of %i KiB', async (kib) => {
    const store = await begun();
    const long = Buffer.from(`{"kind":"service","userName":"${'长'.repeat(600_000)}"}`);
    const bytes = Buffer.concat([long, Buffer.from(`\n${padded(MAX_LINE_BYTES)}\n`)]);
    const pieces = Array.from({ length: Math.ceil(bytes.length / (kib * 1024)) }, (_, i) =>
      bytes.subarray(i * kib * 1024, (i + 1) * kib * 1024),
    );
    const report = await collectSources(store, sourceOf('long.ndjson', ...pieces));
    expect(report).toMatchObject({ accepted: 1, refused: { oversized: 1 } });
    const [refusal] = listRefusals(store, { limit: 9 });
    expect(refusal).toMatchObject({ line: 1, kind: '', field: '', bytes: long.length });
    expect(refusal!.raw.length).toBeLessThan(1100);
    expect(refusal!.raw.slice(0, 40)).toBe(long.toString().slice(0, 40));
  });

  it('that ends the file was cut off', async () => {
    expect(await refusalOf(sourceOf('long.ndjson', 'x'.repeat(2 * MAX_LINE_BYTES)))).toContain(
      'ends in the middle of a record (line 1)',
    );
  });
});

describe('a damaged file is refused as a whole, with its name and line', () => {
  it('that is empty', async () => {
    expect(await refusalOf(sourceOf('empty.ndjson'))).toContain('empty.ndjson is empty');
    expect(await refusalOf(sourceOf('blank.ndjson', '\n \r\n\n'))).toContain('blank.ndjson is empty');
    expect(await refusalOf(sourceOf('bom.ndjson', '\uFEFF'))).toContain('bom.ndjson is empty');
  });

  it('that is empty, though others are not', async () => {
    expect(await refusalOf(sourceOf('good.ndjson', text([more])), sourceOf('empty.ndjson'))).toContain(
      'empty.ndjson',
    );
  });

  it('with a line of GBK, and says how to convert it', async () => {
    // 很好 in GBK.
    const gbk = Uint8Array.of(0xba, 0xdc, 0xba, 0xc3);
    const said = await refusalOf(
      sourceOf(
        'gbk.ndjson',
        text([more]),
        '{"kind":"rating","writingEvaluation":"',
        gbk,
        '"}\n',
        text([more]),
      ),
    );
    expect(said).toContain('gbk.ndjson, line 2 is not UTF-8');
    expect(said).toContain('iconv -f GB18030 -t UTF-8');
  });

  it('with bytes that are no text at all, without that advice', async () => {
    const said = await refusalOf(sourceOf('bytes.ndjson', Uint8Array.of(0xff, 0xff, 0x00, 0x0a)));
    expect(said).toContain('bytes.ndjson, line 1 is not UTF-8');
    expect(said).not.toContain('iconv');
  });

  it('with a line that has no end within 64 MiB, before all of it is read', async () => {
    const piece = Buffer.alloc(1_048_576, 'x');
    let read = 0;
    const endless: Source = {
      name: 'long.ndjson',
      chunks: (async function* () {
        yield Buffer.from(text([more]));
        while (read < 1000) {
          read++;
          yield piece;
        }
      })(),
    };
    const said = await refusalOf(endless);
    expect(said).toContain(
      'long.ndjson, line 2 is longer than 67108864 bytes: this is no file of one record a line',
    );
    expect(read).toBe(65);
  });

  it('that was cut in a record, at whichever byte', async () => {
    const store = await begun();
    const before = contentOf(store);
    const whole = Buffer.from(text([more, aRating({ writingEvaluation: '等了太久' })]));
    const from = Buffer.byteLength(text([more])) + 1;
    for (let length = from; length < whole.length - 1; length++) {
      const { text: said } = await mistakeOf(() =>
        collectSources(store, sourceOf('cut.ndjson', whole.subarray(0, length))),
      );
      expect(said.en).toContain('cut.ndjson ends in the middle of a record (line 2)');
    }
    expect(contentOf(store)).toEqual(before);
    expect(listRuns(store).length).toBe(1);
    // The last byte is a line break, which may be missing.
    const report = await collectSources(store, sourceOf('cut.ndjson', whole.subarray(0, whole.length - 1)));
    expect(report).toMatchObject({ accepted: 1, conflicting: 1 });
  });

  it('after many good records', async () => {
    const many = Array.from({ length: 17_000 }, (_, n) =>
      aService({ projectNo: caseNumber(permit, n + 100) }),
    );
    expect(await refusalOf(sourceOf('cut.ndjson', text(many), '{"kind":"service"'))).toContain(
      '(line 17001)',
    );
  });

  it('whose stream breaks', async () => {
    const store = await begun();
    const before = contentOf(store);
    const broken: Source = {
      name: 'broken.ndjson',
      chunks: (async function* () {
        yield Buffer.from(text([more, more]));
        await Promise.resolve();
        throw new Error('connection lost');
      })(),
    };
    await expect(collectSources(store, broken)).rejects.toThrow('connection lost');
    expect(contentOf(store)).toEqual(before);
    expect(listRuns(store).length).toBe(1);
  });
});

describe('a register', () => {
  const [office, , item] = registerLines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const otherOffice = registerLines[1]!;

  it('may come again, and may add what is new', async () => {
    const store = await begun();
    const newItem = { ...register.items[0]!, taskCode: `${register.offices[0]!.code}2000117053000` };
    await collectSources(
      store,
      sourceOf('register.ndjson', text([...registerLines, JSON.stringify(newItem)])),
    );
    const { tasks } = readRegister(store);
    expect(tasks.map(({ id, slot }) => [id, slot])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
      [3, 2],
    ]);
  });

  /** A register whose second line is an item with some fields changed. */
  const changed = (fields: object): string[] => [registerLines[0]!, JSON.stringify({ ...item, ...fields })];
  const said: [string, string[], zh: string, en: string][] = [
    [
      'that is not JSON',
      ['{"kind":"office", x}'],
      '第 1 行：不是一个 JSON 对象',
      'line 1: is not one JSON object',
    ],
    ['that is a list', [registerLines[0]!, '[]'], '不是一个 JSON 对象', 'line 2: is not one JSON object'],
    [
      'longer than 1 MiB',
      [registerLines[0]!, JSON.stringify({ ...item, name: 'x'.repeat(MAX_LINE_BYTES) })],
      '第 2 行：每行不超过 1,048,576 字节',
      'line 2: a line may have 1,048,576 bytes',
    ],
    [
      'with an unknown field',
      [JSON.stringify({ ...office, boss: 'x' })],
      '第 1 行：没有字段 boss',
      'line 1: there is no field boss',
    ],
    [
      'with an unknown field in a field',
      changed({ guide: { ...(item!['guide'] as object), extra: [1, 1] } }),
      '第 2 行：guide：没有字段 extra',
      'line 2: guide: there is no field extra',
    ],
    [
      'of no known kind',
      [registerLines[0]!, '{"kind":"shop"}'],
      '第 2 行：kind = "shop"：须为 office、item、change 之一',
      'line 2: kind = "shop": must be one of office, item, change',
    ],
    [
      'with a number out of bounds',
      changed({ depth: 9 }),
      'depth = 9：不得大于 7',
      'depth = 9: must be at most 7',
    ],
    [
      'without a field',
      changed({ published: undefined }),
      'published = (absent)：须为 true 或 false',
      'published = (absent): must be true or false',
    ],
    [
      'with more right elements than there are',
      changed({ guide: { ...(item!['guide'] as object), forms: [5, 3] } }),
      'guide.forms = [5,3]：正确的要素不得多于全部要素（第二个数）',
      'guide.forms = [5,3]: must not have more right elements than elements in all (the second number)',
    ],
    [
      'with a channel twice',
      changed({ channels: [1, 2, 1] }),
      'channels = [1,2,1]：每个渠道只能出现一次',
      'channels = [1,2,1]: must have each channel once',
    ],
    [
      'with a name that is too long',
      changed({ nameEn: 'x'.repeat(201) }),
      '：至多可有 200 字',
      ': must have at most 200 characters',
    ],
  ];
  it.each(said)(
    'with a line %s is refused as a whole, in the language of the reader',
    async (_, lines, zh, en) => {
      const store = await begun();
      const mistake = await mistakeOf(() => collectSources(store, sourceOf('register.ndjson', text(lines))));
      expect([mistake.text.zh, mistake.text.en]).toEqual([
        expect.stringContaining(zh),
        expect.stringContaining(en),
      ]);
      // Names of fields and files, and values, are the same in both.
      const english = mistake.text.zh.match(/\b[A-Za-z]+ (to|of|is|be|must|expected|received)\b/);
      expect(english).toBeNull();
    },
  );

  it('of an earlier version that would be refused today stays readable', async () => {
    const store = await begun();
    store.db.exec(`UPDATE task SET channels = '[1,1]', guide = replace(guide, '[', '[9') WHERE id = 0`);
    expect(readRegister(store).tasks[0]!.channels).toEqual([1, 1]);
  });

  it.each<[string, string[], string]>([
    [
      'with a wrong office code',
      [JSON.stringify({ ...office, code: '119900000000000000' })],
      'checksum fails GB 32100',
    ],
    [
      'of a unit that is not assessed',
      [JSON.stringify({ ...office, unit: '999999' })],
      'unit = 999999: not an assessed unit',
    ],
    [
      'of units under both kinds of names',
      [JSON.stringify(office), JSON.stringify({ ...office, unit: '981100' })],
      'unit = 981100: the units of a register go by their real codes or by invented ones (98xxxx), not by both',
    ],
    [
      'of an unknown rule profile',
      [JSON.stringify({ ...office, profile: 'mars' })],
      'profile = mars: no such rule profile',
    ],
    [
      'with an office that differs from the one stored',
      [JSON.stringify({ ...office, name: '别的' })],
      'differs from the one stored',
    ],
    [
      'with an item that differs from the one stored',
      [otherOffice, JSON.stringify({ ...register.items[2]!, promisedDays: 1 })],
      'differs from the one stored',
    ],
    [
      'with an item of another office’s code',
      [registerLines[0]!, JSON.stringify({ ...register.items[2]!, office: register.offices[0]!.code })],
      "must be the office's code",
    ],
  ])('%s is refused as a whole', async (_, lines, part) => {
    const said = await refusalOf(sourceOf('register.ndjson', text(lines)));
    expect(said).toContain(part);
  });

  it('with an item whose office nobody knows is refused', async () => {
    const store = scratch.store();
    const lines = registerLines.slice(1);
    const { text: said } = await mistakeOf(() =>
      collectSources(store, sourceOf('register.ndjson', text(lines))),
    );
    expect(said.en).toContain('no such office in the register');
    expect(readRegister(store).offices).toEqual([]);
  });

  it('under invented names has the units at the same places', async () => {
    const store = scratch.store();
    await collectSources(store, sourceOf('register.ndjson', text(codedRegisterLines)));
    const { offices } = readRegister(store);
    expect(offices.map(({ unit, unitIndex }) => [unit, unitIndex])).toEqual([
      ['981100', unitAt('330000')],
      ['981900', unitAt('440000')],
    ]);
    const { text: said } = await mistakeOf(() =>
      collectSources(store, sourceOf('register.ndjson', text(registerLines))),
    );
    expect(said.en).toContain('go under invented names and codes (98xxxx)');
  });

  it('with an item twice is refused', async () => {
    const store = scratch.store();
    const lines = [...registerLines, registerLines[2]!];
    const { text: said } = await mistakeOf(() =>
      collectSources(store, sourceOf('register.ndjson', text(lines))),
    );
    expect(said.en).toContain(`has ${permit} twice`);
  });
});
