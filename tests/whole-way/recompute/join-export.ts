import type { Kind } from './method-page.ts';
import type { Change, Row, Export, Item, Office } from './read-export.ts';

/** Records joined to the item, office and units that they count for. */

/** A unit as `measure --json` names it. */
export interface Unit {
  readonly code: string;
  readonly kind: Kind;
  readonly region: string;
}

/** An item with the office that offers it and the units that its records count for. */
export interface Place {
  readonly item: Item;
  readonly office: Office;
  readonly units: readonly string[];
}

export interface Service {
  readonly row: Row;
  readonly month: string;
  readonly place: Place;
  readonly firstRated: boolean;
  readonly supplemented: boolean;
}

export interface Rating {
  readonly row: Row;
  readonly month: string;
  readonly place: Place;
  /** 5 to 1; 0 where the rating has none. */
  readonly level: number;
  readonly automatic: boolean;
  readonly first: boolean;
  /** What followed it, where there is a work order. */
  readonly order: Row | undefined;
}

export interface Joined {
  readonly places: readonly Place[];
  readonly changes: readonly Change[];
  readonly services: readonly Service[];
  readonly ratings: readonly Rating[];
}

const keyOf = (row: Row): string => `${row['projectNo']}/${row['serviceNumber']}`;
const ratingKeyOf = (row: Row): string => `${keyOf(row)}/${row['assessNumber']}`;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the export names ${what}, and does not hold it`);
  return value;
}

/** The unit itself and, for a key city, its province: the one whose code begins with the most digits of the city's. */
function countedFor(code: string, units: readonly Unit[]): string[] {
  if (found(unitOf(code, units), code).kind === 'province') return [code];
  for (let digits = code.length; digits > 0; digits--) {
    const province = units.find(
      (unit) => unit.kind === 'province' && unit.code.startsWith(code.slice(0, digits)),
    );
    if (province) return [code, province.code];
  }
  throw new Error(`no province of ${code}`);
}

const unitOf = (code: string, units: readonly Unit[]): Unit | undefined =>
  units.find((unit) => unit.code === code);

export function joinExport(
  { offices, items, changes, services, ratings, rectifications }: Export,
  units: readonly Unit[],
): Joined {
  const officesByCode = new Map(
    offices.map((office) => [office.code, { office, units: countedFor(office.unit, units) }]),
  );
  const places = items.map((item): Place => ({
    item,
    ...found(officesByCode.get(item.office), item.office),
  }));
  const byItem = new Map(places.map((place) => [place.item.taskCode, place]));
  const firstRated = new Set(ratings.filter((row) => row['assessNumber'] === '1').map(keyOf));
  const supplemented = new Set(
    services.filter((row) => row['serviceName'] === '补正').map((row) => row['projectNo']),
  );
  const orders = new Map(rectifications.map((row) => [ratingKeyOf(row), row]));
  const placeOfService = new Map<string, Place>();
  const joinedServices = services.map((row): Service => {
    const place = found(byItem.get(row['taskCode'] ?? ''), row['taskCode'] ?? '');
    placeOfService.set(keyOf(row), place);
    return {
      row,
      place,
      month: (row['serviceTime'] ?? '').slice(0, 7),
      firstRated: firstRated.has(keyOf(row)),
      supplemented: supplemented.has(row['projectNo'] ?? ''),
    };
  });
  const joinedRatings = ratings.map((row): Rating => ({
    row,
    place: found(placeOfService.get(keyOf(row)), keyOf(row)),
    month: (row['assessTime'] ?? '').slice(0, 7),
    level: Number(row['satisfaction']),
    automatic: row['isdefault'] === '1',
    first: row['assessNumber'] === '1',
    order: orders.get(ratingKeyOf(row)),
  }));
  return { places, changes, services: joinedServices, ratings: joinedRatings };
}

/** The places as the register stands on a day: what changed of an item before or on it stands instead of what was said first. */
export function placesOn({ places, changes }: Joined, day: string): Map<Place, Place> {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const known = latest.get(change.taskCode);
    if (change.from <= day && (known === undefined || known.from < change.from))
      latest.set(change.taskCode, change);
  }
  return new Map(
    places.map((place) => {
      const { kind, ...state } = latest.get(place.item.taskCode) ?? {};
      return [place, { ...place, item: { ...place.item, ...state } }];
    }),
  );
}

/** Members of a list by the units that they count for. */
export function byUnit<T>(members: readonly T[], placeOf: (member: T) => Place): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const member of members) {
    for (const unit of placeOf(member).units) {
      const list = lists.get(unit);
      if (list) list.push(member);
      else lists.set(unit, [member]);
    }
  }
  return lists;
}
