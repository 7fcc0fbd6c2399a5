import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { reportDocx } from '../../src/export/report/report-docx.ts';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import { reportFiles } from '../../src/jobs/report/report-files.ts';
import { writeReport } from '../../src/jobs/report/write-report.ts';
import type { Language } from '../../src/model/language.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { numberedBlocks, tableRowsOf } from '../../src/report/numbered-blocks.ts';
import type { Report, ReportChapter, ReportNumber } from '../../src/report/report.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import type { Store } from '../../src/store/open.ts';
import { clock, knowledge, simulate, tiny, useScratch } from '../builders.ts';
import {
  paragraphsOfWord,
  rowsOfCsv,
  tablesOfHtml,
  tablesOfWord,
  tablesOfWorkbook,
  textOf,
} from '../export/report/read-forms.ts';
import { bySize } from './size.ts';

/**
 * The report of a simulated world of several units and two years: what its forms say, read back from the files and compared with
 * one another. JSON tells how a number is printed, and so where the others may round it; none of the rounding here is that of the program.
 */

const scratch = useScratch();
let store: Store;

beforeAll(async () => {
  store = scratch.store();
  const { units } = knowledge.reference;
  const [provinces, cities] = (['province', 'city'] as const).map((kind) =>
    units.flatMap((unit) => (unit.kind === kind && !unit.fictional ? [unit.code] : [])),
  );
  const scenario = tiny({
    units: [...provinces!.slice(0, 4), ...cities!.slice(0, 3)],
    from: '2024-11-01',
    to: '2025-02-28',
    casesPerYear: 10_000,
  });
  await simulate(store, scratch.truth(store), { scenario });
});

const reportOf = (language: Language, period: string): Promise<Report> => {
  const shared = { store, programVersion: 'test' };
  const ask = createAnswerer({ ...shared, knowledge, national: [], published: [], folder: '', clock });
  const named = { ...knowledge, reference: referenceOfStore(store, knowledge.reference) };
  return writeReport(
    ask,
    { ...shared, knowledge: named, national: [] },
    { period: parsePeriod(period), edition: knowledge.methods.edition, language, tasks: 'all' },
  );
};

/** A printed number as a reader takes it, and by how much its last digit may have been rounded. */
function readNumber(printed: string): { readonly value: number; readonly error: number } {
  const [, sign = '', digits = '', percent = ''] = /^([+−]?)([\d,]+(?:\.\d+)?)(%?)$/.exec(printed) ?? [];
  if (!/^\d{1,3}(,\d{3})*(\.\d+)?$/.test(digits)) throw new Error(`“${printed}” is no number of a report`);
  const scale = percent === '' ? 1 : 100;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = Number(digits.replaceAll(',', '')) / scale;
  return { value: sign === '−' ? -value : value, error: 0.5 / 10 ** decimals / scale };
}

/** What the page promises of each kind of number. */
const manners: Readonly<Record<ReportNumber['print'], RegExp>> = {
  count: /^−?[\d,]+$/,
  rank: /^\d+$/,
  score: /^−?[\d,]+\.\d\d$/,
  mean: /^−?[\d,]+\.\d{3}$/,
  share: /^−?[\d,]+\.\d{2,4}%$/,
  difference: /^(0\.00|[+−][\d,]+\.\d\d)$/,
};

/** What is wrong with a printed number; empty where nothing is. */
function faultOf(printed: string, { value, print }: ReportNumber): string {
  if (value === null) return printed === '—' ? '' : `“${printed}” stands where there is no figure`;
  if (!manners[print].test(printed)) return `“${printed}” is no ${print}`;
  const read = readNumber(printed);
  return Math.abs(read.value - value) <= read.error * (1 + 1e-9)
    ? ''
    : `“${printed}” is not ${String(value)}`;
}

/** The sentences of a report, in which numbers stand too. */
const sentencesOf = ({ chapters }: { readonly chapters: readonly ReportChapter[] }): string[] =>
  chapters
    .flatMap((chapter) => [chapter, ...chapter.sections])
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === 'list') return block.items;
        return block.kind === 'paragraph' || block.kind === 'note' ? [block.text] : [];
      }),
    );

