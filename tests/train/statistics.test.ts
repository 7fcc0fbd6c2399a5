import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  agreementWithin,
  cohenKappa,
  fleissKappa,
  gwetAc1,
  type ChoiceCounts,
} from '../../src/train/statistics/agreement.ts';
import { brierScore } from '../../src/detect/statistics/brier.ts';
import { confusionOf, leadingPatterns } from '../../src/detect/statistics/confusion.ts';
import { csvRows, describeOracle } from '../oracle.ts';

const n = z.number();
const kappa = z.object({ value: n });
const agreement = z.object({
  cohen: z.object({
    anxiety_r2_r3: z.object({ unweighted: kappa, equal: kappa, squared: kappa }),
    sas_table: z.object({
      table: z.array(z.array(n)),
      published: z.object({ kappa: n, ase: n, weighted_linear: n, w_ase: n }),
    }),
  }),
  fleiss: z.object({
    diagnoses: z.object({ value: n }),
    wikipedia: z.object({ table: z.array(z.array(n)), published: n }),
  }),
  gwet: z.object({ diagnoses_ac1: n, anxiety_ac1: n }),
});
const metrics = z.object({
  confusion_matrix_doc: z.object({
    y_true: z.array(n),
    y_pred: z.array(n),
    matrix_rows_true: z.array(z.array(n)),
    kappa: n,
    kappa_linear: n,
    kappa_quadratic: n,
  }),
  five_level_two_raters: z.object({ a: z.array(n), b: z.array(n), kappa: n, linear: n, quadratic: n }),
});

/** Columns of a file of raters, categories from 0. */
const ratersIn = (csv: string): number[][] => {
  const rows = csvRows(csv);
  return Object.keys(rows[0]!).map((rater) => rows.map((row) => Number(row[rater]) - 1));
};
/** Categories by their place among those that occur. */
const amongThemselves = (raters: readonly (readonly number[])[]): number[][] => {
  const known = [...new Set(raters.flat())].sort((a, b) => a - b);
  return raters.map((rater) => rater.map((category) => known.indexOf(category)));
};
const countsOf = (raters: readonly (readonly number[])[], k: number): ChoiceCounts =>
  raters[0]!.map((_, item) =>
    Array.from({ length: k }, (_row, j) => raters.filter((rater) => rater[item] === j).length),
  );

describeOracle('agreement of raters', 'agreement', (read) => {
  const known = agreement.parse(JSON.parse(read('agreement.json')));
  const anxiety = ratersIn(read('irr_anxiety.csv'));
  const diagnoses = ratersIn(read('irr_diagnoses_fleiss1971.csv'));

  it('is Cohen’s kappa as R and SAS have it, plain and weighted, with its error', () => {
    // R counts the categories that occur.
    const [second, third] = amongThemselves(anxiety.slice(1)) as [number[], number[]];
    const k = new Set([...second, ...third]).size;
    const { unweighted, equal, squared } = known.cohen.anxiety_r2_r3;
    expect(cohenKappa(second, third, k, 'plain')!.value).toBeCloseTo(unweighted.value, 9);
    expect(cohenKappa(second, third, k, 'linear')!.value).toBeCloseTo(equal.value, 9);
    expect(cohenKappa(second, third, k, 'quadratic')!.value).toBeCloseTo(squared.value, 9);
    const { table, published } = known.cohen.sas_table;
    const pairs = table.flatMap((row, i) =>
      row.flatMap((times, j) => Array.from({ length: times }, () => [i, j])),
    );
    const [first, other] = [pairs.map(([i]) => i!), pairs.map(([, j]) => j!)];
    const plain = cohenKappa(first, other, 3, 'plain')!;
    expect(plain.value).toBeCloseTo(published.kappa, 4);
    expect(plain.error).toBeCloseTo(published.ase, 3);
    const linear = cohenKappa(first, other, 3, 'linear')!;
    expect(linear.value).toBeCloseTo(published.weighted_linear, 4);
    expect(linear.error).toBeCloseTo(published.w_ase, 3);
  });

  it('is Fleiss’ kappa and Gwet’s AC1 of many raters', () => {
    expect(fleissKappa(countsOf(diagnoses, 5))).toBeCloseTo(known.fleiss.diagnoses.value, 9);
    expect(fleissKappa(known.fleiss.wikipedia.table)).toBeCloseTo(known.fleiss.wikipedia.published, 2);
    expect(gwetAc1(countsOf(diagnoses, 5))).toBeCloseTo(known.gwet.diagnoses_ac1, 5);
    expect(gwetAc1(countsOf(anxiety, 6))).toBeCloseTo(known.gwet.anxiety_ac1, 5);
  });
});

describeOracle('marks against the truth', 'metrics', (read) => {
  const known = metrics.parse(JSON.parse(read('sklearn_metrics.json')));

  it('are counted as scikit-learn counts them', () => {
    const doc = known.confusion_matrix_doc;
    expect(confusionOf(doc.y_true, doc.y_pred, 3).counts).toEqual(doc.matrix_rows_true);
    expect(cohenKappa(doc.y_true, doc.y_pred, 3, 'plain')!.value).toBeCloseTo(doc.kappa, 12);
    expect(cohenKappa(doc.y_true, doc.y_pred, 3, 'linear')!.value).toBeCloseTo(doc.kappa_linear, 12);
    expect(cohenKappa(doc.y_true, doc.y_pred, 3, 'quadratic')!.value).toBeCloseTo(doc.kappa_quadratic, 12);
    const { a, b, kappa: plain, linear, quadratic } = known.five_level_two_raters;
    const [first, second] = [a.map((level) => level - 1), b.map((level) => level - 1)];
    expect(cohenKappa(first, second, 5, 'plain')!.value).toBeCloseTo(plain, 12);
    expect(cohenKappa(first, second, 5, 'linear')!.value).toBeCloseTo(linear, 12);
    expect(cohenKappa(first, second, 5, 'quadratic')!.value).toBeCloseTo(quadratic, 12);
  });
});

it('confusions are named by how often they came, and agreement within a step counted apart', () => {
  const truths = [0, 0, 0, 1, 1, 2, 2, 3];
  const answers = [1, 1, 0, 0, 1, 3, 3, 3];
  expect(leadingPatterns(confusionOf(truths, answers, 4), 2)).toEqual([
    { truth: 0, answer: 1, n: 2 },
    { truth: 2, answer: 3, n: 2 },
  ]);
  expect(agreementWithin(truths, answers, 0)).toBe(3 / 8);
  expect(agreementWithin(truths, answers, 1)).toBe(1);
  expect([agreementWithin([], [], 0), brierScore([]), cohenKappa([], [], 2, 'plain')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(cohenKappa([1, 1], [1, 1], 2, 'plain')).toBeUndefined();
});
