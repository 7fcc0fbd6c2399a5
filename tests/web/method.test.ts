import { describe, expect, it } from 'vitest';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import { countUnits } from '../../src/measure/count.ts';
import { measureUnits } from '../../src/measure/measure.ts';
import { unitsInPlay } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { ratingCells, serviceCells, tagCells, taskRatingCells } from '../../src/store/read/cells.ts';
import { namedRectificationCells, rectificationCells } from '../../src/store/read/rectifications.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { readNationalTargets, readMonthTargets } from '../../src/store/reference.ts';
import { knowledge, reference, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

describe('the method page', () => {
  it.each(['province', 'city'] as const)('shows every indicator of the %s method, marked', async (kind) => {
    const page = await site().page(`/method?kind=${kind}`);
    const method = knowledge.methods[kind];
    for (const { groups } of method.dimensions) {
      for (const indicator of groups.flatMap(({ indicators }) => indicators)) {
        const row = page.querySelector(`tr#${indicator.id}`);
        expect(wordsOf(row)).toContain(indicator.name);
        expect(wordsOf(row)).toContain('÷');
        expect(wordsOf(row)).toContain(indicator.assumption ? '假设' : '有出处');
      }
    }
  });

  it('gives effective weights that sum to one', async () => {
    const page = await site().page('/method');
    const weights = page
      .querySelectorAll('.method-tree tbody tr[id]:not(.dimension-row, .group-row)')
      .map((row) => Number.parseFloat(row.querySelectorAll('td')[1]!.text));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 0);
  });

  it('lists every assumption with its reason', async () => {
    const words = wordsOf(await site().page('/method?lang=en'));
    for (const method of [knowledge.methods.province, knowledge.methods.city]) {
      for (const dimension of method.dimensions)
        if (dimension.assumption) expect(words).toContain(dimension.reasonEn);
      expect(words).toContain(method.bands.reasonEn);
    }
  });

  it('says that flagged ratings count until they are verified', async () => {
    const rules = async (language: string): Promise<string> =>
      wordsOf((await site().page(`/method?lang=${language}`)).querySelector('ol.rules'));
    expect(await rules('zh')).toContain('在核实之前与其他评价同样计算');
    expect(await rules('en')).toContain('counts like all others until somebody has verified it');
  });
});

/** Overall score of a unit where this share of its ratings of level 5 is of level 1, measured from the cells of the database. */
function overallIfTurned(code: string, label: string, share: number): number {
  const { store } = site();
  const period = parsePeriod(label);
  const register = readRegister(store);
  const named = referenceOfStore(store, reference);
  const isOwn = (unit: number): boolean =>
    [named.units[unit]!.code, named.units[unit]!.province].includes(code);
  const turned = <Cell extends { level: number; n: number }>(
    cells: Cell[],
    unitOf: (cell: Cell) => number,
  ): Cell[] =>
    cells.flatMap((cell) =>
      cell.level === 5 && isOwn(unitOf(cell))
        ? [
            { ...cell, n: cell.n * (1 - share) },
            { ...cell, level: 1, n: cell.n * share },
          ]
        : [cell],
    );
  const cells = {
    ratings: ratingCells(store, period),
    taskRatings: taskRatingCells(store, period),
    tags: tagCells(store, period),
    services: serviceCells(store, period),
    rectifications: rectificationCells(store, period),
    named: namedRectificationCells(store, period),
    assessments: [],
  };
  const turnedCells = {
    ...cells,
    ratings: turned(cells.ratings, ({ unit }) => unit),
    taskRatings: turned(cells.taskRatings, ({ task }) => register.tasks[task]!.unitIndex),
  };
  // Which items have how many ratings stays, in whole numbers.
  const reach = countUnits(cells, register, named).map(({ itemRatings, officeRatings }) => ({
    itemRatings,
    officeRatings,
  }));
  const { units } = measureUnits({
    methods: knowledge.methods,
    counts: countUnits(turnedCells, register, named).map((counts, i) => ({ ...counts, ...reach[i] })),
    reference: named,
    listed: unitsInPlay(named, register),
    period,
    data: '',
  });
  return units.find((unit) => unit.code === code)!.overall!.score;
}

describe('what one bad rating more does', () => {
  it.each(['981900', '980500'])(
    'is stated on the method page as a measurement of it finds: %s',
    async (unit) => {
      const words = wordsOf(await site().page(`/method?lang=en&period=2025-03&unit=${unit}`));
      const [, of = ''] = /If 1 of ([\d,]+) ratings of “very satisfied”/.exec(words)!;
      const veryGood = Number(of.replaceAll(',', ''));
      const now = overallIfTurned(unit, '2025-03', 0);
      for (const share of [1 / veryGood, 0.01]) {
        const then = overallIfTurned(unit, '2025-03', share);
        expect(then).toBeLessThan(now);
        const change = (then - now).toFixed(4).replace('-', '−');
        expect(words).toContain(`from ${now.toFixed(4)} to ${then.toFixed(4)}, by ${change}`);
      }
    },
  );
});

describe('the page of published figures', () => {
  it('prints both sides of every comparison', async () => {
    const page = await site().page('/targets');
    for (const published of readMonthTargets()) {
      const { rows } = compareTargets(site().store, reference, published);
      expect(cellsOf(page, '.targets').filter((cells) => cells.length === 6)).toHaveLength(rows.length);
    }
  });

  it('sets the published national means beside the simulated ones', async () => {
    const words = wordsOf(await site().page('/targets'));
    const means = readNationalTargets().flatMap((targets) => Object.values(targets.means ?? {}));
    expect(means).toHaveLength(8);
    for (const mean of means) expect(words).toContain(mean.toFixed(2));
  });
});
