import { describe, expect, it } from 'vitest';
import { unpublishedPlaces } from '../../../src/model/scenario/published-places.ts';
import type { Scenario } from '../../../src/model/scenario/scenario.ts';
import { readMonthTargets, readNationalTargets, readScenario } from '../../../src/store/reference.ts';
import { scenarioNames } from '../../../src/store/shipped.ts';
import { reference, tiny } from '../../builders.ts';

const shipped = [...readMonthTargets(), ...readNationalTargets()];
const findings = (scenario: Scenario) => unpublishedPlaces(scenario, shipped, reference);

describe('real names', () => {
  it.each(scenarioNames())('go with what was published in %s', (name) => {
    expect(findings(readScenario(name))).toEqual([]);
  });

  it('do not go with targets that do not come with the program', () => {
    for (const units of ['all', ['330000']]) {
      expect(findings(tiny({ names: 'real', targets: 'moon', units }))).toEqual([
        {
          path: 'targets',
          text: {
            zh: '"moon"：names 为 real 时须为内置目标（guangdong-2023-07, national-series）',
            en: '"moon": must be shipped targets (guangdong-2023-07, national-series) where names is real',
          },
        },
      ]);
    }
    expect(findings(tiny({ names: 'coded', targets: 'moon' }))).toEqual([]);
  });

  it('do not go with units of which the month says nothing, by whichever code they are given', () => {
    const month = (units: unknown) =>
      findings(tiny({ names: 'real', targets: 'guangdong-2023-07', units })).map(
        ({ path, text }) => `${path} = ${text.en}`,
      );
    const rule =
      'must be units that the targets guangdong-2023-07 speak of (440000, 440100, 440300) where names is real';
    expect(month(['440000', '330000', '330100'])).toEqual([`units = 330000, 330100: ${rule}`]);
    expect(month(['981100'])).toEqual([`units = 330000: ${rule}`]);
    expect(month('all')).toEqual([`units = all: ${rule}`]);
    expect(month(['440100', '981902', '990000'])).toEqual([]);
  });

  it('go with every unit of a national report', () => {
    expect(
      findings(tiny({ names: 'real', targets: 'national-series', units: ['330000', '330100'] })),
    ).toEqual([]);
  });
});
