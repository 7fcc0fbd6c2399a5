import { placeOn, type Axis } from './axis.ts';
import { element, percentOf } from './svg.ts';

/** A point with its interval on an axis, for a table cell whose numbers stand beside it. */
export function intervalCell(
  axis: Axis,
  score: { readonly score: number; readonly low: number; readonly high: number } | null,
  className: string,
  mark: number | null,
): string {
  const at = (value: number): string => percentOf(placeOn(axis, value));
  const parts = [element('line', { x1: 0, x2: '100%', y1: 8, y2: 8, class: 'chart-grid' })];
  if (mark !== null)
    parts.push(element('line', { x1: at(mark), x2: at(mark), y1: 1, y2: 15, class: 'chart-mark' }));
  if (score !== null) {
    parts.push(
      element('line', {
        x1: at(score.low),
        x2: at(score.high),
        y1: 8,
        y2: 8,
        class: `chart-interval ${className}`,
      }),
      element('circle', { cx: at(score.score), cy: 8, r: 3.2, class: `chart-dot ${className}` }),
    );
  }
  return element('svg', { class: 'cell-chart', width: '100%', height: 16, 'aria-hidden': 'true' }, ...parts);
}
