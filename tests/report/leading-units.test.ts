import { describe, expect, it } from 'vitest';
import { leadingUnits } from '../../src/report/results/leading-units.ts';
import { measurementOf, scoresOf } from './hand-made.ts';

const leading = (...scores: (number | null)[]) =>
  leadingUnits(measurementOf('2021', scoresOf('province', ...scores)).units, 'coverage');
const names = (found: ReturnType<typeof leading>) =>
  'units' in found ? found.units.map(({ name }) => name) : found.none;

describe('the leading units of an indicator', () => {
  it('are the ten highest in administrative order, and who ties with the tenth', () => {
    const scores = Array.from({ length: 32 }, (_, i) => 60 + i);
    expect(names(leading(...scores))).toHaveLength(10);
    expect(names(leading(...scores))[0]).toBe('四川');
    scores[0] = scores[22]!;
    expect(names(leading(...scores))).toHaveLength(11);
    expect(names(leading(...scores))[0]).toBe('北京');
  });

  it('are a third of fewer units, one at least', () => {
    expect(names(leading(90, 80, 70, 60, 50, 40))).toEqual(['北京', '天津']);
    expect(names(leading(80, 90))).toEqual(['天津']);
  });

  it('are none of equal units, of a single one, and without figures', () => {
    expect(names(leading(80, 80))).toBe('allEqual');
    expect(names(leading(80, null))).toBe('tooFew');
    expect(names(leading(null))).toBe('noFigure');
  });
});
