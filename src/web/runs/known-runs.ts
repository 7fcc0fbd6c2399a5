import { existsSync, readdirSync } from 'node:fs';
import { Mistake } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import { truthFileOf, type Store } from '../../store/open.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Run } from '../../model/run.ts';
import { withDatabase } from '../../jobs/runs/read-database.ts';
import { withoutFolder } from '../../jobs/runs/visitor-text.ts';

/** A run of the served database, or of one beside it. */
export interface KnownRun {
  /** What an address calls it: its number, after the name of its database where that is another one. */
  readonly id: string;
  /** Name of its database; empty for the served one. */
  readonly database: string;
  readonly run: Run;
  /** Regime of its scenario, where there is one. */
  readonly regime: string | undefined;
}

export interface KnownRuns {
  /** Newest first, those of the served database before the others. */
  readonly runs: readonly KnownRun[];
  /** Databases of the folder that cannot be read, and why. */
  readonly unreadable: readonly { readonly database: string; readonly reason: Bilingual }[];
}

/** Names of the databases in a folder of runs. */
function databasesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const truths = new Set<string>();
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  for (const name of names) truths.add(truthFileOf(name));
  return names
    .filter((name) => !truths.has(name))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** Lists the runs of the served database and of those in the folder; opens each of them for reading only. */
export function knownRuns(served: Store, folder: string): KnownRuns {
  const runs = runsOf(served, '');
  const unreadable: { database: string; reason: Bilingual }[] = [];
  for (const database of databasesIn(folder)) {
    try {
      runs.push(...withDatabase(served, folder, database, (store) => runsOf(store, database)));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      unreadable.push({ database, reason: withoutFolder(error.text, folder) });
    }
  }
  return { runs, unreadable };
}

const runsOf = (store: Store, database: string): KnownRun[] =>
  listRuns(store)
    .reverse()
    .map((run) => ({
      id: database === '' ? String(run.id) : `${database}/${String(run.id)}`,
      database,
      run,
      regime: regimeOf(run),
    }));

function regimeOf({ kind, settings }: Run): string | undefined {
  if (kind !== 'simulate') return undefined;
  const scenario: unknown = JSON.parse(settings);
  if (typeof scenario !== 'object' || scenario === null || !('regime' in scenario)) return undefined;
  return typeof scenario.regime === 'string' ? scenario.regime : undefined;
}
