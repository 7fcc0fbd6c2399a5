import { expect, it } from 'vitest';
import { inTodaysFields } from '../../src/model/scenario/former-settings.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { tiny } from '../builders.ts';

const settings = (defaulting?: object): unknown => ({
  ...tiny(),
  answering: { ...tiny().answering, defaulting },
});

it('settings that an older version stored are read with the mean share of automatic ratings', () => {
  const stored = inTodaysFields(settings({ from: 0.1, to: 0.3, afterDays: 5, level: 3 }));
  const { answering } = parseScenario(stored, 'run 1');
  expect(answering.defaulting).toEqual({ share: 0.2, afterDays: 5, level: 3 });
});

it('settings of today are read as they are', () => {
  for (const today of [settings({ share: 0.4, afterDays: 7, level: 5 }), settings(), {}])
    expect(inTodaysFields(today)).toBe(today);
});
