import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadRatingCounts } from '../../src/audit/realism/bad-rating-counts.ts';
import { DistinctTexts } from '../../src/audit/realism/distinct-texts.ts';
import { FirstMonth } from '../../src/audit/realism/first-month.ts';
import { GroupedSums } from '../../src/audit/realism/grouped-sums.ts';
import { HoursOfRatings } from '../../src/audit/realism/hours-of-ratings.ts';
import { CaseLevels } from '../../src/audit/realism/case-levels.ts';
import { intraclassCorrelation } from '../../src/audit/realism/intraclass-correlation.ts';
import { ItemPopularity, zipfSlope } from '../../src/audit/realism/item-popularity.ts';
import { judgeRealism } from '../../src/audit/realism/judge-realism.ts';
import { OffDayApplications } from '../../src/audit/realism/off-day-applications.ts';
import { RatedItems } from '../../src/audit/realism/rated-items.ts';
import { RatingDelays } from '../../src/audit/realism/rating-delays.ts';
import { RealismCounter } from '../../src/audit/realism/realism-counter.ts';
import { SlowBadCases } from '../../src/audit/realism/slow-bad-cases.ts';
import { TopFirms } from '../../src/audit/realism/top-firms.ts';
import { realismFile, realismIds } from '../../src/model/realism/realism-range.ts';
import { DAY_SECONDS, parseDay } from '../../src/model/time/time.ts';
import { calendar, knowledge, reference, shuffled } from '../builders.ts';

const at = (day: string, hour = 0): number => parseDay(day) * DAY_SECONDS + hour * 3600;
const times = (n: number, work: (i: number) => void): void => {
  for (let i = 0; i < n; i++) work(i);
};

describe('the hours of ratings', () => {
  it('count the night up to six, and what lies outside two hours', () => {
    const hours = new HoursOfRatings();
    for (const hour of [0, 5, 6, 8, 9, 20, 21, 23]) hours.add(at('2025-03-03', hour));
    expect(hours.night()).toEqual({ value: 2 / 8, n: 8 });
    expect(hours.outside(9, 21)).toEqual({ value: 6 / 8, n: 8 });
    expect(hours.outside(8, 22)).toEqual({ value: 4 / 8, n: 8 });
    expect(new HoursOfRatings().night()).toEqual({ value: null, n: 0 });
  });
});

describe('applications on days off', () => {
  it('are those of weekends and holidays, not of make-up working days, nor of unknown years', () => {
    const offDays = new OffDayApplications(calendar);
    // Saturday; a holiday on a Monday; a make-up working day on a Saturday; a Wednesday; a year without a notice.
    for (const day of ['2023-07-01', '2023-05-01', '2023-05-06', '2023-07-05', '2060-01-01'])
      offDays.add(parseDay(day));
    expect(offDays.figure()).toEqual({ value: 2 / 4, n: 4 });
  });
});

describe('the popularity of items', () => {
  it('has the slope by which counts fall with their rank', () => {
    const counts = (slope: number): number[] => Array.from({ length: 50 }, (_, i) => 1e6 / (i + 1) ** slope);
    for (const slope of [0.5, 1, 1.4]) expect(zipfSlope(counts(slope))).toBeCloseTo(slope, 10);
    expect(zipfSlope(shuffled(counts(1), 3))).toBeCloseTo(1, 10);
  });

  it('is the mean over units, without rare items and units of few items', () => {
    const tasks = [0, 1, 2].flatMap((unitIndex) => Array.from({ length: 12 }, () => ({ unitIndex })));
    const popularity = new ItemPopularity(tasks);
    // Unit 0: 1000 each in ten items; unit 1: rising with the first rank; unit 2: nine items only.
    times(10, (i) => {
      times(1000, () => {
        popularity.add(i);
      });
      times(Math.round(5000 / (i + 1)), () => {
        popularity.add(12 + i);
      });
    });
    times(9, (i) => {
      times(50, () => {
        popularity.add(24 + i);
      });
    });
    popularity.add(11);
    const { value, n } = popularity.slope();
    expect(value).toBeCloseTo(0.5, 3);
    expect(n).toBe(10_000 + 14_645);
  });
});

describe('items with a rating in a month', () => {
  it('are counted among the listed ones of the units that have ratings, month by month', () => {
    const tasks = [0, 0, 0, 0, 1, 1].map((unitIndex) => ({ unitIndex }));
    const rated = new RatedItems(tasks);
    for (const [task, day] of [
      [0, '2025-03-01'],
      [0, '2025-03-31'],
      [1, '2025-03-31'],
      [1, '2025-04-01'],
    ] as const) {
      rated.add(task, at(day));
    }
    expect(rated.figure()).toEqual({ value: 3 / 8, n: 8 });
  });
});

