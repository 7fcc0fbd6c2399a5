import { describe, expect, it } from 'vitest';
import { draw, stream } from '../../src/model/math/random.ts';
import { ageBandOf, birthOf, dayOfBirth } from '../../src/model/record/birthdays.ts';
import { partsOf, serviceKeyOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { dateOf, dayOf } from '../../src/model/time/time.ts';
import { Applicants } from '../../src/simulate/case/applicants.ts';
import { CASE_WORDS } from '../../src/simulate/case/case-draws.ts';
import { ItemInHand, ServiceInHand } from '../../src/simulate/case/in-hand.ts';
import { NATURAL_PERSON, placeInPool } from '../../src/simulate/world/applicant-pools.ts';
import { reference, tiny } from '../builders.ts';
import { make, type MadeService } from './made.ts';

const scenario = tiny({ casesPerYear: 60_000 });
const made = make(scenario, 7);
const unitOf = (key: number): number => partsOf(key).unit;
const isFirst = ({ key }: MadeService): boolean => serviceNumberOf(key) === 1;
const itemOf = ({ task }: MadeService) => made.world.tasks[task]!.item;
const count = <K>(keys: readonly K[]): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

describe('an applicant', () => {
  it('belongs to one unit and is always of the same type', () => {
    const types = new Map<number, number>();
    for (const { key, person, userType } of made.services) {
      expect(Math.floor(person / 16_777_216)).toBe(unitOf(key));
      expect(types.get(person) ?? userType).toBe(userType);
      types.set(person, userType);
    }
  });

  it('is of a type that may apply for the item, and each type applies', () => {
    for (const service of made.services) {
      const { applicants, audience } = itemOf(service);
      const natural = service.userType === NATURAL_PERSON;
      if (applicants) expect(applicants).toContain(String(service.userType));
      else if (audience !== 'both') expect(natural).toBe(audience === 'person');
    }
    const types = reference.userTypes.map(({ code }) => Number(code));
    expect([...new Set(made.services.map(({ userType }) => userType))].sort()).toEqual(types);
  });

  it('comes back, by the same number', () => {
    const cases = made.services.filter(isFirst);
    const persons = [...count(cases.map(({ person }) => person)).values()];
    expect(persons.filter((n) => n > 1).length).toBeGreaterThan(100);
    expect(persons.length).toBeGreaterThan(0.3 * cases.length);
  });

  it('is the same whatever the run is: other days and other units change nobody', () => {
    const later = make(tiny({ casesPerYear: 60_000, to: '2025-04-30' }), 7);
    const fewer = make({ ...scenario, units: [made.world.units[1]!.unit.code] }, 7);
    for (const other of [later, fewer]) {
      const known = new Map(other.services.map(({ key, person }) => [key, person]));
      const both = made.services.filter(({ key }) => known.has(key));
      expect(both.length).toBeGreaterThan(1000);
      for (const { key, person } of both) expect(known.get(key)).toBe(person);
    }
  });
});

describe('an applicant of a year in which some of the made-up people are minors', () => {
  const given = { casesPerYear: 60_000, from: '2017-01-01', to: '2017-01-31' };
  const { services, ratings } = make(tiny(given), 7);
  const birthdayOf = (person: number): number => dayOfBirth(birthOf(person));

  it('is of age on the day of the application, and so is whoever files for a firm', () => {
    const persons = services.filter(({ userType }) => userType === NATURAL_PERSON);
    const serviceOf = new Map(services.map((service) => [service.key, service]));
    const agents = ratings.filter(({ key, rater, defaulted }) => {
      const service = serviceOf.get(serviceKeyOf(key));
      return defaulted === 0 && service !== undefined && rater !== service.person;
    });
    expect(agents.length).toBeGreaterThan(100);
    const cases = [
      ...persons.map(({ key, person }) => ({ day: partsOf(key).day, person })),
      ...agents.map(({ key, rater }) => ({ day: partsOf(serviceKeyOf(key)).day, person: rater })),
    ];
    expect(cases.length).toBeGreaterThan(10_000);
    for (const { day, person } of cases) {
      const { year, month, day: date } = dateOf(day);
      expect(birthdayOf(person)).toBeLessThanOrEqual(dayOf(year - 18, month, date));
    }
  });
});

/** Applicants of so many cases of a task in a big unit. */
function applicantsOf(task: number, n: number, scenarioOf = tiny({ casesPerYear: 1_000_000 })) {
  const { world, tables, span } = make({ ...scenarioOf, from: scenarioOf.to }, 7, () => []);
  const placement = { slot: new Int32Array(world.tasks.length), taskId: new Int32Array(world.tasks.length) };
  const item = new ItemInHand(tables, placement, span);
  item.turnTo(world.tasks[task]!.unit.index, task, span.first);
  const inHand = new ServiceInHand(item);
  const applicants = new Applicants(7, tables.applicants);
  return Array.from({ length: n }, (_, i) => {
    applicants.choose(
      inHand,
      Uint32Array.from({ length: CASE_WORDS }, (_, w) => draw(3, stream.text, 5, i, w)),
    );
    const { person, rater, userType } = inHand;
    return { person, rater, userType };
  });
}
const forFirms = made.world.tasks.findIndex(({ item }) => item.name === '企业设立登记');
const forPersons = made.world.tasks.findIndex(({ item }) => item.audience === 'person');

it('a minor gives way to somebody of the same band who applies about as often, from 2017 on', () => {
  const inYear = (year: string) =>
    applicantsOf(
      forPersons,
      20_000,
      tiny({ casesPerYear: 1_000_000, from: `${year}-01-31`, to: `${year}-01-31` }),
    );
  const [then, now] = [inYear('2017'), inYear('2025')];
  const changed = then.filter(({ person }, i) => person !== now[i]!.person);
  // Those born in 1999 to 2002 are some of the band of 17 years that 34% of all belong to.
  expect(changed.length / then.length).toBeCloseTo((0.34 * 4) / 17, 2);
  expect(then.map(({ person }) => ageBandOf(person))).toEqual(now.map(({ person }) => ageBandOf(person)));
  const mean = (list: readonly { person: number }[]): number =>
    list.length / new Set(list.map(({ person }) => person)).size;
  expect(mean(then) / mean(now)).toBeGreaterThan(1);
  expect(mean(then) / mean(now)).toBeLessThan(1.1);
  // Their places are the same, or the next ones.
  const placeOf = ({ person }: { person: number }): number => placeInPool(NATURAL_PERSON, person);
  for (const [i, one] of then.entries()) expect([0, 1]).toContain(placeOf(one) - placeOf(now[i]!));
});

describe('firms', () => {
  const drawn = applicantsOf(forFirms, 40_000);

  it('apply as unevenly as the scenario says', () => {
    const companies = drawn.filter(({ userType }) => userType === 2);
    const { sizes } = make(tiny({ casesPerYear: 1_000_000 }), 7, () => []).tables.applicants;
    const unit = made.world.tasks[forFirms]!.unit.index;
    const pool = sizes[unit * 10 + 2]!;
    const most = [...count(companies.map(({ person }) => person)).values()].sort((a, b) => b - a);
    const top = most.slice(0, Math.ceil(pool / 100)).reduce((sum, n) => sum + n, 0);
    expect(top / companies.length).toBeGreaterThan(0.17);
    expect(top / companies.length).toBeLessThan(0.25);
  });

  it('have a quarter of their cases filed and rated by an agent, who has many of them', () => {
    const filed = drawn.filter(({ person, rater }) => rater !== person);
    expect(filed.length / drawn.length).toBeCloseTo(0.25, 1);
    const agentOf = new Map<number, number>();
    for (const { person, rater } of filed) {
      expect(agentOf.get(person) ?? rater).toBe(rater);
      agentOf.set(person, rater);
    }
    const firms = [...count([...agentOf.values()]).values()];
    expect(Math.max(...firms)).toBeGreaterThan(10);
    const applying = new Set(drawn.map(({ person }) => person));
    expect(filed.every(({ rater }) => !applying.has(rater))).toBe(true);
  });
});

it('a rating is traced to who gave it: the applicant, or the agent of an organisation', () => {
  const services = new Map(made.services.map((service) => [service.key, service]));
  let byAgents = 0;
  for (const { key, rater, defaulted } of made.ratings) {
    const service = services.get(serviceKeyOf(key));
    if (defaulted === 1 || service === undefined || rater === service.person) continue;
    expect(service.userType).not.toBe(NATURAL_PERSON);
    byAgents++;
  }
  expect(byAgents).toBeGreaterThan(100);
});
