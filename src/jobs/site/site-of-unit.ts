import { scenarioOfRun } from '../../audit/audited-run.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isInventedCode } from '../../model/names/unit-codes.ts';
import type { Register } from '../../model/register.ts';
import type { Run } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { scenarioInYear } from '../../model/scenario/years.ts';
import { dateOf } from '../../model/time/time.ts';
import { siteUnit, type SiteUnit } from '../../portal/site-unit.ts';
import type { Store } from '../../store/open.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { listRuns } from '../../store/read/runs.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';

/** Sites that were drawn last, by the register that they stand on: a page of a site is asked for again and again. */
const known = new WeakMap<Register, Map<string, SiteUnit | undefined>>();

/** Scenarios of runs, by connection: reading one takes longer than drawing a page. */
const scenarios = new WeakMap<Store['db'], Map<string, Scenario>>();

/**
 * The simulated service site of a unit on a day, from the register as it stands then and the scenario of the run that simulated the unit;
 * undefined for real places, for units that no run simulated, and where no item is published.
 */
export function siteOfUnit(
  store: Store,
  { reference: all }: Pick<Knowledge, 'reference'>,
  code: string,
  day: number,
): SiteUnit | undefined {
  if (!isInventedCode(code)) return undefined;
  const register = knownRegister(store, day);
  const sites = known.get(register) ?? new Map<string, SiteUnit | undefined>();
  known.set(register, sites);
  const { year } = dateOf(day);
  const key = `${code}/${String(year)}`;
  if (sites.has(key)) return sites.get(key);
  const reference = referenceOfStore(store, all);
  const made = runsUntil(store, day)
    .map((run) => siteUnit(scenarioIn(store, run, reference, year), run.seed ?? 0, reference, register, code))
    .find((site) => site !== undefined && site.items.length > 0);
  sites.set(key, made);
  return made;
}

/** Simulated runs that began by a day, the latest first; the first of all where none had. */
function runsUntil(store: Store, day: number): readonly Run[] {
  const runs = listRuns(store).filter(({ kind }) => kind === 'simulate');
  const begun = runs.filter(({ firstDay }) => (firstDay ?? 0) <= day);
  return begun.length > 0 ? begun.reverse() : runs.slice(0, 1);
}

/** The scenario of a run with the qualities that its units have in a year. */
function scenarioIn({ db }: Store, run: Run, reference: Knowledge['reference'], year: number): Scenario {
  const ofDb = scenarios.get(db) ?? new Map<string, Scenario>();
  scenarios.set(db, ofDb);
  const key = `${String(run.id)}/${String(run.startedAt)}/${String(year)}`;
  const scenario = ofDb.get(key) ?? scenarioInYear(scenarioOfRun(run, reference), year);
  ofDb.set(key, scenario);
  return scenario;
}

/** Codes of the units that have a site on a day, in the order of the reference list. */
export const unitsWithSites = (
  store: Store,
  knowledge: Pick<Knowledge, 'reference'>,
  day: number,
): string[] =>
  referenceOfStore(store, knowledge.reference).units.flatMap(({ code }) =>
    siteOfUnit(store, knowledge, code, day) === undefined ? [] : [code],
  );
