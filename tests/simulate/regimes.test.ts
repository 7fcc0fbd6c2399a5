import { describe, expect, it } from 'vitest';
import { serviceKeyOf } from '../../src/model/record/key.ts';
import { regimeOfId } from '../../src/model/reference.ts';
import { underRegime } from '../../src/model/scenario/check-scenario.ts';
import { mechanism } from '../../src/model/truth.ts';
import { reference, tiny } from '../builders.ts';
import { make, type Made } from './made.ts';

const scenario = tiny({ casesPerYear: 60_000 });
const under = (id: string): Made =>
  make(
    underRegime(
      scenario,
      reference.regimes.find((regime) => regime.id === id)!,
    ),
    7,
  );
const made = new Map(reference.regimes.map(({ id }) => [id, under(id)]));
const madeUnder = (id: string): Made => made.get(id)!;

const levelShare = (id: string, wanted: (level: number) => boolean): number => {
  const { ratings } = madeUnder(id);
  return ratings.filter(({ level }) => wanted(level)).length / ratings.length;
};
const bad = (level: number): boolean => level <= 2;

describe('a regime', () => {
  it.each([...made.keys()])('%s leaves people, services and what they felt as they were', (id) => {
    const everyone = madeUnder('everyone');
    expect(madeUnder(id).services).toEqual(everyone.services);
    expect(madeUnder(id).serviceLevels).toEqual(everyone.serviceLevels);
    const known = new Map(everyone.ratings.map((rating) => [rating.key, rating]));
    for (const rating of madeUnder(id).ratings) {
      const same = known.get(rating.key);
      if (same === undefined) continue;
      expect(rating.felt).toBe(same.felt);
      // Who rates is the same; the system is nobody.
      if (rating.defaulted === same.defaulted) expect(rating.rater).toBe(same.rater);
    }
  });
});

describe('everyone', () => {
  it('shows what is felt, but for ratings that lie past the end', () => {
    const { ratings, services } = madeUnder('everyone');
    expect(ratings.every(({ level, felt }) => level === felt)).toBe(true);
    expect(ratings.length / services.length).toBeGreaterThan(0.97);
  });
});

describe('unforced', () => {
  it('is answered most by those at the ends (J-shape)', () => {
    const all = madeUnder('everyone').ratings;
    const answered = madeUnder('unforced').ratings;
    const rate = (level: number): number =>
      answered.filter(({ felt }) => felt === level).length / all.filter(({ felt }) => felt === level).length;
    expect(rate(1)).toBeGreaterThan(rate(3));
    expect(rate(5)).toBeGreaterThan(rate(3));
  });
});

describe('prompted', () => {
  it('publishes 99.5% or more good ratings where over 1% felt bad', () => {
    expect(levelShare('prompted', bad)).toBeLessThan(0.005);
    expect(levelShare('everyone', bad)).toBeGreaterThan(0.01);
  });

  it('says in the truth why each rating stands higher than what was felt', () => {
    for (const { level, felt, mechanism: how } of madeUnder('prompted').ratings) {
      expect(how === mechanism.own).toBe(level === felt && how !== mechanism.defaulted);
      if (how === mechanism.pressed) expect(felt).toBeLessThanOrEqual(2);
    }
    const used = new Set(madeUnder('prompted').ratings.map(({ mechanism: how }) => how));
    expect(used).toContain(mechanism.preselected);
    expect(used).toContain(mechanism.pressed);
    expect(used).toContain(mechanism.defaulted);
  });
});

