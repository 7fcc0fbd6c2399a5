import { expect, it } from 'vitest';
import { assertTwinnable, bentAnswering, calibrateTwin } from '../../src/calibrate/calibrate-twin.ts';
import type { MonthTrier } from '../../src/calibrate/calibrate-month.ts';
import { Mistake } from '../../src/model/errors.ts';
import { readMonthTargets, readScenario, readTargets } from '../../src/store/reference.ts';
import { knowledge } from '../builders.ts';

const [month] = readMonthTargets();
const felt = readScenario('guangdong-2023-07');

it.each([
  [
    'national-series',
    'guangdong-2023-07',
    'only those of a month (kind “month”) have a twin',
    '只有月份目标',
  ],
  ['guangdong-2023-07', 'tiny', 'but they must be guangdong-2023-07', '须为 guangdong-2023-07'],
  ['guangdong-2023-07', 'bent-2023-07', 'ratings are bent in the scenario bent-2023-07', '的评价受到干预'],
])('a twin by the targets %s of the scenario %s is refused', (targets, scenario, en, zh) => {
  let refused: unknown;
  try {
    assertTwinnable(readTargets(targets), readScenario(scenario));
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(Mistake);
  expect(refused).toMatchObject({
    text: { en: expect.stringContaining(en) as string, zh: expect.stringContaining(zh) as string },
  });
});

it('the search retains as many of each level as were published, and moves nothing but what bends ratings', async () => {
  // Of each level twice as many are felt as were published, and more are answered than have to be.
  const trier: MonthTrier = ({ answering }) =>
    Promise.resolve({
      cases: 1000,
      ratings: 1000,
      rows: (['levels', 'channels', 'ratio'] as const).flatMap((group) => {
        const shares: Readonly<Record<string, number>> =
          group === 'ratio' ? { ratingsPerCase: month!.ratingsPerCase } : month![group];
        const all = group === 'ratio' ? 1 : Object.values(shares).reduce((sum, n) => sum + n, 0);
        return Object.entries(shares).map(([key, n]) => {
          const published = n / all;
          const level = ([1, 2, 3, 4] as const).find((one) => group === 'levels' && String(one) === key);
          const simulated =
            level === undefined
              ? published + (group === 'ratio' ? 0.1 * (answering.online - 0.9) : 0)
              : 2 * published * answering.retained[level];
          const none = {
            interval: null,
            accepted: { low: 0, high: 1 },
            low: null,
            high: null,
            inside: null,
            verdict: null,
          };
          return { group, key, published, simulated, ...none };
        });
      }),
    });
  const twin = await calibrateTwin(month!, felt, trier, knowledge, () => undefined);
  expect(twin.answering).toMatchObject({
    ...bentAnswering,
    retained: { 1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5, 5: 1 },
  });
  expect(twin.answering.online).toBeCloseTo(0.9, 1);
  expect([twin.names, twin.units]).toEqual(['coded', ['981900', '981901', '981902']]);
  for (const part of ['casesPerYear', 'quality', 'catalogue', 'demand', 'handling', 'targets'] as const)
    expect(twin[part]).toEqual(felt[part]);
});
