import { describe, expect, it } from 'vitest';
import { serviceKeyOf } from '../../src/model/record/key.ts';
import { Block, threefry } from '../../src/model/math/random.ts';
import { DAY_SECONDS } from '../../src/model/time/time.ts';
import { mechanism } from '../../src/model/truth.ts';
import { QUANTILES } from '../../src/simulate/distributions.ts';
import { calledBackAt, momentOf } from '../../src/simulate/rating/channel-and-moment.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { tiny } from '../builders.ts';
import { make, type MadeRating } from './made.ts';

const HOUR = 3600;
const hourOf = (second: number): number => Math.floor((second % DAY_SECONDS) / HOUR);

/** Every channel used, with delays of hours. */
const channels = (more: Partial<Scenario['channels']> = {}): Scenario['channels'] => ({
  ...tiny().channels,
  online: { '1': 0.4, '6': 0.3, '7': 0.3 },
  hall: { '3': 0.1, '4': 0.5, '6': 0.2, '7': 0.2 },
  ...more,
});
const made = make(tiny({ casesPerYear: 32_000, channels: channels(), handling: { hotline: 0.1 } }), 7);
const served = new Map(made.services.map(({ key, serviceAt }) => [key, serviceAt]));
const given = made.ratings.filter((rating) => rating.mechanism !== mechanism.defaulted);
const on = (channel: number): MadeRating[] => given.filter((rating) => rating.channel === channel);
const waited = ({ key, assessedAt }: MadeRating): number => assessedAt - served.get(serviceKeyOf(key))!;

const words = Array.from({ length: 20_000 }, (_, i) => {
  const block = new Block();
  threefry(7, 1, i, 0, block);
  return block.a;
});
const tablesOf = (more: Partial<Scenario['channels']>) =>
  make(tiny({ casesPerYear: 400, channels: channels(more) }), 7).tables;

describe('ratings by telephone and text message', () => {
  it.each([
    [6, 9, 21],
    [7, 8, 22],
  ])('come on channel %d between %d and %d h', (channel, from, to) => {
    const ratings = on(channel);
    expect(ratings.length).toBeGreaterThan(500);
    const hours = ratings.map(({ assessedAt }) => hourOf(assessedAt));
    expect(Math.min(...hours)).toBe(from);
    expect(Math.max(...hours)).toBe(to - 1);
  });

  it('due by night come the next morning, spread over three hours in the order in which they were due', () => {
    const tables = tablesOf({ delays: { '7': { medianMinutes: 1, spread: 0 } } });
    const due = Array.from({ length: 10 * HOUR }, (_, i) => 22 * HOUR - 60 + i);
    const moments = due.map((at) => momentOf(tables, 7, at, 5));
    expect(moments[0]).toBe(DAY_SECONDS + 8 * HOUR);
    expect(moments.at(-1)).toBe(DAY_SECONDS + 11 * HOUR - 1);
    expect(moments.every((at, i) => i === 0 || at >= moments[i - 1]!)).toBe(true);
    // Ten hours of night in three of morning: not more than four in a second.
    expect(new Set(moments).size).toBe(3 * HOUR);
  });

  it('come at any hour on channels of which the scenario says none, and within hours of its own', () => {
    const open = tablesOf({ hours: {} });
    const narrow = tablesOf({ hours: { '1': [10, 11], '6': [18, 20] } });
    const hours = (tables: typeof open, channel: number) =>
      new Set(words.map((word) => hourOf(momentOf(tables, channel, 15 * HOUR, word))));
    expect(hours(open, 7).size).toBe(24);
    expect(hours(narrow, 1)).toEqual(new Set([10]));
    const calls = words.map((word) => hourOf(calledBackAt(narrow, 15 * HOUR, word)));
    expect(new Set(calls)).toEqual(new Set([18, 19]));
  });
});

describe('the delay of a rating', () => {
  it('is what the scenario says, and one second at least', () => {
    const tables = tablesOf({
      delays: { '3': { medianMinutes: 2, spread: 0 }, '5': { medianMinutes: 0.001, spread: 0 } },
    });
    expect(momentOf(tables, 3, 1000, 5)).toBe(1120);
    expect(momentOf(tables, 5, 1000, 5)).toBe(1001);
  });

  it('ends on a pad at its time-out, without a heap there', () => {
    const delays = on(4).map(waited);
    expect(delays.length).toBeGreaterThan(1000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(60);
    const last = delays.filter((seconds) => seconds >= 59).length;
    // As many as the distribution below the time-out has in its last seconds, up to five standard errors.
    const chance = made.tables.delays[4]!.filter((seconds) => seconds >= 58.5).length / QUANTILES;
    expect(chance).toBeLessThan(0.02);
    const sd = Math.sqrt(delays.length * chance * (1 - chance));
    expect(Math.abs(last - delays.length * chance)).toBeLessThan(5 * sd + 1);
  });

  it('keeps its proportions below a time-out', () => {
    const delays = { '4': { medianMinutes: 0.5, spread: 0.4 } };
    const cut = tablesOf({ delays }).delays[4]!;
    const whole = tablesOf({ delays, timeoutSeconds: {} }).delays[4]!;
    const below = (table: Float64Array, seconds: number) =>
      table.filter((s) => s < seconds).length / QUANTILES;
    expect(below(whole, 60)).toBeLessThan(0.97);
    for (const seconds of [15, 30, 45])
      expect(below(cut, seconds)).toBeCloseTo(below(whole, seconds) / below(whole, 60), 3);
  });

  it('is the time-out or less even where the distribution lies above it', () => {
    const far = tablesOf({
      delays: { '4': { medianMinutes: 600, spread: 0.1 } },
      timeoutSeconds: { '4': 20 },
    });
    const moments = words.map((word) => momentOf(far, 4, 1000, word));
    expect(Math.min(...moments)).toBeGreaterThan(1000);
    expect(Math.max(...moments)).toBeLessThanOrEqual(1020);
  });
});
