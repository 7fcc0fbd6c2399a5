import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioNames } from '../../src/store/shipped.ts';
import { root } from '../built.ts';
import { useScratch } from '../builders.ts';
import { countScenario, scenarioOption } from '../whole-way/recompute/count-scenario.ts';
import { bySize } from './size.ts';

/**
 * Every figure of the whole shipped scenarios beside an independent count over their records. A national year does not fit
 * into memory at once: each province with its key cities is a run of its own, of the very same records. The small form takes
 * one province of each national scenario and a part of the large months; the other scenarios are cut in tests/whole-way/independent-counts.prove.ts.
 */

const scratch = useScratch();
const json = (...path: string[]): object => JSON.parse(readFileSync(join(root, ...path), 'utf8')) as object;

const { units } = json('db', 'reference', 'units.json') as {
  units: { code: string; name: string; province: string | null }[];
};
const provinces = units.filter(({ province }) => province === null);

async function expectSameCounts(name: string, options: readonly string[]): Promise<void> {
  const file = scratch.path(`${name}.db`);
  const { differing, noShares, figures } = await countScenario(file, ...options);
  rmSync(file);
  expect(differing).toEqual([]);
  expect(noShares).toEqual([]);
  expect(figures.length).toBeGreaterThan(100);
}

/** A scenario of these units alone, with the events that it states for them. */
function cutTo(scenario: object, codes: readonly string[]): object {
  const { defects, reforms } = scenario as Record<'defects' | 'reforms', { units: string[] }[]>;
  const ofThese = (events: readonly { units: string[] }[]): object[] =>
    events.filter(({ units: places }) => places.every((code) => codes.includes(code)));
  return { ...scenario, units: codes, defects: ofThese(defects), reforms: ofThese(reforms) };
}

const isNational = (name: string): boolean => name.startsWith('national-');
const months = ['bent-2023-07', 'guangdong-2023-07'];
const scale = bySize({ small: ['--scale', '0.02'], full: [] });

describe('an independent count of all exported records', () => {
  const local = scenarioNames().filter((name) => !isNational(name));
  it.each(bySize({ small: ['tiny', ...months], full: local }))('meets every figure of %s', async (name) => {
    const part = bySize({ small: months.includes(name) ? ['--scale', '0.05'] : [], full: [] });
    await expectSameCounts(name, ['--scenario', name, ...part]);
  });

  describe.each(scenarioNames().filter(isNational))('of %s', (name) => {
    it.each(bySize({ small: provinces.filter(({ code }) => code === '650000'), full: provinces }))(
      'meets every figure of $name',
      async ({ code }) => {
        const own = units.filter((unit) => unit.code === code || unit.province === code);
        const scenario = cutTo(
          json('db', 'scenarios', `${name}.json`),
          own.map((unit) => unit.code),
        );
        const option = scenarioOption(scratch.path(`${name}-${code}.json`), scenario);
        await expectSameCounts(`${name}-${code}`, [...option, ...scale]);
      },
    );
  });
});
