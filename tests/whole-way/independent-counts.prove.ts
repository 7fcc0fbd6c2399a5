import { describe, expect, it } from 'vitest';
import { isOnRequest } from '../../src/model/knowledge.ts';
import { indicatorsOf } from '../../src/model/method.ts';
import { knowledge, useScratch } from '../builders.ts';
import { countScenario, scenarioOption, type Counted } from './recompute/count-scenario.ts';

/**
 * Every figure of the scenarios that hold most beside an independent count over their exported records, cut to some weeks;
 * tests/prove/independent-counts.prove.ts takes every scenario, and in full the whole of it.
 */

/** Cases without a supplement, and the rates of what follows a bad rating. */
const rates = [
  'oneGoRate',
  'replyRate',
  'verificationRate',
  'rectificationRate',
  'callbackSatisfaction',
  'namedCallbackRate',
];

const cuts = {
  'case-life': ['--scale', '0.5', '--to', '2025-02-28'],
  defects: ['--scale', '0.4', '--to', '2025-02-20'],
};

const scratch = useScratch();

/** The formulas of the editions that count records: those on request read assessments, which these scenarios do not have. */
const formulasOfRecords = new Set(
  knowledge.editions
    .filter((edition) => !isOnRequest(edition))
    .flatMap(({ province, city }) => [province, city])
    .flatMap((method) => indicatorsOf(method).map(({ formula }) => formula)),
);

/** Shares that some unit and period has a figure of. */
const withFigure = ({ figures }: Counted): Set<string> =>
  new Set(figures.filter(({ value }) => value !== null).map(({ id }) => id));

describe('an independent count of the exported records', () => {
  it.each(Object.entries(cuts))(
    'meets every figure of %s, and no share counts what its denominator does not',
    async (name, cut) => {
      const counted = await countScenario(scratch.path(`${name}.db`), '--scenario', name, ...cut);
      expect(counted.differing).toEqual([]);
      expect(counted.noShares).toEqual([]);
      expect(counted.figures.length).toBeGreaterThan(100);
      expect([...withFigure(counted)]).toEqual(expect.arrayContaining(rates));
      // Every formula is met: those of both editions are printed, with a figure or without.
      expect(new Set(counted.figures.map(({ id }) => id))).toEqual(formulasOfRecords);
    },
  );

  it('meets them where every case needs supplements, again and again', async () => {
    const scenario = {
      name: 'supplements',
      title: { zh: '反复补正', en: 'Supplements again and again' },
      from: '2025-03-01',
      to: '2025-04-30',
      units: ['330000', '330100', '520000'],
      casesPerYear: 12_000,
      handling: { supplement: 1, repeat: 0.9 },
      experience: { cuts: [-1.8, -1.4, -1, -0.5] },
      answering: { retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 }, additional: { rectified: 0.5 } },
      rectification: { chance: 0.97, lateContact: 0.3, lateRectification: 0.3 },
    };
    const counted = await countScenario(
      scratch.path('supplements.db'),
      ...scenarioOption(scratch.path('supplements.json'), scenario),
    );
    expect(counted.differing).toEqual([]);
    expect(counted.noShares).toEqual([]);
    expect([...withFigure(counted)]).toEqual(expect.arrayContaining(rates));
    // As many supplements as this: who counts them in place of the cases that have one counts another figure.
    const supplements = counted.services.filter(({ row }) => row['serviceName'] === '补正');
    const cases = new Set(supplements.map(({ row }) => row['projectNo']));
    expect(supplements.length).toBeGreaterThan(1.5 * cases.size);
  });
});
