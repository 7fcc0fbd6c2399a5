import type { HTMLElement } from 'node-html-parser';
import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { serialize } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoresWithoutFlagged } from '../../src/jobs/detect/leave-out-flagged.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { truthFileOf } from '../../src/store/open.ts';
import { listSuspicions, suspicionCounts } from '../../src/store/read/detection/suspicions.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';
import { runJson } from '../cli/command.ts';
import { cellsOf, prepare, useSite, VERSION, wordsOf } from './fixture.ts';

const scratch = useScratch();
/** A month of the shipped scenario of defects, with its truth. */
const site = useSite(scratch, { empty: true });
const without = useSite(scratch, { empty: true });
const real = useSite(scratch, { empty: true });
const nothing = useSite(scratch, { empty: true });

const PAGE = '/laboratory/detectors';
const JSON_OF = '/api/laboratory/detectors.json';
const NOTICE = '线索，须经核实；不构成对单位或个人的认定。';

interface Score {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly cost: number | null;
  readonly roc: readonly { readonly falseRate: number; readonly recall: number }[];
}

interface Document {
  readonly database: string;
  readonly notice: string;
  readonly services: number;
  readonly flagged: number;
  readonly onlyFictional: boolean;
  readonly detectors: readonly (Score & {
    readonly id: string;
    readonly anomaly: string;
    readonly flags: string;
    readonly flagged: number;
    readonly leads: number;
    readonly records: Score | null;
    readonly months: Score | null;
    readonly levels: {
      readonly records: readonly {
        readonly level: number;
        readonly injected: number;
        readonly right: number;
      }[];
    } | null;
  })[];
  readonly baselines: readonly { readonly detector: string; readonly topLevel: Score }[] | null;
}

beforeAll(async () => {
  const shipped = JSON.parse(readFileSync('db/scenarios/defects.json', 'utf8')) as object;
  const scenario = parseScenario({ ...shipped, from: '2025-03-01' }, 'test');
  await simulate(site().store, scratch.truth(site().store), { scenario });
  await simulate(without().store, scratch.truth(without().store), { scenario: tiny({ casesPerYear: 500 }) });
  await simulate(real().store, scratch.truth(real().store), {
    scenario: tiny({ names: 'real', targets: 'national-series', units: ['330000', '990000', '990100'] }),
  });
}, 120_000);

