import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import { assumedScores } from '../../src/jobs/measure/assumed-scores.ts';
import { findChromium } from '../../src/jobs/report/chromium.ts';
import { reportFiles } from '../../src/jobs/report/report-files.ts';
import { reportFactsOf } from '../../src/jobs/report/report-facts-of.ts';
import { parsePeriod, type Period } from '../../src/model/time/period.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { ReportFacts } from '../../src/report/report-facts.ts';
import type { Report, ReportBlock } from '../../src/report/report.ts';
import { captionOf, numberedBlocks, tableRowsOf } from '../../src/report/numbered-blocks.ts';
import { printReportCell } from '../../src/report/print-report-number.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { readMonthTargets, readNationalTargets, readScenario } from '../../src/store/reference.ts';
import { nameIn } from '../../src/wording/translator.ts';
import { clock, knowledge, simulate, useScratch } from '../builders.ts';

/** A provincial unit and a key city of each region, two of one. */
const units = ['130000', '130100', '210000', '210100', '320000', '320100', '330000', '330100'];
units.push('420000', '420100', '440000', '440100', '510000', '510100', '610000', '610100');

const numbersOf = (before: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => `${before}-${String(first + i)}`);
const tables = [...numbersOf('1', 1, 3), ...numbersOf('2', 1, 4), ...numbersOf('A', 1, 4)];
const figures = [...numbersOf('1', 1, 3), ...numbersOf('3', 1, 11), ...numbersOf('4', 1, 12)];

const scratch = useScratch();
const facts = new Map<string, ReportFacts>();

beforeAll(async () => {
  const store = scratch.store();
  const whole = readScenario('national-series');
  const scenario = {
    ...whole,
    units,
    to: '2019-04-30',
    casesPerYear: 800,
  };
  await simulate(store, scratch.truth(store), { scenario, seed: 7, keepRows: false });
  const [national, published] = [readNationalTargets(), readMonthTargets()];
  const reference = referenceOfStore(store, knowledge.reference);
  const ask = createAnswerer({
    store,
    knowledge,
    national,
    published,
    folder: '',
    clock,
    programVersion: 'test',
  });
  for (const label of ['2017', '2018', '2019']) {
    const period = parsePeriod(label);
    const isUnpublished = (year: Period): boolean =>
      assumedScores({ store, reference, national }, year) !== undefined;
    const sources = { knowledge: { ...knowledge, reference }, runs: listRuns(store), isUnpublished };
    facts.set(label, await reportFactsOf(ask, { ...sources, programVersion: 'test' }, period));
  }
}, 120_000);

const blocksOf = ({ chapters }: Report): ReportBlock[] =>
  chapters.flatMap((chapter) => [chapter, ...chapter.sections]).flatMap(({ blocks }) => blocks);
const numbersIn = (report: Report, kind: 'table' | 'figure'): string[] =>
  blocksOf(report).flatMap((block) => (block.kind === kind && block.number !== '' ? [block.number] : []));
const canPrint = findChromium() !== undefined && spawnSync('pdftotext', ['-v']).status === 0;
const countsOf = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const textOf = (report: Report): string => JSON.stringify(report);

