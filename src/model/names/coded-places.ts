import type { Places, Region, Tile, Unit } from '../reference.ts';
import { CODED_PREFIX } from './unit-codes.ts';

/**
 * Invented names for the places of the reference list, by their position in it. A world that was not calibrated to
 * published figures carries these, so that nothing it says is read as a statement about a real place. What a unit is like
 * (kind, population, which cities belong to which province) stays, and so do its position and all randomness.
 */

/** Tiles of a row, where nothing is arranged by where it lies; the row above them is left to the title of the figure. */
const TILES_A_ROW = 6;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The places under invented names; fictional units keep theirs. */
export function codedPlaces({ units, regions }: Pick<Places, 'units' | 'regions'>): Places {
  const provinces = units.filter(({ kind, fictional }) => kind === 'province' && !fictional);
  const cities = units.filter(({ kind, fictional }) => kind === 'city' && !fictional);
  const regionIds = new Map(
    regions
      .filter(({ id }) => units.some((unit) => !unit.fictional && unit.region === id))
      .map(({ id }, i): [string, number] => [id, i + 1]),
  );
  const codes = new Map(
    provinces.flatMap((province, i): [string, string][] => [
      [province.code, `${CODED_PREFIX}${twoDigits(i + 1)}00`],
      ...cities
        .filter((city) => city.province === province.code)
        .map(({ code }, n): [string, string] => [
          code,
          `${CODED_PREFIX}${twoDigits(i + 1)}${twoDigits(n + 1)}`,
        ]),
    ]),
  );
  const regionId = (id: string): string => {
    const n = regionIds.get(id);
    return n === undefined ? id : `region-${String(n)}`;
  };
  const coded = (unit: Unit): Unit => {
    if (unit.fictional) return unit;
    const isProvince = unit.kind === 'province';
    const number = twoDigits((isProvince ? provinces : cities).indexOf(unit) + 1);
    const name = `${isProvince ? '省份' : '城市'}${number}`;
    const nameEn = `${isProvince ? 'Province' : 'City'} ${number}`;
    return {
      ...unit,
      code: codes.get(unit.code) ?? unit.code,
      name,
      nameEn,
      fullName: name,
      fullNameEn: nameEn,
      region: regionId(unit.region),
      province: unit.province === null ? null : (codes.get(unit.province) ?? unit.province),
      countedIn: unit.countedIn === null ? null : (codes.get(unit.countedIn) ?? unit.countedIn),
    };
  };
  return {
    names: 'coded',
    units: units.map(coded),
    regions: regions.map((region): Region => {
      const n = regionIds.get(region.id);
      if (n === undefined) return region;
      return { id: regionId(region.id), name: `区域${String(n)}`, nameEn: `Region ${String(n)}` };
    }),
    tiles: provinces.map((unit, i): Tile => ({
      code: coded(unit).code,
      name: coded(unit).name,
      nameEn: coded(unit).nameEn,
      letters: twoDigits(i + 1),
      col: i % TILES_A_ROW,
      row: 1 + Math.floor(i / TILES_A_ROW),
      assessed: true,
    })),
    tileCaption: {
      zh: '方格按编号排列（非地图）：每格一个参评单位。名称和代码均为编造，不代表任何地区。',
      en: 'Tiles in the order of their numbers, not a map: one tile per assessed unit. Names and codes are invented and stand for no real place.',
    },
  };
}
