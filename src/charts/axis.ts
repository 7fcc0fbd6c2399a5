/** Where values lie on an axis. */

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Decimals that every tick of an axis needs, so that all are printed alike. */
export const decimalsOf = ({ ticks }: Axis): number =>
  Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));

/** An axis of round numbers that holds all values, with about `count` ticks. */
export function roundAxis(
  values: readonly number[],
  count: number,
  bounds?: readonly [number, number],
): Axis {
  let low = values.length === 0 ? 0 : Math.min(...values);
  let high = values.length === 0 ? 1 : Math.max(...values);
  if (high - low < 1e-9) {
    low -= 0.5;
    high += 0.5;
  }
  const rough = (high - low) / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * size >= rough * (1 - 1e-9)) ?? 10) * size;
  let first = Math.floor(low / step + 1e-9);
  let last = Math.ceil(high / step - 1e-9);
  if (bounds) {
    first = Math.max(first, Math.floor(bounds[0] / step));
    last = Math.min(last, Math.ceil(bounds[1] / step));
  }
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { from: ticks[0] ?? low, to: ticks.at(-1) ?? high, ticks };
}

/** Share of the way along the axis, kept within it. */
export const placeOn = (axis: Axis, value: number): number =>
  Math.min(1, Math.max(0, (value - axis.from) / (axis.to - axis.from)));
