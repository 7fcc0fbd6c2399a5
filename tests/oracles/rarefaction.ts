import { z } from 'zod';
import { rarefy } from '../../src/measure/rarefy.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const file = z.object({
  cases: z.array(
    z.object({
      counts: z.array(z.number()),
      rows: z.array(z.object({ r: z.number(), expected: z.number() })),
    }),
  ),
});

export const rarefaction: OracleCheck = {
  id: 'rarefaction',
  folder: 'rarefaction',
  what: {
    zh: '等量样本中预期出现的事项数（Hurlbert）',
    en: 'items expected in a sample of a fixed size (Hurlbert)',
  },
  source: 'R vegan 2.6-4, rarefy',
  licence: { zh: '仅数值', en: 'values only' },
  tolerance: 1e-9,
  check(read) {
    const found = new Differences();
    for (const { counts, rows } of file.parse(JSON.parse(read('rarefy.json'))).cases)
      for (const { r, expected } of rows) found.add(rarefy(counts, r).expected, expected);
    return found;
  },
};
