import { printFixed } from '../../wording/print-number.ts';

/** The cost of a decision: whole, or in halves and tenths. */
export const printCost = (cost: number): string => printFixed(cost, Number.isInteger(cost) ? 0 : 1);
