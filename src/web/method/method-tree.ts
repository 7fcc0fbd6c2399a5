import { explainScore, type ExplainedScore } from '../../jobs/measure/explain/explain-score.ts';
import type { Indicator, Method } from '../../model/method.ts';
import { printPercent } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { methodTexts } from './method-texts.ts';
import { nameIn, translator, sourceIn } from '../../wording/translator.ts';
import { printGoalposts } from '../../wording/indicator-value.ts';

interface Stated {
  readonly name: string;
  readonly weight: string;
  readonly effective: string;
  readonly assumption: boolean;
  readonly source: string;
  readonly reason: string;
}

export interface MethodDimension extends Stated {
  readonly id: string;
  readonly groups: readonly (Stated & {
    readonly id: string;
    readonly indicators: readonly (Stated & {
      readonly id: string;
      readonly formula: string;
      readonly basis: string;
      readonly goalposts: string;
      readonly minimum: string;
    })[];
  })[];
}

/** What each formula counts, by id: the explanation of any one unit says it of all. */
async function formulaTexts(context: RequestContext, method: Method): Promise<Map<string, string>> {
  const t = translator(methodTexts, context.language);
  const measurement = await context.results.measurement(context.period);
  const unit = measurement.units.find(({ kind }) => kind === method.kind);
  const texts = new Map<string, string>();
  const read = (node: ExplainedScore['tree']): void => {
    const formula = node.indicator?.formula;
    if (formula) {
      const [numerator, denominator] = [
        formula.numerator[context.language],
        formula.denominator[context.language],
      ];
      texts.set(formula.id, t('formulaText', { numerator, denominator }));
    }
    node.children.forEach(read);
  };
  if (unit) read(explainScore(measurement, context.site, unit.code, method.dimensions[0]?.id ?? '').tree);
  return texts;
}

/** The tree of a method as its page prints it. */
export async function methodTree(context: RequestContext, method: Method): Promise<MethodDimension[]> {
  const { language } = context;
  const t = translator(methodTexts, language);
  const formulas = await formulaTexts(context, method);
  const stated = (
    part: Method['dimensions'][number] | Indicator | Method['dimensions'][number]['groups'][number],
    above: number,
  ): Stated => ({
    name: nameIn(language, part),
    weight: printPercent(part.weight),
    effective: printPercent(part.weight * above),
    assumption: part.assumption,
    source: sourceIn(language, part),
    reason: language === 'zh' ? part.reason : part.reasonEn,
  });
  return method.dimensions.map((dimension) => ({
    id: dimension.id,
    ...stated(dimension, 1),
    groups: dimension.groups.map((group) => ({
      id: group.id,
      ...stated(group, dimension.weight),
      indicators: group.indicators.map((indicator) => ({
        id: indicator.id,
        ...stated(indicator, dimension.weight * group.weight),
        formula: formulas.get(indicator.formula) ?? indicator.formula,
        basis: t(`${indicator.basis}Basis`),
        goalposts: printGoalposts(indicator.goalposts),
        minimum: String(indicator.minimum),
      })),
    })),
  }));
}
