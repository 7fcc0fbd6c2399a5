import type { CaseFile, CaseRectification, ExerciseUnit, ExerciseWorld } from '../../train/exercise-world.ts';
import { FULLY_ONLINE_DEPTH, ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import type { ServiceCell } from '../../model/cells.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Bilingual } from '../../model/language.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { FICTIONAL_BASE, partsOf } from '../../model/record/key.ts';
import { serviceChannel, unpackRating, unpackRectification } from '../../model/record/packed-fields.ts';
import type { RatingRow, RectificationRow, ServiceRow } from '../../model/record/row.ts';
import type { Reference, Unit } from '../../model/reference.ts';
import { placesOf, type Register, type Task } from '../../model/register.ts';
import { parseScenario } from '../../model/scenario/check-scenario.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import type { RatingTruth } from '../../model/truth.ts';
import { printCaseNumber } from '../../national/case-number.ts';
import { siteUnit } from '../../portal/site-unit.ts';
import { closeStore, openInMemory, type Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { rectificationCells, rectificationsByKey } from '../../store/read/rectifications.ts';
import { servedRows } from '../../store/read/run-rows.ts';
import { eachDefectTruth, eachRatingTruth } from '../../store/read/truth/truth.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import type { Clock } from '../clock.ts';
import { computeMeasurement, registerIn } from '../measure/measure-period.ts';
import { simulateScenario } from '../simulate/simulate-scenario.ts';

/** How many worlds exercises are made from: as many answers of a kind as a server keeps, so that each is simulated once. */
export const EXERCISE_WORLDS = 8;

const MONTH = '2025-03';

/** Two fictional provinces with their cities, with mis-clicks, malicious ratings and falsified work orders in them. */
const scenario = (): Scenario =>
  parseScenario(
    {
      name: 'exercises',
      title: { zh: '实训题所用的世界', en: 'The world of exercises' },
      from: `${MONTH}-01`,
      to: `${MONTH}-31`,
      units: ['990000', '990100', '990200', '991000', '991100', '991200'],
      names: 'fictional',
      casesPerYear: 30_000,
      rectification: { chance: 0.97 },
      defects: [
        { id: 'A12', rate: 0.01 },
        { id: 'A11', rate: 0.006 },
        { id: 'A16', rate: 0.25 },
      ],
    },
    'exercises',
  );

/** Units whose service sites exercises show: a city of each province, with some hundred items each. */
const SITES = ['990100', '991100'];

/** Good ratings kept of a world, as others of the same kind beside the bad ones. */
const GOOD_KEPT = 200;

/**
 * Simulates the world of a number the whole way into a store in memory, and reads from it what exercises show, and from the truth what
 * their keys rest on.
 */
export async function makeExerciseWorld(
  number: number,
  knowledge: Knowledge,
  programVersion: string,
  clock: Clock,
): Promise<ExerciseWorld> {
  const { store, truth } = openInMemory();
  try {
    const options = { scenario: scenario(), seed: seedOf(number), threads: 1, programVersion };
    await simulateScenario(store, truth, options, knowledge, clock);
    return readExerciseWorld(number, store, truth, knowledge);
  } finally {
    closeStore(truth);
    closeStore(store);
  }
}

/** Worlds of exercises have seeds that a person would not give. */
const FIRST_SEED = 4_100_000_000;
const seedOf = (number: number): number => FIRST_SEED + number;

function readExerciseWorld(number: number, store: Store, truth: Store, knowledge: Knowledge): ExerciseWorld {
  const period = parsePeriod(MONTH);
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, knowledge.reference);
  const { units: results } = computeMeasurement(store, knowledge, period);
  const services = serviceCells(store, period);
  const files = caseFiles(store, truth, register, reference);
  return {
    number,
    month: MONTH,
    units: results.map((result) => exerciseUnit(result, store, services, register, reference, period)),
    badRatings: files.filter(({ level }) => level <= 2),
    goodRatings: files.filter(({ level }) => level >= 4).slice(0, GOOD_KEPT),
    sites: SITES.flatMap((code) => siteUnit(scenario(), seedOf(number), reference, register, code) ?? []),
  };
}

const nameOf = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): Bilingual => ({
  zh: name,
  en: nameEn,
});

