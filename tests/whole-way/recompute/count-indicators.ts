import { ofBadRatings, ofItems, ofRatingsBy, ofServices, type Added } from './formulas.ts';
import { byUnit, placesOn, type Joined, type Place, type Rating, type Service } from './join-export.ts';
import { limitsOfPage, type PageIndicator } from './method-page.ts';

/** Numerator and denominator of every indicator of every unit, added up over the records of a period. */

export interface Sum {
  numerator: number;
  denominator: number;
  /** Sum of the squares of what was added to the numerator: for the interval of a mean. */
  squares: number;
}

/** First ratings of each published item of one register, and of each office that has one. */
export interface FirstRatings {
  readonly items: readonly number[];
  readonly offices: readonly number[];
}

export interface Counted {
  readonly sums: ReadonlyMap<string, Sum>;
  /** By register: that of the unit itself and, for a province, those of its key cities. */
  readonly firstRatings: readonly FirstRatings[];
}

const limitsOf = limitsOfPage();

/** Months of a year, a quarter or a month. */
function monthsOf(period: string): string[] {
  const [year = '', part = ''] = period.split('-');
  if (part !== '' && !part.startsWith('Q')) return [period];
  const first = part === '' ? 1 : 3 * Number(part.slice(1)) - 2;
  return Array.from(
    { length: part === '' ? 12 : 3 },
    (_, i) => `${year}-${String(first + i).padStart(2, '0')}`,
  );
}

/** Months with services or ratings, in their order. */
export const monthsWithRecords = ({ services, ratings }: Joined): string[] =>
  [...new Set([...services, ...ratings].map(({ month }) => month))].sort();

/** The latest year with records in all of its months, else the latest month with records. */
export function defaultPeriod(joined: Joined): string | undefined {
  const months = monthsWithRecords(joined);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const whole = years.filter((year) => monthsOf(year).every((month) => months.includes(month)));
  return whole.at(-1) ?? months.at(-1);
}

function add(sum: Sum | undefined, added: Added): void {
  if (sum === undefined || added === undefined) return;
  sum.numerator += added[0];
  sum.denominator += added[1];
  sum.squares += added[0] ** 2;
}

/** How many members of a list have each name. */
function tallyBy<T>(members: readonly T[], nameOf: (member: T) => string): Map<string, number> {
  const tally = new Map<string, number>();
  for (const member of members) tally.set(nameOf(member), (tally.get(nameOf(member)) ?? 0) + 1);
  return tally;
}

const officeOf = ({ place }: Rating): string => place.office.code;
const itemOf = ({ place }: Rating): string => place.item.taskCode;
const isPublished = ({ item }: Place): boolean => item.published;

function addOffices(
  sums: ReadonlyMap<string, Sum>,
  places: readonly Place[],
  ratings: readonly Rating[],
): void {
  const ratedOffices = new Set(ratings.map(officeOf));
  const ratedItems = new Set(ratings.filter(({ first }) => first).map(itemOf));
  const published = places.filter(isPublished);
  const listed = tallyBy(places, ({ office }) => office.code);
  const offered = tallyBy(published, ({ office }) => office.code);
  for (const [code, items] of listed)
    add(sums.get('officeCoverage'), [offered.get(code) === items ? 1 : 0, 1]);
  for (const code of offered.keys())
    add(sums.get('officeRatingCoverage'), [ratedOffices.has(code) ? 1 : 0, 1]);
  for (const { item } of published)
    add(sums.get('itemRatingCoverage'), [ratedItems.has(item.taskCode) ? 1 : 0, 1]);
}

function countFirstRatings(places: readonly Place[], ratings: readonly Rating[]): FirstRatings[] {
  const published = places.filter(isPublished);
  const first = ratings.filter((rating) => rating.first && isPublished(rating.place));
  const byItem = tallyBy(first, itemOf);
  const byOffice = tallyBy(first, officeOf);
  return [...new Set(published.map(({ office }) => office.unit))].map((unit) => {
    const own = published.filter(({ office }) => office.unit === unit);
    const offices = new Set(own.map(({ office }) => office.code));
    return {
      items: own.map(({ item }) => byItem.get(item.taskCode) ?? 0),
      offices: [...offices].map((code) => byOffice.get(code) ?? 0),
    };
  });
}

function countUnit(
  places: readonly Place[],
  services: readonly Service[],
  ratings: readonly Rating[],
  indicators: readonly PageIndicator[],
): Counted {
  const sums = new Map(indicators.map(({ id }) => [id, { numerator: 0, denominator: 0, squares: 0 }]));
  for (const indicator of indicators) {
    const { id } = indicator;
    const sum = sums.get(id);
    const [ofService, ofRating, ofBadRating, ofItem] = [
      ofServices[id],
      ofRatingsBy(indicator),
      ofBadRatings[id],
      ofItems[id],
    ];
    if (ofService) for (const service of services) add(sum, ofService(service));
    if (ofRating) for (const rating of ratings) add(sum, ofRating(rating, indicator));
    if (ofItem) for (const place of places) add(sum, ofItem(place));
    if (!ofService && !ofRating && !ofBadRating && !ofItem && !byOffices.includes(id))
      throw new Error(`${id} stands in docs/method.md: write its formula into formulas.ts`);
    // Without a work order nothing is known of what followed the bad ratings of a unit.
    if (!ofBadRating || (id === 'replyRate' && !ratings.some(({ order }) => order))) continue;
    for (const rating of ratings) {
      const limits = limitsOf.get(rating.place.office.profile);
      if (!limits) throw new Error(`docs/method.md has no limits of ${rating.place.office.profile}`);
      add(sum, ofBadRating(rating, limits));
    }
  }
  addOffices(sums, places, ratings);
  return { sums, firstRatings: countFirstRatings(places, ratings) };
}

/** Indicators that are counted by office, or read from samples. */
const byOffices = [
  'officeCoverage',
  'officeRatingCoverage',
  'itemRatingCoverage',
  'itemReach',
  'officeReach',
];

/** Counts of a period by unit code, of units that the register names. */
export function countPeriod(
  joined: Joined,
  period: string,
  indicators: readonly PageIndicator[],
): Map<string, Counted> {
  const months = monthsOf(period);
  // The register counts as it stands when the period ends.
  const places = placesOn(joined, `${months.at(-1)}-31`);
  const inPeriod = <T extends { readonly month: string; readonly place: Place }>(
    records: readonly T[],
  ): Map<string, T[]> =>
    byUnit(
      records.flatMap((record) =>
        months.includes(record.month) ? [{ ...record, place: places.get(record.place) ?? record.place }] : [],
      ),
      ({ place }) => place,
    );
  const services = inPeriod(joined.services);
  const ratings = inPeriod(joined.ratings);
  return new Map(
    [...byUnit([...places.values()], (place) => place)].map(([code, places]) => [
      code,
      countUnit(places, services.get(code) ?? [], ratings.get(code) ?? [], indicators),
    ]),
  );
}
