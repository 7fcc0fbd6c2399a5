import { sameDay, within, workingDays } from './days.ts';
import type { Limits, PageIndicator } from './method-page.ts';
import type { Place, Rating, Service } from './join-export.ts';

/** What one record adds to numerator and denominator of an indicator; undefined where it is outside of it. */
export type Added = readonly [numerator: number, denominator: number] | undefined;

const share = (counts: boolean, right: boolean): Added => (counts ? [right ? 1 : 0, 1] : undefined);

type OfService = (service: Service) => Added;

const isFinished = ({ row }: Service): boolean =>
  row['serviceName'] === '办结' && row['proStatus'] === '3' && row['resultDate'] !== '';
const isCase = ({ row }: Service): boolean => row['serviceNumber'] === '1';
const daysTaken = ({ row }: Service): number | undefined =>
  workingDays(row['acceptDate'] ?? '', row['resultDate'] ?? '');
const onSameDay = ({ row }: Service): boolean => sameDay(row['acceptDate'] ?? '', row['resultDate'] ?? '');

function inTime(service: Service): boolean {
  const { handling, promisedDays } = service.place.item;
  const days = daysTaken(service);
  if (days === undefined) return false;
  return handling === 'instant' ? onSameDay(service) : days <= promisedDays;
}

export const ofServices: Readonly<Record<string, OfService>> = {
  ratingRate: ({ firstRated }) => share(true, firstRated),
  onlineServiceShare: ({ row }) => share(true, row['proChannel'] === '1'),
  oneGoRate: (service) => share(isCase(service), !service.supplemented),
  visitsSaved: (service) =>
    share(isCase(service), service.place.item.visits === 0 || service.place.item.depth >= 5),
  onTimeRate: (service) => share(isFinished(service), inTime(service)),
  sameDayRate: (service) => share(isFinished(service), onSameDay(service)),
  timeSaved(service) {
    const { statutoryDays } = service.place.item;
    const days = daysTaken(service);
    return share(
      isFinished(service) && statutoryDays > 0 && days !== undefined,
      2 * (days ?? 0) <= statutoryDays,
    );
  },
};

type OfRating = (rating: Rating, indicator: PageIndicator) => Added;

const levelScores = [0, 0, 3, 6, 8, 10];
const isGood = ({ level }: Rating): boolean => level >= 3;
const isBad = ({ level }: Rating): boolean => level === 1 || level === 2;
const isPower = ({ place }: Rating): boolean => /^(0[1-9]|10)$/.test(place.item.taskType);

/** Level 5 among the ratings with a level that are not automatic, of some channels. */
const topOn =
  (...channels: string[]): OfRating =>
  ({ row, level, automatic }) =>
    share(level > 0 && !automatic && channels.includes(row['pf'] ?? ''), level === 5);

/** Level 5 among first ratings with a level, of some items. */
const topAmong =
  (belongs: (rating: Rating) => boolean): OfRating =>
  (rating) =>
    share(rating.first && rating.level > 0 && belongs(rating), rating.level === 5);

const tags: OfRating = ({ row, level }, { tags: named }) => {
  if (level === 0) return undefined;
  const given = (row['evalDetail'] ?? '').split(',').filter((code) => named.includes(code));
  return [given.filter((code) => Number(code[0]) >= 3).length, given.length];
};

const ofRatings: Readonly<Record<string, OfRating>> = {
  activeShare: ({ automatic }) => share(true, !automatic),
  meanScore: ({ level }) => (level > 0 ? [levelScores[level] ?? 0, 1] : undefined),
  goodRate: (rating) => share(rating.level > 0, isGood(rating)),
  activeGoodRate: (rating) => share(rating.level > 0 && !rating.automatic, isGood(rating)),
  onlineTopRate: topOn('1', '2'),
  hallTopRate: topOn('3', '4', '5'),
  webTopRate: topOn('1'),
  mobileTopRate: topOn('2'),
  powerTopRate: topAmong(isPower),
  publicTopRate: topAmong(({ place }) => place.item.taskType === '20'),
  convenienceTopRate: topAmong(({ place }) => place.item.convenience === true),
};

