import { describe, expect, it } from 'vitest';
import { partsOf, serviceKeyOf } from '../../src/model/record/key.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { ABSENT, DAY_SECONDS } from '../../src/model/time/time.ts';
import { longestLives } from '../../src/simulate/burn-in.ts';
import { tiny } from '../builders.ts';
import { make, type Made, type MadeRectification } from './made.ts';

/** Much happens to cases, and many ratings are bad. */
const lived = tiny({
  units: ['990100', '991000', '991200'],
  casesPerYear: 12_000,
  profiles: { '990100': 'guangdong-2019', '991000': 'zhejiang-2019', '991200': 'shandong-dezhou-2020' },
  experience: { cuts: [-1.7, -1.3, -1, -0.8] },
  handling: {
    consultation: 0.2,
    supplement: 0.3,
    payment: 0.2,
    repeat: 0.4,
    correction: 0.2,
    retention: 0.1,
    retentionTimes: 2.5,
    withdrawal: 0.1,
    hotline: 0.1,
  },
  answering: {
    byProfile: true,
    defaulting: { share: 0.4 },
    additional: { rectified: 0.6, otherwise: 0.1 },
  },
});
const scenarios: [string, Scenario][] = [
  ['the smallest scenario', tiny({ casesPerYear: 12_000 })],
  ['one in which cases have a whole life', lived],
];

/** What a rectification says of the time before an end. */
function before(end: number, one: MadeRectification): MadeRectification {
  const come = (at: number): number => (at < end ? at : ABSENT);
  const called = come(one.calledBackAt) !== ABSENT;
  return {
    ...one,
    verdict: come(one.rectifiedAt) === ABSENT ? 0 : one.verdict,
    contactedAt: come(one.contactedAt),
    rectifiedAt: come(one.rectifiedAt),
    calledBackAt: come(one.calledBackAt),
    calledBackTo: called ? one.calledBackTo : -1,
    satisfied: called ? one.satisfied : 0,
  };
}

describe.each(scenarios)('%s', (_, scenario) => {
  const short = make({ ...scenario, from: '2025-01-06', to: '2025-02-14' }, 9);
  const long = make({ ...scenario, from: '2025-01-06', to: '2025-03-14' }, 9);
  const end = short.span.horizon;

  it('has the same services and ratings before an end, whether it ends there or goes on', () => {
    expect(short.services).toEqual(long.services.filter(({ serviceAt }) => serviceAt < end));
    expect(short.ratings).toEqual(long.ratings.filter(({ uploadedAt }) => uploadedAt < end));
    expect(short.services.length).toBeGreaterThan(1500);
    expect(long.services.length).toBeGreaterThan(short.services.length * 1.4);
  });

  it('has rectifications that say the same of the time before an end', () => {
    const rated = new Set(short.ratings.map(({ key }) => key));
    const known = long.rectifications.filter(({ key }) => rated.has(key));
    expect(short.rectifications).toEqual(known.map((one) => before(end, one)));
    const open = short.rectifications.filter(({ verdict }) => verdict === 0);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(short.rectifications.length);
  });

  it('has in its first month what a run that began earlier has there', () => {
    const later = make({ ...scenario, from: '2025-02-05', to: '2025-03-14' }, 9);
    const { begin } = later.span;
    expect(later.services).toEqual(long.services.filter(({ serviceAt }) => serviceAt >= begin));
    const own = new Set(later.services.map(({ key }) => key));
    expect(later.ratings).toEqual(long.ratings.filter(({ key }) => own.has(serviceKeyOf(key))));
    const begunBefore = later.services.filter(({ key }) => partsOf(key).day * DAY_SECONDS < begin);
    expect(begunBefore.length).toBeGreaterThan(50);
  });
});

describe('the longest life of a case', () => {
  const lives = (scenario: Scenario): { made: Made; longest: Int32Array } => {
    const made = make(scenario, 7);
    return { made, longest: longestLives(scenario, made.world) };
  };

  it('is reached by some and passed by none', () => {
    const { made, longest } = lives({ ...lived, casesPerYear: 60_000 });
    const position = new Map([...made.span.following].map((day, d) => [day, d]));
    const positionOf = (day: number): number => position.get(day) ?? positionOf(day - 1);
    const shares = made.services.map(({ key, task, serviceAt }) => {
      const [begun, at] = [partsOf(key).day, Math.floor(serviceAt / DAY_SECONDS)];
      // What is done on the spot may end after midnight, on a day off too.
      const lived = positionOf(at) - positionOf(begun) + (at > begun && !position.has(at) ? 1 : 0);
      return lived / longest[task]!;
    });
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(shares.filter((share) => share > 0.8).length).toBeGreaterThan(20);
  });

  it('is how far back cases begin', () => {
    const { made, longest } = lives(lived);
    expect(made.span.firstPosition).toBe(Math.max(...longest));
  });
});
