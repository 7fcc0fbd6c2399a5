import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { readScenario } from '../../src/store/reference.ts';
import { scenarioNames } from '../../src/store/shipped.ts';
import { mistakeOf } from '../builders.ts';

const least = {
  name: 'mine',
  title: { zh: '我的', en: 'Mine' },
  from: '2025-03-01',
  to: '2025-03-31',
  casesPerYear: 1000,
};

/** What is said about the least scenario with some fields changed. */
const saidOf = async (given: Record<string, unknown>): Promise<{ zh: string; en: string }> =>
  (await mistakeOf(() => parseScenario({ ...least, ...given }, 'mine.json'))).text;

describe('a scenario', () => {
  it('states only what it changes', () => {
    const scenario = parseScenario({ ...least, handling: { supplement: 0.5 } }, 'mine');
    expect(scenario.units).toBe('all');
    expect(scenario.handling).toMatchObject({ supplement: 0.5, medianShare: 0.5, acceptanceRecorded: 0.2 });
    expect(scenario.demand.weekday).toHaveLength(5);
    expect(scenario.channels.online).toEqual({ '1': 0.56, '2': 0.36, '6': 0.03, '7': 0.05 });
  });

  it('says the same when it is parsed again with all its defaults', () => {
    const scenario = parseScenario(least, 'mine');
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)), 'again')).toEqual(scenario);
  });

  it('may last a day', () => {
    expect(parseScenario({ ...least, to: least.from }, 'mine').to).toBe(least.from);
  });

  it.each(scenarioNames())('that is shipped as %s is right', (name) => {
    expect(readScenario(name).name).toBe(name);
  });
});

describe('a wrong scenario is refused with field, value and rule:', () => {
  it.each([
    ['an unknown field', { speed: 3 }, ['there is no field speed']],
    ['an unknown nested field', { handling: { speed: 3 } }, ['there is no field handling.speed']],
    [
      'an unknown field two levels down',
      { answering: { defaulting: { days: 3 } } },
      ['there is no field answering.defaulting.days'],
    ],
    ['a wrong type', { casesPerYear: 'many' }, ['casesPerYear = "many"', 'number']],
    ['a missing field', { title: undefined }, ['title = (absent)', 'object']],
    ['a value out of range', { answering: { online: 1.2 } }, ['answering.online = 1.2', 'must be at most 1']],
    [
      'weights that do not sum to 1',
      { channels: { online: { '1': 0.5, '2': 0.4 } } },
      ['channels.online = {"1":0.5,"2":0.4}', 'weights must sum to 1, these sum to 0.9'],
    ],
    [
      'a weight of an unknown code',
      { channels: { hall: { '4': 0.5, '8': 0.5 } } },
      ['channels.hall = {"4":0.5,"8":0.5}', 'codes must be among 1, 2, 3, 4, 5, 6, 7'],
    ],
    [
      'a weight that is no number',
      { channels: { hall: { '4': 'all' } } },
      ['channels.hall.4 = "all"', 'number'],
    ],
    [
      'hours of a channel that end before they begin',
      { channels: { hours: { '6': [21, 9] } } },
      ['channels.hours.6 = [21,9]', 'must lie before'],
    ],
    [
      'a time-out of no second',
      { channels: { timeoutSeconds: { '4': 0 } } },
      ['channels.timeoutSeconds.4 = 0', '1'],
    ],
    [
      'a session that ends before it begins',
      { demand: { officeHours: [{ weight: 1, sessions: [[9, 8]] }] } },
      ['demand.officeHours.0.sessions = [[9,8]]', 'must rise'],
    ],
    [
      'an office that is open when nobody comes',
      { demand: { officeHours: [{ weight: 1, sessions: [[19, 21]] }] } },
      ['demand.officeHours', 'each must be open in an hour'],
    ],
    ['an end before its start', { to: '2025-02-28' }, ['to = "2025-02-28"', 'must not lie before “from”']],
    [
      'a date that does not exist',
      { from: '2025-02-30' },
      ['from = "2025-02-30"', 'must be a date yyyy-MM-dd'],
    ],
    ['a date in another form', { from: '20250301' }, ['from = "20250301"', 'must be a date yyyy-MM-dd']],
    ['a name with a blank', { name: 'My run' }, ['name = "My run"', 'lower-case letters']],
    ['a unit that is no code', { units: ['浙江'] }, ['units.0 = "浙江"', 'must be a six-digit unit code']],
    ['no unit', { units: [] }, ['units = []', 'must have at least 1 items']],
    [
      'units that are no list',
      { units: 'some' },
      ['units = "some"', 'must be "all" or a list of six-digit codes'],
    ],
    [
      'no opening hour',
      { demand: { hallHours: Array(24).fill(0) } },
      ['demand.hallHours = [0,', 'not all be 0'],
    ],
    [
      'cuts that do not rise',
      { experience: { cuts: [-2, -2, -1, 0] } },
      ['experience.cuts = [-2,-2,-1,0]', 'must rise'],
    ],
    ['too few weekdays', { demand: { weekday: [1, 1] } }, ['demand.weekday = [1,1]', '5']],
  ])('%s', async (_, given, parts) => {
    const { en, zh } = await saidOf(given);
    expect(en).toContain('scenario mine.json is not valid');
    expect(zh).toContain('场景 mine.json 有误');
    for (const part of parts) expect(en).toContain(part);
  });

  it('all of them at once', async () => {
    const { en } = await saidOf({ casesPerYear: -1, speed: 3, handling: { supplement: 2 } });
    expect(en).toContain('casesPerYear = -1');
    expect(en).toContain('no field speed');
    expect(en).toContain('handling.supplement = 2');
  });

  it.each([[null], [[]], ['tiny'], [7]])('%j is no scenario at all', async (value) => {
    const { text } = await mistakeOf(() => parseScenario(value, 'mine'));
    expect(text.en).toContain('(top) = ');
  });

  it('a long value is cut', async () => {
    const { en } = await saidOf({ casesPerYear: 'x'.repeat(500) });
    expect(en.length).toBeLessThan(200);
  });
});

describe('the name of a scenario', () => {
  it('that is neither shipped nor a file is refused, and the shipped ones are named', async () => {
    const { text } = await mistakeOf(() => readScenario('nowhere'));
    expect(text.en).toContain('“nowhere”');
    expect(text.en).toContain('tiny');
  });
});
