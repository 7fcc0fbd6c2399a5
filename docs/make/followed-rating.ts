import { join } from 'node:path';
import type { Clock } from '../../src/jobs/clock.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import { readKnowledge, readScenario } from '../../src/store/reference.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { explainScore, type ExplainedScore } from '../../src/jobs/measure/explain/explain-score.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { simulateRun, type SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { normalCdf } from '../../src/model/math/normal.ts';
import { fillWords, stream, streamKey, WORDS } from '../../src/model/math/random.ts';
import { MAX_SERIALS, MAX_SLOTS, partsOf, type CaseParts } from '../../src/model/record/key.ts';
import type { Office, Task } from '../../src/model/register.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { workingDaysBetween } from '../../src/model/time/calendar.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { parseDay, parseSecond } from '../../src/model/time/time.ts';
import {
  CASE_WORDS,
  caseWord,
  RATING_WORDS,
  ratingBlock,
  ratingWord,
} from '../../src/simulate/case/case-draws.ts';
import { planOf } from '../../src/simulate/partitions.ts';
import { Losses } from '../../src/simulate/rating/losses.ts';
import { Experience } from '../../src/simulate/rating/experience.ts';
import { windowOf } from '../../src/simulate/rating/rating-rows.ts';
import { bandOfApplicant } from '../../src/simulate/world/age-effects.ts';
import { HALL, makeTables, ONLINE } from '../../src/simulate/world/tables.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import { closeStore, openStore, openTruth, type Store } from '../../src/store/open.ts';
import { referenceOfWorld } from '../../src/model/names/named-reference.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { tryVariants, type Fields, type Tried } from './refused-variants.ts';

/** The run that the tour looks at, and the units for which its rating counts. */
export const tour = {
  scenario: 'tiny',
  seed: 7,
  period: '2025-03',
  city: '981101',
  province: '981100',
  indicator: 'goodRate',
} as const;

export type Row = Readonly<Record<string, string | number | null>>;

/** What made the person feel as they did. */
export interface FollowedExperience {
  /** Quality of the unit in 服务成效度, in standard deviations. */
  readonly quality: number;
  /** Chances of level 1, of 2 or worse, of 3 or worse, of 4 or worse. */
  readonly chances: readonly number[];
  /** What is felt, as the share of all experiences that are worse: the level is the first whose chance lies above it. */
  readonly draw: number;
}

/** One rating and everything that the program makes of it. */
export interface FollowedRating {
  readonly scenario: Scenario;
  readonly report: SimulateReport;
  readonly office: Office;
  readonly item: Task;
  readonly service: Fields;
  readonly rating: Fields;
  /** Working days from acceptance to completion. */
  readonly days: number;
  readonly experience: FollowedExperience;
  /** What the truth says of it. */
  readonly felt: number;
  readonly mechanism: string;
  readonly tried: Tried;
  readonly stored: Row;
  readonly text: string;
  readonly parts: CaseParts;
  /** The cells of counts in which it is one of n. */
  readonly cells: readonly (readonly [table: string, cell: Row])[];
  readonly city: ExplainedScore;
  readonly province: ExplainedScore;
}

const clock: Clock = { now: () => parseSecond('2025-06-01 00:00:00'), elapsed: () => 0 };

/** Follows the first bad rating of the city, of a completed case, that carries a tag and a text; databases go to the folder. */
export async function followRating(folder: string): Promise<FollowedRating> {
  const knowledge = readKnowledge();
  const scenario = readScenario(tour.scenario);
  const store = openStore(join(folder, 'tour.db'));
  const truth = openTruth(store.file);
  try {
    const options = { scenario, seed: tour.seed, threads: 1, programVersion: 'docs' };
    const report = await simulateRun(store, truth, options, knowledge, clock);
    const { service, rating } = chosen([...recordLines(store, knowledge)].map(fieldsOf));
    const register = readRegister(store);
    const item = found(register.taskByCode.get(text(service, 'taskCode')));
    const stored = storedRating(store, item, rating);
    const key = Number(stored['key']);
    const parts = partsOf(Number(stored['service_key']));
    const days = workingDaysBetween(
      knowledge.calendar,
      dayOf(service, 'acceptDate'),
      dayOf(service, 'resultDate'),
    );
    const truths = [...exportTruth(store, truth, knowledge)].map(fieldsOf);
    const felt = found(
      truths.find((line) => line['kind'] === 'rating-truth' && nameOf(line) === nameOf(rating)),
    );
    const measurement = measurePeriod(store, knowledge, parsePeriod(tour.period));
    return {
      scenario,
      report,
      office: found(register.offices[item.officeId]),
      item,
      service,
      rating,
      days,
      experience: experienceOf(scenario, item, service, parts, days, Number(stored['rater']), knowledge),
      felt: Number(felt['felt']),
      mechanism: text(felt, 'mechanism'),
      tried: await tryVariants(folder, [...registerLines(register)], service, rating, knowledge, clock),
      stored,
      text: text(found(rowsOf(store, 'SELECT text FROM rating_text WHERE rating_key = ?', key)[0]), 'text'),
      parts,
      cells: cellsOf(store, item, stored),
      city: explainScore(measurement, knowledge, tour.city, tour.indicator),
      province: explainScore(measurement, knowledge, tour.province, tour.indicator),
    };
  } finally {
    closeStore(store);
    closeStore(truth);
  }
}

