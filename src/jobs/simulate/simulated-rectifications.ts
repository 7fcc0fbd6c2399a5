import type { MadeRectifications } from '../../collect/made-rectifications.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { WaitingRectifications } from '../collect/intake-rectifications.ts';

/** Simulated rectifications as they wait to be checked; their ratings are looked up in the store unless `counted` elsewhere. */
export function simulatedRectifications(
  scenario: string,
  { rows, bad }: MadeRectifications,
  counted: boolean,
  register: Register,
  reference: Reference,
): WaitingRectifications {
  return {
    rows,
    bad: counted ? bad : undefined,
    origin: {
      source: () => scenario,
      line: () => 0,
      raw: (row) =>
        JSON.stringify(nationalPrinter(reference, register, () => '').rectificationFields(rows, row)),
    },
  };
}
