import { describe, expect, it } from 'vitest';
import { DetectorRun, detectorRules } from '../../src/detect/detectors.ts';
import { PLACEHOLDER, type CheckedRectification, type RefusedLine } from '../../src/detect/unit-records.ts';
import { NO_PERSON } from '../../src/model/record/batch.ts';
import type { Suspicion } from '../../src/model/detection/suspicion.ts';
import { keyOfRow, madeRecords, repeated, type MadeRow } from './made-records.ts';

const DAY = 86_400;
const MIDNIGHT = 300 * DAY;

interface Seen {
  readonly rows?: readonly MadeRow[];
  /** Other units, so that something is usual. */
  readonly others?: readonly (readonly MadeRow[])[];
  readonly rectifications?: readonly CheckedRectification[];
  readonly refused?: readonly RefusedLine[];
}

/** What a rule flags of these records. */
function flaggedBy(
  id: string,
  { rows = [], others = [], rectifications = [], refused = [] }: Seen,
): readonly Suspicion[] {
  const detection = new DetectorRun();
  detection.see(madeRecords(rows, 1, rectifications));
  others.forEach((own, i) => {
    detection.see(madeRecords(own, 2 + i));
  });
  return detection.results(refused).find(({ rule }) => rule.id === id)!.suspicions;
}

/** Rows flagged of the first unit. */
const rowsOf = (found: readonly Suspicion[]): number[] =>
  found
    .filter(({ unit }) => unit === 1)
    .flatMap(({ keys }) => keys.map((key) => key / keyOfRow(1)))
    .sort((a, b) => a - b);

/** Offices of other units, each with so many honest ratings. */
const honest = (count: number, of: (i: number) => MadeRow = () => ({})): MadeRow[][] =>
  Array.from({ length: 5 }, (_, unit) =>
    Array.from({ length: 4 }, (__, office) =>
      repeated(count, (i) => ({ ...of(i), office: 100 * unit + office + 10 })),
    ).flat(),
  );

describe('detectors', () => {
  it('have ids and names of their own, and say in both languages what they do and what honest reason there may be', () => {
    expect(new Set(detectorRules.map(({ id }) => id)).size).toBe(detectorRules.length);
    for (const rule of detectorRules)
      for (const text of [rule.name, rule.statistic, rule.threshold, rule.explanation]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/[a-z]/u);
      }
  });

  it('cover every anomaly of the catalogue', () => {
    const covered = new Set<string>(detectorRules.map(({ anomaly }) => anomaly));
    expect([...covered].sort()).toEqual(Array.from({ length: 17 }, (_, i) => `A${String(i + 1)}`).sort());
  });

  it('find nothing in honest records', () => {
    const detection = new DetectorRun();
    honest(50, (i) => ({ delay: 20 + (i % 30), tags: i % 4, level: i % 17 === 0 ? 3 : 5 })).forEach(
      (rows, i) => {
        detection.see(madeRecords(rows, i));
      },
    );
    expect(detection.results([]).flatMap(({ suspicions }) => suspicions)).toEqual([]);
  });
});

describe('detectors over files of others', () => {
  it('find nothing where no telephone can be matched with a certificate', () => {
    const detection = new DetectorRun();
    honest(60, (i) => ({ rater: 5_000_000 + 7 * i, level: i % 20 === 0 ? 1 : 5, channel: 2 })).forEach(
      (rows, i) => {
        detection.see(
          madeRecords(
            rows.map((row, n) => ({ ...row, rater: 1_000_000 * (i + 1) + n })),
            i,
          ),
        );
      },
    );
    expect(detection.results([]).flatMap(({ suspicions }) => suspicions)).toEqual([]);
  });
});

describe('detectors over what is odd but honest', () => {
  const seconds = (n: number, unit: number): MadeRow[] =>
    repeated(n, (i) => {
      // Any second of a working day, spread by a multiplication that repeats nothing.
      const second = ((i * 2_654_435_761 + unit * 97_003) >>> 0) % (20 * 28_800);
      return {
        at: MIDNIGHT + Math.floor(second / 28_800) * DAY + 32_400 + (second % 28_800),
        tags: 0,
        rater: NO_PERSON,
      };
    });

  it('find no batches in ratings without tags and telephones that come all day', () => {
    const units = Array.from({ length: 20 }, (_, unit) =>
      flaggedBy('same-second', { rows: seconds(6000, unit) }).length > 0 ? 1 : 0,
    ).reduce<number>((sum, one) => sum + one, 0);
    // 5% of 20 units may have some.
    expect(units).toBeLessThanOrEqual(3);
  });

  it('say nothing of one office that has pads alone, nor of offices that all have', () => {
    expect(flaggedBy('pad-surplus', { rows: seconds(4000, 1) })).toEqual([]);
    expect(flaggedBy('pad-surplus', { rows: repeated(400, () => ({})), others: honest(400) })).toEqual([]);
  });
});

