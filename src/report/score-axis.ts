import type { Axis } from '../charts/axis.ts';

const LEAST = 40;

/** The axis of bars of scores: from 40, where most lie well above, else from 0. */
export const scoreAxis = (values: readonly (number | null)[]): Axis => {
  const lowest = Math.min(100, ...values.filter((value) => value !== null));
  return { from: lowest > LEAST + 5 ? LEAST : 0, to: 100, ticks: [] };
};
