import { decimalsOf, placeOn, type Axis } from './axis.ts';
import { brokenLine, monthGrid, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';

/** The curve of a detector (ROC 曲线): what it finds against what it flags falsely, at every threshold. */

export interface CurvePoint {
  /** Shares 0..1. */
  readonly falseRate: number;
  readonly recall: number;
}

/** The threshold in use. */
export interface CurveMark extends CurvePoint {
  readonly printed: string;
}

const HEIGHT = 260;
const TOP = 30;
const BOTTOM = 222;
/** Share of the width kept for the words of the upright axis. */
const LEFT = 0.1;
const RIGHT = 0.97;

const shares: Axis = { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] };

/** The dashed line is that of a rule that flags at random. */
export function rocCurve(
  caption: Caption,
  names: { readonly across: string; readonly upright: string },
  points: readonly CurvePoint[],
  mark: CurveMark | undefined,
  printTick: (value: number, decimals: number) => string,
): string {
  const xOf = (share: number): number => LEFT + (RIGHT - LEFT) * share;
  const yOf = (percent: number): number => BOTTOM - placeOn(shares, percent) * (BOTTOM - TOP);
  const path = (drawn: readonly CurvePoint[], looks: string): string[] =>
    brokenLine(drawn.map(({ falseRate, recall }) => [xOf(falseRate), yOf(100 * recall)])).map((d) =>
      element('path', { d, class: looks, 'vector-effect': 'non-scaling-stroke' }),
    );
  const chance = [
    { falseRate: 0, recall: 0 },
    { falseRate: 1, recall: 1 },
  ];
  const ticks = shares.ticks.map((tick) =>
    label(percentOf(xOf(tick / 100)), BOTTOM + 15, printTick(tick, decimalsOf(shares)), {
      class: 'chart-tick',
      'text-anchor': 'middle',
    }),
  );
  return figure(
    caption,
    { class: 'chart roc-curve', width: '100%', height: HEIGHT },
    ...monthGrid(shares, yOf, printTick),
    stretched(HEIGHT, ...path(chance, 'chart-limit'), ...path(points, 'chart-line')),
    ...ticks,
    label(0, 12, names.upright, { class: 'chart-tick' }),
    label('100%', BOTTOM + 31, names.across, { class: 'chart-tick', 'text-anchor': 'end' }),
    mark === undefined
      ? ''
      : element(
          'circle',
          { cx: percentOf(xOf(mark.falseRate)), cy: yOf(100 * mark.recall), r: 5, class: 'chart-dot marked' },
          element('title', {}, escapeXml(mark.printed)),
        ),
  );
}
