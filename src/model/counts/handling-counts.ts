import type { NamedRectificationCell, RectificationCell } from '../cells.ts';

const none = {
  /** Rectifications (整改记录): one a bad rating that led to a work order. */
  orders: 0,
  /** Those whose person was contacted, and within the limit. */
  contacted: 0,
  contactedInTime: 0,
  /** Upheld ones (属实), and those of them rectified within the limit. */
  upheld: 0,
  rectifiedInTime: 0,
  /** Persons called back who said whether they were satisfied, and who were. */
  answered: 0,
  satisfied: 0,
  /** Upheld ones of ratings that name a telephone (实名差评), and their persons called back. */
  named: 0,
  namedCalledBack: 0,
};

/** What became of the bad ratings of one unit, in counts. */
export type HandlingCounts = Record<keyof typeof none, number>;

const isMeasure = (name: string): name is keyof HandlingCounts => name in none;

/** The counts in the order in which they are stored by group. */
export const handlingMeasures: readonly (keyof HandlingCounts)[] = Object.keys(none).filter(isMeasure);

export const emptyHandling = (): HandlingCounts => ({ ...none });

/** Adds so many times the counts of others. */
export function addHandlingCounts(
  target: HandlingCounts,
  source: Readonly<HandlingCounts>,
  times: number,
): void {
  for (const measure of handlingMeasures) target[measure] += source[measure] * times;
}

const UPHELD = 1;
const IN_TIME = 2;
const SATISFIED = 2;

export function addRectificationCell(counts: HandlingCounts, cell: RectificationCell): void {
  const { verdict, contacted, rectified, satisfied, n } = cell;
  counts.orders += n;
  if (contacted > 0) counts.contacted += n;
  if (contacted === IN_TIME) counts.contactedInTime += n;
  if (verdict === UPHELD) counts.upheld += n;
  if (verdict === UPHELD && rectified === IN_TIME) counts.rectifiedInTime += n;
  if (satisfied > 0) counts.answered += n;
  if (satisfied === SATISFIED) counts.satisfied += n;
}

export function addNamedCell(
  counts: HandlingCounts,
  { orders, calledBack }: Pick<NamedRectificationCell, 'orders' | 'calledBack'>,
): void {
  counts.named += orders;
  counts.namedCalledBack += calledBack;
}
