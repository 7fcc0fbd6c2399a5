import { describe, expect, it } from 'vitest';
import { countUnits, type PeriodCells } from '../../src/measure/count.ts';
import { formulas } from '../../src/measure/formulas/formulas.ts';
import { scaleOf } from '../../src/measure/scale.ts';
import { emptyServices, type UnitCounts } from '../../src/measure/unit-counts.ts';
import type { RatingCell, RectificationCell, ServiceCell } from '../../src/model/cells.ts';
import { makeRegister, reference, unitIndex } from './samples.ts';

const register = makeRegister([
  { unit: '广东', visits: 0, depth: 1 },
  { unit: '广东', department: 1, handling: 'instant', taskType: '20', published: false },
  { unit: '广东', department: 1, depth: 5, channels: [1, 2, 4, 5], crossRegion: true },
  { unit: '深圳', taskType: '99', depth: 1, channels: [4] },
  { unit: '浙江', taskType: '20', depth: 2 },
  { unit: '浙江', department: 1, taskType: '20', published: false },
]);
const [guangdong, shenzhen, zhejiang] = ['广东', '深圳', '浙江'].map(unitIndex) as [number, number, number];

const rating = (unit: number, office: number, given: Partial<RatingCell>): RatingCell => ({
  unit,
  office,
  month: 300,
  channel: 1,
  level: 5,
  defaulted: 0,
  flagged: 0,
  additional: 0,
  n: 1,
  ...given,
});
const service = (task: number, given: Partial<ServiceCell>): ServiceCell => ({
  task,
  month: 300,
  ...emptyServices(),
  ...given,
});

const order = (given: Partial<RectificationCell>): RectificationCell => ({
  unit: guangdong,
  office: 0,
  month: 300,
  verdict: 0,
  contacted: 0,
  rectified: 0,
  calledBack: 0,
  satisfied: 0,
  n: 1,
  ...given,
});

const cells: PeriodCells = {
  ratings: [
    rating(guangdong, 0, { n: 60 }),
    rating(guangdong, 0, { level: 2, flagged: 1, n: 4 }),
    rating(guangdong, 0, { level: 4, channel: 4, n: 10 }),
    rating(guangdong, 0, { level: 1, channel: 3, additional: 1, n: 1 }),
    rating(guangdong, 0, { level: 3, defaulted: 1, n: 15 }),
    rating(guangdong, 0, { level: 0, channel: 6, n: 10 }),
    rating(shenzhen, 2, { channel: 2, n: 100 }),
    rating(zhejiang, 3, { level: 5, channel: 5, n: 0 }),
    rating(zhejiang, 4, { level: 5, channel: 6, n: 40 }),
  ],
  taskRatings: [
    { task: 0, month: 300, level: 5, n: 60 },
    { task: 0, month: 301, level: 0, n: 10 },
    { task: 1, month: 300, level: 5, n: 3 },
    { task: 3, month: 300, level: 5, n: 100 },
  ],
  tags: [
    // 512 no certificate (material), 207 no samples (guide), 115 poor attitude, 517 warm service.
    { unit: guangdong, month: 300, tag: 4 * 8 + 2, n: 30 },
    { unit: guangdong, month: 300, tag: 1 * 8 + 0, n: 10 },
    { unit: guangdong, month: 300, tag: 0 * 8 + 7, n: 1 },
    { unit: shenzhen, month: 300, tag: 4 * 8 + 7, n: 9 },
  ],
  services: [
    service(0, {
      services: 110,
      rated: 70,
      cases: 100,
      supplemented: 4,
      online: 80,
      supplements: 7,
      finished: 90,
      onTime: 81,
      sameDay: 9,
      limited: 80,
      halved: 60,
    }),
    service(2, { services: 20, rated: 15, cases: 20, online: 5 }),
    service(3, { services: 100, rated: 100, cases: 100, finished: 100, onTime: 100, sameDay: 100 }),
  ],
  rectifications: [
    order({ verdict: 1, contacted: 2, rectified: 2, calledBack: 1, satisfied: 2, n: 2 }),
    order({ verdict: 1, contacted: 1, rectified: 1, satisfied: 1, n: 1 }),
    order({ verdict: 3, contacted: 2, n: 1 }),
    order({ n: 1 }),
  ],
  // Two spot checks of the province (40 and 28 of 40 points), one of its city (36), and a guide with 11 of 12 basics right.
  assessments: [
    {
      unit: guangdong,
      month: 300,
      part: 'search',
      assessments: 2,
      points: 68,
      most: 80,
      squares: 1600 + 784,
    },
    { unit: shenzhen, month: 300, part: 'search', assessments: 1, points: 36, most: 40, squares: 1296 },
    { unit: guangdong, month: 300, part: 'basics', assessments: 1, points: 11, most: 12, squares: 121 },
  ],
  named: [{ unit: guangdong, month: 300, orders: 3, calledBack: 2 }],
};
const counts = countUnits(cells, register, reference);
const scale = scaleOf(reference);

