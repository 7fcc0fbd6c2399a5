import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { bulletinFactsOf } from '../../src/jobs/report/bulletin-facts-of.ts';
import { reportFactsOf } from '../../src/jobs/report/report-facts-of.ts';
import { lossesOf } from '../../src/measure/losses/losses.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { progressChapter } from '../../src/report/analysis/progress.ts';
import { tasksChapter, unitTasks } from '../../src/report/analysis/tasks.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { buildBulletin } from '../../src/report/bulletin/build-bulletin.ts';
import type { ReportFacts } from '../../src/report/report-facts.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import type { Store } from '../../src/store/open.ts';
import { clock, knowledge, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
let store: Store;
let ask: Answerer;
let facts: ReportFacts;

/** Two provinces, of which the first was far behind and overtook the second from one year to the next, and a city of each. */
const scenario = tiny({
  from: '2023-10-01',
  to: '2024-03-31',
  casesPerYear: 40_000,
  quality: {
    years: {
      '2023': { units: { '330000': { maturity: -3, effectiveness: -3 } } },
      '2024': { units: { '330000': { maturity: 3, effectiveness: 3 } } },
    },
  },
});

const known = () => ({ ...knowledge, reference: referenceOfStore(store, knowledge.reference) });

beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario });
  const sources = {
    store,
    knowledge,
    national: [],
    published: [],
    folder: '',
    clock,
    programVersion: 'test',
  };
  ask = createAnswerer(sources);
  facts = await reportFactsOf(
    ask,
    { knowledge: known(), runs: listRuns(store), isUnpublished: () => false, programVersion: 'test' },
    parsePeriod('2024'),
  );
});

describe('the report of a simulated world of two years', () => {
  it('names the unit that rose, and says by how much', () => {
    const chapter = progressChapter(facts, 'zh');
    expect(chapter.sections.map(({ id }) => id)).toEqual(['progress-981100']);
    const [now, before] = facts.years
      .toReversed()
      .map(({ units }) => units.find(({ code }) => code === '981100')!.overall!.score);
    const said = JSON.stringify(chapter.sections[0]);
    expect(said).toContain(`上升 ${(now! - before!).toFixed(2)} 分`);
  });

  it('makes lost points of each unit that sum to 100 less its index, each with a department that exists', () => {
    const keys = knowledge.reference.departments.map(({ key }) => key);
    for (const unit of facts.measurement.units.filter(({ overall }) => overall !== null)) {
      const losses = lossesOf(knowledge.methods[unit.kind], unit);
      const sum = losses.reduce((total, { points }) => total + points, 0);
      expect(Math.abs(sum - (100 - unit.overall!.score))).toBeLessThan(1e-9);
      for (const { indicator } of losses)
        expect(keys).toContain(facts.analysis.responsible[unit.code]![indicator.id]!.department);
      expect(unitTasks(facts, 'zh', unit.code)).toBeDefined();
    }
    const tables = tasksChapter(facts, 'zh', 'all').sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'table'),
    );
    expect(tables).toHaveLength(2);
  });

  it.each(['zh', 'en'] as const)('is complete in %s', (language) => {
    const report = buildReport(facts, language);
    const ids = report.chapters.map(({ id }) => id);
    for (const id of ['region-boxes', 'leading', 'progress', 'problems', 'suggestions', 'tasks'])
      expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined/);
  });
});

describe('the counts of a period', () => {
  it('are those of all records, however they are added up', async () => {
    const both = await Promise.all(
      ['2023', '2024'].map((year) => ask('periodCounts', { period: parsePeriod(year) })),
    );
    const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);
    const all = both.map((counts) => sum(counts.all.levels));
    expect(sum(all)).toBe(contentOf(store).ratings);
    for (const [i, { units, departments, all: whole }] of both.entries()) {
      expect(sum(departments.flatMap(({ levels }) => levels))).toBe(all[i]);
      expect(sum(departments.map(({ handling }) => handling.orders))).toBe(whole.handling.orders);
      const provinces = units.filter(({ code }) => code.endsWith('00'));
      expect(sum(provinces.flatMap(({ levels }) => levels))).toBe(all[i]);
      expect(sum([...whole.active, ...whole.automatic])).toBe(all[i]);
    }
  });

  it('make the bulletin of a month and of a quarter, with the one before it', async () => {
    const sources = {
      knowledge: known(),
      data: contentOf(store).digest,
      runs: listRuns(store),
      programVersion: 'test',
    };
    for (const [label, before] of [
      ['2024-01', '2023-12'],
      ['2024-Q1', '2023-Q4'],
      ['2023-10', undefined],
    ] as const) {
      const given = await bulletinFactsOf(ask, sources, parsePeriod(label));
      expect(given.before?.period.label).toBe(before);
      const report = buildBulletin(given, 'zh');
      expect(report.chapters.map(({ id }) => id)).toEqual([
        'overview',
        'by-channel',
        'handling',
        'units',
        'by-department',
        'by-item',
      ]);
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined/);
    }
  });
});