describe('bad ratings', () => {
  it('have shares of tags among all of them, and a ratio of their levels', () => {
    const bad = new BadRatingCounts(reference.tags);
    const bitOf = (code: string): number =>
      1 <<
      reference.tags.filter(({ level }) => String(level) === code[0]).findIndex((tag) => tag.code === code);
    bad.add(1, bitOf('110') | bitOf('108'));
    bad.add(1, bitOf('110'));
    bad.add(1, 0);
    bad.add(2, bitOf('209'));
    expect(bad.tagShare('110')).toEqual({ value: 2 / 4, n: 4 });
    expect(bad.tagShare('108')).toEqual({ value: 1 / 4, n: 4 });
    expect(bad.tagShare('209')).toEqual({ value: 1 / 4, n: 4 });
    expect(bad.tagShare('109')).toEqual({ value: 0, n: 4 });
    expect(bad.levelRatio()).toEqual({ value: 3, n: 4 });
  });
});

describe('distinct texts', () => {
  it('are counted once each', () => {
    const texts = new DistinctTexts(10_000);
    ['好', '好', '慢', '好'].forEach((text, i) => {
      texts.add(i, text);
    });
    expect(texts.figure()).toEqual({ value: 2 / 4, n: 4 });
  });

  it('are taken from the same rows, whatever their order, and from all over the run', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => 2 ** 40 + i * 2);
    const of = (order: readonly number[]) => {
      const texts = new DistinctTexts(300);
      // The second half of the run repeats one text.
      for (const key of order) texts.add(key, key < 2 ** 40 + 5000 ? String(key) : '好');
      return texts.figure();
    };
    const inOrder = of(keys);
    expect(inOrder.n).toBe(300);
    expect(inOrder.value).toBeGreaterThan(0.4);
    expect(inOrder.value).toBeLessThan(0.6);
    expect(of(shuffled(keys, 5))).toEqual(inOrder);
  });
});

describe('the firms that file most', () => {
  it('are the hundredth with most cases, rounded up', () => {
    const firms = new TopFirms();
    times(150, (i) => {
      firms.add(i);
    });
    times(49, () => {
      firms.add(7);
      firms.add(9);
    });
    firms.add(9);
    // 249 cases of 150 firms, of which two are the hundredth.
    expect(firms.figure()).toEqual({ value: (50 + 51) / 249, n: 249 });
  });
});

describe('sums by group', () => {
  it('are those of a plain table, for any groups', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 36 }), fc.integer({ min: 1, max: 5 })), {
          maxLength: 3000,
        }),
        (values) => {
          const sums = new GroupedSums();
          const plain = new Map<number, [number, number, number]>();
          for (const [group, value] of values) {
            sums.add(group, value);
            const [n, sum, squares] = plain.get(group) ?? [0, 0, 0];
            plain.set(group, [n + 1, sum + value, squares + value * value]);
          }
          const found: string[] = [];
          sums.each((...one) => found.push(one.join()));
          expect(sums.size).toBe(plain.size);
          expect(found.sort()).toEqual([...plain.values()].map((one) => one.join()).sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the levels of cases that follow one another', () => {
  it('are correlated as groups of any order are', () => {
    const groups = [[5, 5, 4], [1], [2, 1], [5, 3], [4, 4]];
    const sums = new GroupedSums();
    const cases = new CaseLevels();
    groups.forEach((levels, n) => {
      for (const level of levels) {
        sums.add(n, level);
        cases.add(n, level);
      }
    });
    const { value, n } = cases.figure();
    expect(value).toBeGreaterThan(0.5);
    expect({ value, n }).toEqual(intraclassCorrelation(sums));
  });
});

describe('the intraclass correlation', () => {
  const of = (groups: readonly (readonly number[])[]) => {
    const sums = new GroupedSums();
    groups.forEach((values, group) => {
      for (const value of values) sums.add(group, value);
    });
    return intraclassCorrelation(sums);
  };

  it('is that of a worked example', () => {
    // Shrout and Fleiss, Psychological Bulletin 86 (1979), 420–428: six targets, four judges, ICC(1,1) = 0.17.
    const { value, n } = of([
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]);
    expect(value).toBeCloseTo(0.1657, 4);
    expect(n).toBe(24);
  });

  it('is 1 where groups differ and their values do not, and 0 where only values do', () => {
    expect(
      of([
        [5, 5],
        [3, 3, 3],
        [1, 1],
      ]).value,
    ).toBeCloseTo(1, 12);
    expect(
      of([
        [1, 5],
        [1, 5],
        [1, 5],
      ]).value,
    ).toBe(0);
  });

  it('leaves out groups of one value, and says nothing of equal values or a single group', () => {
    expect(of([[5, 4], [3, 3], [1]])).toEqual(
      of([
        [5, 4],
        [3, 3],
      ]),
    );
    expect(
      of([
        [5, 5],
        [5, 5],
      ]).value,
    ).toBeNull();
    expect(of([[5, 4, 3]]).value).toBeNull();
  });

  it('lies between 0 and 1, whatever the groups', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 })), (groups) => {
        const { value } = of(groups);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('delays of ratings', () => {
  it('have a median exact to a hundredth of itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }), (seconds) => {
        const delays = new RatingDelays();
        for (const one of seconds) delays.add(one);
        const lower = seconds.toSorted((a, b) => a - b)[Math.ceil(seconds.length / 2) - 1]!;
        const { value, n } = delays.median();
        expect(n).toBe(seconds.length);
        expect(Math.abs(value! - lower)).toBeLessThanOrEqual(0.01 * (lower + 1));
      }),
    );
    expect(new RatingDelays().median()).toEqual({ value: null, n: 0 });
  });
});