describe('what a clerk does', () => {
  const IN_A_HALL = 2;
  const placed = ({ services }: Made): Map<number, number> =>
    new Map(services.map(({ key, channel }) => [key, channel]));

  it('prompts in a hall only, and there everyone who was asked', () => {
    const half = { online: 0.5, hall: 0.5 };
    const [calm, prompted] = [0, 1].map((share) =>
      make(tiny({ casesPerYear: 60_000, answering: { ...half, prompted: share } }), 7),
    ) as [Made, Made];
    const places = placed(prompted);
    const before = new Set(calm.ratings.map(({ key }) => key));
    const added = prompted.ratings.filter(({ key, defaulted }) => !before.has(key) && defaulted === 0);
    expect(added.length).toBeGreaterThan(1000);
    expect(new Set(added.map(({ key }) => places.get(serviceKeyOf(key))))).toEqual(new Set([IN_A_HALL]));
  });

  it('presses in a hall only, and there everyone who felt bad', () => {
    const { ratings, ...rest } = make(tiny({ casesPerYear: 60_000, answering: { pressed: 1 } }), 7);
    const places = placed({ ratings, ...rest });
    const isInHall = (key: number): boolean => places.get(serviceKeyOf(key)) === IN_A_HALL;
    const pressed = ratings.filter(({ mechanism: how }) => how === mechanism.pressed);
    expect(pressed.length).toBeGreaterThan(100);
    expect(pressed.every(({ key, felt }) => isInHall(key) && bad(felt))).toBe(true);
    expect(ratings.some(({ key, level }) => isInHall(key) && bad(level))).toBe(false);
    expect(ratings.some(({ key, level }) => !isInHall(key) && bad(level))).toBe(true);
  });
});

describe('default-3', () => {
  it('is mostly level 3, given by the system at one moment of the night', () => {
    expect(levelShare('default-3', (level) => level === 3)).toBeGreaterThan(0.6);
    const moments = new Set(
      madeUnder('default-3').ratings.flatMap(({ defaulted, assessedAt }) =>
        defaulted ? [assessedAt % 86_400] : [],
      ),
    );
    expect([...moments]).toEqual([7200]);
  });
});

describe('only-successful and only-unhappy', () => {
  it('err on either side of the truth', () => {
    const truth = levelShare('everyone', bad);
    expect(levelShare('only-successful', bad)).toBeLessThan(truth);
    expect(levelShare('only-unhappy', bad)).toBeGreaterThan(10 * truth);
  });
});

describe('suppressed', () => {
  it('loses nearly all bad ratings and no other', () => {
    expect(levelShare('suppressed', bad)).toBeLessThan(0.002);
    const good = madeUnder('suppressed').ratings.filter(({ level }) => !bad(level)).length;
    expect(good).toBeGreaterThan(0.6 * madeUnder('everyone').ratings.length);
  });

  it.each(['suppressed', 'lost'])('counts as %s just the bad ratings that would be there', (how) => {
    const { answering } = underRegime(
      scenario,
      reference.regimes.find(({ id }) => id === 'everyone')!,
    );
    // A rating by text message comes days later: at the end of the run many have not come yet.
    const channels = { online: { 7: 1 }, hall: { 7: 1 } };
    const without = make(tiny({ casesPerYear: 60_000, answering, channels }), 7);
    const all = make(tiny({ casesPerYear: 60_000, answering: { ...answering, [how]: 1 }, channels }), 7);
    expect(all.lost).toBe(without.ratings.filter(({ level }) => bad(level)).length);
    expect(all.lost).toBeGreaterThan(100);
    expect(all.ratings).toEqual(without.ratings.filter(({ level }) => !bad(level)));
  });
});

it('what is not suppressed on the form can still be lost on upload', () => {
  const { answering } = underRegime(
    scenario,
    reference.regimes.find(({ id }) => id === 'everyone')!,
  );
  const both = { ...answering, suppressed: 0.5, lost: 0.5 };
  const made = make(tiny({ casesPerYear: 60_000, answering: both }), 7);
  const left = made.ratings.filter(({ level }) => bad(level)).length;
  const share = left / (left + made.lost);
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.3);
});

describe('selective entry', () => {
  it('leaves out cases that overran their promise, and changes no other', () => {
    const all = make(scenario, 7);
    const some = make(tiny({ casesPerYear: 60_000, handling: { selectiveEntry: 1 } }), 7);
    const kept = new Set(some.services.map(({ key }) => key));
    expect(some.services).toEqual(all.services.filter(({ key }) => kept.has(key)));
    expect(all.services.length - some.services.length).toBeGreaterThan(100);
  });
});

describe('the id of a regime', () => {
  it('may be a former one', () => {
    expect(regimeOfId(reference.regimes, 'published')?.id).toBe('prompted');
    expect(regimeOfId(reference.regimes, 'nothing')).toBeUndefined();
  });
});
