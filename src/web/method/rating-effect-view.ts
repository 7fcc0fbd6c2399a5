import type { RatingEffects } from '../../jobs/measure/rating-effects.ts';
import type { UnitKind } from '../../model/reference.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { methodTexts } from './method-texts.ts';

/** What a bad rating more does to the overall index of a unit that the reader chooses. */
export interface RatingEffectView {
  readonly units: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly lines: readonly string[];
}

export async function ratingEffectView(context: RequestContext, kind: UnitKind): Promise<RatingEffectView> {
  const { language, results, period } = context;
  const t = translator(methodTexts, language);
  const measurement = await results.measurement(period);
  const assessed = measurement.units.filter((unit) => unit.kind === kind && unit.overall !== null);
  const [first] = assessed;
  if (first === undefined) return { units: [], lines: [t('effectNone')] };
  const codes = assessed.map(({ code }) => code);
  const code = readChoice(context.query, 'unit', codes, first.code);
  const { one, percent } = await results.ratingEffects(period, code);
  const line = (text: 'effectOne' | 'effectPercent', effect: RatingEffects['one']): string[] =>
    effect === null
      ? []
      : [
          t(text, {
            n: printCount(effect.turned),
            of: printCount(effect.veryGood),
            before: printFixed(effect.before, 4),
            after: printFixed(effect.after, 4),
            change: printFixed(effect.after - effect.before, 4),
          }),
        ];
  return {
    units: assessed.map((unit) => ({
      value: unit.code,
      name: nameIn(language, unit),
      selected: unit.code === code,
    })),
    lines: [...line('effectOne', one), ...line('effectPercent', percent)],
  };
}
