import { beforeAll, describe, expect, it } from 'vitest';
import { explainScore } from '../../src/jobs/measure/explain/explain-score.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import { knowledge, mistakeOf, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
let measurement: Measurement;
beforeAll(async () => {
  const store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: tiny({ units: ['981100', '981101'] }) });
  measurement = measurePeriod(store, knowledge, parsePeriod('2025-03'));
});

describe('the explanation of a figure', () => {
  it('walks from the overall score down to what was asked for', () => {
    const { path, unit, tree } = explainScore(measurement, knowledge, '981100', 'effectiveness');
    expect(unit.code).toBe('981100');
    expect(path.map(({ id }) => id)).toEqual([tree.id, 'effectiveness']);
    expect(tree.children.map(({ id }) => id)).toEqual(dimensionIds);
  });

  it('finds every indicator of the method', () => {
    const { dimensions } = knowledge.methods.city;
    for (const { id: dimension, groups } of dimensions) {
      for (const { id: group, indicators } of groups) {
        for (const { id } of indicators) {
          const { path } = explainScore(measurement, knowledge, '981101', id);
          const ids = path.map((step) => step.id);
          expect([ids[1], ids.at(-1)]).toEqual([dimension, id]);
          expect(ids).toContain(group);
        }
      }
    }
  });

  it.each(['981100', '省份11', 'Province 11'])('knows the unit by %s', (name) => {
    expect(explainScore(measurement, knowledge, name, 'coverage').unit.code).toBe('981100');
  });

  it('of an unknown unit or indicator is not found, and the known ones are named', async () => {
    const noUnit = await mistakeOf(() => explainScore(measurement, knowledge, 'Atlantis', 'coverage'));
    expect([noUnit.status, noUnit.text.en]).toEqual([404, expect.stringContaining('“Atlantis”')]);
    const noId = await mistakeOf(() => explainScore(measurement, knowledge, '981100', 'happiness'));
    expect([noId.status, noId.text.en]).toEqual([404, expect.stringContaining('“happiness”: use one of')]);
    expect(noId.text.en).toContain('effectiveness');
  });
});
