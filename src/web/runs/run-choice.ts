import type { KnownRun } from './known-runs.ts';
import { printCount } from '../../wording/print-number.ts';
import type { FormChoice } from '../scenario/scenario-form.ts';

/** Runs to choose two of. */
export interface RunChoice {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly a: readonly FormChoice[];
  readonly b: readonly FormChoice[];
}

/** A run as a list of choices calls it. */
export function runName({ database, run, regime }: KnownRun, served: string): string {
  const seed = run.seed === null ? '' : `, ${String(run.seed)}`;
  const how = regime === undefined ? '' : ` + ${regime}`;
  const place = database === '' ? served : database;
  return `${place} #${String(run.id)}: ${run.scenario}${how}${seed} (${printCount(run.services)})`;
}

/** The form that chooses two runs; without a choice the two newest. */
export function runChoice(
  runs: readonly KnownRun[],
  query: URLSearchParams,
  action: string,
  served: string,
): RunChoice {
  const choices = (chosen: string | undefined): FormChoice[] =>
    runs.map((known) => ({
      value: known.id,
      name: runName(known, served),
      selected: known.id === chosen,
    }));
  return {
    action,
    kept: [...query]
      .filter(([name]) => name === 'lang' || name === 'period')
      .map(([name, value]) => ({ name, value })),
    a: choices(query.get('a') ?? runs[0]?.id),
    b: choices(query.get('b') ?? runs[1]?.id),
  };
}