function chosen(records: readonly Fields[]): { readonly service: Fields; readonly rating: Fields } {
  const services = new Map(
    records.filter(({ kind }) => kind === 'service').map((service) => [nameOf(service), service]),
  );
  const rating = found(
    records.find(
      (record) =>
        record['kind'] === 'rating' &&
        Number(record['satisfaction']) <= 2 &&
        record['writingEvaluation'] !== '' &&
        text(services.get(nameOf(record)) ?? {}, 'resultDate') !== '' &&
        text(services.get(nameOf(record)) ?? {}, 'areaCode').startsWith(tour.city),
    ),
  );
  return { rating, service: found(services.get(nameOf(rating))) };
}

/** Works the level felt out again, from the tables and the keyed words that the simulator reads. */
function experienceOf(
  scenario: Scenario,
  item: Task,
  service: Fields,
  { unit, slot, day, serial }: CaseParts,
  days: number,
  rater: number,
  known: Knowledge,
): FollowedExperience {
  const reference = referenceOfWorld(known.reference, scenario);
  const world = makeWorld(scenario, tour.seed, reference);
  const tables = makeTables(scenario, tour.seed, reference, world);
  const task = world.tasks.findIndex(({ line }) => line.taskCode === item.taskCode);
  const place = service['proChannel'] === '1' ? ONLINE : HALL;
  const { span } = planOf(world, scenario, known);
  const at = parseSecond(text(service, 'serviceTime'));
  const loss = new Losses(scenario, tables, span).of(task, place, days, at);
  const group = unit * MAX_SLOTS + slot;
  const entity = day * MAX_SERIALS + serial;
  const ofCase = new Uint32Array(CASE_WORDS);
  fillWords(tour.seed, streamKey(stream.service, group), entity, 0, ofCase);
  const ofRating = new Uint32Array(RATING_WORDS);
  const block = ratingBlock(Number(service['serviceNumber']) - 1);
  fillWords(tour.seed, streamKey(stream.rating, group), entity, block, ofRating);
  const online = span.off[span.days.indexOf(day)] === 1 ? WORDS : found(tables.online[task]);
  const value = new Experience(scenario, tour.seed, tables, span).valueOf(
    {
      item: { unit, task, group, cuts: tables.cuts, cutsFrom: task * 8, online },
      entity,
      place,
      rater,
      band: bandOfApplicant(Number(text(service, 'userProp')), rater),
      caseWord: found(ofCase[caseWord.felt]),
      at,
      days,
    },
    found(ofRating[ratingWord.felt]),
    place === HALL ? windowOf(tables, task, found(ofRating[ratingWord.retained])) : 0,
  );
  return {
    quality: found(world.tasks[task]).unit.quality.effectiveness,
    chances: [0, 1, 2, 3].map((i) => normalCdf(found(tables.cuts[(task * 2 + place) * 4 + i]) + loss)),
    draw: normalCdf(value),
  };
}

const storedRating = (store: Store, item: Task, rating: Fields): Row =>
  found(
    rowsOf(
      store,
      'SELECT rating.* FROM rating JOIN service ON service.key = service_key WHERE task = ? AND assessed_at = ?',
      item.id,
      parseSecond(text(rating, 'assessTime')),
    )[0],
  );

function cellsOf(store: Store, item: Task, stored: Row): [table: string, cell: Row][] {
  const { level, channel, defaulted, tags } = stored;
  const bits = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (Number(tags) >> bit) & 1);
  const month = found(rowsOf(store, 'SELECT min(month) AS month FROM rating_rollup')[0])['month'] ?? 0;
  const cells: [table: string, cell: Row | undefined][] = [
    [
      'rating_rollup',
      rowsOf(
        store,
        `SELECT * FROM rating_rollup WHERE unit = ? AND office = ? AND month = ? AND channel = ? AND level = ?
         AND defaulted = ? AND flagged = 0 AND additional = 0`,
        ...[item.unitIndex, item.officeId, month, channel ?? 0, level ?? 0, defaulted ?? 0],
      )[0],
    ],
    [
      'task_rating_rollup',
      rowsOf(
        store,
        'SELECT * FROM task_rating_rollup WHERE task = ? AND month = ? AND level = ?',
        ...[item.id, month, level ?? 0],
      )[0],
    ],
    ...bits.map((bit): [string, Row | undefined] => [
      'tag_rollup',
      rowsOf(
        store,
        'SELECT * FROM tag_rollup WHERE unit = ? AND month = ? AND tag = ?',
        ...[item.unitIndex, month, (Number(level) - 1) * 8 + bit],
      )[0],
    ]),
  ];
  return cells.map(([table, cell]) => [table, found(cell)]);
}

const rowsOf = (store: Store, sql: string, ...values: (string | number)[]): Row[] =>
  store.db.prepare<(string | number)[], Row>(sql).all(...values);

function fieldsOf(line: string): Fields {
  return JSON.parse(line) as Fields;
}

const text = (fields: Row | Fields, name: string): string => String(fields[name] ?? '');
const dayOf = (fields: Fields, name: string): number => parseDay(text(fields, name).slice(0, 10));
const nameOf = (fields: Fields): string => `${text(fields, 'projectNo')}/${text(fields, 'serviceNumber')}`;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the run no longer holds what the tour tells of');
  return value;
}
