import { aggregations, normalisations, weightings } from '../../model/choices/choice-request.ts';
import type { Method } from '../../model/method.ts';
import type { RequestContext } from '../request-context.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { shrinkages, statedFields, treatments } from './choice-fields.ts';
import { choicesTexts } from './choices-texts.ts';

/** A number field: what it holds now, and what the method states. */
interface NumberField {
  readonly field: string;
  readonly name: string;
  readonly value: string;
  readonly stated: string;
}

interface ListField {
  readonly field: string;
  readonly name: string;
  readonly stated: string;
  readonly options: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
}

export interface ChoicesForm {
  readonly action: string;
  readonly reset: string;
  readonly token: string;
  readonly lists: readonly ListField[];
  readonly weights: readonly NumberField[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly weights: readonly NumberField[];
  }[];
  readonly ranges: readonly {
    readonly name: string;
    readonly indicators: readonly {
      readonly name: string;
      readonly worst: NumberField;
      readonly best: NumberField;
    }[];
  }[];
}

/** The form as the address fills it. */
export function choicesForm(context: RequestContext, method: Method): ChoicesForm {
  const { language, query } = context;
  const t = translator(choicesTexts, language);
  const stated = statedFields(method);
  const fieldOf = (field: string, name: string): NumberField => {
    const usual = stated.get(field) ?? '';
    return { field, name, value: query.get(field) ?? usual, stated: usual };
  };
  const listOf = (field: string, values: readonly string[]): ListField => {
    const usual = stated.get(field) ?? '';
    return {
      field,
      name: t(field),
      stated: usual,
      options: values.map((value) => ({
        value,
        name: t(value),
        selected: value === (query.get(field) ?? usual),
      })),
    };
  };
  const kind = query.get('kind') ?? undefined;
  return {
    action: context.link('/choices', { kind }),
    reset: context.link('/choices', { kind }),
    token: context.token(),
    lists: [
      listOf('normalisation', normalisations),
      listOf('aggregation', aggregations),
      listOf('weighting', weightings),
      listOf('outliers', treatments),
      listOf('shrinkage', shrinkages),
    ],
    weights: method.dimensions.map((part) => fieldOf(`weight.${part.id}`, nameIn(language, part))),
    groups: method.dimensions
      .filter(({ groups }) => groups.length > 1)
      .map((dimension) => ({
        id: dimension.id,
        name: nameIn(language, dimension),
        weights: dimension.groups.map((part) => fieldOf(`weight.${part.id}`, nameIn(language, part))),
      })),
    ranges: method.dimensions.map((dimension) => ({
      name: nameIn(language, dimension),
      indicators: dimension.groups.flatMap(({ indicators }) =>
        indicators.map((indicator) => {
          const name = nameIn(language, indicator);
          return {
            name,
            worst: fieldOf(`worst.${indicator.id}`, t('worstOf', { name })),
            best: fieldOf(`best.${indicator.id}`, t('bestOf', { name })),
          };
        }),
      ),
    })),
  };
}
