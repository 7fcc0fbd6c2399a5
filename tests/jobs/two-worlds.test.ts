import { beforeAll, describe, expect, it } from 'vitest';
import { gapsByTruth } from '../../src/jobs/audit/decompose-gaps.ts';
import { compareTwoWorlds, twinScenario, type TwoWorlds } from '../../src/jobs/audit/two-worlds.ts';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import type { SignId } from '../../src/audit/two-worlds/judge-signs.ts';
import type { Store } from '../../src/store/open.ts';
import { readMonthTargets } from '../../src/store/reference.ts';
import { clock, knowledge, reference, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();
const seed = 5;

describe('two worlds that publish the same counts', () => {
  let worlds: TwoWorlds;
  let bent: Store;
  let truth: Store;
  beforeAll(async () => {
    worlds = await compareTwoWorlds(seed, { knowledge, programVersion: 'test', clock });
    bent = scratch.store();
    truth = scratch.truth(bent);
    await simulate(bent, truth, { scenario: twinScenario('bent', knowledge), seed });
  }, 120_000);

  const sideOf = (id: SignId) => worlds.judged[0]!.signs.find((sign) => sign.id === id)!.bent;
  const count = (sql: string): number => bent.db.prepare<[], number>(sql).pluck().get()!;

  it('have the same cases, and the counts and gaps of a run of their scenarios', () => {
    expect(worlds.bent.cases).toBe(worlds.felt.cases);
    expect(worlds.bent.services).toBe(worlds.felt.services);
    expect(worlds.bent.rows).toEqual(compareTargets(bent, reference, readMonthTargets()[0]!).rows);
    expect(worlds.bent.gap).toEqual(gapsByTruth(bent, truth, knowledge)!.all);
  });

  it('have the figures beside the published ones that their records have', () => {
    const all = count('SELECT count(*) FROM rating');
    for (const [id, wanted, of] of [
      ['automatic', 'defaulted = 1', '1'],
      ['withText', 'flagged >= 0 AND key IN (SELECT rating_key FROM rating_text)', '1'],
      ['tagged', 'level = 5 AND tags > 0', 'level = 5'],
      ['ownTagged', 'level = 5 AND tags > 0 AND defaulted = 0', 'level = 5 AND defaulted = 0'],
      ['night', 'assessed_at % 86400 < 21600', '1'],
    ] as const) {
      const n = count(`SELECT count(*) FROM rating WHERE ${of}`);
      expect(sideOf(id).n, id).toBe(n);
      expect(sideOf(id).value, id).toBeCloseTo(count(`SELECT count(*) FROM rating WHERE ${wanted}`) / n, 12);
    }
    expect(sideOf('ownChannels').n).toBe(all - count('SELECT count(*) FROM rating WHERE defaulted = 1'));
    const persons = count('SELECT count(DISTINCT person) FROM service');
    const again = count(
      'SELECT count(*) FROM (SELECT person FROM service GROUP BY person HAVING count(DISTINCT key / 16) > 1)',
    );
    expect(sideOf('repeatApplicants')).toMatchObject({ n: persons, value: again / persons });
    const finished = worlds.judged[0]!.signs.find(({ id }) => id === 'lateCasesRated')!;
    // The same cases are late in both.
    expect(finished.bent.n).toBe(finished.felt.n);
    expect(finished.bent.n).toBeGreaterThan(100);
  });

  it('are told apart by people who are asked, and by nothing that could not differ', () => {
    for (const { asked, signs } of worlds.judged) {
      const apart = signs.filter(({ tellsApart }) => tellsApart).map(({ id }) => id);
      expect(apart).toEqual(expect.arrayContaining(['survey', 'ratersAsked', 'automatic', 'lateCasesLow']));
      for (const id of ['ownTagged', 'ownDelay', 'repeatApplicants', 'additional'])
        expect(apart).not.toContain(id);
      expect(signs.find(({ id }) => id === 'survey')!.felt.n).toBe(asked);
    }
  });
});