const documentOf = async (): Promise<Document> => (await site().get(JSON_OF)).body as Document;
const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${(100 * share).toFixed(1)}%`;
const first = (text = ''): string => text.split(' ')[0]!;
const hrefOf = (element: HTMLElement | null): string =>
  element!.getAttribute('href')!.replaceAll('&amp;', '&');

describe('/laboratory/detectors', () => {
  it('says what it is for, and at once that these are leads', async () => {
    const page = await site().page(`${PAGE}?lang=zh`);
    expect(page.querySelector('.page-head p')!.text).toBe('以下为方法研究假设，用于识别和防范。');
    expect(wordsOf(page.querySelector('.leads-notice'))).toBe(NOTICE);
    expect(wordsOf(page.querySelector('#budget'))).toContain('5%');
    const current = page.querySelector('.page-head .switch a[aria-current]');
    expect(hrefOf(current).split('?')[0]).toBe(PAGE);
  });

  it('has the document of the command over the same database', { timeout: 60_000 }, async () => {
    const { database: _file, notice, ...ours } = await documentOf();
    const {
      database: _db,
      notice: _notice,
      ...theirs
    } = await runJson<Document>([...['detect', '--db', site().store.file]]);
    expect(ours).toEqual(theirs);
    expect(ours.flagged).toBeGreaterThan(100);
    const kept = suspicionCounts(site().store);
    for (const { id, flags, leads, flagged } of ours.detectors) {
      const own = kept.filter(({ detector }) => detector === id);
      expect(leads, id).toBe(own.reduce((sum, { suspicions }) => sum + suspicions, 0));
      const counted = flags === 'office-month' ? 'months' : 'records';
      expect(flagged, id).toBe(own.reduce((sum, one) => sum + one[counted], 0));
    }
    expect(notice).toContain(NOTICE);
  });

  it('shows the numbers of its document for every detector', async () => {
    const [page, found] = [await site().page(`${PAGE}?lang=en`), await documentOf()];
    const rows = cellsOf(page, '#scorecard');
    expect(rows).toHaveLength(found.detectors.length);
    found.detectors.forEach((one, i) => {
      const [, anomaly, leads, flagged, precision, recall, f1, , cost] = rows[i]!;
      const score = one.records ?? one.months;
      expect([first(anomaly), leads, first(flagged)], one.id).toEqual([
        ...[one.anomaly, one.leads.toLocaleString('en'), one.flagged.toLocaleString('en')],
      ]);
      expect([first(precision), first(recall)], one.id).toEqual([
        percent(one.precision),
        percent(one.recall),
      ]);
      expect([f1, cost?.replaceAll(',', '')], one.id).toEqual(
        [one.f1?.toFixed(3), score?.cost?.toFixed(1)].map((text) => text ?? '—'),
      );
    });
    const links = page.querySelectorAll('#scorecard a').map((link) => hrefOf(link).split('?')[0]);
    expect(links).toEqual(found.detectors.map(({ id }) => `${PAGE}/${id}`));
  });

  it('shows recall by concealment level, and the two plainest rules', async () => {
    const [page, found] = [await site().page(`${PAGE}?lang=en`), await documentOf()];
    const levels = cellsOf(page, '#levels');
    const ring = found.detectors.find(({ id }) => id === 'shared-telephones')!;
    const row = levels.find(([name]) => name!.startsWith('A4'))!;
    for (const { level, injected, right } of ring.levels!.records)
      expect(row[level]).toBe(`${percent(right / injected)} (${String(right)}/${String(injected)})`);
    expect(ring.levels!.records).toHaveLength(3);
    const plainest = cellsOf(page, '#baselines');
    for (const { detector, topLevel } of found.baselines!) {
      const { anomaly } = found.detectors.find(({ id }) => id === detector)!;
      const shown = plainest.filter(([name]) => name === `${anomaly} every level 5`);
      expect(shown).toHaveLength(1);
      expect(first(shown[0]![2])).toBe(percent(topLevel.precision));
    }
  });

  it('draws the curve of the chosen detector, with its points', async () => {
    const [page, found] = [await site().page(`${PAGE}?lang=en&detector=night-series`), await documentOf()];
    const { records } = found.detectors.find(({ id }) => id === 'night-series')!;
    expect(page.querySelector('#detector option[selected]')!.getAttribute('value')).toBe('night-series');
    expect(page.querySelectorAll('svg.roc-curve')).toHaveLength(2);
    expect(cellsOf(page, '#points-byRecord')).toHaveLength(records!.roc.length);
    const { status, text } = await site().get(`${PAGE}?lang=en&detector=none`);
    expect(status).toBe(400);
    expect(text).toContain('night-series');
  });

  it('shows leads alone where there is no truth', async () => {
    rmSync(truthFileOf(without().store.file));
    const page = await without().page(`${PAGE}?lang=en`);
    expect(wordsOf(page.querySelector('main'))).toContain('There is no truth beside this database');
    for (const [, , , , precision, recall, f1] of cellsOf(page, '#scorecard'))
      expect([precision, recall, f1]).toEqual(['—', '—', '—']);
    expect(page.querySelectorAll('.roc-curve, #levels, #baselines')).toHaveLength(0);
  });

  it('looks at no real place that records were simulated of', async () => {
    const page = await real().page(`${PAGE}?lang=en`);
    expect(wordsOf(page.querySelector('main'))).toContain('only fictional units were looked at');
    const { services } = (await real().get(JSON_OF)).body as Document;
    const all = real().store.db.prepare<[], number>('SELECT count(*) FROM service').pluck().get();
    expect(services).toBeGreaterThan(0);
    expect(services).toBeLessThan(all!);
    const effect = await real().page(`${PAGE}/effect?lang=en`);
    const names = cellsOf(effect, 'table.flag-effect').map(([name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toContain('fictional');
  });

  it('stands on an empty database too', async () => {
    for (const path of [PAGE, `${PAGE}/effect`, `${PAGE}/quick-ratings`])
      expect(wordsOf((await nothing().page(`${path}?lang=zh`)).querySelector('.leads-notice'))).toBe(NOTICE);
  });
});

describe('what leaving flagged ratings out does', () => {
  it('is shown unit by unit, for the period that is chosen', async () => {
    const page = await site().page(`${PAGE}/effect?lang=en&period=2025-03`);
    const ofRatings = (await documentOf()).detectors.flatMap(({ id, flags }) =>
      flags === 'rating' ? [id] : [],
    );
    const units = scoresWithoutFlagged(site().store, knowledge, parsePeriod('2025-03'), ofRatings);
    const rows = cellsOf(page, 'table.flag-effect');
    expect(rows).toHaveLength(units.length);
    for (const unit of units) {
      const row = rows.find(([name]) => name === unit.nameEn)!;
      expect(row.slice(1, 5)).toEqual([
        ...[unit.ratings, unit.flagged].map((n) => n.toLocaleString('en')),
        ...[unit.score, unit.scoreWithout].map((score) => score?.toFixed(2) ?? '—'),
      ]);
      expect(row.slice(6, 8)).toEqual([unit.rank, unit.rankWithout].map((rank) => String(rank ?? '—')));
      expect(row[9]).toBe(`${(100 * unit.goodRate.all!).toFixed(2)}%`);
      expect(row[13]).toBe(unit.meanScore.without!.toFixed(4));
    }
    const { flagged } = units.find(({ kind }) => kind === 'city')!;
    expect(flagged).toBeGreaterThan(0);
    const provinces = units.filter(({ kind }) => kind === 'province');
    const sum = provinces.reduce((n, unit) => n + unit.flagged, 0);
    expect(wordsOf(page.querySelector('#sums'))).toContain(`${sum.toLocaleString('en')} are left out`);
    expect(wordsOf(page.querySelector('main'))).toContain('whole office-months remove nothing');
  });

  it('finds the leads anew where none are kept', async () => {
    const { store } = real();
    store.db.exec('DELETE FROM suspicion_record; DELETE FROM suspicion; DELETE FROM detection');
    const page = await real().page(`${PAGE}/effect?lang=en&period=2025`);
    expect(cellsOf(page, 'table.flag-effect').length).toBeGreaterThan(0);
    expect(store.db.prepare('SELECT count(*) FROM detection').pluck().get()).toBe(1);
  });
});

describe('a detector', () => {
  const ring = `${PAGE}/shared-telephones?lang=en`;

  it('shows its rule in full, and its leads with the most suspicious first', async () => {
    const page = await site().page(ring);
    const rule = wordsOf(page.querySelector('#rule'));
    for (const part of ['A4', 'Statistic', 'Threshold', 'Least sample', 'honest'])
      expect(rule).toContain(part);
    const known = listSuspicions(site().store, { detector: 'shared-telephones', limit: 1000 });
    expect(known.map(({ p }) => p)).toEqual([...known].map(({ p }) => p!).sort((a, b) => a - b));
    const listed: string[] = [];
    for (let next: string | undefined = ring; next !== undefined;) {
      const shown: HTMLElement = await site().page(next);
      listed.push(...cellsOf(shown, '#leads').map(([id]) => id!));
      const link = shown.querySelector('.pager a[rel="next"]');
      next = link === null ? undefined : hrefOf(link);
    }
    expect(listed).toEqual(known.map(({ id }) => String(id)));
    expect(listed.length).toBeGreaterThan(25);
  });

  it('shows the leads of one unit', async () => {
    const page = await site().page(ring);
    const choice = page.querySelectorAll('#unit option').at(1)!;
    const [, name, n] = /^(.+) \((\d+)\)$/.exec(wordsOf(choice))!;
    const own = await site().page(`${ring}&unit=${choice.getAttribute('value')!}`);
    const rows = cellsOf(own, '#leads');
    expect(rows).toHaveLength(Math.min(25, Number(n)));
    for (const [, unit] of rows) expect(unit).toBe(name);
  });

  it('opens a lead: up to 20 of its records, and nothing that tells who gave them', async () => {
    const { store } = site();
    const known = listSuspicions(store, { detector: 'shared-telephones', limit: 1000 });
    for (const { id, records } of known.slice(0, 3)) {
      const page = await site().page(`${ring}&lead=${String(id)}`);
      const rows = cellsOf(page, '#lead-records');
      expect(rows).toHaveLength(Math.min(20, records));
      // One telephone, under a number that it has in this lead alone.
      expect(new Set(rows.map((row) => row[8]))).toEqual(new Set(['somebody else’s, 1']));
      const people = store.db
        .prepare<[number], { rater: number; person: number; device: number }>(
          `SELECT rating.rater, service.person, rating.device FROM suspicion_record
           JOIN rating ON rating.key = suspicion_record.key JOIN service ON service.key = rating.key / 2
           WHERE suspicion = ?`,
        )
        .all(id);
      const words = wordsOf(page.querySelector('main'));
      expect(words).not.toMatch(/1\d{10}/);
      for (const { rater, person, device } of people)
        for (const number of [rater, person, device])
          if (number >= 1000) expect(words).not.toContain(String(number));
    }
  });

  it('says whether a telephone is that of the person', async () => {
    const { store } = site();
    const [lead] = listSuspicions(store, { detector: 'quick-ratings', limit: 1 });
    const page = await site().page(`${PAGE}/quick-ratings?lang=en&lead=${String(lead!.id)}`);
    const given = store.db
      .prepare<[number], { own: number; delay: number }>(
        `SELECT rating.rater = service.person AS own, rating.assessed_at - service.service_at AS delay
         FROM suspicion_record JOIN rating ON rating.key = suspicion_record.key
         JOIN service ON service.key = rating.key / 2 WHERE suspicion = ? ORDER BY rating.key LIMIT 20`,
      )
      .all(lead!.id);
    const rows = cellsOf(page, '#lead-records');
    expect(rows.map((row) => [row[2], row[8] === 'of the person'])).toEqual(
      given.map(({ own, delay }) => [`${String(delay)} s`, own === 1]),
    );
  });

  it('leads from refused records to their pages, and says that a month has no single record', async () => {
    const { store } = site();
    const [refused] = listSuspicions(store, { detector: 'wrong-codes', limit: 1 });
    const page = await site().page(`${PAGE}/wrong-codes?lang=en&lead=${String(refused!.id)}`);
    const links = page.querySelectorAll('#lead-refusals a');
    expect(links).toHaveLength(Math.min(20, refused!.records));
    await site().page(hrefOf(links[0]!));
    const months = ['late-unrated', 'pad-surplus', 'few-bad'].flatMap((detector) =>
      listSuspicions(store, { detector, limit: 1 }),
    );
    expect(months.length).toBeGreaterThan(0);
    for (const { detector, id } of months) {
      const shown = await site().page(`${PAGE}/${detector}?lang=en&lead=${String(id)}`);
      expect(wordsOf(shown.querySelector('#lead'))).toContain('about a whole month');
      expect(shown.querySelector('#lead-records')).toBeNull();
    }
  });

  it.each([
    [`${PAGE}/nothing`, 404, 'no detector “nothing”'],
    [`${PAGE}/quick-ratings?lead=999999`, 404, 'no lead 999999'],
    [`${PAGE}/quick-ratings?lead=x`, 400, 'lead'],
    [`${PAGE}/quick-ratings?unit=330000`, 400, 'unit'],
    [`${PAGE}/quick-ratings?after=-1`, 400, 'after'],
  ])('answers %s with %i', async (address, expected, message) => {
    const { status, text } = await site().get(`${address}${address.includes('?') ? '&' : '?'}lang=en`);
    expect(status).toBe(expected);
    expect(text).toContain(message);
  });

  it('has no lead of another detector', async () => {
    const [lead] = listSuspicions(site().store, { detector: 'wrong-codes', limit: 1 });
    expect((await site().get(`${PAGE}/quick-ratings?lead=${String(lead!.id)}`)).status).toBe(404);
  });

  it('says which command keeps its leads where another version found them', async () => {
    const { store } = without();
    await without().page(PAGE);
    store.db.exec("UPDATE detection SET program_version = 'older'");
    const page = await without().page(`${PAGE}/quick-ratings?lang=en`);
    expect(wordsOf(page.querySelector('pre.command'))).toContain('npx haochaping detect --db');
    expect(page.querySelector('#leads')).toBeNull();
  });
});

describe('what detectors found', () => {
  it('is made beforehand, kept with the truth, and verified over a store that is only read', async () => {
    const { store } = site();
    await prepare(store, { only: 'further' });
    const truth = scratch.truth(store);
    const kept = truth.db.prepare("SELECT count(*) FROM answer WHERE question = 'detection'").pluck();
    expect(kept.get()).toBe(1);
    for (const { db } of [store, truth]) db.exec("DELETE FROM answer WHERE question <> 'detection'");
    const reader = scratch.store(basename(store.file), { readonly: true });
    expect((await verifyStore(reader, knowledge, VERSION)).ok).toBe(true);
    truth.db.prepare("UPDATE answer SET document = ? WHERE question = 'detection'").run(serialize(null));
    const answers = (await verifyStore(reader, knowledge, VERSION)).checks.find(
      ({ name }) => name === 'answers',
    );
    expect(answers!.ok).toBe(false);
    expect(JSON.stringify(answers)).toContain('detection');
  }, 60_000);
});
