import type { SampledRows } from '../../audit/quality-report.ts';
import { ratingLevel } from '../../model/record/packed-fields.ts';
import type { Register } from '../../model/register.ts';
import type { RatingRow, RectificationRow } from '../../model/record/row.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import { foreignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { rectificationsByKey } from '../../store/read/rectifications.ts';
import { servedRows } from '../../store/read/run-rows.ts';
import type { Run } from '../../model/run.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { LikenessCounter } from '../../audit/likeness/likeness-counter.ts';
import { isSampled, type RunRows } from '../../audit/run-rows.ts';
import type { AuditedRun } from '../../audit/audited-run.ts';
import { ValidityCheckers } from '../../audit/validity/validity-checkers.ts';

/** Service records printed and read back at most. */
const PRINTED = 10_000;

/** Reads the rows of a run once; of a collected run, which has no audited run, at most `most` rows are sampled. */
export function sampleRows(
  store: Store,
  run: Run,
  runs: readonly Run[],
  register: Register,
  knowledge: Knowledge,
  rows: RunRows,
  audited: AuditedRun | undefined,
  most: number | undefined,
): SampledRows {
  const collected = runs.filter(({ kind }) => kind === 'collect');
  const checkers = checkersFor(store, run, collected, register, knowledge, rows, audited);
  const likeness =
    audited && audited.clean.size > 0 ? likenessCounter(audited, register, knowledge) : undefined;
  const orderOf = orderFinder(store);
  const levels = new Map<number, number>();
  let services = 0;
  let ratings = 0;
  let whole = rows.everyDay === 1;
  for (const served of servedRows(store, rows.ranges)) {
    // Collected rows have no days to choose from: the first ones in key order are sampled.
    if (audited === undefined && most !== undefined && services + ratings >= most) {
      whole = false;
      break;
    }
    checkers.add(served);
    if (served.service !== undefined) {
      services++;
      likeness?.add(served.service, served.ratings, orderOf(served.ratings[0]));
    }
    ratings += served.ratings.length;
    for (const { packed } of served.ratings) {
      levels.set(ratingLevel(packed), (levels.get(ratingLevel(packed)) ?? 0) + 1);
    }
  }
  // Collected rows may lie among those of a simulated run, and those of several collections are one heap.
  if (whole && (audited === undefined || collected.length === 0)) {
    const of = (count: 'services' | 'ratings'): number =>
      audited === undefined ? collected.reduce((sum, one) => sum + one[count], 0) : run[count];
    checkers.addCount('services', services, of('services'));
    checkers.addCount('ratings', ratings, of('ratings'));
  }
  return {
    services,
    ratings,
    checks: checkers.results(),
    lines: likeness?.lines() ?? [],
    levels: [...levels].map(([level, n]) => ({ level, n })).sort((a, b) => a.level - b.level),
  };
}

function checkersFor(
  store: Store,
  run: Run,
  collected: readonly Run[],
  register: Register,
  { reference, calendar }: Knowledge,
  rows: RunRows,
  audited: AuditedRun | undefined,
): ValidityCheckers {
  const foreign = foreignCases(store);
  const checkers = new ValidityCheckers({
    reference,
    register,
    calendar,
    printer: nationalPrinter(reference, register, (key) => foreign.numberOf(key)),
    horizon: audited?.model.span.horizon ?? Math.max(...collected.map(({ startedAt }) => startedAt)) + 1,
    ...(audited && {
      simulated: {
        scenario: audited.model.scenario,
        firstDay: audited.span.firstDay,
        lastDay: audited.span.lastDay,
        clean: audited.clean,
      },
    }),
    printEvery: Math.max(1, Math.ceil(run.services / rows.everyDay / PRINTED)),
  });
  checkers.addRegister(audited && new Set(audited.span.units));
  return checkers;
}

function likenessCounter(
  { world, rows, clean, model }: AuditedRun,
  register: Register,
  { reference }: Knowledge,
): LikenessCounter {
  const worldTask = new Int32Array(register.tasks.length).fill(-1);
  world.tasks.forEach(({ line }, t) => {
    const task = register.taskByCode.get(line.taskCode);
    if (task) worldTask[task.id] = t;
  });
  const looksAt = (unit: number, day: number): boolean =>
    clean.has(unit) && isSampled(rows.everyDay, unit, day);
  return new LikenessCounter(model, { world, looksAt }, worldTask, reference);
}

/** Finds the work order of a rating: bad ones alone have one, so few are looked up. */
function orderFinder(store: Store): (rating: RatingRow | undefined) => RectificationRow | undefined {
  const byKey = rectificationsByKey(store);
  return (rating) => {
    const level = rating === undefined ? 0 : ratingLevel(rating.packed);
    return rating !== undefined && level >= 1 && level <= 2 ? byKey(rating.key) : undefined;
  };
}