describe.each(['zh', 'en'] as const)('the report of a year in %s', (language) => {
  const of = (year: string): Report => buildReport(facts.get(year)!, language);

  it('has every table and figure of the list under its number', () => {
    expect(numbersIn(of('2019'), 'table')).toEqual(expect.arrayContaining(tables));
    expect(numbersIn(of('2019'), 'figure')).toEqual(expect.arrayContaining(figures));
  });

  it.skipIf(!canPrint)(
    'has every title and every number of its tables in the text of its PDF',
    async () => {
      const report = of('2019');
      const [pdf] = await reportFiles(report, 'pdf');
      const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
        input: pdf!.bytes,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      // Where a line ends is up to the paper.
      const [printed, words] = [text.replace(/\s/g, ''), countsOf(text.split(/\s+/))];
      const captions = numberedBlocks(report).map((block) => captionOf(block, language));
      expect(captions.filter((caption) => !printed.includes(caption.replace(/\s/g, '')))).toEqual([]);
      const numbers = numberedBlocks(report)
        .flatMap((block) => tableRowsOf(block)?.rows.flat() ?? [])
        .flatMap((cell) => (typeof cell === 'string' ? [] : [printReportCell(cell)]));
      expect(numbers.length).toBeGreaterThan(500);
      expect([...countsOf(numbers)].filter(([number, n]) => (words.get(number) ?? 0) < n)).toEqual([]);
    },
    120_000,
  );

  it('puts title, description and notice into every figure', () => {
    for (const block of blocksOf(of('2019'))) {
      if (block.kind !== 'figure') continue;
      expect(block.svg).toMatch(
        /<title [^>]*>[^<]*(（模拟）|\(simulated\))<\/title><desc [^>]*>[^<]+<\/desc>/,
      );
      expect(block.svg).toMatch(/class="chart-notice"[^>]*>(模拟数据|Simulated data)</);
    }
  });

  it('never says NaN, undefined or null', () => {
    for (const year of facts.keys()) {
      const said = blocksOf(of(year)).map((block) => ({ ...block, rows: [], table: undefined }));
      expect(JSON.stringify(said)).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });

  it('says of a year without cities that they are not assessed yet, instead of an empty table', () => {
    const report = of('2017');
    const [kept, keptFigures] = [numbersIn(report, 'table'), numbersIn(report, 'figure')];
    for (const number of ['1-3', '2-2', '2-4', 'A-4']) expect(kept).not.toContain(number);
    for (const number of ['3-4', '4-2', '4-4', '4-12']) expect(keptFigures).not.toContain(number);
    for (const number of ['1-3', '2-2', '2-4', 'A-4', '3-4', '4-2', '4-12'])
      expect(textOf(report)).toMatch(
        language === 'zh'
          ? new RegExp(`[表图] ${number}\\u3000[^"]*从略。重点城市自 2018 年度起参评`)
          : new RegExp(`(Table|Figure) ${number}\\.[^"]*left out\\. Key cities are assessed from 2018 on`),
      );
  });

  it('says that the first year has none to be compared with', () => {
    expect(textOf(of('2017'))).toContain(
      language === 'zh'
        ? '数据只有 2017 年度，不作年度比较。'
        : 'The data hold 2017 alone: nothing is compared',
    );
  });

  it('says that a year has only part of its months', () => {
    expect(textOf(of('2019'))).toContain(
      language === 'zh' ? '2019 年度只有 4 个月有数据（2019-01、' : 'Only 4 of the months of 2019 have data',
    );
  });

  it('gives levels first, and scores of units one click further, where those of a shown year were not published', () => {
    const further = (report: Report): string[] =>
      numberedBlocks(report).flatMap(({ isFurther, number }) => (isFurther === true ? [number] : []));
    expect(facts.get('2018')!.unpublished).toEqual(['2017', '2018']);
    expect(facts.get('2019')!.unpublished).toEqual(['2017', '2018']);
    for (const year of ['2018', '2019']) {
      const report = of(year);
      expect(further(report)).toEqual([...numbersOf('3', 5, 11), 'A-3', 'A-4']);
      const years = numberedBlocks(report).find(({ number }) => number === '3-3')!;
      const cells = tableRowsOf(years)!.rows.flatMap(([, ...rest]) => rest);
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) expect(cell).toEqual(expect.any(String));
      expect(years.kind === 'figure' ? years.svg : '').not.toMatch(/>[^<]*\d\.\d\d[^<]*</);
    }
  });

  it('has no plain table or figure of scores of units in an unpublished year, numbered or not, and says why', () => {
    const names = new Set(facts.get('2018')!.measurement.units.map((unit) => nameIn(language, unit)));
    /** Tables and figures with a score or rank of a unit. */
    const ofUnits = (report: Report) =>
      numberedBlocks(report).filter((block) =>
        tableRowsOf(block)?.rows.some(
          (row) =>
            row.some((cell) => typeof cell === 'string' && names.has(cell)) &&
            row.some((cell) => typeof cell !== 'string' && (cell.print === 'score' || cell.print === 'rank')),
        ),
      );
    const shown = ofUnits(buildReport(facts.get('2018')!, language, 'all'));
    expect(shown.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['tasks-province', 'tasks-city', 'table-A-3', 'figure-3-5']),
    );
    for (const { id, isFurther, notes } of shown) {
      expect(isFurther, id).toBe(true);
      expect(notes.join(), id).toMatch(language === 'zh' ? /2018 年度.*未公布/ : /not published for.*2018/);
    }
    const ofPublished = ofUnits(buildReport(facts.get('2019')!, language, 'all'));
    expect(ofPublished.filter(({ id }) => id.startsWith('tasks-')).map(({ isFurther }) => isFurther)).toEqual(
      [false, false],
    );
  });

  it('says beneath the figures of the frame whose weights they show, and where those of key cities are', () => {
    const notesOf = (year: string, number: string): string => {
      const figure = numberedBlocks(of(year)).find((one) => one.kind === 'figure' && one.number === number);
      return figure!.notes.join();
    };
    for (const [number, table] of [
      ['1-1', '1-3'],
      ['1-2', 'A-2'],
    ] as const) {
      expect(notesOf('2019', number)).toMatch(language === 'zh' ? /省级政府的权重/ : /those of provincial/);
      expect(notesOf('2019', number)).toContain(
        language === 'zh'
          ? `重点城市的权重略有不同，见表 ${table}`
          : `key cities differ a little: see table ${table}`,
      );
      expect(notesOf('2017', number)).not.toMatch(/重点城市|key cities/);
    }
  });

  it('lists every assumption of the methods, the reference data and the scenario', () => {
    const text = textOf(of('2018'));
    for (const assumption of knowledge.reference.assumptions)
      expect(text).toContain(language === 'zh' ? assumption.reason : assumption.reasonEn);
    const { bands, dimensions } = knowledge.methods.city;
    for (const { reason, reasonEn } of [bands, ...dimensions.flatMap(({ groups }) => groups)])
      expect(text).toContain(JSON.stringify(language === 'zh' ? reason : reasonEn).slice(1, -1));
    const targets = readNationalTargets().find(({ year }) => year === 2018)!;
    expect(text).toContain(language === 'zh' ? targets.note : targets.noteEn);
  });
});

it('counts of the process are those of the store', () => {
  const { origin, measurement } = facts.get('2018')!;
  expect(origin.services).toBeGreaterThan(origin.ratings);
  expect(origin.register.provinces).toBe(8);
  expect(origin.register.oneVisitLicences).toBeGreaterThan(0);
  expect(measurement.period).toBe('2018');
});
