import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts, runFacts } from '../../docs/make/recorded-facts.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { defectIds, defects, type DefectId } from '../../src/model/defect.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { refusalReasons } from '../../src/model/refusal.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { readScenario } from '../../src/store/reference.ts';
import type { Store } from '../../src/store/open.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import {
  collectSources,
  knowledge,
  mistakeOf,
  codedRegisterLines,
  simulate,
  sourceOf,
  text,
  tiny,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();

const shipped = readScenario('defects');
const changed = (given: Record<string, unknown>): Scenario => parseScenario({ ...shipped, ...given }, 'test');

interface Made {
  readonly report: Awaited<ReturnType<typeof simulate>>;
  /** Printed and read only where a test looks at them. */
  records(): readonly Fields[];
  readonly truth: readonly Fields[];
}

const parsed = (lines: Iterable<string>): Fields[] => [...lines].map((line) => JSON.parse(line) as Fields);

async function make(scenario: Scenario, threads = 1): Promise<Made> {
  const store = scratch.store();
  const truth = scratch.truth(store);
  const report = await simulate(store, truth, { scenario, threads });
  return {
    report,
    records: () => parsed(recordLines(store, knowledge)),
    truth: parsed(exportTruth(store, truth, knowledge)),
  };
}

let whole: Made;
let records: readonly Fields[];
let ledger: readonly Fields[];
let ratings: ReadonlyMap<string, Fields>;
let services: ReadonlyMap<string, Fields>;
/** Keys of ratings and services that senders corrupted. */
let corrupted: ReadonlySet<string>;
beforeAll(async () => {
  whole = await make(shipped);
  records = whole.records();
  const byKey = (wanted: string): Map<string, Fields> =>
    new Map(records.filter(({ kind }) => kind === wanted).map((record) => [keyOf(record), record]));
  ledger = whole.truth.filter(({ kind }) => kind === 'defect');
  [services, ratings] = [byKey('service'), byKey('rating')];
  corrupted = new Set(ledger.flatMap((entry) => (entry['sent'] === undefined ? [] : [keyOf(entry)])));
});
const countBy = (rows: readonly Fields[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
  return counts;
};

/** Probability that a binomial count lies this far from its mean or farther, both tails added. */
function binomialTail(n: number, p: number, k: number): number {
  const logs: number[] = [0];
  for (let i = 1; i <= n; i++) logs.push(logs[i - 1]! + Math.log(i));
  const at = (i: number): number =>
    Math.exp(logs[n]! - logs[i]! - logs[n - i]! + i * Math.log(p) + (n - i) * Math.log(1 - p));
  let low = 0;
  for (let i = 0; i <= k; i++) low += at(i);
  return 2 * Math.min(low, 1 - low + at(k));
}

describe('injected defects', () => {
  it('has the counts that the docs state (else: npm run docs)', () => {
    expect(runFacts(whole.report)).toEqual(readFacts().runs['defects']);
  });

  it('are all of the catalogue in the shipped scenario, on every rung', () => {
    for (const id of defectIds) {
      const levels = shipped.defects.filter((one) => one.id === id).map(({ rung }) => rung);
      expect([...new Set(levels)].sort()).toEqual(defects[id].concealmentLevels === 3 ? [1, 2, 3] : [1]);
    }
  });

  it.each(shipped.defects.map(({ id, rung }, position) => [`${id} rung ${String(rung)}`, position] as const))(
    'affect the set share of what they can affect: %s',
    (_, position) => {
      const total = whole.truth.filter(({ kind }) => kind === 'defect-total')[position]!;
      const [eligible, injected, rate] = [total['eligible'], total['injected'], total['rate']].map(Number);
      expect(eligible).toBeGreaterThan(0);
      expect(binomialTail(eligible!, rate!, injected!)).toBeGreaterThan(0.001);
    },
  );

  it('are every one in the truth', () => {
    const entered = ledger.filter(({ outcome, sent, record, defect }) => {
      const manipulated = !['A5', 'A6', 'A7', 'A8', 'A9', 'A10'].includes(String(defect));
      return manipulated || sent !== undefined || (outcome !== 'orphan' && record === 'service');
    });
    for (const total of whole.truth.filter(({ kind }) => kind === 'defect-total')) {
      const own = entered.filter(
        (entry) => entry['defect'] === total['defect'] && entry['rung'] === total['rung'],
      );
      expect(own.length).toBe(Number(total['injected']));
    }
  });

  it('become of in collection what the ledger says, and nothing else is refused', () => {
    const outcomes = countBy(ledger, 'outcome');
    const refused = Object.fromEntries(
      refusalReasons.flatMap((reason) => (outcomes[reason] ? [[reason, outcomes[reason]]] : [])),
    );
    expect(whole.report.refused).toEqual(refused);
  });

  it('are gone, and with them every refusal, when all are off', async () => {
    const clean = await make(changed({ defects: [] }));
    expect(clean.report.refused).toEqual({});
    expect(clean.truth.filter(({ kind }) => String(kind).startsWith('defect'))).toEqual([]);
    const touched = new Set(ledger.map((entry) => keyOf(entry)));
    const before = new Map(clean.records().map((record) => [keyOf(record), JSON.stringify(record)]));
    let same = 0;
    for (const record of records) {
      // What follows a rating that somebody touched is not what it would have been either.
      const ofRating = keyOf({ ...record, kind: 'rating' });
      if (touched.has(keyOf(record)) || (record['kind'] === 'rectification' && touched.has(ofRating)))
        continue;
      expect(before.get(keyOf(record))).toBe(JSON.stringify(record));
      same++;
    }
    expect(same).toBeGreaterThan(60_000);
  });

  it('are the same ones on any number of threads', async () => {
    for (const threads of [3]) {
      const other = await make(shipped, threads);
      expect(other.report.digest).toBe(whole.report.digest);
      expect(other.truth).toEqual(whole.truth);
    }
  });

  it('affect no other unit than those they are set on', async () => {
    const only = await make(changed({ defects: [{ id: 'A9', rate: 0.5, units: ['990100'] }] }));
    const touched = only.truth.filter(({ kind }) => kind === 'defect');
    expect(touched.length).toBeGreaterThan(1000);
    const lines = touched.map(({ sent }) => sent as Fields | undefined);
    const areas = new Set(lines.flatMap((line) => (line?.['areaCode'] ? [line['areaCode']] : [])));
    expect(areas).toEqual(new Set(['990100000000']));
  });

  it('affect no case outside their days and departments', async () => {
    const only = await make(
      changed({
        defects: [
          { id: 'A10', rate: 1, departments: ['human-resources'], from: '2025-02-10', to: '2025-02-14' },
        ],
      }),
    );
    const services = only.truth.flatMap(({ kind, record, sent }) =>
      kind === 'defect' && record === 'service' ? [sent as Fields] : [],
    );
    expect(services.length).toBeGreaterThan(20);
    for (const line of services) {
      expect(String(line['orgName'])).toContain('人力资源');
      expect(String(line['projectNo']).slice(31, 39) >= '20250210').toBe(true);
      expect(String(line['projectNo']).slice(31, 39) <= '20250214').toBe(true);
    }
  });
});

function keyOf({ kind, record, projectNo, serviceNumber, assessNumber }: Fields): string {
  const what = kind === 'defect' ? record : kind;
  return [what, projectNo, serviceNumber, what === 'service' ? '' : assessNumber].join('/');
}

/** Ratings somebody manipulated in this way and no sender corrupted. */
const of = (id: DefectId, rung: number): Fields[] =>
  ledger
    .filter((entry) => !corrupted.has(keyOf(entry)))
    .filter((entry) => entry['defect'] === id && entry['rung'] === rung && entry['sent'] === undefined)
    .flatMap((entry) => {
      const rating = ratings.get(keyOf(entry));
      return rating ? [rating] : [];
    });
const secondsAfter = (rating: Fields): number => {
  const service = services.get(keyOf({ ...rating, kind: 'service' }))!;
  return (Date.parse(String(rating['assessTime'])) - Date.parse(String(service['serviceTime']))) / 1000;
};
const hourOf = (text: unknown): number => Number(String(text).slice(11, 13));
const distinct = (rows: readonly Fields[], field: string): number =>
  new Set(rows.map((row) => row[field])).size;
const shareOf = (rows: readonly Fields[], fits: (row: Fields) => boolean): number =>
  rows.filter(fits).length / rows.length;

describe('the ladder', () => {
  it('of staff rating for people goes from seconds and constant tags to what honest ratings look like', () => {
    const [naive, middle, hidden] = [1, 2, 3].map((rung) => of('A1', rung));
    for (const rating of naive!) {
      expect(secondsAfter(rating)).toBeLessThanOrEqual(4);
      expect([rating['satisfaction'], rating['evalDetail'], rating['deviceNo']]).toEqual([
        '5',
        '510,517',
        'W001',
      ]);
    }
    for (const rating of middle!) expect(secondsAfter(rating)).toBeGreaterThanOrEqual(6);
    expect(distinct(middle!, 'evalDetail')).toBeGreaterThan(3);
    expect(countBy(hidden!, 'satisfaction')['4']).toBeGreaterThan(5);
    expect(shareOf(hidden!, ({ evalDetail }) => evalDetail === '')).toBeGreaterThan(0.2);
  });

  it('of scripts goes from one account at even steps in the night to many by day', () => {
    const [naive, middle, hidden] = [1, 2, 3].map((rung) => of('A3', rung));
    const begins = naive!.map(({ assessTime }) => String(assessTime).slice(11));
    expect(begins.every((time) => time >= '01:00:00' && time < '04:00:00')).toBe(true);
    const steps = naive!.map(({ assessTime }) => (Date.parse(String(assessTime)) / 1000) % 7);
    expect(new Set(steps.map((step) => step % 7)).size).toBeLessThanOrEqual(7);
    expect(distinct(naive!, 'evalDetail')).toBe(1);
    expect(middle!.every(({ assessTime }) => hourOf(assessTime) >= 19)).toBe(true);
    const perAccount = (rows: readonly Fields[]): number => rows.length / distinct(rows, 'deviceNo');
    expect(perAccount(naive!)).toBeGreaterThan(3 * perAccount(middle!));
    expect(perAccount(middle!)).toBeGreaterThan(perAccount(hidden!));
    expect(shareOf(hidden!, ({ assessTime }) => hourOf(assessTime) < 5)).toBeLessThan(0.2);
  });

  it('of rings needs more and more telephones', () => {
    const telephones = [1, 2, 3].map((rung) => distinct(of('A4', rung), 'mobile'));
    expect(telephones[0]).toBeLessThanOrEqual(9);
    expect(telephones[1]).toBeLessThanOrEqual(40);
    expect(telephones[1]).toBeGreaterThan(20);
    expect(telephones[2]).toBeGreaterThan(80);
  });

  it('of malicious ratings goes from one hour and no text to own accounts with reasons', () => {
    const [naive, middle, hidden] = [1, 2, 3].map((rung) => of('A11', rung));
    for (const rating of [...naive!, ...middle!, ...hidden!]) expect(rating['satisfaction']).toBe('1');
    expect(naive!.every(({ assessTime }) => hourOf(assessTime) === 20)).toBe(true);
    expect(naive!.every(({ writingEvaluation }) => writingEvaluation === '')).toBe(true);
    expect(distinct(hidden!, 'mobile')).toBeGreaterThan(0.9 * hidden!.length);
    expect(hidden!.every(({ writingEvaluation }) => writingEvaluation !== '')).toBe(true);
  });
});

describe('the sign of a defect', () => {
  it('A2 is one time stamp a night, without telephone or mark', () => {
    const rows = of('A2', 1);
    expect(
      rows.every(
        ({ assessTime, mobile, isdefault }) =>
          String(assessTime).endsWith('02:00:00') && mobile === '' && isdefault === '0',
      ),
    ).toBe(true);
    expect(distinct(rows, 'assessTime')).toBeLessThan(rows.length / 5);
  });

  it('A12 is one star with praise', () => {
    for (const { satisfaction, writingEvaluation } of of('A12', 1)) {
      expect(satisfaction).toBe('1');
      expect(String(writingEvaluation)).not.toMatch(/^$|[不极]满|差评|失望|太慢|态度差|整改/);
    }
  });

  it('A13 and A14 leave no record', () => {
    const absent = ledger.filter(({ outcome }) => outcome === 'absent');
    expect(countBy(absent, 'defect')).toMatchObject({ A13: expect.any(Number), A14: expect.any(Number) });
    for (const entry of absent) expect(ratings.has(keyOf(entry))).toBe(false);
  });

  it('A15 is an upload in the last hour of the month', () => {
    for (const { uploadTime } of of('A15', 1)) expect(String(uploadTime)).toMatch(/-(31|28) 23:/);
  });

  it('A16 is a work order without a call-back, or with one to one of few telephones', () => {
    const orders = new Map(
      records.filter(({ kind }) => kind === 'rectification').map((order) => [keyOf(order), order]),
    );
    const misreported = ledger.filter(({ defect, sent }) => defect === 'A16' && sent === undefined);
    const called = misreported.filter(({ field }) => field === 'callbackMobile');
    expect(called.length).toBeGreaterThan(5);
    expect(called.length).toBeLessThan(misreported.length);
    for (const entry of misreported) {
      const order = orders.get(keyOf(entry))!;
      if (entry['field'] === 'callbackTime') {
        expect([order['callbackTime'], order['callbackMobile']]).toEqual(['', '']);
      } else {
        expect(order['callbackLevel']).toBe('1');
        expect(order['callbackMobile']).not.toBe(entry['was']);
      }
    }
    expect(new Set(called.map((entry) => orders.get(keyOf(entry))!['callbackMobile'])).size).toBeLessThan(30);
  });

  it('A17 is a device of a hall at night', () => {
    for (const { pf, assessTime } of of('A17', 1)) {
      expect(['4', '5']).toContain(pf);
      expect(hourOf(assessTime)).toBeGreaterThanOrEqual(22);
    }
  });
});

describe('a scenario with defects', () => {
  it.each([
    [
      'a misdeed in a real unit',
      { defects: [{ id: 'A1', rate: 0.1, units: ['440000'] }] },
      /A1 is a misdeed/,
    ],
    [
      'a unit that is not among its own',
      { units: ['990100'], defects: [{ id: 'A1', rate: 0.1, units: ['990100', '990200'] }] },
      /defects\.0\.units = .*: 990200 are not among the units of the scenario/,
    ],
    [
      'a fictional unit where it has all real ones',
      { units: 'all', defects: [{ id: 'A9', rate: 0.1, units: ['110000', '990200'] }] },
      /990200 are not among the units/,
    ],
    ['a misdeed everywhere', { units: 'all', defects: [{ id: 'A13', rate: 0.1 }] }, /A13 is a misdeed/],
    ['a rung it has not', { defects: [{ id: 'A9', rate: 0.1, rung: 2 }] }, /only A1, A3, A4 and A11/],
    ['a rate above one', { defects: [{ id: 'A9', rate: 1.1 }] }, /defects\.0\.rate = 1\.1/],
    ['a defect nobody knows', { defects: [{ id: 'A18', rate: 0.1 }] }, /defects\.0\.id = "A18"/],
  ])('is refused for %s', async (_, given, message) => {
    expect((await mistakeOf(() => changed(given))).message).toMatch(message);
  });

  it.each([
    [
      'a unit',
      { units: 'all', names: 'coded', defects: [{ id: 'A9', rate: 0.1, units: ['123456'] }] },
      'defects names 123456, no assessed units',
    ],
    [
      'a department',
      { defects: [{ id: 'A9', rate: 0.1, departments: ['public-security', 'moon'] }] },
      'there are no departments moon, named in defects',
    ],
  ])('is refused for %s that does not exist, before anything is stored', async (_, given, message) => {
    const store = scratch.store();
    const truth = scratch.truth(store);
    const { text } = await mistakeOf(() => simulate(store, truth, { scenario: changed(given) }));
    expect(text.en).toContain(message);
    expect(contentOf(store).services).toBe(0);
  });

  it('finds their items in a register that holds others as well', async () => {
    const scenario = tiny({ units: ['990100', '990200'], defects: [{ id: 'A7', rate: 0.2 }] });
    const [alone, beside] = [scratch.store(), scratch.store()];
    await collectSources(beside, sourceOf('register.ndjson', text(codedRegisterLines)));
    const first = await simulate(alone, scratch.truth(alone), { scenario });
    const second = await simulate(beside, scratch.truth(beside), { scenario });
    expect(first.refused.orphan).toBeGreaterThan(10);
    expect(second).toEqual({ ...first, run: 2, units: first.units + 2 });
    const lines = (store: Store) => listRefusals(store, { limit: 5 }).map(({ raw }) => raw);
    expect(lines(beside)).toEqual(lines(alone));
  });

  it('may corrupt the records of a real unit as senders do', () => {
    expect(
      changed({ units: 'all', names: 'coded', defects: [{ id: 'A9', rate: 0.1 }] }).defects,
    ).toHaveLength(1);
  });
});
