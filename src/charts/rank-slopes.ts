import { brokenLine, stretched } from './month-plot.ts';
import { element, escapeXml, figure, label, percentOf, type Caption } from './svg.ts';
import { placesAcross } from './year-intervals.ts';

/** Ranks over years: a line a unit, the first rank on top, some of them marked. */

export interface RankLine {
  readonly name: string;
  /** A rank a year; null in a year without one. */
  readonly ranks: readonly (number | null)[];
  readonly marked: boolean;
}

const STEP = 9;
const TOP = 22;

export function rankSlopes(caption: Caption, years: readonly string[], lines: readonly RankLine[]): string {
  const last = Math.max(1, ...lines.flatMap(({ ranks }) => ranks.flatMap((rank) => rank ?? [])));
  const xOf = placesAcross(years.length, 0);
  const yOf = (rank: number): number => TOP + (rank - 1) * STEP;
  const height = yOf(last) + 30;
  const inOrder = [...lines].sort((a, b) => Number(a.marked) - Number(b.marked));
  const pathOf = ({ ranks }: RankLine): string[] =>
    brokenLine(ranks.map((rank, i) => (rank === null ? null : [xOf(i), yOf(rank)])));
  const drawn = stretched(
    height,
    ...inOrder.flatMap((line) =>
      pathOf(line).map((d) =>
        element(
          'path',
          { d, class: line.marked ? 'chart-line' : 'chart-slope', 'vector-effect': 'non-scaling-stroke' },
          element('title', {}, escapeXml(line.name)),
        ),
      ),
    ),
  );
  const marks = inOrder
    .filter(({ marked }) => marked)
    .flatMap(({ name, ranks }) =>
      ranks.flatMap((rank, i) => {
        if (rank === null) return [];
        const x = percentOf(xOf(i));
        return [
          element(
            'circle',
            { cx: x, cy: yOf(rank), r: 4, class: 'chart-dot' },
            element('title', {}, escapeXml(`${name} ${years[i] ?? ''}: ${String(rank)}`)),
          ),
          label(x, yOf(rank) - 7, String(rank), { class: 'chart-value', 'text-anchor': 'middle' }),
        ];
      }),
    );
  const words = years.map((year, i) =>
    label(percentOf(xOf(i)), height - 6, year, { class: 'chart-tick', 'text-anchor': 'middle' }),
  );
  return figure(
    caption,
    { class: 'chart rank-slopes', width: '100%', height },
    label(0, yOf(1) + 4, '1', { class: 'chart-tick' }),
    label(0, yOf(last) + 4, String(last), { class: 'chart-tick' }),
    drawn,
    ...marks,
    ...words,
  );
}
