import { beforeAll, describe, expect, it } from 'vitest';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import type { TargetComparison } from '../../src/measure/targets/compare-month.ts';
import type { MonthTargets } from '../../src/model/targets.ts';
import type { Store } from '../../src/store/open.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  permit,
  reference,
  southern,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();

const published: MonthTargets = {
  kind: 'month',
  source: 'test',
  confidence: 'guessed',
  id: 'test-month',
  name: '测试',
  nameEn: 'Test',
  unit: '440000',
  period: '2025-03',
  profile: 'guangdong-2019',
  cases: 100,
  ratings: 120,
  ratingsPerCase: 1.2,
  levels: { '5': 90, '4': 8, '3': 0, '2': 1, '1': 1 },
  channels: { '1': 60, '4': 30, '6': 30 },
  note: '',
  noteEn: '',
};

const [mine, elsewhere] = [southern, permit];
const service = (taskCode: string, n: number, given: Fields = {}): Fields =>
  aService({ taskCode, projectNo: caseNumber(taskCode, n), ...given });
const rating = (taskCode: string, n: number, given: Fields = {}): Fields =>
  aRating({ projectNo: caseNumber(taskCode, n), evalDetail: '', ...given });

/** Four cases of Guangdong in March with five ratings, and others that must not count. */
const month = [
  service(mine, 0),
  rating(mine, 0),
  service(mine, 0, { serviceNumber: 2 }),
  rating(mine, 0, { serviceNumber: 2, pf: '4', satisfaction: '4' }),
  service(mine, 1),
  rating(mine, 1, { pf: '4', satisfaction: '1', evalDetail: '115' }),
  service(mine, 2),
  // On the telephone nobody is asked for a level there.
  rating(mine, 2, { pf: '6', satisfaction: '' }),
  service(mine, 2, { serviceNumber: 2 }),
  rating(mine, 2, { serviceNumber: 2 }),
  service(mine, 3),
  service(elsewhere, 0),
  rating(elsewhere, 0, { satisfaction: '2', evalDetail: '214' }),
  service(mine, 0, {
    projectNo: caseNumber(mine, 0, '2025-04-01'),
    acceptDate: '2025-04-01 09:00:00',
    resultDate: '2025-04-02 09:00:00',
    serviceTime: '2025-04-02 09:00:00',
  }),
  rating(mine, 0, { projectNo: caseNumber(mine, 0, '2025-04-01'), assessTime: '2025-04-02 10:00:00' }),
];

/** Two-sided 99% interval of Wilson, in the form of Agresti and Coull (1998), formula 3. */
/** Design effect of ratings that come 2, 1, 2 and 0 to a case: the sum of squares over the sum. */
const CLUSTERING = 9 / 5;

function wilson(count: number, n: number): [number, number] {
  const z = 2.5758293035489;
  const p = count / n;
  const half = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n);
  const [low, high] = [-half, half].map((d) => (p + (z * z) / (2 * n) + d) / (1 + (z * z) / n));
  return [low!, high!];
}

describe('a month compared with published counts', () => {
  let store: Store;
  let compared: TargetComparison;
  const rowOf = (group: string, key: string) =>
    compared.rows.find((row) => row.group === group && row.key === key)!;
  beforeAll(async () => {
    store = scratch.store();
    expect(await collect(store, month)).toMatchObject({ accepted: month.length, refused: {} });
    compared = compareTargets(store, reference, published);
  });

  it('counts the cases and ratings of the place and the month only', () => {
    expect([compared.cases, compared.ratings]).toEqual([4, 5]);
  });

  it.each([
    ['5', 0.9, 2],
    ['4', 0.08, 1],
    ['3', 0, 0],
    ['2', 0.01, 0],
    ['1', 0.01, 1],
  ])('has level %s as a share of the four ratings with a level', (level, share, count) => {
    const row = rowOf('levels', level);
    const [low, high] = wilson(count / CLUSTERING, 4 / CLUSTERING);
    expect(row.published).toBeCloseTo(share, 12);
    expect(row.simulated).toBe(count / 4);
    expect(row.low).toBeCloseTo(low, 10);
    expect(row.high).toBeCloseTo(high, 10);
    expect(row.inside).toBe(low - 1e-12 <= share && share <= high + 1e-12);
  });

  it.each([
    ['1', 0.5, 2],
    ['4', 0.25, 2],
    ['6', 0.25, 1],
  ])('has channel %s as a share of all five ratings', (channel, share, count) => {
    const row = rowOf('channels', channel);
    const [low, high] = wilson(count / CLUSTERING, 5 / CLUSTERING);
    expect([row.published, row.simulated]).toEqual([share, count / 5]);
    expect(row.low).toBeCloseTo(low, 10);
    expect(row.high).toBeCloseTo(high, 10);
    expect(row.inside).toBe(true);
  });

  it('has ratings per case with the spread between cases', () => {
    // Ratings of the four cases: 2, 1, 2, 0. Mean 1.25, mean square 2.25, variance 0.6875.
    const half = 2.5758293035489 * Math.sqrt(0.6875 / 4);
    const row = rowOf('ratio', 'ratingsPerCase');
    expect(row.simulated).toBe(1.25);
    expect(row.low).toBeCloseTo(1.25 - half, 10);
    expect(row.high).toBeCloseTo(1.25 + half, 10);
    expect(row.inside).toBe(true);
  });

  it('lists levels from 5 down, then channels, then the ratio', () => {
    expect(compared.rows.map(({ key }) => key)).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
      '1',
      '4',
      '6',
      'ratingsPerCase',
    ]);
  });

  it('says when a published figure lies outside', () => {
    const { rows } = compareTargets(store, reference, { ...published, ratingsPerCase: 30 });
    expect(rows.at(-1)!.inside).toBe(false);
  });

  it('counts the key cities of a province with it', async () => {
    const both = scratch.store();
    await collect(both, month);
    const ofZhejiang = compareTargets(both, reference, { ...published, unit: '330000' });
    expect([ofZhejiang.cases, ofZhejiang.ratings]).toEqual([1, 1]);
    const city = compareTargets(both, reference, { ...published, unit: '440300' });
    expect(city.cases).toBe(0);
  });

  it('has no figures where nothing was simulated', () => {
    const { rows, cases } = compareTargets(store, reference, { ...published, period: '2025-05' });
    expect(cases).toBe(0);
    for (const row of rows) {
      expect(row).toMatchObject({ simulated: null, low: null, high: null, inside: null });
    }
  });
});
