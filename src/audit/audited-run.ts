import { parseScenario } from '../model/scenario/check-scenario.ts';
import type { Scenario } from '../model/scenario/scenario.ts';
import { parseDay } from '../model/time/time.ts';
import { spanOf } from '../simulate/span.ts';
import { makeTables } from '../simulate/world/tables.ts';
import { makeWorld, type World } from '../simulate/world/world.ts';
import type { Run } from '../model/run.ts';
import { withUnitCodes } from '../model/names/named-reference.ts';
import type { Reference } from '../model/reference.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { AuditModel } from './expected/audit-model.ts';
import { simulatedRows, strideFor, type RunRows, type RunSpan } from './run-rows.ts';

/** A simulated run, its scenario read again and its world made again. */
export interface AuditedRun {
  readonly world: World;
  readonly span: RunSpan;
  readonly rows: RunRows;
  /** Units without injected defects: only there does the scenario say what is expected. */
  readonly clean: ReadonlySet<number>;
  readonly model: AuditModel;
}

const spanOfRun = (scenario: Scenario, units: readonly number[]): RunSpan => ({
  units: [...units].sort((a, b) => a - b),
  firstDay: parseDay(scenario.from),
  lastDay: parseDay(scenario.to),
});

const scenarioOf = (run: Run, reference: Reference): Scenario =>
  withUnitCodes(
    parseScenario(JSON.parse(run.settings), `${run.scenario} (run ${String(run.id)})`),
    reference,
  );

/** The audited run of a simulated run, to be sampled in no more than about `most` rows. */
export function auditedRunOf(run: Run, knowledge: Knowledge, most: number | undefined): AuditedRun {
  const { reference, calendar } = knowledge;
  const scenario = scenarioOf(run, reference);
  const seed = run.seed ?? 0;
  const world = makeWorld(scenario, seed, reference);
  const span = spanOfRun(
    scenario,
    world.units.map(({ index }) => index),
  );
  const everyDay = most === undefined ? 1 : strideFor(run.services + run.ratings, most);
  return {
    world,
    span,
    rows: simulatedRows(span, everyDay),
    clean: cleanUnits(scenario, world),
    model: {
      scenario,
      tables: makeTables(scenario, seed, reference, world),
      span: spanOf(scenario, calendar, span.firstDay, span.lastDay),
    },
  };
}

/** Units without injected defects; an injection that names no unit affects all. */
const cleanUnits = (scenario: Scenario, world: World): Set<number> =>
  new Set(
    world.units.flatMap(({ unit, index }) =>
      scenario.defects.some(({ units }) => units?.includes(unit.code) ?? true) ? [] : [index],
    ),
  );

/** Days and units of all simulated runs. */
export const simulatedSpans = (runs: readonly Run[], { reference }: Knowledge): RunSpan[] =>
  runs
    .filter(({ kind }) => kind === 'simulate')
    .map((run) => {
      const scenario = scenarioOf(run, reference);
      const units = reference.units.flatMap(({ code, fictional }, index) =>
        (scenario.units === 'all' ? !fictional : scenario.units.includes(code)) ? [index] : [],
      );
      return spanOfRun(scenario, units);
    });
