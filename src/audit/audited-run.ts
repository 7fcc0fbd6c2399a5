import { parseScenario } from '../model/scenario/check-scenario.ts';
import { inTodaysFields } from '../model/scenario/former-settings.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { parseDay } from '../model/time/time.ts';
import { planOf } from '../simulate/partitions.ts';
import { makeTables } from '../simulate/world/tables.ts';
import { makeWorld, type World } from '../simulate/world/world.ts';
import type { Run } from '../model/run.ts';
import { withUnitCodes } from '../model/names/named-reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { AuditModel } from './expected/audit-model.ts';
import { simulatedRows, strideFor, type RunDays, type RunRows, type RunSpan } from './run-rows.ts';

/** A simulated run, its scenario read again and its world made again. */
export interface AuditedRun {
  readonly world: World;
  readonly span: RunSpan;
  readonly rows: RunRows;
  /** Units without injected defects and reforms: only there is worked out what to expect. */
  readonly clean: ReadonlySet<number>;
  readonly model: AuditModel;
}

const spanOfRun = ({ scenario, world }: MadeWorld, days: Int32Array): RunSpan => {
  const firstDay = parseDay(scenario.from);
  return {
    units: world.units.map(({ index }) => index).sort((a, b) => a - b),
    firstCaseDay: Math.min(firstDay, days[0] ?? firstDay),
    firstDay,
    lastDay: parseDay(scenario.to),
  };
};

/** The scenario of a simulated run, and its world made again. */
interface MadeWorld {
  readonly scenario: Scenario;
  readonly world: World;
}

function worldOfRun(run: Run, { reference }: Knowledge): MadeWorld {
  const scenario = scenarioOfRun(run, reference);
  return { scenario, world: makeWorld(scenario, run.seed ?? 0, reference) };
}

/** The scenario of a simulated run in today’s fields, its units under their codes in this reference. */
export const scenarioOfRun = (
  run: Pick<Run, 'id' | 'scenario' | 'settings'>,
  reference: Reference,
): Scenario =>
  withUnitCodes(
    parseScenario(inTodaysFields(JSON.parse(run.settings)), `${run.scenario} (run ${String(run.id)})`),
    reference,
  );

/** The audited run of a simulated run among all of its database, to be sampled in no more than about `most` rows. */
export function auditedRunOf(
  run: Run,
  runs: readonly Run[],
  knowledge: Knowledge,
  most: number | undefined,
): AuditedRun {
  const made = worldOfRun(run, knowledge);
  const { scenario, world } = made;
  const { span: days } = planOf(world, scenario, knowledge);
  const span = spanOfRun(made, days.days);
  const everyDay = most === undefined ? 1 : strideFor(run.services + run.ratings, most);
  const others = runs.filter(({ id }) => id !== run.id);
  return {
    world,
    span,
    rows: simulatedRows(span, others.flatMap(daysOf), everyDay),
    clean: cleanUnits(scenario, world),
    model: {
      scenario,
      tables: makeTables(scenario, run.seed ?? 0, knowledge.reference, world),
      span: days,
    },
  };
}

/** Days of a simulated run: its record says them, no world need be made. */
const daysOf = ({ kind, firstDay, lastDay }: Run): RunDays[] =>
  kind === 'simulate' && firstDay !== null && lastDay !== null ? [{ firstDay, lastDay }] : [];

/** Units without injected defects and reforms; an injection that names no unit affects all. */
function cleanUnits({ defects, reforms, to }: Scenario, world: World): Set<number> {
  const begun = reforms.filter(({ from }) => parseDay(from) <= parseDay(to));
  return new Set(
    world.units.flatMap(({ unit, index }) =>
      defects.some(({ units }) => units?.includes(unit.code) ?? true) ||
      begun.some(({ units }) => units.includes(unit.code))
        ? []
        : [index],
    ),
  );
}

/** Days and units of all simulated runs. */
export const simulatedSpans = (runs: readonly Run[], knowledge: Knowledge): RunSpan[] =>
  runs
    .filter(({ kind }) => kind === 'simulate')
    .map((run) => {
      const made = worldOfRun(run, knowledge);
      return spanOfRun(made, planOf(made.world, made.scenario, knowledge).span.days);
    });
