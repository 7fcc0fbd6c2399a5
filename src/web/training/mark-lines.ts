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

/** Hits, misses, recall and false-alarm rate over all fields of an exercise that look for faults; none for other exercises. */
export function faultLines(mark: Mark, language: Language): string[] {
  const t = translator(drillTexts, language);
  const counted = mark.fields.flatMap(({ findings }) =>
    findings?.weight === undefined
      ? []
      : [{ ...findings, cleared: findings.cleared ?? 0, weight: findings.weight }],
  );
  if (counted.length === 0) return [];
  const sum = (of: (one: (typeof counted)[number]) => number): number =>
    counted.reduce((total, one) => total + of(one), 0);
  const share = (part: number, whole: number): string =>
    whole === 0 ? '—' : `${printCost(part)}/${printCost(whole)} = ${printPercent(part / whole)}`;
  const [hits, missed] = [sum((one) => one.hits), sum((one) => one.missed)];
  const falseAlarms = sum((one) => one.falseAlarms);
  const weightedAll = sum(({ weight, ...one }) => weight * (one.hits + one.missed));
  const isWeighted = counted.some(({ weight }) => weight !== 1) && weightedAll > 0;
  return [
    t('faultsFound', {
      all: hits + missed,
      hits,
      missed,
      recall: share(hits, hits + missed),
      weighted: isWeighted
        ? t('weightedRecall', {
            share: share(
              sum(({ weight, ...one }) => weight * one.hits),
              weightedAll,
            ),
          })
        : '',
      f1:
        hits + missed + falseAlarms === 0
          ? '—'
          : printPercent((2 * hits) / (2 * hits + missed + falseAlarms)),
      falseAlarms,
      rate: share(falseAlarms, falseAlarms + sum(({ cleared }) => cleared)),
    }),
  ];
}
