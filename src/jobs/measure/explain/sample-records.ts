import { maskRecord } from '../../../export/mask-record.ts';
import { Block, stream, streamKey, threefry } from '../../../model/math/random.ts';
import { indicatorsOf, type Indicator } from '../../../model/method.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import {
  caseKey,
  FICTIONAL_BASE,
  FOREIGN_BASE,
  MAX_SERVICES,
  serviceKeyOf,
} from '../../../model/record/key.ts';
import type { RecordKind } from '../../../model/record/kind.ts';
import type { KeyRange } from '../../../model/record/row.ts';
import { placesOf, type Task } from '../../../model/register.ts';
import type { Period } from '../../../model/time/period.ts';
import { firstDayOfMonth } from '../../../model/time/time.ts';
import { nationalPrinter } from '../../../national/record-printer.ts';
import { foreignCases } from '../../../store/foreign-cases.ts';
import type { Store } from '../../../store/open.ts';
import { ratingCellsOfTasks } from '../../../store/read/cells.ts';
import { rectificationsByKey } from '../../../store/read/rectifications.ts';
import { greatestKey, leastKey } from '../../../store/read/rows.ts';
import { servedRows } from '../../../store/read/run-rows.ts';
import { referenceOfStore } from '../../../store/read/unit-names.ts';
import { partOfFormula } from '../../../measure/formulas/evaluator-formulas.ts';
import { registerIn } from '../measure-period.ts';
import { sampledAssessments } from './sample-assessments.ts';
import {
  loneCounter,
  type CountingContext,
  type RecordsOfItem,
  type SampledRecord,
} from './counted-alone.ts';

export interface RecordSample {
  readonly of: 'ratings' | 'services' | 'rectifications' | 'items' | 'offices' | 'assessments';
  readonly records: readonly SampledRecord[];
}

/** At most so many of those that count in the numerator, and of those that count in the denominator alone. */
const OF_EACH = 10;
/** Keys drawn at most: what is rarer than one in some hundreds may be missing. */
const DRAWS = 600;
/** Days before a period in which services may lie whose ratings come in it. */
const BEFORE = 31;

const ofOffices: readonly string[] = ['officeReach', 'officeRatingCoverage', 'officeCoverage'];
const ofItems: readonly string[] = ['itemReach', 'itemRatingCoverage'];

function sampledThings({ basis, formula }: Indicator): RecordSample['of'] {
  if (basis === 'evaluators') return 'assessments';
  if (ofOffices.includes(formula)) return 'offices';
  if (basis === 'register' || ofItems.includes(formula)) return 'items';
  if (basis === 'services' || formula === 'ratingRate') return 'services';
  return basis === 'handling' ? 'rectifications' : 'ratings';
}

/**
 * A sample of what an indicator of a unit counts, the same at every call: keys are drawn by keyed randomness, the row at or after
 * each is taken, and kept where the steps of a measurement over it alone give it a part in the denominator. Null where
 * the method has no such indicator, or there is no such unit.
 */
export function sampleRecords(
  store: Store,
  { reference: known, methods, calendar }: Pick<Knowledge, 'reference' | 'methods' | 'calendar'>,
  period: Period,
  code: string,
  id: string,
): RecordSample | null {
  const reference = referenceOfStore(store, known);
  const unit = reference.units.find((one) => one.code === code);
  const indicator = unit && indicatorsOf(methods[unit.kind]).find((one) => one.id === id);
  if (unit === undefined || indicator === undefined) return null;
  const register = registerIn(store, period);
  const context = { indicator, unit, period, reference, calendar, register };
  const places = placesOf(reference, code);
  const tasks = register.tasks.filter(({ unitIndex }) => places.includes(unitIndex));
  const word = wordsBy(`${code}/${period.label}/${id}`);
  const of = sampledThings(indicator);
  if (of === 'assessments') {
    const part = partOfFormula(indicator.formula);
    return {
      of,
      records: part === undefined ? [] : chosen(sampledAssessments(store, period, places, part, word)),
    };
  }
  const found =
    of === 'items' || of === 'offices'
      ? sampledItems(store, context, of, tasks, word)
      : sampledRows(store, context, of, tasks, word);
  return { of, records: chosen(found) };
}

/** Keyed random words: the nth pair of a text. */
function wordsBy(text: string): (n: number) => Readonly<Block> {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (n) => {
    const block = new Block();
    threefry(hash, streamKey(stream.recordSample, 0), n, 0, block);
    return block;
  };
}

/** As many of both sorts as there are, and in place of one sort those of the other. */
function chosen(found: Iterable<SampledRecord>): SampledRecord[] {
  const counting: SampledRecord[] = [];
  const others: SampledRecord[] = [];
  for (const one of found) {
    (one.numerator > 0 ? counting : others).push(one);
    if (counting.length >= OF_EACH && others.length >= OF_EACH) break;
  }
  const most = 2 * OF_EACH;
  return [
    ...counting.slice(0, Math.max(OF_EACH, most - others.length)),
    ...others.slice(0, Math.max(OF_EACH, most - counting.length)),
  ];
}

