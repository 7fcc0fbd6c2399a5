import { isLinked, serviceKeyOf } from '../model/record/key.ts';
import { ratingLevel } from '../model/record/packed-fields.ts';
import type { RatingRow, RectificationRow, ServedRow } from '../model/record/row.ts';
import type { Register } from '../model/register.ts';
import { nationalPrinter } from '../national/record-printer.ts';
import type { AuditedRun } from './audited-run.ts';
import type { AuditScope } from './audit-scope.ts';
import { LikenessCounter } from './likeness/likeness-counter.ts';
import type { SampledRows } from './quality-report.ts';
import { RealismCounter } from './realism/realism-counter.ts';
import { isSampled, type RunRows } from './run-rows.ts';
import { ValidityCheckers } from './validity/validity-checkers.ts';

/** The rows of a run, and what is looked up while they are read. */
export interface RowSource {
  /** Each service with its ratings, in key order. */
  readonly served: Iterable<ServedRow>;
  /** The case number of a service whose number is not in our own form. */
  readonly foreignCase: (serviceKey: number) => string;
  /** The work order of a rating. */
  readonly rectification: (ratingKey: number) => RectificationRow | undefined;
}

/** Service records printed and read back at most. */
const PRINTED = 10_000;

/** Reads the rows of a run once; of a collected run at most `most` rows are sampled. */
export function sampleRows(scope: AuditScope, source: RowSource): SampledRows {
  const { audited, rows, most } = scope;
  const checkers = checkersFor(scope, source);
  const likeness = likenessCounter(scope);
  const realism = new RealismCounter(scope.register, scope.knowledge);
  const levels = new Map<number, number>();
  let services = 0;
  let ratings = 0;
  let whole = rows.everyDay === 1;
  for (const served of source.served) {
    // Collected rows have no days to choose from: the first ones in key order are sampled.
    if (audited === undefined && most !== undefined && services + ratings >= most) {
      whole = false;
      break;
    }
    const own = ownOf(rows, served);
    checkers.add(served, own);
    realism.add(own);
    if (own.service !== undefined) {
      services++;
      // Linked cases come beside those that the scenario counts.
      if (!isLinked(own.service.key))
        likeness?.add(own.service, own.ratings, orderOf(source, own.ratings[0]));
    }
    ratings += own.ratings.length;
    for (const { packed } of own.ratings) {
      levels.set(ratingLevel(packed), (levels.get(ratingLevel(packed)) ?? 0) + 1);
    }
  }
  if (whole) addCounts(checkers, scope, { services, ratings });
  return {
    services,
    ratings,
    checks: checkers.results(),
    lines: likeness?.lines() ?? [],
    levels: [...levels].map(([level, n]) => ({ level, n })).sort((a, b) => a.level - b.level),
    figures: realism.figures(),
    whole,
  };
}

/** What of a service and its ratings is of the run; most often all of it. */
function ownOf({ holds }: RunRows, served: ServedRow): ServedRow {
  const { service, ratings } = served;
  const ownRatings = ratings.filter((rating) => holds(serviceKeyOf(rating.key), arrivalOf(rating)));
  const isOwn = service !== undefined && holds(service.key, service.serviceAt);
  return isOwn && ownRatings.length === ratings.length
    ? served
    : { service: isOwn ? service : undefined, ratings: ownRatings };
}

/** When the platform had a rating. */
const arrivalOf = ({ assessedAt, uploadedAt }: RatingRow): number => Math.max(assessedAt, uploadedAt);

function checkersFor(
  { run, runs, register, knowledge, audited, rows }: AuditScope,
  { foreignCase }: RowSource,
): ValidityCheckers {
  const { reference, calendar } = knowledge;
  const collected = runs.filter(({ kind }) => kind === 'collect');
  const checkers = new ValidityCheckers({
    reference,
    register,
    calendar,
    printer: nationalPrinter(reference, register, foreignCase),
    horizon: audited?.model.span.horizon ?? Math.max(...collected.map(({ startedAt }) => startedAt)) + 1,
    ...(audited && {
      simulated: {
        scenario: audited.model.scenario,
        days: audited.span,
        clean: audited.clean,
        sessionsOf: sessionsOf(audited, register),
      },
    }),
    printEvery: Math.max(1, Math.ceil(run.services / rows.everyDay / PRINTED)),
  });
  checkers.addRegister(audited && new Set(audited.span.units));
  return checkers;
}

/** Compares the rows with the scenario; absent where there is none, or where defects were injected everywhere. */
function likenessCounter({ audited, register, knowledge }: AuditScope): LikenessCounter | undefined {
  if (audited === undefined || audited.clean.size === 0) return undefined;
  const { world, rows, clean, model } = audited;
  const worldTask = worldTasks(audited, register);
  const looksAt = (unit: number, day: number): boolean =>
    clean.has(unit) && isSampled(rows.everyDay, unit, day);
  return new LikenessCounter(model, { world, looksAt }, worldTask, knowledge.reference);
}

/** Number of each item of the register in the world of the run, -1 where it is not of it. */
function worldTasks({ world }: AuditedRun, register: Register): Int32Array {
  const worldTask = new Int32Array(register.tasks.length).fill(-1);
  world.tasks.forEach(({ line }, t) => {
    const task = register.taskByCode.get(line.taskCode);
    if (task) worldTask[task.id] = t;
  });
  return worldTask;
}

/** When the office of an item of the register is open, by the scenario of the run. */
function sessionsOf(
  audited: AuditedRun,
  register: Register,
): (item: number) => readonly (readonly [opens: number, closes: number])[] {
  const { scenario, tables } = audited.model;
  const worldTask = worldTasks(audited, register);
  return (item) => {
    const template = tables.officeHours.template[worldTask[item] ?? -1] ?? -1;
    return scenario.demand.officeHours[template]?.sessions ?? [];
  };
}

/** The work order of a rating: bad ones alone have one, so few are looked up. */
function orderOf({ rectification }: RowSource, rating: RatingRow | undefined): RectificationRow | undefined {
  const level = rating === undefined ? 0 : ratingLevel(rating.packed);
  return rating !== undefined && level >= 1 && level <= 2 ? rectification(rating.key) : undefined;
}

/** Compares how many rows were read with what the run says, where it can be said which rows are its own. */
function addCounts(
  checkers: ValidityCheckers,
  { run, runs, audited }: AuditScope,
  found: Readonly<Record<'services' | 'ratings', number>>,
): void {
  const collected = runs.filter(({ kind }) => kind === 'collect');
  // Collected rows may lie among those of a simulated run, and those of several collections are one heap.
  if (audited !== undefined && collected.length > 0) return;
  for (const kind of ['services', 'ratings'] as const) {
    const said = audited === undefined ? collected.reduce((sum, one) => sum + one[kind], 0) : run[kind];
    checkers.addCount(kind, found[kind], said);
  }
}
