import type { Language } from '../../model/language.ts';
import { unitKinds } from '../../model/reference.ts';
import { translator } from '../../wording/translator.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportFact } from '../report.ts';
import { basisChapterTexts } from './basis-chapter-texts.ts';

/** What says where a report, or a bulletin, comes from. */
type OriginSources = Pick<ReportFacts, 'runs' | 'programVersion' | 'knowledge'> & {
  readonly measurement: Pick<Measurement, 'data'>;
};

/** Where a report comes from: scenario, seed, digest, versions. */
export function originFacts(facts: OriginSources, language: Language): ReportFact[] {
  const say = translator(basisChapterTexts, language);
  const { measurement, runs, programVersion, knowledge } = facts;
  const { methods } = knowledge;
  const together = (values: readonly string[]): string => [...new Set(values)].join(say('comma')) || '—';
  return [
    { name: say('scenario'), value: together(runs.map(({ scenario }) => scenario)) },
    {
      name: say('seed'),
      value: together(runs.flatMap(({ seed }) => (seed === null ? [] : [String(seed)]))),
    },
    { name: say('digest'), value: measurement.data },
    { name: say('edition'), value: methods.edition },
    {
      name: say('methods'),
      value: together(
        unitKinds.map((kind) => say('method', { id: methods[kind].id, version: methods[kind].version })),
      ),
    },
    { name: say('madeBy'), value: together(runs.map((run) => run.programVersion)) },
    { name: say('program'), value: programVersion },
  ];
}