describe('A1, staff rate in the person’s place', () => {
  const rows = repeated(40, (i) => ({ delay: i < 6 ? 2 : 25 }));

  it('is found by ratings within seconds, which are flagged one by one', () => {
    expect(rowsOf(flaggedBy('quick-ratings', { rows, others: honest(40) }))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is not said of ratings that are bad, automatic, before the service, or on another channel', () => {
    const other = rows.map((row, i) =>
      i < 6
        ? { ...row, ...[{ level: 1 }, { automatic: 1 as const }, { delay: -3 }, { channel: 3 }][i % 4] }
        : row,
    );
    expect(flaggedBy('quick-ratings', { rows: other, others: honest(40) })).toEqual([]);
  });

  it('is found by the pad’s part of the ratings of the hall, as a whole office and month', () => {
    const ways = (pad: number) => (i: number) => ({ channel: i % 10 < pad ? 4 : 3 });
    const found = flaggedBy('pad-surplus', { rows: repeated(300, ways(9)), others: honest(300, ways(7)) });
    expect(found).toMatchObject([{ unit: 1, office: 1, month: 9, keys: [] }]);
  });
});

describe('A2, batches of one second', () => {
  const batch = (row: MadeRow): MadeRow[] => [
    ...repeated(4, () => ({ at: MIDNIGHT, delay: 7200, tags: 0, rater: NO_PERSON, ...row })),
    ...repeated(30, (i) => ({ at: MIDNIGHT + i * 3600, tags: 0, rater: NO_PERSON })),
  ];

  it('is found where they have neither tags nor telephone', () => {
    expect(rowsOf(flaggedBy('same-second', { rows: batch({}) }))).toEqual([0, 1, 2, 3]);
  });

  it('is not said of those that are marked as automatic, or that name somebody', () => {
    expect(flaggedBy('same-second', { rows: batch({ automatic: 1 }) })).toEqual([]);
    expect(flaggedBy('same-second', { rows: batch({ rater: 5 }) })).toEqual([]);
  });
});

describe('A3, scripted praise', () => {
  const script = repeated(8, (i) => ({
    channel: 1,
    device: 5000,
    rater: 4000,
    at: MIDNIGHT,
    delay: 3600 + 7 * i,
    tags: 129,
  }));
  const people = repeated(200, (i) => ({
    channel: 1,
    device: 9000 + i,
    at: MIDNIGHT + 10 * 3600,
    delay: 60 + i,
    office: 1,
  }));

  it('is found by an account that praises by night with the same tags', () => {
    const rows = [...script, ...people];
    expect(rowsOf(flaggedBy('night-series', { rows }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(flaggedBy('night-series', { rows: [...script.slice(0, 4), ...people] })).toEqual([]);
    expect(
      flaggedBy('night-series', { rows: [...script.map((row, i) => ({ ...row, tags: i })), ...people] }),
    ).toEqual([]);
  });

  it('is found by day too, where one account rates for many persons of an office', () => {
    const rows = [...script.map((row) => ({ ...row, delay: 12 * 3600 })), ...people];
    expect(rowsOf(flaggedBy('shared-accounts', { rows, others: honest(40) }))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('is not said of an agent who rates the cases of organisations', () => {
    const rows = [...script.map((row) => ({ ...row, natural: 0 as const })), ...people];
    expect(flaggedBy('shared-accounts', { rows, others: honest(40) })).toEqual([]);
  });
});

describe('A4, a ring of staff', () => {
  const ring = (offices: number): MadeRow[] =>
    repeated(6, (i) => ({ channel: 2, rater: 7, office: 1 + (i % offices) }));

  it('is found by a telephone that praises several offices for others', () => {
    expect(rowsOf(flaggedBy('shared-telephones', { rows: ring(3) }))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is not said of one office, of a person’s own cases, or of bad ratings', () => {
    expect(flaggedBy('shared-telephones', { rows: ring(1) })).toEqual([]);
    expect(flaggedBy('shared-telephones', { rows: ring(3).map((row) => ({ ...row, person: 7 })) })).toEqual(
      [],
    );
    expect(
      rowsOf(flaggedBy('shared-telephones', { rows: ring(3).map((row) => ({ ...row, level: 1 })) })),
    ).toEqual([]);
  });
});

describe('A5 to A10, what was refused or stands in for nothing', () => {
  it('is found by the telephone that is nobody’s', () => {
    const rows = [{ rater: PLACEHOLDER }, {}, { rater: PLACEHOLDER, rated: 0 as const }];
    expect(rowsOf(flaggedBy('placeholder-telephones', { rows }))).toEqual([0]);
  });

  it('is told apart by the reason, and an orphan whose service was refused is none', () => {
    const refused = (
      ['checksum', 'conflict', 'orphan', 'orphan', 'time-order', 'tag-fit', 'required', 'malformed'] as const
    ).map((reason, id): RefusedLine => ({ id, reason, unit: 1, serviceRefused: id === 3 }));
    const ids = (id: string): number[] => flaggedBy(id, { refused }).flatMap(({ keys }) => keys);
    expect(ids('wrong-certificates')).toEqual([0]);
    expect(ids('repeated-keys')).toEqual([1]);
    expect(ids('orphan-ratings')).toEqual([2]);
    expect(ids('times-out-of-order')).toEqual([4]);
    expect(ids('wrong-codes')).toEqual([5]);
    expect(ids('missing-fields')).toEqual([6]);
  });
});

describe('A11, malicious bad ratings', () => {
  it('are found where they come from the telephones of others', () => {
    const rows = repeated(100, (i) => (i < 5 ? { level: 1, rater: 7 } : {}));
    expect(rowsOf(flaggedBy('attacks', { rows, others: honest(100) }))).toEqual([0, 1, 2, 3, 4]);
    expect(
      flaggedBy('attacks', {
        rows: rows.map((row) => ({ ...row, person: row.rater ?? 8 })),
        others: honest(100),
      }),
    ).toEqual([]);
  });

  it('are found by their number, as a whole office and month, where they come from people’s own', () => {
    const low = (ones: number) => (i: number) => ({ level: i % 10 < ones ? 1 : i % 10 < 4 ? 2 : 3 });
    const found = flaggedBy('unhappy-surplus', { rows: repeated(60, low(6)), others: honest(60, low(2)) });
    expect(found).toMatchObject([{ unit: 1, office: 1, month: 9, keys: [] }]);
  });
});

describe('A12, mis-clicks', () => {
  it.each([
    ['服务态度很好，谢谢', true],
    ['没想到这么简单，点赞', true],
    ['补领社保卡很快', true],
    ['等了三个小时，态度差', false],
    ['说好一次办好，实际跑了三趟', false],
    ['请尽快处理', false],
  ])('%s: %s', (text, isFlagged) => {
    expect(rowsOf(flaggedBy('praise-at-one', { rows: [{ level: 1, text }] }))).toEqual(isFlagged ? [0] : []);
    expect(flaggedBy('praise-at-one', { rows: [{ level: 5, text }] })).toEqual([]);
  });
});

describe('what is missing', () => {
  it('A13: bad ratings, beside those of level 3', () => {
    const low = (bad: number) => (i: number) => ({ level: i % 10 < bad ? 1 : 3 });
    const found = flaggedBy('few-bad', { rows: repeated(80, low(0)), others: honest(80, low(4)) });
    expect(found).toMatchObject([{ unit: 1, office: 1, month: 9, observed: 0, of: 80, keys: [] }]);
    expect(flaggedBy('few-bad', { rows: repeated(15, low(0)), others: honest(80, low(4)) })).toEqual([]);
  });

  it('A14: ratings of overdue cases, beside those in time', () => {
    const cases = (lateRated: number) => (i: number) => ({
      late: i % 2 === 0 ? (1 as const) : (0 as const),
      rated: (i % 2 === 0 ? (i / 2) % 10 < lateRated : i % 10 < 6) ? (1 as const) : (0 as const),
    });
    const found = flaggedBy('late-unrated', { rows: repeated(200, cases(1)), others: honest(200, cases(5)) });
    expect(found).toMatchObject([{ unit: 1, office: 1, month: 9, observed: 10, of: 100 }]);
  });
});

describe('what comes at the wrong time, or goes to somebody else', () => {
  it('A15: ratings that are uploaded late and together', () => {
    const rows = repeated(60, (i) => ({
      at: MIDNIGHT + Math.floor(i / 2) * DAY + 36_000,
      uploadedAfter: i < 6 ? 31 * DAY - Math.floor(i / 2) * DAY - 36_030 - 60 : 5,
    }));
    expect(rowsOf(flaggedBy('late-uploads', { rows }))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('A16: call-backs to another telephone than that of the rating', () => {
    const order = {
      office: 1,
      month: 9,
      upheld: true,
      rectifiedAt: 10,
      calledBackAt: 20,
      calledBackTo: 8,
      rater: 7,
    };
    const keys = (one: Partial<CheckedRectification>): number[] =>
      flaggedBy('call-backs', { rectifications: [{ ...order, ratingKey: 64, ...one }] }).flatMap(
        (found) => found.keys,
      );
    expect(keys({})).toEqual([64]);
    for (const one of [
      { calledBackTo: 7 },
      { upheld: false },
      { calledBackAt: -1 },
      { rectifiedAt: -1 },
      { rater: PLACEHOLDER },
    ])
      expect(keys(one)).toEqual([]);
  });

  it('A17: ratings on devices of a hall by night', () => {
    const at = (hour: number, channel: number): MadeRow => ({ at: MIDNIGHT + hour * 3600, channel });
    const rows = [at(22, 4), at(12, 4), at(3, 5), at(22, 1), at(22, 3)];
    expect(rowsOf(flaggedBy('closed-hall-ratings', { rows }))).toEqual([0, 2]);
  });
});
