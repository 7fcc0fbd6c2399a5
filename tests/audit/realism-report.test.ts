import { beforeAll, describe, expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import type { RealismCheck } from '../../src/model/realism/realism-check.ts';
import type { RealismId } from '../../src/model/realism/realism-range.ts';
import { inventedOrganisationCode, inventedResidentNumber } from '../../src/model/record/identifiers.ts';
import { applicantKind } from '../../src/model/record/applicant-kinds.ts';
import { printCompactDay } from '../../src/model/time/time.ts';
import type { Store } from '../../src/store/open.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  instant,
  knowledge,
  permit,
  simulate,
  southern,
  tiny,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();

const checksOf = (store: Store, options: { run?: number; most?: number } = {}): readonly RealismCheck[] =>
  qualityReport(store, knowledge, [], options).realism;
const checkOf = (checks: readonly RealismCheck[], id: RealismId) => checks.find((check) => check.id === id)!;

/** A firm by its number. */
const firm = (n: number) => ({
  userProp: '2',
  userPageType: '001',
  certKey: inventedOrganisationCode(n, applicantKind(2)),
});
const person = (n: number) => ({ certKey: inventedResidentNumber(n, printCompactDay) });

interface Case {
  readonly task?: string;
  readonly n: number;
  readonly day?: string;
  readonly done?: string;
  readonly service?: object;
  readonly rating?: object;
}

/** A completed case and its rating. */
function records({
  task = permit,
  n,
  day = '2025-03-03',
  done = '2025-03-05 15:00:00',
  service,
  rating,
}: Case) {
  const projectNo = caseNumber(task, n, day);
  const made = aService({
    taskCode: task,
    projectNo,
    acceptDate: `${day} 09:00:00`,
    resultDate: done,
    serviceTime: done,
    ...service,
  });
  return rating === undefined ? [made] : [made, aRating({ projectNo, evalDetail: '', ...rating })];
}

describe('records that are known', () => {
  let checks: readonly RealismCheck[] = [];

  beforeAll(async () => {
    const store = scratch.store();
    const known = [
      // A Saturday, online; rated by telephone at 3 h of the next Wednesday.
      records({
        n: 1,
        day: '2025-03-08',
        done: '2025-03-10 15:00:00',
        service: firm(11),
        rating: {
          satisfaction: '1',
          evalDetail: '110,108',
          pf: '6',
          assessTime: '2025-03-12 03:00:00',
          writingEvaluation: '太慢',
        },
      }),
      // A weekday, in a hall; rated by telephone at 22 h.
      records({
        n: 2,
        service: { proChannel: '2', ...firm(11) },
        rating: {
          satisfaction: '1',
          evalDetail: '110',
          pf: '6',
          assessTime: '2025-03-05 22:00:00',
          writingEvaluation: '太慢',
        },
      }),
      // Online on weekdays; by text message at 7 and 12 h.
      records({
        n: 3,
        service: person(21),
        rating: {
          satisfaction: '2',
          evalDetail: '209',
          pf: '7',
          assessTime: '2025-03-06 07:00:00',
          writingEvaluation: '没说清',
        },
      }),
      records({
        n: 4,
        service: person(21),
        rating: { satisfaction: '5', pf: '7', assessTime: '2025-03-06 12:00:00', writingEvaluation: '好' },
      }),
      // Done in half of the time, and rated 100 s later, as another is in an April.
      records({
        n: 5,
        done: '2025-03-04 09:00:00',
        service: person(22),
        rating: { satisfaction: '5', assessTime: '2025-03-04 09:01:40' },
      }),
      records({
        task: instant,
        n: 6,
        day: '2025-04-01',
        done: '2025-04-01 10:00:00',
        service: person(22),
        rating: { satisfaction: '5', assessTime: '2025-04-01 10:01:40' },
      }),
      // An automatic rating at night says nothing of anybody.
      records({
        task: southern,
        n: 7,
        done: '2025-03-04 15:00:00',
        rating: { satisfaction: '3', isdefault: '1', pf: '1', assessTime: '2025-03-11 15:00:00' },
      }),
    ];
    const report = await collect(store, known.flat());
    expect(report.refused).toEqual({});
    checks = checksOf(store);
  });

  it.each<[RealismId, number | null, number]>([
    ['telephoneNight', 1 / 2, 2],
    ['telephoneOutside', 1, 2],
    ['messageNight', 0, 2],
    ['messageOutside', 1 / 2, 2],
    ['offDayApplications', 1 / 6, 6],
    ['itemSlope', null, 0],
    // Two items of one unit, in March one of them and in April the other.
    ['ratedItems', 2 / 4, 4],
    ['tag110', 2 / 3, 3],
    ['tag108', 1 / 3, 3],
    ['tag109', 0, 3],
    ['levelRatio', 2, 3],
    ['distinctTexts', 3 / 4, 4],
    ['topFirms', 1, 2],
    ['withinOffice', null, 6],
    ['withinItem', null, 5],
    // Levels 1 1, 2 5 and 5 5: mean squares between 49/6, within 3/2.
    ['withinPerson', (49 / 6 - 1.5) / (49 / 6 + 1.5), 6],
    // No case has two ratings.
    ['withinCase', null, 0],
    ['delay5', 100, 3],
    ['delay4', null, 0],
    ['delay2', 57_600, 1],
    // Bad: 2.25 days thrice; good: 2.25 days and one day.
    ['slowBadCases', 2.25 / 1.625, 3],
  ])('have a known %s', (id, value, n) => {
    const check = checkOf(checks, id);
    if (value === null) expect(check.value).toBeNull();
    else if (id.startsWith('delay')) expect(check.value! / value).toBeCloseTo(1, 2);
    else expect(check.value).toBeCloseTo(value, 12);
    expect(check.n).toBe(n);
    expect(check.verdict).toBe('few');
  });
});

describe('a simulated run', () => {
  let store: Store;
  const scenario = tiny({ from: '2025-03-01', to: '2025-04-30', casesPerYear: 60_000 });

  beforeAll(async () => {
    store = scratch.store('simulated.db');
    await simulate(store, scratch.truth(store), { scenario });
  });

  it('is judged in every statistic, each with value, n and range, and fails by none of them', () => {
    const { realism, ok } = qualityReport(store, knowledge, [], {});
    expect(realism.map(({ id }) => id)).toEqual(knowledge.realism.map(({ id }) => id));
    for (const { id, value, n } of realism) {
      expect(n, id).toBeGreaterThan(0);
      expect(value, id).not.toBeNull();
    }
    expect(ok).toBe(true);
  });

  it('counts what SQL counts', () => {
    const checks = checksOf(store);
    const one = (sql: string): number => Number(store.db.prepare(sql).pluck().get());
    const ratio = (id: RealismId, yes: string, of: string): void => {
      const check = checkOf(checks, id);
      expect(check.n, id).toBe(one(`SELECT count(*) FROM ${of}`));
      expect(check.value, id).toBeCloseTo(one(`SELECT count(*) FROM ${of} AND ${yes}`) / check.n, 12);
    };
    const hour = 'assessed_at % 86400 / 3600';
    ratio('telephoneNight', `${hour} < 6`, 'rating WHERE channel = 6 AND defaulted = 0');
    ratio('messageOutside', `(${hour} < 8 OR ${hour} >= 22)`, 'rating WHERE channel = 7 AND defaulted = 0');
    const bad = (level: number): number =>
      one(`SELECT count(*) FROM rating WHERE level = ${String(level)} AND defaulted = 0`);
    expect(checkOf(checks, 'levelRatio').value).toBeCloseTo(bad(1) / bad(2), 12);
    expect(checkOf(checks, 'distinctTexts').n).toBe(
      Math.min(10_000, one('SELECT count(*) FROM rating_text')),
    );
  });

  it('is judged from a sample but for what needs all rows', () => {
    const checks = checksOf(store, { most: 4000 });
    for (const { id, wholeOnly, value, n } of checks) {
      if (wholeOnly) expect({ value, n }, id).toEqual({ value: null, n: 0 });
    }
    expect(checkOf(checks, 'withinOffice').n).toBeGreaterThan(500);
    expect(checks.filter(({ wholeOnly }) => wholeOnly).map(({ id }) => id)).toEqual([
      'itemSlope',
      'ratedItems',
      'topFirms',
      'firstMonth',
    ]);
  });

  it('has no figure where rows were not kept', async () => {
    const counted = scratch.store();
    await simulate(counted, scratch.truth(counted), { keepRows: false });
    for (const { verdict, value } of checksOf(counted))
      expect({ verdict, value }).toEqual({ verdict: 'few', value: null });
  });
});
