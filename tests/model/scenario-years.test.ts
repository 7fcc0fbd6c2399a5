import { describe, expect, it } from 'vitest';
import { runsOfScenario, scenarioInYear } from '../../src/model/scenario/years.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { mistakeOf, tiny } from '../builders.ts';

const years = {
  '2018': { units: { '981100': { effectiveness: 1.5 } } },
  '2020': { units: { '981100': { maturity: 0.5 }, '982300': { accuracy: 2 } } },
};
const scenario = (given: Partial<Scenario> = {}): Scenario =>
  tiny({
    from: '2017-03-01',
    to: '2021-06-30',
    quality: { units: { '981100': { effectiveness: 1, accuracy: -1 } }, years },
    ...given,
  });

describe('qualities by year', () => {
  it('lie over those of the units and hold until another year is named; before the first, the first holds', () => {
    const of = (year: number): unknown => scenarioInYear(scenario(), year).quality.units;
    const early = { '981100': { effectiveness: 1.5, accuracy: -1 } };
    const late = {
      '981100': { effectiveness: 1, accuracy: -1, maturity: 0.5 },
      '982300': { accuracy: 2 },
    };
    expect([2016, 2018, 2019].map(of)).toEqual([early, early, early]);
    expect([2020, 2024].map(of)).toEqual([late, late]);
  });

  it('cut a scenario into runs where they change, which together have its days', () => {
    const cuts = runsOfScenario(scenario()).map(({ from, to }) => `${from} ${to}`);
    expect(cuts).toEqual(['2017-03-01 2019-12-31', '2020-01-01 2021-06-30']);
    expect(runsOfScenario(scenario({ from: '2018-01-01', to: '2018-12-31' })).length).toBe(1);
  });

  it('leave a scenario without them whole', () => {
    const plain = tiny({ from: '2017-03-01', to: '2021-06-30' });
    expect(runsOfScenario(plain)).toEqual([plain]);
    expect(scenarioInYear(plain, 2019)).toBe(plain);
  });

  it('are refused where a year is none', async () => {
    const { text } = await mistakeOf(() =>
      parseScenario({ ...scenario(), quality: { years: { '18': { units: {} } } } }, 'odd'),
    );
    expect(text.en).toContain('must be a year');
  });
});