/** The formula of an indicator over ratings; one over tags has its codes in the table. */
export const ofRatingsBy = ({ id }: PageIndicator): OfRating | undefined =>
  /Tags?(Share)?$/.test(id) ? tags : ofRatings[id];

type OfBadRating = (rating: Rating, limits: Limits) => Added;

const upheld = ({ order }: Rating): boolean => order?.['verdict'] === '1';
const has = ({ order }: Rating, field: string): boolean => (order?.[field] ?? '') !== '';

function inLimit({ row, order }: Rating, field: string, limit: Limits[keyof Limits]): boolean {
  const time = order?.[field] ?? '';
  return time !== '' && within(row['assessTime'] ?? '', time, limit);
}

export const ofBadRatings: Readonly<Record<string, OfBadRating>> = {
  replyRate: (rating) => share(isBad(rating), has(rating, 'contactTime')),
  verificationRate: (rating, { contact }) =>
    share(rating.order !== undefined, inLimit(rating, 'contactTime', contact)),
  rectificationRate: (rating, { ordinary, complex }) =>
    share(
      upheld(rating),
      inLimit(rating, 'rectifyTime', rating.order?.['complex'] === '1' ? complex : ordinary),
    ),
  callbackSatisfaction: (rating) =>
    share(
      has(rating, 'callbackTime') && has(rating, 'callbackLevel'),
      rating.order?.['callbackLevel'] === '1',
    ),
  namedCallbackRate: (rating) =>
    share(upheld(rating) && rating.row['mobile'] !== '', has(rating, 'callbackTime')),
};

type OfItem = (place: Place) => Added;

/** Among published items. */
const published =
  (right: (item: Place['item']) => boolean): OfItem =>
  ({ item }) =>
    share(item.published, right(item));
/** Among published items whose line carries a field. */
const stating =
  (field: 'tier' | 'entrance' | 'licence' | 'accessible', right: (item: Place['item']) => boolean): OfItem =>
  ({ item }) =>
    share(item.published && item[field] !== undefined, right(item));
/** Published ones among the listed items of a sort. */
const listed =
  (belongs: (item: Place['item']) => boolean): OfItem =>
  ({ item }) =>
    share(belongs(item), item.published);
const guide =
  (part: string): OfItem =>
  ({ item }) =>
    item.published ? item.guide[part] : undefined;

export const ofItems: Readonly<Record<string, OfItem>> = {
  promisedTimeSaved: ({ item: { published: counts, statutoryDays, promisedDays } }) =>
    counts ? [Math.max(0, statutoryDays - promisedDays), statutoryDays] : undefined,
  meanVisits: ({ item }) => (item.published ? [item.visits, 1] : undefined),
  licenceShare: stating('licence', ({ licence }) => licence === true),
  accessibleShare: stating('accessible', ({ accessible }) => accessible === true),
  entranceShare: stating('entrance', ({ entrance }) => entrance === true),
  nearbyShare: stating('tier', ({ tier = 0 }) => tier >= 4),
  fullyOnlineShare: published(({ depth }) => depth >= 5),
  onlineItemShare: published(({ depth }) => depth >= 2),
  crossRegionShare: published(({ crossRegion }) => crossRegion),
  instantShare: published(({ handling }) => handling === 'instant'),
  webShare: published(({ channels }) => channels.includes(1)),
  mobileShare: published(({ channels }) => channels.includes(2)),
  kioskShare: published(({ channels }) => channels.includes(5)),
  manyChannelShare: published(({ channels }) => channels.length >= 4),
  powerCoverage: listed(({ taskType }) => /^(0[1-9]|10)$/.test(taskType)),
  publicCoverage: listed(({ taskType }) => taskType === '20'),
  everydayOnline: ({ item }) => share(item.convenience === true, item.published && item.depth >= 2),
  convenienceCoverage: listed(({ convenience }) => convenience === true),
  basicsAccuracy: guide('basics'),
  materialsAccuracy: guide('materials'),
  processAccuracy: guide('process'),
  formsAccuracy: guide('forms'),
  feesAccuracy: guide('fees'),
};