function* sampledItems(
  store: Store,
  context: CountingContext,
  of: 'items' | 'offices',
  tasks: readonly Task[],
  word: (n: number) => Readonly<Block>,
): Iterable<SampledRecord> {
  const counter = loneCounter(context);
  const groups = groupsOf(tasks, of === 'items' ? ({ id }) => id : ({ officeId }) => officeId);
  const order = groups.map((_, i) => ({ i, at: word(i).a })).sort((a, b) => a.at - b.at || a.i - b.i);
  for (const { i } of order.slice(0, DRAWS)) {
    const group = groups[i] ?? [];
    const cells = ratingCellsOfTasks(
      store,
      context.period,
      group.map(({ id }) => id),
    );
    const counted = counter.ofItems(group, cells);
    const [task] = group;
    if (task === undefined || counted.denominator === 0) continue;
    const office = context.register.offices[task.officeId];
    yield {
      text: of === 'items' ? `${task.taskCode} ${task.name}` : `${office?.code ?? ''} ${office?.name ?? ''}`,
      ...counted,
    };
  }
}

function groupsOf(tasks: readonly Task[], by: (task: Task) => number): Task[][] {
  const groups = new Map<number, Task[]>();
  for (const task of tasks) {
    const group = groups.get(by(task));
    if (group === undefined) groups.set(by(task), [task]);
    else group.push(task);
  }
  return [...groups.values()];
}

const kindOf = { services: 'service', ratings: 'rating', rectifications: 'rectification' } as const;

function* sampledRows(
  store: Store,
  context: CountingContext,
  of: keyof typeof kindOf,
  tasks: readonly Task[],
  word: (n: number) => Readonly<Block>,
): Iterable<SampledRecord> {
  const kind = kindOf[of];
  const seen = new Set<number>();
  const counter = loneCounter(context);
  const least = leastKey(store, kind);
  const read = rowReader(store, context, kind);
  for (const range of drawnRanges(store, context.period, kind, tasks, word)) {
    const key = least(range);
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    const row = read(key);
    if (row === undefined) continue;
    const counted = counter.ofRecords(row.records);
    if (counted.denominator > 0) yield { text: maskRecord(row.line), ...counted };
  }
}

/** Ranges of keys, each from a drawn key to the end of the rows among which it was drawn. */
function* drawnRanges(
  store: Store,
  period: Period,
  kind: RecordKind,
  tasks: readonly Task[],
  word: (n: number) => Readonly<Block>,
): Iterable<KeyRange> {
  const times = kind === 'service' ? 1 : 2;
  const firstDay = Math.max(0, firstDayOfMonth(period.first) - (kind === 'service' ? 0 : BEFORE));
  const end = firstDayOfMonth(period.last + 1);
  const foreign = { from: FOREIGN_BASE * times, to: FICTIONAL_BASE * times };
  const lastForeign = greatestKey(store, kind, foreign);
  for (let n = 0; n < DRAWS; n++) {
    const { a, b } = word(n);
    // Every eighth draw is of the cases under others’ numbers, where there are any.
    if (lastForeign !== undefined && n % 8 === 7) {
      yield { ...foreign, from: foreign.from + (a % (lastForeign - foreign.from + 1)) };
      continue;
    }
    const task = tasks[a % Math.max(1, tasks.length)];
    if (task === undefined) return;
    const day = firstDay + (b % (end - firstDay));
    const { unitIndex, slot } = task;
    yield {
      from: caseKey(unitIndex, day, slot, 0) * times,
      to: caseKey(unitIndex, end, 0, 0) * times,
    };
  }
}

interface ReadRow {
  readonly line: string;
  readonly records: RecordsOfItem;
}

/** Reads a row by its key, with what it takes to count it. */
function rowReader(
  store: Store,
  { indicator, reference, register }: CountingContext,
  kind: RecordKind,
): (key: number) => ReadRow | undefined {
  const foreign = foreignCases(store);
  const printer = nationalPrinter(reference, register, (key) => foreign.numberOf(key));
  const rectification = rectificationsByKey(store);
  // Whether a case was supplemented is told by all of its services.
  const span = indicator.formula === 'oneGoRate' ? MAX_SERVICES : 1;
  return (key) => {
    const own = kind === 'service' ? key : serviceKeyOf(key);
    const from = span === 1 ? own : own - (own % MAX_SERVICES);
    const served = [...servedRows(store, [{ from, to: from + span }])];
    const services = served.flatMap(({ service }) => service ?? []);
    const [service] = services;
    const task = service && register.tasks[service.task];
    if (service === undefined || task === undefined) return undefined;
    if (kind === 'service') {
      const ratings = served.flatMap(({ ratings: rows }) => rows.map((row) => ({ row, service })));
      return { line: printer.service(service), records: { task, services, ratings, rectifications: [] } };
    }
    const rating = served.flatMap(({ ratings }) => ratings).find((row) => row.key === key);
    if (rating === undefined) return undefined;
    const ratings = [{ row: rating, service }];
    if (kind === 'rating')
      return { line: printer.rating(rating), records: { task, services: [], ratings, rectifications: [] } };
    const row = rectification(key);
    return (
      row && {
        line: printer.rectification(row),
        records: { task, services: [], ratings, rectifications: [{ row, rating, service }] },
      }
    );
  };
}
