import type { Language } from '../../model/language.ts';
import type { KnownRun } from './known-runs.ts';
import { printDay } from '../../model/time/time.ts';
import { printCount } from '../../wording/print-number.ts';
import { keptIn } from '../request-context.ts';
import type { FormChoice } from '../scenario/scenario-form.ts';
import { translator } from '../../wording/translator.ts';

/** Runs to choose two of. */
export interface RunChoice {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly a: readonly FormChoice[];
  readonly b: readonly FormChoice[];
}

const texts = {
  simulated: {
    zh: '{place} #{id}：{scenario}，{days}，种子 {seed}（{services} 条服务记录）',
    en: '{place} #{id}: {scenario}, {days}, seed {seed} ({services} service records)',
  },
  collected: {
    zh: '{place} #{id}：{scenario}（{services} 条服务记录）',
    en: '{place} #{id}: {scenario} ({services} service records)',
  },
  served: { zh: '本站', en: 'this site' },
} as const;

/** A run as a list of choices calls it. */
export function runName({ database, run, regime }: KnownRun, language: Language): string {
  const t = translator(texts, language);
  return t(run.seed === null ? 'collected' : 'simulated', {
    place: database === '' ? t('served') : database,
    id: run.id,
    scenario: regime === undefined ? run.scenario : `${run.scenario} + ${regime}`,
    seed: run.seed ?? '',
    days:
      run.firstDay === null || run.lastDay === null
        ? ''
        : `${printDay(run.firstDay)} – ${printDay(run.lastDay)}`,
    services: printCount(run.services),
  });
}

/** The form that chooses two runs; without a choice the two newest. */
export function runChoice(
  runs: readonly KnownRun[],
  query: URLSearchParams,
  action: string,
  language: Language,
): RunChoice {
  const choices = (chosen: string | undefined): FormChoice[] =>
    runs.map((known) => ({
      value: known.id,
      name: runName(known, language),
      selected: known.id === chosen,
    }));
  return {
    action,
    kept: keptIn(query),
    a: choices(query.get('a') ?? runs[0]?.id),
    b: choices(query.get('b') ?? runs[1]?.id),
  };
}