function exerciseUnit(
  result: UnitResult,
  store: Store,
  cells: readonly ServiceCell[],
  register: Register,
  reference: Reference,
  period: Period,
): ExerciseUnit {
  const places = placesOf(reference, result.code);
  const ratings = ratingCells(store, period, places).filter(({ level }) => level > 0);
  const loop = rectificationCells(store, period, places);
  const published = register.tasks.filter((task) => places.includes(task.unitIndex) && task.published);
  const limited = published.filter(({ statutoryDays }) => statutoryDays > 0);
  const services = cells.filter(({ task }) => places.includes(register.tasks[task]?.unitIndex ?? -1));
  return {
    code: result.code,
    name: nameOf(result),
    kind: result.kind,
    services: sumOf(services, (cell) => cell.services),
    levels: levelsOf(ratings),
    channels: reference.channels.map((channel, i) => ({
      channel: i + 1,
      name: nameOf(channel),
      levels: levelsOf(ratings.filter((cell) => cell.channel === i + 1)),
    })),
    loop: {
      bad: sumOf(loop, ({ n }) => n),
      contacted: sumOf(loop, ({ contacted, n }) => (contacted > 0 ? n : 0)),
      rectified: sumOf(loop, ({ rectified, n }) => (rectified > 0 ? n : 0)),
      calledBack: sumOf(loop, ({ calledBack, n }) => (calledBack > 0 ? n : 0)),
      satisfied: sumOf(loop, ({ satisfied, n }) => (satisfied === 2 ? n : 0)),
    },
    register: {
      items: published.length,
      online: published.filter(({ depth }) => depth >= ONLINE_DEPTH).length,
      fullyOnline: published.filter(({ depth }) => depth >= FULLY_ONLINE_DEPTH).length,
      promisedDays: sumOf(limited, ({ promisedDays }) => promisedDays),
      statutoryDays: sumOf(limited, ({ statutoryDays }) => statutoryDays),
      visits: sumOf(published, ({ visits }) => visits),
    },
    overall: result.overall,
    rank: result.rank,
    rankLow: result.rankLow,
    rankHigh: result.rankHigh,
  };
}

function levelsOf(cells: readonly { readonly level: number; readonly n: number }[]): number[] {
  const levels = [0, 0, 0, 0, 0, 0];
  for (const { level, n } of cells) levels[level] = (levels[level] ?? 0) + n;
  return levels;
}

const sumOf = <T>(list: readonly T[], of: (entry: T) => number): number =>
  list.reduce((sum, entry) => sum + of(entry), 0);

/** All first ratings with their cases, in the order of their keys; a rating that the system gave tells nothing and is left out. */
function caseFiles(store: Store, truth: Store, register: Register, reference: Reference): CaseFile[] {
  const truths = new Map<number, RatingTruth>();
  for (const one of eachRatingTruth(truth)) truths.set(one.key, one);
  const falsified = new Set<number>();
  for (const { defect, key } of eachDefectTruth(truth)) if (defect === 'A16') falsified.add(key);
  const rectificationOf = rectificationsByKey(store);
  const files: CaseFile[] = [];
  for (const { service, ratings } of servedRows(store, [
    { from: FICTIONAL_BASE, to: Number.MAX_SAFE_INTEGER },
  ])) {
    const [rating] = ratings;
    const task = register.tasks[service?.task ?? -1];
    const felt = rating && truths.get(rating.key);
    if (service === undefined || rating === undefined || task === undefined || felt === undefined) continue;
    if (unpackRating(rating.packed).defaulted === 1) continue;
    const rectification = rectificationOf(rating.key);
    const { day, serial } = partsOf(service.key);
    files.push({
      ...placeOf(task, register, reference),
      ...timesOf(service),
      caseNumber: printCaseNumber(task.taskCode, day, serial),
      ...ratingOf(rating, reference),
      rectification:
        rectification === undefined ? null : rectificationFile(rectification, falsified.has(rating.key)),
      truth: { level: felt.level, mechanism: felt.mechanism },
    });
  }
  return files;
}

const unitOf = (task: Task, { units }: Reference): Unit | undefined => units[task.unitIndex];

function placeOf(task: Task, register: Register, reference: Reference) {
  const unit = unitOf(task, reference);
  const office = register.offices[task.officeId];
  return {
    unit: unit?.code ?? '',
    unitName: unit === undefined ? { zh: '', en: '' } : nameOf(unit),
    office: office === undefined ? { zh: '', en: '' } : nameOf(office),
    department: office?.department ?? '',
    item: nameOf(task),
    isPromise: task.handling === 'promise',
    statutoryDays: task.statutoryDays,
    promisedDays: task.promisedDays,
    visits: task.visits,
  };
}

const known = (second: number): number | null => (second < 0 ? null : second);

const timesOf = (service: ServiceRow) => ({
  acceptedAt: known(service.acceptedAt),
  finishedAt: known(service.finishedAt),
  serviceAt: service.serviceAt,
  isOnline: serviceChannel(service.packed) === 1,
});

function ratingOf(rating: RatingRow, { tags, channels }: Reference) {
  const { level, channel, tags: mask } = unpackRating(rating.packed);
  const place = channels[channel - 1];
  return {
    level,
    tags: tags
      .filter((tag) => tag.level === level)
      .filter((_, bit) => (mask & (1 << bit)) !== 0)
      .map((tag) => ({ code: tag.code, name: nameOf(tag) })),
    text: rating.text ?? '',
    channel,
    channelName: place === undefined ? { zh: '', en: '' } : nameOf(place),
    assessedAt: rating.assessedAt,
  };
}

function rectificationFile(row: RectificationRow, isFalsified: boolean): CaseRectification {
  const { verdict, satisfied } = unpackRectification(row.packed);
  return {
    contactedAt: known(row.contactedAt),
    rectifiedAt: known(row.rectifiedAt),
    calledBackAt: known(row.calledBackAt),
    isSatisfied: satisfied === 2,
    verdict,
    isFalsified,
  };
}
