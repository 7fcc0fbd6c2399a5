import { beforeAll, describe, expect, it } from 'vitest';
import { measureAction } from '../../src/cli/actions/measure.ts';
import type { Language } from '../../src/model/language.ts';
import { closeStore } from '../../src/store/open.ts';
import { simulate, tiny, tinyUnits, useScratch } from '../builders.ts';

const scratch = useScratch();
const fiction = ['990000', '990100', '991000'];
let database: string;

beforeAll(async () => {
  const store = scratch.store();
  const scenario = tiny({ units: [...tinyUnits, ...fiction], casesPerYear: 12_000 });
  await simulate(store, scratch.truth(store), { scenario });
  database = store.file;
  closeStore(store);
});

/** What the command prints. */
function measured(language: Language, json?: true): { lines: string[]; document: unknown } {
  const lines: string[] = [];
  let document: unknown;
  measureAction(json === undefined ? { db: database } : { db: database, json }, {
    language,
    text: (zh, en) => (language === 'zh' ? zh : en),
    line: (line) => lines.push(line),
    json: (value) => (document = value),
    note: () => undefined,
    progress: () => undefined,
  });
  return { lines, document };
}

describe('measure of a world with fictional units beside others', () => {
  it.each([
    ['zh', '虚构单位（不排名，不划分能力水平，不计入平均值）：3 个中 3 个有数据', '不参加排名'],
    [
      'en',
      'Fictional units (no rank, no capability level, in no mean): 3 of 3 have data',
      'Beside assessed units',
    ],
  ] as const)('prints them in a table of their own and says why (%s)', (language, heading, why) => {
    const { lines } = measured(language);
    const from = lines.indexOf(heading);
    expect(from).toBeGreaterThan(0);
    expect(lines[from + 1]).toContain(why);
    const name = language === 'zh' ? '（虚构）' : '(fictional)';
    expect(lines.slice(0, from).filter((line) => line.includes(name))).toEqual([]);
    const rows = lines.slice(from).filter((line) => line.includes(name));
    expect(rows).toHaveLength(3);
    for (const row of rows)
      expect(row.trim()).toMatch(/^[^—]*(province|key city|省级政府|重点城市) +\d\d\.\d\d/);
  });

  it('names them in JSON', () => {
    expect(measured('en', true).document).toMatchObject({
      unranked: { units: fiction, reason: expect.stringMatching(/不参加排名.*no rank/) },
    });
  });
});
