import { describe, expect, it } from 'vitest';
import {
  referenceNamed,
  referenceOfWorld,
  unitIndexOf,
  withUnitCodes,
} from '../../../src/model/names/named-reference.ts';
import { parseScenario } from '../../../src/model/scenario/check-scenario.ts';
import { mistakeOf, reference, tiny } from '../../builders.ts';

const { real, coded } = reference.places;
const assessed = coded.units.filter(({ fictional }) => !fictional);

describe('invented names', () => {
  it('number provinces and key cities by their place in the list', () => {
    const of = (wanted: string) => assessed.filter(({ kind }) => kind === wanted);
    of('province').forEach(({ code, name, nameEn }, i) => {
      const n = String(i + 1).padStart(2, '0');
      expect([code, name, nameEn]).toEqual([`98${n}00`, `省份${n}`, `Province ${n}`]);
    });
    expect(of('city').map(({ name }) => name)).toEqual(
      of('city').map((_, i) => `城市${String(i + 1).padStart(2, '0')}`),
    );
    expect(new Set(coded.units.map(({ code }) => code)).size).toBe(coded.units.length);
  });

  it('leave no real name or code anywhere among the places', () => {
    const said = JSON.stringify(assessed) + JSON.stringify(coded.tiles) + JSON.stringify(coded.regions);
    for (const { code, name, nameEn, fullName, fictional } of real.units) {
      if (fictional) continue;
      for (const text of [`"${code}"`, name, nameEn, fullName]) expect(said).not.toContain(text);
    }
    for (const { id, name, nameEn } of real.regions.filter((region) => region.id !== 'fictional')) {
      for (const text of [`"${id}"`, name, nameEn]) expect(said).not.toContain(text);
    }
  });

  it('keep what the units are like: kind, population, and whose city is whose', () => {
    coded.units.forEach((unit, i) => {
      const like = real.units[i]!;
      expect([unit.kind, unit.population, unit.fictional]).toEqual([
        like.kind,
        like.population,
        like.fictional,
      ]);
      for (const [own, other] of [
        [unit.province, like.province],
        [unit.countedIn, like.countedIn],
      ] as const) {
        expect(own === null ? null : unitIndexOf(reference, own)).toBe(
          other === null ? null : unitIndexOf(reference, other),
        );
      }
      expect(coded.regions.findIndex(({ id }) => id === unit.region)).toBe(
        real.regions.findIndex(({ id }) => id === like.region),
      );
    });
  });

  it('are those of fictional units in either case', () => {
    const fictional = (units: typeof real.units) => units.filter((unit) => unit.fictional);
    expect(fictional(coded.units)).toEqual(fictional(real.units));
  });
});

describe('a scenario', () => {
  it('may name a unit by either of its codes, and is stored with that of its names', () => {
    const given = tiny({
      units: ['330000', '981101'],
      profiles: { '330000': 'zhejiang-2019' },
      quality: { units: { '330100': { effectiveness: 1 } } },
      defects: [{ id: 'A9', rate: 0.1, units: ['330000'] }],
    });
    const named = withUnitCodes(given, referenceOfWorld(reference, given));
    expect(named.units).toEqual(['981100', '981101']);
    expect(named.profiles).toEqual({ '981100': 'zhejiang-2019' });
    expect(named.quality.units).toEqual({ '981101': { effectiveness: 1 } });
    expect(named.defects[0]!.units).toEqual(['981100']);
    expect(withUnitCodes(named, referenceNamed(reference, 'real')).units).toEqual(['330000', '330100']);
  });

  it('has invented names unless it states others', () => {
    expect(tiny().names).toBe('coded');
  });

  it.each([
    [
      { names: 'real' },
      'names = "real": real names are for scenarios calibrated to published figures only (targets must be stated)',
    ],
    [
      { names: 'fictional', units: ['990000', '981100'] },
      'units = ["990000","981100"]: must be fictional units only (codes that begin with 99) where names is fictional',
    ],
    [{ names: 'fictional', units: 'all' }, 'units = "all": must be fictional units only'],
    [{ names: 'mine' }, 'names = "mine": must be one of real, coded, fictional'],
  ])('is refused with field, value and rule: %j', async (given, message) => {
    expect((await mistakeOf(() => tiny(given))).text.en).toContain(message);
  });

  it('may have real names where it states targets', () => {
    const { names } = parseScenario({ ...tiny(), names: 'real', targets: 'national-series' }, 'test');
    expect(names).toBe('real');
  });
});
