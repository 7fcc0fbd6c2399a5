import { beforeAll, expect, it } from 'vitest';
import { measurePeriod, methodKey } from '../../src/jobs/measure/measure-period.ts';
import type { UnitResult } from '../../src/model/measurement.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { forgetOldAnswers } from '../../src/store/write/answers.ts';
import { writeMeasurement } from '../../src/store/write/measurements.ts';
import { knowledge, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

/** A result in which each unit has the figures of the first of its kind, and shares its rank. */
beforeAll(() => {
  const { store } = site();
  const measured = measurePeriod(store, knowledge, parsePeriod('2025-03'));
  const models = new Map<string, UnitResult>();
  for (const unit of measured.units)
    if (unit.rank === 1 || !models.has(unit.kind)) models.set(unit.kind, { ...unit, rank: 1 });
  const units = measured.units.map(({ code, name, nameEn, region, kind }) => ({
    ...models.get(kind)!,
    code,
    name,
    nameEn,
    region,
  }));
  forgetOldAnswers(store, 'other data', 'another program');
  writeMeasurement(store, methodKey(knowledge.methods), { ...measured, units });
});

it.each([
  '/',
  '/?kind=city',
  '/units/981100',
  '/units/981100/tasks',
  '/explain?unit=981100&figure=rank',
  '/explain?unit=981100&figure=goodRate',
  '/choices',
  '/choices?normalisation=goalposts&weighting=entropy&shrinkage=empirical',
  '/choices/uncertainty?rows=256',
  '/changes?figure=overall',
  '/editions',
  '/report/2025-03',
])('%s has no figure that is no number where all units are equal', async (path) => {
  const page = await site().page(path.includes('?') ? `${path}&lang=en` : `${path}?lang=en`);
  expect(wordsOf(page.querySelector('main'))).not.toMatch(/NaN|Infinity|undefined/);
});

it.each(['minMax', 'zScore', 'rank'])(
  'equal units keep one rank, or have none, where %s finds nothing that tells them apart',
  async (normalisation) => {
    for (const weighting of ['given', 'equal', 'entropy']) {
      const page = await site().page(
        `/choices?lang=en&normalisation=${normalisation}&weighting=${weighting}&outliers=coinr`,
      );
      const words = wordsOf(page.querySelector('main'));
      expect(words).not.toMatch(/NaN|Infinity|undefined/);
      expect(new Set(cellsOf(page, '#chosen-ranks').map(([, , after]) => after)).size).toBe(1);
    }
  },
);

it('the page of uncertain ranks says that no choice moves a rank', async () => {
  const page = await site().page('/choices/uncertainty?rows=256&lang=en');
  expect(wordsOf(page.querySelector('main'))).toContain('No choice moves a rank');
});
