import { describe, expect, it } from 'vitest';
import { OwnRegisters, type Qualities } from '../../src/calibrate/own-registers.ts';
import {
  assertLicencesReachable,
  licenceShares,
  secondVisitsFor,
} from '../../src/calibrate/second-visits.ts';
import { oneVisitLicences } from '../../src/measure/one-visit-licences.ts';
import { knowledge, mistakeOf, tiny, unitAt } from '../builders.ts';

const codes = ['330000', '520000'] as const;
const registers = new OwnRegisters(tiny({ units: [...codes] }), 7, knowledge);
const qualities: Qualities = new Map();
const provinces = new Set(codes.map(unitAt));
/** The two provinces alone are counted. */
const units = knowledge.reference.units.map((unit, i) => ({ ...unit, fictional: !provinces.has(i) }));
const shares = licenceShares(registers, qualities, { units });

describe('second visits of licences', () => {
  it('are found so that the share with one visit at most is the one asked for', () => {
    expect(shares.none).toBeGreaterThan(shares.all + 0.1);
    for (const part of [0.25, 0.5, 0.75]) {
      const wanted = shares.all + part * (shares.none - shares.all);
      const tasks = registers.tasks(qualities, provinces, secondVisitsFor(wanted, shares));
      expect(Math.abs(oneVisitLicences({ tasks }, provinces)! - wanted)).toBeLessThan(0.08);
    }
  });

  it('are none or all beyond what a register allows', () => {
    expect([secondVisitsFor(1, shares), secondVisitsFor(0, shares)]).toEqual([0, 1]);
    expect(secondVisitsFor(0.5, { none: 0.4, all: 0.4 })).toBe(0);
  });

  it('are refused where no share of them leads there, with field, value and rule', async () => {
    const { text } = await mistakeOf(() => {
      assertLicencesReachable(0.2, 2021, { none: 0.95, all: 0.4 });
    });
    expect(text.en).toBe(
      'targets cannot be met: 2021: oneVisitLicences = 0.2: the scores of that year allow 0.400 to 0.950 only',
    );
    expect(() => {
      assertLicencesReachable(0.9, 2021, { none: 0.95, all: 0.4 });
    }).not.toThrow();
  });
});