/** What every formula says of a unit, as “numerator/denominator”. */
const said = (unit: UnitCounts | undefined): Record<string, string> =>
  Object.fromEntries(
    [...formulas].map(([id, { ratio }]) => {
      const { numerator, denominator } = ratio(unit!, scale, { ratingsPerItem: 0.5 });
      return [id, `${numerator}/${denominator}`];
    }),
  );

describe('the counts of a unit', () => {
  it('give every formula its numerator and denominator, a province with its city', () => {
    expect(said(counts[guangdong])).toEqual({
      ratingRate: '185/230',
      searchPrecision: '2.6/3',
      applicationEase: '0/0',
      basicsAssessed: `${11 / 12}/1`,
      materialsAssessed: '0/0',
      processAssessed: '0/0',
      formsAssessed: '0/0',
      feesAssessed: '0/0',
      accessibleShare: '0/0',
      callbackSatisfaction: '2/3',
      channelTags: '0/0',
      convenienceCoverage: '0/0',
      convenienceTopRate: '0/0',
      dataTags: '30/30',
      entranceShare: '0/0',
      everydayOnline: '0/0',
      itemReach: '2/3',
      jointTags: '0/0',
      licenceShare: '0/0',
      meanVisits: '2/3',
      mobileTags: '0/0',
      mobileTopRate: '100/100',
      namedCallbackRate: '2/3',
      nearbyShare: '0/0',
      nearbyTags: '0/0',
      officeReach: '2/3',
      onlineTags: '0/0',
      paperTags: '0/0',
      powerTopRate: '60/60',
      promiseTags: '0/0',
      // Three published items with ten days by law and four promised.
      promisedTimeSaved: '18/30',
      publicTopRate: '3/3',
      rectificationRate: '2/3',
      // Four of five bad ratings (four of level 2, an additional one of level 1) were answered.
      replyRate: '4/5',
      sampleTags: '0/10',
      stepTags: '0/0',
      verificationRate: '3/5',
      webTopRate: '60/64',
      activeShare: '185/200',
      // 60 + 10 + 15 + 100 good among 190 with a level.
      goodRate: '185/190',
      activeGoodRate: '170/175',
      meanScore: `${60 * 10 + 4 * 3 + 10 * 8 + 0 + 15 * 6 + 1000}/190`,
      onlineTopRate: '160/164',
      hallTopRate: '0/11',
      guideTagShare: '30/40',
      attitudeTagShare: '9/10',
      itemRatingCoverage: '2/3',
      officeRatingCoverage: '2/3',
      timeSaved: '60/80',
      visitsSaved: '120/220',
      onTimeRate: '181/190',
      onlineServiceShare: '85/230',
      sameDayRate: '109/190',
      oneGoRate: '216/220',
      fullyOnlineShare: '1/3',
      onlineItemShare: '1/3',
      crossRegionShare: '1/3',
      instantShare: '0/3',
      webShare: '2/3',
      mobileShare: '2/3',
      kioskShare: '1/3',
      manyChannelShare: '1/3',
      powerCoverage: '2/2',
      publicCoverage: '0/1',
      officeCoverage: '2/3',
      basicsAccuracy: '33/36',
      materialsAccuracy: '12/12',
      processAccuracy: '9/9',
      formsAccuracy: '6/9',
      feesAccuracy: '9/9',
    });
  });

  it('of a key city are its own alone', () => {
    expect(said(counts[shenzhen])).toMatchObject({
      ratingRate: '100/100',
      goodRate: '100/100',
      visitsSaved: '0/100',
      itemRatingCoverage: '1/1',
      powerCoverage: '0/0',
      officeCoverage: '1/1',
    });
  });

  it('of one unit do not reach another', () => {
    expect(said(counts[zhejiang])).toMatchObject({
      ratingRate: '0/0',
      goodRate: '40/40',
      onlineTopRate: '0/0',
      hallTopRate: '0/0',
      itemRatingCoverage: '0/1',
      officeRatingCoverage: '0/1',
      publicCoverage: '1/2',
      officeCoverage: '1/2',
    });
    expect(said(counts[unitIndex('北京')])).toMatchObject({ ratingRate: '0/0', powerCoverage: '0/0' });
  });

  it('are one a unit, in the order of the reference list', () => {
    expect(counts.map(({ unit, kind }) => [unit, kind])).toEqual(
      reference.units.map(({ kind }, i) => [i, kind]),
    );
  });

  it('give the mean score its variance', () => {
    const { mean } = formulas.get('meanScore')!.ratio(counts[guangdong]!, scale, {});
    const scores = [
      ...Array<number>(160).fill(10),
      ...Array<number>(4).fill(3),
      ...Array<number>(10).fill(8),
      0,
      ...Array<number>(15).fill(6),
    ];
    const average = scores.reduce((a, b) => a + b, 0) / 190;
    expect(mean?.value).toBeCloseTo(average, 12);
    expect(mean?.variance).toBeCloseTo(scores.reduce((sum, x) => sum + (x - average) ** 2, 0) / 189, 10);
  });
});
