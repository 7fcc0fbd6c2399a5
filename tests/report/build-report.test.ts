import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import { reportFactsOf } from '../../src/jobs/report/report-facts-of.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import type { ReportFacts } from '../../src/report/report-facts.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { readNationalTargets, readScenario } from '../../src/store/reference.ts';
import { clock, knowledge, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();
let facts: ReportFacts;

beforeAll(async () => {
  const store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: readScenario('tiny'), seed: 7 });
  const national = readNationalTargets();
  const sources = { store, knowledge, national, published: [], folder: '', clock, programVersion: 'test' };
  facts = await reportFactsOf(
    createAnswerer(sources),
    { knowledge, runs: listRuns(store), isUnpublished: () => false, programVersion: 'test' },
    parsePeriod('2025'),
  );
});

/** Every block of a report that has a number. */
const numbered = ({ chapters }: Report) =>
  chapters
    .flatMap((chapter) => [chapter, ...chapter.sections])
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'figure' ? [block] : [])),
    );

describe.each(['zh', 'en'] as const)('the report in %s', (language) => {
  it('says that it is simulated, in its title, its notices and the title of each table and figure', () => {
    const report = buildReport(facts, language);
    expect(report.title).toMatch(/模拟|Simulated/);
    expect(report.notices.join(' ')).toMatch(/模拟数据|simulated/);
    for (const { title } of numbered(report)) expect(title).toMatch(/（模拟）$| \(simulated\)$/);
  });

  it('gives every table rows as wide as its columns, and an id of its own', () => {
    const blocks = numbered(buildReport(facts, language));
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    for (const block of blocks) {
      const table = block.kind === 'table' ? block : block.table;
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table!.columns.length);
    }
  });
});

it.each(['zh', 'en'] as const)(
  'names bars in words that end before them, also where it is narrowest (%s)',
  (language) => {
    // Pixels of a chart in a window of 320, and of a sign of chart-tick.
    const [narrowest, chinese, letter] = [262, 11.5, 5.5];
    const drawn = numbered(buildReport(facts, language)).flatMap((block) =>
      block.kind === 'figure' && block.svg.includes('group-bars') ? [parse(block.svg)] : [],
    );
    expect(drawn.length).toBeGreaterThan(1);
    for (const svg of drawn) {
      const begin = Number.parseFloat(svg.querySelector('.chart-track')!.getAttribute('x')!) / 100;
      const names = svg.querySelectorAll('.chart-tick').filter((label) => label.getAttribute('x') === '0');
      expect(names.length).toBeGreaterThan(0);
      for (const { text } of names) {
        const width = Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e7f' ? chinese : letter), 0);
        expect(width, text).toBeLessThan(begin * narrowest);
      }
    }
  },
);

it('counts the units of each level as the measurement does', () => {
  const table = numbered(buildReport(facts, 'zh')).find(({ number }) => number === '2-1');
  const counts = table?.kind === 'table' ? table.rows.map(([, , n]) => n) : [];
  const { veryHigh, high, medium, low } = facts.measurement.bands.province;
  expect(counts).toEqual([veryHigh, high, medium, low].map((value) => ({ value, print: 'count' })));
});
