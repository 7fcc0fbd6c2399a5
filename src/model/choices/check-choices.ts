import { wrongUse, type Mistake } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import type { Method } from '../method.ts';
import type { ChoiceRequest } from './choice-request.ts';

/** Weights in percent are given with at most this rounding, all those of a parent taken together. */
const ROUNDING = 6e-4;

/** The wrong fields of choices for a method, each with its value and its rule. */
function choiceFaults(method: Pick<Method, 'dimensions'>, request: ChoiceRequest): Bilingual[] {
  const { weights, goalposts } = request;
  const siblings = [method.dimensions, ...method.dimensions.map(({ groups }) => groups)];
  return [
    ...Object.entries(weights).flatMap(([id, weight]): Bilingual[] => {
      if (Number.isFinite(weight) && weight >= 0 && weight <= 1) return [];
      const given = percent(weight);
      return [
        {
          zh: `weight.${id} = ${given}：权重须为 0 到 100 之间的百分数`,
          en: `weight.${id} = ${given}: a weight must be a percentage from 0 to 100`,
        },
      ];
    }),
    ...siblings.flatMap((children): Bilingual[] => {
      const names = children.map(({ id }) => `weight.${id}`);
      const all = children.map(({ id, weight }) => weights[id] ?? weight);
      const sum = all.reduce((total, weight) => total + weight, 0);
      if (Number.isNaN(sum) || Math.abs(sum - 1) <= ROUNDING) return [];
      const given = all.map(percent).join(' + ');
      return [
        {
          zh: `${names.join(' + ')} = ${given} = ${percent(sum)}%：同一上级的权重合计须为 100%`,
          en: `${names.join(' + ')} = ${given} = ${percent(sum)}%: weights below the same parent must sum to 100%`,
        },
      ];
    }),
    ...Object.entries(goalposts).flatMap(([id, [worst, best]]): Bilingual[] => {
      const given = `${printed(worst)} → ${printed(best)}`;
      if (!Number.isFinite(worst) || !Number.isFinite(best)) {
        return [
          {
            zh: `worst.${id}、best.${id} = ${given}：评分区间的两端须为数`,
            en: `worst.${id} and best.${id} = ${given}: both ends of a scoring range must be numbers`,
          },
        ];
      }
      if (worst !== best) return [];
      return [
        {
          zh: `worst.${id}、best.${id} = ${given}：评分区间的两端不能相同`,
          en: `worst.${id} and best.${id} = ${given}: the two ends of a scoring range must differ`,
        },
      ];
    }),
  ];
}

/** One message for all wrong fields; undefined where there is none. */
export function wrongChoices(
  method: Pick<Method, 'dimensions'>,
  request: ChoiceRequest,
): Mistake | undefined {
  const faults = choiceFaults(method, request);
  if (faults.length === 0) return undefined;
  return wrongUse(faults.map(({ zh }) => zh).join('；'), faults.map(({ en }) => en).join('; '));
}

const printed = (value: number): string => (Number.isNaN(value) ? 'NaN' : String(value));
const percent = (share: number): string =>
  Number.isFinite(share) ? String(Math.round(share * 10_000) / 100) : printed(share);
