import { describe, expect, it } from 'vitest';
import { parseScenario, underRegime } from '../../../src/model/scenario/check-scenario.ts';
import { isFictionalCode } from '../../../src/model/names/unit-codes.ts';
import type { Scenario } from '../../../src/model/scenario/scenario.ts';
import { readScenario } from '../../../src/store/reference.ts';
import { scenarioNames } from '../../../src/store/shipped.ts';
import { mistakeOf, reference, tiny } from '../../builders.ts';

/** What is said of each practice that bends ratings where it is above 0, and of a level that is hardly submitted. */
const nothing = 'no practice that bends ratings applies to a real name: must be 0 where names is real';
const asFelt =
  'no practice that bends ratings applies to a real name: must be at least 0.6 where names is real';

const everyone =
  'no practice that bends ratings applies to a real name: must be "everyone" where names is real';

/** A field, its value as a message prints it, and what is said of it. */
type Bend = [path: string, value: string, rule: string];

/** Fields by which a scenario bends ratings. */
function bendsOf({ answering, handling }: Scenario): Bend[] {
  const { asked, prompted, preselected, pressed, suppressed, lost, retained } = answering;
  const shares = { prompted, preselected, pressed, suppressed, lost };
  return [
    ...Object.entries(shares).flatMap(([name, value]): Bend[] =>
      value > 0 ? [[`answering.${name}`, String(value), nothing]] : [],
    ),
    ...Object.entries(retained).flatMap(([level, value]): Bend[] =>
      value < 0.6 ? [[`answering.retained.${level}`, String(value), asFelt]] : [],
    ),
    ...(asked === 'everyone' ? [] : [['answering.asked', `"${asked}"`, everyone] as Bend]),
    ...(handling.selectiveEntry > 0
      ? [['handling.selectiveEntry', String(handling.selectiveEntry), nothing] as Bend]
      : []),
  ];
}

const realNamesOf = ({ names, units }: Scenario): boolean =>
  names === 'real' && (units === 'all' || !units.every(isFictionalCode));

describe('a real name', () => {
  const regimes = [undefined, ...reference.regimes];

  it.each(scenarioNames())('bends no ratings under a real name in %s, under any regime', async (name) => {
    const shipped = readScenario(name);
    for (const regime of regimes) {
      const answering = { ...shipped.answering, ...regime?.answering };
      const bends = bendsOf({ ...shipped, answering });
      const make = (): Scenario => (regime === undefined ? shipped : underRegime(shipped, regime));
      if (realNamesOf(shipped) && bends.length > 0) {
        const { text, status } = await mistakeOf(make);
        expect(status).toBe(400);
        for (const [path, value, rule] of bends) {
          expect(text.en, regime?.id).toContain(`${path} = ${value}: ${rule}`);
          expect(text.zh).toContain(`${path} = ${value}：影响评价结果的不当做法不得落在真实名称上`);
        }
      } else expect(make().regime).toBe(regime?.id ?? shipped.regime);
      const injected = shipped.defects.every(({ units }) => units?.every(isFictionalCode) === true);
      expect(injected || !realNamesOf(shipped)).toBe(true);
    }
  });

  const real = { names: 'real', targets: 'national-series' };
  it.each([
    ['answering.prompted', { answering: { prompted: 0.01 } }],
    ['answering.preselected', { answering: { preselected: 0.01 } }],
    ['answering.pressed', { answering: { pressed: 0.01 } }],
    ['answering.suppressed', { answering: { suppressed: 0.01 } }],
    ['answering.lost', { answering: { lost: 0.01 } }],
    ['answering.asked', { answering: { asked: 'successful' } }],
    ['answering.asked', { answering: { asked: 'unhappy' } }],
    ['answering.retained.3', { answering: { retained: { 1: 1, 2: 1, 3: 0.59, 4: 1, 5: 1 } } }],
    ['handling.selectiveEntry', { handling: { selectiveEntry: 0.01 } }],
  ])('does not go with %s, which any other name may have', async (path, given) => {
    for (const units of ['all', ['330000', '990000']]) {
      const { text } = await mistakeOf(() => tiny({ ...real, ...given, units }));
      expect(text.en).toMatch(
        new RegExp(`^scenario test is not valid: ${path} = (0\\.\\d+|"[a-z]+"): no practice that bends`),
      );
    }
    expect(tiny(given).names).toBe('coded');
    expect(tiny({ ...given, names: 'fictional', units: ['990000'] }).names).toBe('fictional');
    // Nothing real is among its units.
    expect(tiny({ ...real, ...given, units: ['990000'] }).names).toBe('real');
  });

  it('goes with every level submitted as felt by default, and with 0.6', () => {
    const retained = { 1: 0.6, 2: 0.6, 3: 0.6, 4: 0.6, 5: 1 };
    expect(parseScenario({ ...tiny(), ...real }, 'test').names).toBe('real');
    expect(tiny({ ...real, answering: { retained } }).names).toBe('real');
  });
});
