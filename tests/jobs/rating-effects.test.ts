import { expect, it } from 'vitest';
import { countPeriod, measurePeriod, registerIn } from '../../src/jobs/measure/measure-period.ts';
import { ratingEffects } from '../../src/jobs/measure/rating-effects.ts';
import { ratingEffect } from '../../src/measure/rating-effect.ts';
import { scaleOf } from '../../src/measure/scale.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();

it('what bad ratings do to a unit is computed from its own counts, and from those of the cities of a province', async () => {
  const store = scratch.store();
  await simulate(store, scratch.truth(store));
  const period = parsePeriod('2025-03');
  const reference = referenceOfStore(store, knowledge.reference);
  const counts = countPeriod(store, registerIn(store, period), reference, period);
  const { units } = measurePeriod(store, knowledge, period);
  const scored = units.filter(({ overall }) => overall !== null);
  expect(new Set(scored.map(({ kind }) => kind))).toEqual(new Set(['province', 'city']));
  for (const unit of scored) {
    const whole = counts[reference.units.findIndex(({ code }) => code === unit.code)]!;
    const expected = ratingEffect(knowledge.methods[unit.kind], whole, scaleOf(reference), unit, 0.01);
    expect(expected).not.toBeNull();
    expect(ratingEffects(store, knowledge, period, unit.code).percent).toEqual(expected);
  }
});
