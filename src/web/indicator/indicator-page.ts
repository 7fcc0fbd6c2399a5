import {
  explainFigure,
  indicatorsBelow,
  type ExplainedFigure,
} from '../../jobs/measure/explain/explain-figure.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { notFound } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import { firstDayOfMonth, printDay, printMonth } from '../../model/time/time.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { dependsOnPeriod } from '../../jobs/measure/explain/count-queries.ts';
import { explainedSteps, type Step } from './explained-steps.ts';
import { printGoalposts, printValue, printValueInterval } from '../../wording/indicator-value.ts';
import { periodAndMethod } from '../shared/explain-link.ts';
import { unitPlace } from '../shared/unit-place.ts';
import type { RequestContext } from '../request-context.ts';
import { shownInterval, type ShownInterval } from './shown-interval.ts';
import { shownSample, type ShownSample } from './shown-sample.ts';
import { unitDistribution, type UnitDistribution } from './unit-distribution.ts';
import { indicatorTexts } from './indicator-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { fill, nameIn, translator, sourceIn, type Translate } from '../../wording/translator.ts';

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
  /** How the score comes from counts; empty above the indicators. */
  readonly facts: readonly Fact[];
  /** How the units of the kind lie on it. */
  readonly distribution: UnitDistribution | undefined;
  readonly interval: ShownInterval;
  readonly sample: ShownSample | undefined;
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

type ScoreFigure = Extract<ExplainedFigure, { of: 'score' }>;
type Detail = NonNullable<ScoreFigure['node']['indicator']>;

const words = { ...siteTexts, ...indicatorTexts };
const printAmount = (value: number): string => printFixed(value, Number.isInteger(value) ? 0 : 1);

/** With as many digits as it takes to work the score out again. */
const printExact = (value: number): string => printFixed(value, 6).replace(/\.?0+$/, '');

/** The arithmetic of the last step, in words. */
function workingOf(
  t: Translate,
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

/** The counts of an indicator, its value and its score. */
function factsOf(detail: Detail, t: Translate, language: Language): Fact[] {
  const { formula, numerator, denominator, goalposts, basis, value, minimum, normalised } = detail;
  const missing = t('missing');
  const range = basis === 'register' ? t('fullCount') : printValueInterval(goalposts, detail);
  return [
    { name: t('numerator'), text: formula.numerator[language], value: printAmount(numerator) },
    { name: t('denominator'), text: formula.denominator[language], value: printAmount(denominator) },
    {
      name: t('value'),
      text: `${t('interval')} ${range}`,
      value: printValue(goalposts, value, missing),
    },
    { name: t('goalposts'), text: '', value: printGoalposts(goalposts) },
    { name: t('minimum'), text: '', value: String(minimum) },
    {
      name: t('normalised'),
      text: workingOf(t, value, goalposts, minimum, denominator, normalised),
      value: printScore(normalised, missing),
    },
  ];
}

/** An indicator of a unit: its own address of it. */
export async function indicatorPage(context: RequestContext): Promise<Page<IndicatorModel>> {
  const id = context.param('id');
  const { unit } = await unitPlace(context);
  const { site, results, period } = context;
  const explained = explainFigure(await results.measurement(period), site, period, {
    unit: unit.code,
    figure: id,
  });
  if (explained.of !== 'score' || explained.node.indicator === undefined) {
    throw notFound(fill(indicatorTexts.unknown.zh, { id }), fill(indicatorTexts.unknown.en, { id }));
  }
  return scorePage(context, explained);
}

/** Any score of a unit, from the overall one down to what is asked for. */
export async function scorePage(
  context: RequestContext,
  explained: ScoreFigure,
): Promise<Page<IndicatorModel>> {
  const { language, results, period, site } = context;
  const { node, path, places, interval, queries } = explained;
  const { unit } = await unitPlace(context, explained.unit.code);
  const t = translator(words, language);
  const measurement = await results.measurement(period);
  const detail = node.indicator;
  const name = node.step === 'overall' ? t('overallSum') : node.name[language];
  const units = places
    .map((place) => `${String(place)} ${nameIn(language, site.reference.units[place] ?? unit)}`)
    .join(t('listComma'));
  const sample = detail === undefined ? null : await results.recordSample(period, unit.code, node.id);
  const ofRegisterAlone = indicatorsBelow(node).every(
    ({ indicator }) => indicator !== undefined && !dependsOnPeriod(indicator.basis, indicator.formula.id),
  );
  return {
    view: 'indicator',
    title: name,
    words,
    unpublished: unit.fictional ? '' : unpublishedNotice(site, [period], language, 'figures'),
    model: {
      eyebrow: t('eyebrow', { unit: nameIn(language, unit), period: periodAndMethod(context) }),
      unit: { name: nameIn(language, unit), href: context.link(`/units/${unit.code}`) },
      steps: explainedSteps(context, explained),
      lastHeading: t('stepIndicator', { name }),
      facts: detail === undefined ? [] : factsOf(detail, t, language),
      distribution: unitDistribution(context, measurement, explained.unit, node, name, t),
      interval: shownInterval(context, node, interval),
      sample: sample === null ? undefined : shownSample(context, sample),
      sources: [
        ...path
          .filter(({ step }) => step !== 'overall')
          .map((step) => ({
            name: step.name[language],
            assumption: step.assumption,
            source: sourceIn(language, step),
            reason: step.reason[language],
          })),
        ...(detail === undefined
          ? []
          : [
              {
                name: t('formulaSource', { name }),
                assumption: detail.formula.assumption,
                source: sourceIn(language, detail.formula),
                reason: '',
              },
            ]),
      ],
      queryText: ofRegisterAlone
        ? t('registerText', { units, day: printDay(firstDayOfMonth(period.last + 1) - 1) })
        : t('queryText', { units, from: printMonth(period.first), to: printMonth(period.last) }),
      queries,
      origin: t('digest', {
        digest: measurement.data,
        method: site.methods[unit.kind].id,
        version: site.methods[unit.kind].version,
      }),
      methodHref: `${context.link('/method', { kind: unit.kind })}${detail === undefined ? '' : `#${node.id}`}`,
    },
  };
}
