import type { Language } from '../../model/language.ts';
import type { Exercise, Mark } from '../../model/training/exercise.ts';
import { printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { drillTexts } from './drill-texts.ts';
import { printCost } from './print-cost.ts';

/** What was opened for an answer and what that cost (查明细 3 次，1.5); none for an exercise that has nothing to open. */
export function drillsLine({ drills: all = [] }: Exercise, { drills }: Mark, language: Language): string[] {
  if (all.length === 0) return [];
  const t = translator(drillTexts, language);
  return [t('drillsCost', { n: drills.opened, cost: printCost(drills.cost) })];
}

/** Hits, false alarms, what was missed, precision and recall of each field that has a budget of findings. */
export function findingLines({ fields }: Exercise, mark: Mark, language: Language): string[] {
  const t = translator(drillTexts, language);
  return fields.flatMap((field) => {
    const found = mark.fields.find((one) => one.field === field.id)?.findings;
    if (found === undefined || field.kind !== 'several' || field.budget === undefined) return [];
    const { hits, falseAlarms, missed } = found;
    const share = (whole: number): string =>
      whole === 0 ? '—' : `${String(hits)}/${String(whole)} = ${printPercent(hits / whole)}`;
    return [
      t('findings', {
        hits,
        falseAlarms,
        missed,
        precision: share(hits + falseAlarms),
        recall: share(hits + missed),
        budget: field.budget,
      }),
    ];
  });
}
