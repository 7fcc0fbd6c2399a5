import { explainScore } from '../../jobs/measure/explain-score.ts';
import { notFound } from '../../model/errors.ts';
import { firstDayOfMonth, printDay, printMonth } from '../../model/time/time.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { countQueries, dependsOnPeriod } from './count-queries.ts';
import { explainedSteps, type Step } from './explained-steps.ts';
import { printGoalposts, printValue, printValueInterval } from '../shared/indicator-value.ts';
import { unitPlace } from '../shared/unit-place.ts';
import type { RequestContext } from '../request-context.ts';
import { indicatorTexts } from './indicator-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { fill, nameIn, translator, sourceIn } from '../shared/translator.ts';

interface Fact {
  readonly name: string;
  readonly text: string;
  readonly value: string;
}

export interface IndicatorModel {
  readonly eyebrow: string;
  readonly unit: { readonly name: string; readonly href: string };
  readonly steps: readonly Step[];
  readonly lastHeading: string;
  readonly facts: readonly Fact[];
  readonly score: string;
  readonly sources: readonly {
    readonly name: string;
    readonly assumption: boolean;
    readonly source: string;
    readonly reason: string;
  }[];
  readonly queryText: string;
  readonly queries: readonly string[];
  readonly origin: string;
  readonly methodHref: string;
}

const words = { ...siteTexts, ...indicatorTexts };
const printAmount = (value: number): string => printFixed(value, Number.isInteger(value) ? 0 : 1);

/** With as many digits as it takes to work the score out again. */
const printExact = (value: number): string => printFixed(value, 6).replace(/\.?0+$/, '');

/** The arithmetic of the last step, in words. */
function workingOf(
  t: ReturnType<typeof translator>,
  value: number | null,
  goalposts: readonly [number, number],
  minimum: number,
  denominator: number,
  score: number | null,
): string {
  const [from, to] = goalposts;
  if (value === null || score === null) return t('tooFew', { n: printAmount(denominator), minimum });
  const raw = printFixed(((value - from) / (to - from)) * 100, 2);
  return t('working', { value: printExact(value), from, to, raw, score: printFixed(score, 2) });
}

export async function indicatorPage(context: RequestContext): Promise<Page<IndicatorModel>> {
  const { language, results, period, site } = context;
  const { unit, indexes } = await unitPlace(context);
  const id = context.param('id');
  const t = translator(words, language);
  const missing = t('missing');
  const measurement = await results.measurement(period);
  const explained = explainScore(measurement, site, unit.code, id);
  const last = explained.path.at(-1);
  const detail = last?.indicator;
  if (last === undefined || detail === undefined) {
    throw notFound(fill(indicatorTexts.unknown.zh, { id }), fill(indicatorTexts.unknown.en, { id }));
  }
  const name = last.name[language];
  const goalposts = detail.goalposts;
  const units = indexes
    .map((index) => `${String(index)} ${nameIn(language, site.reference.units[index] ?? unit)}`)
    .join(t('listComma'));
  return {
    view: 'indicator',
    title: name,
    words,
    model: {
      eyebrow: t('eyebrow', { unit: nameIn(language, unit), period: period.label }),
      unit: { name: nameIn(language, unit), href: context.link(`/units/${unit.code}`) },
      steps: explainedSteps(context, explained),
      lastHeading: t('stepIndicator', { name }),
      facts: [
        {
          name: t('numerator'),
          text: detail.formula.numerator[language],
          value: printAmount(detail.numerator),
        },
        {
          name: t('denominator'),
          text: detail.formula.denominator[language],
          value: printAmount(detail.denominator),
        },
        {
          name: t('value'),
          text: `${t('interval')} ${detail.basis === 'register' ? t('fullCount') : printValueInterval(goalposts, detail)}`,
          value: printValue(goalposts, detail.value, missing),
        },
        { name: t('goalposts'), text: '', value: printGoalposts(goalposts) },
        { name: t('minimum'), text: '', value: String(detail.minimum) },
        {
          name: t('normalised'),
          text: workingOf(t, detail.value, goalposts, detail.minimum, detail.denominator, detail.normalised),
          value: printScore(detail.normalised, missing),
        },
      ],
      score: printScore(detail.normalised, missing),
      sources: [
        ...explained.path
          .filter(({ step }) => step !== 'overall')
          .map((node) => ({
            name: node.name[language],
            assumption: node.assumption,
            source: sourceIn(language, node),
            reason: node.reason[language],
          })),
        {
          name: t('formulaSource', { name }),
          assumption: detail.formula.assumption,
          source: sourceIn(language, detail.formula),
          reason: '',
        },
      ],
      queryText: dependsOnPeriod(detail.basis, detail.formula.id)
        ? t('queryText', { units, from: printMonth(period.first), to: printMonth(period.last) })
        : t('registerText', { units, day: printDay(firstDayOfMonth(period.last + 1) - 1) }),
      queries: countQueries(detail.basis, detail.formula.id, indexes, period),
      origin: t('digest', {
        digest: measurement.data,
        method: site.methods[unit.kind].id,
        version: site.methods[unit.kind].version,
      }),
      methodHref: `${context.link('/method', { kind: unit.kind })}#${id}`,
    },
  };
}
