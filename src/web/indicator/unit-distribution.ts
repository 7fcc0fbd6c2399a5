import { roundAxis } from '../../charts/axis.ts';
import { unitDots } from '../../charts/unit-dots.ts';
import type { ExplainedFigure } from '../../jobs/measure/explain/explain-figure.ts';
import type { Measurement, UnitResult } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { figureLink } from '../shared/explain-link.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';

/** How the units of a kind lie on a figure, one of them marked. */
export interface UnitDistribution {
  readonly chart: string;
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly value: string;
    readonly current: boolean;
  }[];
}

type Node = Extract<ExplainedFigure, { of: 'score' }>['node'];

function valueOf(unit: UnitResult, { step, id }: Node): number | null {
  if (step === 'overall') return unit.overall?.score ?? null;
  if (step === 'indicator') return unit.indicators.find((one) => one.id === id)?.value ?? null;
  return (
    (step === 'group' ? unit.groups[id] : Object.entries(unit.dimensions).find(([key]) => key === id)?.[1])
      ?.score ?? null
  );
}

/** Values of an indicator, scores of what is above; undefined where fewer than two units have one. */
export function unitDistribution(
  context: RequestContext,
  measurement: Measurement,
  own: UnitResult,
  node: Node,
  name: string,
  t: Translate,
): UnitDistribution | undefined {
  const { language } = context;
  const { ranked } = separateFictional(measurement.units);
  const units = measurement.units
    .filter((unit) => unit.kind === own.kind && (ranked.includes(unit) || unit.code === own.code))
    .flatMap((unit) => {
      const value = valueOf(unit, node);
      return value === null ? [] : [{ unit, value }];
    })
    .sort((a, b) => b.value - a.value || a.unit.code.localeCompare(b.unit.code));
  if (units.length < 2) return undefined;
  const goalposts = node.indicator?.goalposts;
  const isShare = goalposts !== undefined && Math.max(...goalposts) <= 1;
  const print = (value: number): string =>
    goalposts === undefined ? printScore(value, '') : printValue(goalposts, value, '');
  const values = units.map(({ value }) => value);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const bounds: [number, number] | undefined = isShare ? [0, 1] : goalposts ? undefined : [0, 100];
  return {
    heading: t(goalposts === undefined ? 'score' : 'value'),
    chart: unitDots(
      simulatedCaption(language, {
        id: 'distribution',
        title: t('distribution', { name }),
        desc: t('distributionDesc', {
          name,
          n: units.length,
          low: print(Math.min(...values)),
          high: print(Math.max(...values)),
          mean: print(mean),
          unit: nameIn(language, own),
          own: valueOf(own, node) === null ? t('missing') : print(valueOf(own, node) ?? 0),
        }),
      }),
      roundAxis(values, 5, bounds),
      units.map(({ unit, value }) => ({
        name: nameIn(language, unit),
        value,
        printed: print(value),
        marked: unit.code === own.code,
      })),
      mean,
      (tick, decimals) => (isShare ? printPercent(tick) : printFixed(tick, decimals)),
    ),
    rows: units.map(({ unit, value }) => ({
      name: nameIn(language, unit),
      href: figureLink(context, unit.code, node),
      value: print(value),
      current: unit.code === own.code,
    })),
  };
}
