import type { Method } from '../../model/method.ts';
import {
  aggregations,
  normalisations,
  weightings,
  type ChoiceRequest,
} from '../../model/choices/choice-request.ts';
import { wrongUse } from '../../model/errors.ts';
import { indicatorsOf } from '../../model/method.ts';
import { badParameter, readChoice, readWhole } from '../request-query.ts';
import { usualUncertainty, type UncertaintyRequest } from '../../jobs/measure/choices/choice-uncertainty.ts';

/** Fields of the address and of the form: one for each weight and each end of a scoring range, and lists to choose from. */
export const treatments = ['none', 'coinr'] as const;
export const shrinkages = ['asMeasured', 'empirical'] as const;

/** Rows of each matrix of draws. */
export const drawRows = ['256', '1024', '4096'] as const;

const LONGEST_NUMBER = 24;

/** A weight as the form has it, in percent. */
const printWeight = (share: number): string => String(Math.round(share * 10_000) / 100);

/** A number of the address; undefined where the address does not carry it. */
function readNumber(query: URLSearchParams, field: string): number | undefined {
  const text = query.get(field);
  if (text === null) return undefined;
  const value = text.trim();
  const number =
    /^[-+]?(\d+\.?\d*|\.\d+)$/.test(value) && value.length <= LONGEST_NUMBER ? Number(value) : NaN;
  if (Number.isNaN(number)) {
    throw badParameter(field, text.slice(0, LONGEST_NUMBER), {
      zh: '须为十进制数，不能为空',
      en: 'it must be a decimal number and not empty',
    });
  }
  return number;
}

/** Choices of the address for a method. Throws a Mistake for what is no number or not in a list. */
export function readChoiceRequest(query: URLSearchParams, method: Method): ChoiceRequest {
  const weights = new Map<string, number>();
  const goalposts = new Map<string, readonly [number, number]>();
  const stated = new Map(indicatorsOf(method).map((indicator) => [indicator.id, indicator.goalposts]));
  const known = statedFields(method);
  for (const field of query.keys()) {
    const [, name = '', id = ''] = /^(weight|worst|best)\.(.*)$/.exec(field) ?? [];
    if (name !== '' && !known.has(field))
      throw wrongUse(`${field}：所选方法没有 ${id}`, `${field}: the method has no ${id}`);
    if (name === 'weight') weights.set(id, (readNumber(query, field) ?? NaN) / 100);
    else if (name !== '') {
      const [worst, best] = stated.get(id) ?? [0, 1];
      goalposts.set(id, [readNumber(query, `worst.${id}`) ?? worst, readNumber(query, `best.${id}`) ?? best]);
    }
  }
  const { choices: usual } = usualUncertainty;
  return {
    normalisation: readChoice(query, 'normalisation', normalisations, usual.normalisation),
    aggregation: readChoice(query, 'aggregation', aggregations, usual.aggregation),
    weighting: readChoice(query, 'weighting', weightings, usual.weighting),
    winsorising: readChoice(query, 'outliers', treatments, 'none') === 'coinr',
    shrinkage: readChoice(query, 'shrinkage', shrinkages, 'asMeasured') === 'empirical',
    weights: Object.fromEntries(weights),
    goalposts: Object.fromEntries(goalposts),
  };
}

/** Choices with the bounds within which they are drawn. */
export function readUncertaintyRequest(query: URLSearchParams, method: Method): UncertaintyRequest {
  const { bounds, seed, rows } = usualUncertainty;
  return {
    choices: readChoiceRequest(query, method),
    bounds: {
      weights: readWhole(query, 'weightBound', bounds.weights * 100, 0, 100) / 100,
      goalposts: readWhole(query, 'rangeBound', bounds.goalposts * 100, 0, 40) / 100,
    },
    seed: readWhole(query, 'seed', seed, 0, 4_294_967_295),
    rows: Number(readChoice(query, 'rows', drawRows, String(rows))),
  };
}

/** What every field holds where nothing was changed: such fields stay out of the address. */
export function statedFields(method: Method): Map<string, string> {
  const fields = new Map([
    ['normalisation', 'goalposts'],
    ['aggregation', 'arithmetic'],
    ['weighting', 'given'],
    ['outliers', 'none'],
    ['shrinkage', 'asMeasured'],
  ]);
  for (const dimension of method.dimensions) {
    for (const { id, weight } of [dimension, ...dimension.groups])
      fields.set(`weight.${id}`, printWeight(weight));
  }
  for (const { id, goalposts } of indicatorsOf(method)) {
    fields.set(`worst.${id}`, String(goalposts[0]));
    fields.set(`best.${id}`, String(goalposts[1]));
  }
  return fields;
}

/** The fields of the address that change something. */
export function changedFields(query: URLSearchParams, method: Method): Record<string, string> {
  const stated = statedFields(method);
  return Object.fromEntries(
    [...query]
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([name, value]) => stated.has(name) && stated.get(name) !== value),
  );
}
