import { printFixed } from '../../wording/print-number.ts';

/** A p-value with its sign, three decimals; below that only how small it is: “= 0.042”, “< 0.001”. */
export const printP = (p: number): string => (p < 0.001 ? '< 0.001' : `= ${printFixed(p, 3)}`);