describe('slow cases', () => {
  it('compare the share of the limit that bad ratings saw used with that of level 5', () => {
    const slow = new SlowBadCases();
    slow.add(5, 2 * DAY_SECONDS, 4);
    slow.add(5, 1 * DAY_SECONDS, 4);
    slow.add(3, 900 * DAY_SECONDS, 1);
    slow.add(2, 6 * DAY_SECONDS, 8);
    slow.add(1, 3 * DAY_SECONDS, 4);
    expect(slow.figure()).toEqual({ value: 2, n: 2 });
  });
});

describe('the first month', () => {
  it('is compared by working day with all later ones', () => {
    const first = new FirstMonth(calendar);
    // March 2025 has 21 working days, April 22.
    times(21 * 30, () => {
      first.add(parseDay('2025-03-01'));
    });
    times(22 * 40, () => {
      first.add(parseDay('2025-04-30'));
    });
    expect(first.figure()).toEqual({ value: 30 / 40, n: 630 });
  });

  it('is not compared where there is no later one, or nothing at all', () => {
    const first = new FirstMonth(calendar);
    expect(first.figure()).toEqual({ value: null, n: 0 });
    first.add(parseDay('2025-03-03'));
    expect(first.figure().value).toBeNull();
  });
});

describe('the verdict', () => {
  const figures = new RealismCounter({ tasks: [] }, knowledge).figures();
  const verdictOf = (
    id: (typeof realismIds)[number],
    figure: { value: number | null; n: number },
    whole = true,
  ) => judgeRealism(knowledge.realism, { ...figures, [id]: figure }, whole).find((check) => check.id === id)!;

  it('is inside up to both ends of the range, outside beyond', () => {
    const { low, high, least } = knowledge.realism.find(({ id }) => id === 'levelRatio')!;
    for (const value of [low, high])
      expect(verdictOf('levelRatio', { value, n: least }).verdict).toBe('inside');
    for (const value of [low - 0.01, high + 0.01])
      expect(verdictOf('levelRatio', { value, n: least }).verdict).toBe('outside');
  });

  it('is too few below the least number, or where a sample cannot tell', () => {
    expect(verdictOf('levelRatio', { value: 4, n: 499 }).verdict).toBe('few');
    expect(verdictOf('topFirms', { value: 0.2, n: 5000 }).verdict).toBe('inside');
    expect(verdictOf('topFirms', { value: 0.2, n: 5000 }, false)).toMatchObject({
      value: null,
      n: 0,
      verdict: 'few',
    });
    for (const { verdict, value } of judgeRealism(knowledge.realism, undefined, false))
      expect({ verdict, value }).toEqual({ verdict: 'few', value: null });
  });

  it('is outside for repeated texts, however few: more texts only repeat more', () => {
    expect(verdictOf('distinctTexts', { value: 0.5, n: 900 }).verdict).toBe('outside');
    expect(verdictOf('distinctTexts', { value: 0.9, n: 900 }).verdict).toBe('few');
  });
});

describe('the ranges', () => {
  const file = { ranges: knowledge.realism };

  it('are one for each statistic, with a source in both languages; what is guessed is our assumption', () => {
    expect(knowledge.realism.map(({ id }) => id)).toEqual([...realismIds]);
    for (const { id, source, sourceEn, confidence, assumption } of knowledge.realism) {
      expect(source, id).toMatch(/\p{Script=Han}/u);
      expect(sourceEn, id).not.toMatch(/\p{Script=Han}/u);
      if (confidence === 'guessed') expect(assumption, id).toBe(true);
    }
    expect(realismFile.safeParse(file).success).toBe(true);
  });

  it('are refused where one is missing, upside down, or guessed without saying so', () => {
    const [first, ...others] = knowledge.realism;
    for (const ranges of [
      others,
      [{ ...first, low: 2, high: 1 }, ...others],
      [{ ...first, confidence: 'guessed', assumption: false }, ...others],
    ]) {
      expect(realismFile.safeParse({ ranges }).success).toBe(false);
    }
  });
});