const reports = (
  [
    ['zh', '2025'],
    ['en', '2025-02'],
    ['en', '2025'],
    ['zh', '2024-Q4'],
  ] as const
).slice(0, bySize({ small: 2, full: 4 }));

describe.each(reports)('the forms of a report (%s, %s)', { timeout: 60_000 }, (language, period) => {
  let report: Report;
  /** As JSON holds it: the drawings and what stands beside them are left. */
  let data: Report;
  let html: string;
  let docx: Uint8Array;

  const tables = () =>
    numberedBlocks(data).flatMap((block) => {
      const table = tableRowsOf(block);
      return table === undefined ? [] : [{ id: block.id, ...table }];
    });

  const bytesOf = async (form: 'html' | 'json' | 'xlsx'): Promise<Uint8Array> =>
    (await reportFiles(report, form))[0]!.bytes;

  beforeAll(async () => {
    report = await reportOf(language, period);
    data = JSON.parse(textOf(await bytesOf('json'))) as Report;
    html = textOf(await bytesOf('html'));
    docx = await reportDocx(report, new Map());
  });

  it('hold hundreds of numbers of every kind that is printed', () => {
    const numbers = tables().flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell !== 'string'));
    expect(numbers.length).toBeGreaterThan(period === '2025' ? 1000 : 200);
    const kinds = new Set(numbers.map(({ print }) => print));
    expect(kinds.size).toBeGreaterThanOrEqual(period === '2025' ? 5 : 2);
    expect(numbers.every(({ value }) => value === null || Number.isFinite(value))).toBe(true);
  });

  it('print in HTML what JSON holds, rounded once', () => {
    const printed = tablesOfHtml(html);
    expect([...printed.keys()]).toEqual(tables().map(({ id }) => id));
    const faults = tables().flatMap(({ id, columns, rows }) => {
      const [heading, ...body] = printed.get(id) ?? [];
      expect(heading, id).toEqual(columns.map(({ name }) => name));
      expect(body.length, id).toBe(rows.length);
      return rows.flatMap((row, r) =>
        row.flatMap((cell, column) => {
          const seen = String(body[r]?.[column]);
          const fault =
            typeof cell === 'string'
              ? seen === cell
                ? ''
                : `“${seen}” is not “${cell}”`
              : faultOf(seen, cell);
          return fault === '' ? [] : [`${id}, row ${String(r + 1)}, ${columns[column]!.name}: ${fault}`];
        }),
      );
    });
    expect(faults).toEqual([]);
  });

  it('print in DOCX what HTML prints, cell by cell', () => {
    expect(tablesOfWord(docx).map(({ rows }) => rows)).toEqual([...tablesOfHtml(html).values()]);
  });

  it('hold in CSV and XLSX what JSON holds, to the last digit', async () => {
    const files = await reportFiles(report, 'csv');
    const [, ...sheets] = (await tablesOfWorkbook(await bytesOf('xlsx'))).values();
    expect([files.length, sheets.length]).toEqual([tables().length, tables().length]);
    for (const [i, { id, rows }] of tables().entries()) {
      const inFile = files.find(({ name }) => name.endsWith(`-${period}-${id}.csv`));
      const csv = rowsOfCsv(textOf(inFile!.bytes)).slice(1);
      const held = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value)));
      expect(
        csv.map((row) =>
          row.map((cell, c) => (typeof rows[0]?.[c] === 'string' ? cell.replace(/^'(?=[=+\-@])/, '') : cell)),
        ),
        id,
      ).toEqual(held.map((row) => row.map((cell) => String(cell ?? ''))));
      expect(sheets[i]?.slice(1), id).toEqual(
        held.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      );
    }
  });

  it('say the same sentences', () => {
    const said = sentencesOf(data);
    expect(said.length).toBeGreaterThan(0);
    const onPage = parse(html)
      .querySelectorAll('p, li')
      .map(({ text }) => text);
    expect(said.filter((one) => !onPage.includes(one))).toEqual([]);
    const inWord = paragraphsOfWord(docx);
    expect(said.filter((one) => !inWord.includes(one))).toEqual([]);
  });
});
