import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectCommand } from '../../src/cli/commands/collect.ts';
import { measureCommand } from '../../src/cli/commands/measure.ts';
import { simulateCommand } from '../../src/cli/commands/simulate.ts';
import { useScratch } from '../builders.ts';
import { defaultPeriod } from './recompute/count-indicators.ts';
import { differences } from './recompute/differences.ts';
import { joinExport, type Joined } from './recompute/join-export.ts';
import { methodOfPage } from './recompute/method-page.ts';
import { writeAsOtherSystem } from './recompute/other-system.ts';
import { readExport } from './recompute/read-export.ts';
import { runCommand } from './recompute/run-command.ts';
import { recompute, type Recomputed, type Score, type UnitResult } from './recompute/scores.ts';

/**
 * docs/method.md alone suffices: what stands in ./recompute was written from it, takes its numbers from the tables there, and shares
 * no code with the program. It reads exported files and meets every figure of `measure --json`.
 */

interface Printed extends Recomputed {
  readonly period: string;
}

const scratch = useScratch();

/** Sixteen units and two fictional ones beside them for four months, with everything that a case and its ratings can meet. */
const scenario = {
  name: 'recomputed',
  title: { zh: '复算', en: 'Recomputed' },
  from: '2025-09-01',
  to: '2025-12-31',
  units: [
    ...['310000', '320000', '330000', '340000', '370000', '430000', '440000', '510000', '620000', '660000'],
    ...['320100', '330100', '340100', '370100', '440100', '440300', '990000', '990100'],
  ],
  casesPerYear: 1500,
  demand: { smallest: 0.5 },
  profiles: {
    '440000': 'guangdong-2019',
    '330000': 'zhejiang-2019',
    '370000': 'shandong-2020',
    '370100': 'shandong-dezhou-2020',
    '310000': 'shanghai-2019',
    '510000': 'sichuan-meishan',
    '430000': 'hunan-linwu',
    '340000': 'anhui-bozhou',
    '620000': 'gansu-honggu-2020',
    '320000': 'jiangsu',
  },
  handling: {
    consultation: 0.12,
    payment: 0.2,
    supplement: 0.3,
    repeat: 0.5,
    correction: 0.05,
    retention: 0.02,
    withdrawal: 0.03,
    hotline: 0.05,
  },
  experience: { cuts: [-1.8, -1.4, -1, -0.5] },
  answering: {
    byProfile: true,
    retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
    additional: { rectified: 0.4, otherwise: 0.05 },
  },
  rectification: { chance: 0.97, lateContact: 0.3, lateRectification: 0.3 },
};

/** What `measure` prints; in the place of each interval for a new draw, which needs counts by group, the widest one. */
async function measured(database: string, ...more: string[]): Promise<Printed> {
  const printed = await runCommand<Omit<Printed, 'units'> & { units: readonly (UnitResult & Spread)[] }>(
    measureCommand,
    '--db',
    scratch.path(database),
    ...more,
  );
  return { ...printed, units: printed.units.map(withWidest) };
}

type Widest = { readonly worstCase: object } | null;

interface Spread {
  readonly spread: {
    readonly overall: Widest;
    readonly dimensions: Record<string, Widest>;
    readonly groups: Record<string, Widest>;
  } | null;
}

function withWidest(unit: UnitResult & Spread): UnitResult {
  const { spread } = unit;
  if (spread === null) return unit;
  const widest = (score: Score, of: Widest | undefined): Score =>
    score === null || !of ? score : { ...score, ...of.worstCase };
  const all = (scores: Record<string, Score>, of: Record<string, Widest>): Record<string, Score> =>
    Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, widest(score, of[id])]));
  return {
    ...unit,
    overall: widest(unit.overall, spread.overall),
    dimensions: all(unit.dimensions, spread.dimensions),
    groups: all(unit.groups, spread.groups),
  };
}

/** What `measure` prints of a period, and how the recomputation differs. */
async function compare(database: string, joined: Joined, edition: string, period: string) {
  const printed = await measured(database, '--method', edition, '--period', period);
  const own = recompute(joined, printed.units, period, methodOfPage(edition));
  return { printed, own, differing: differences(own, printed) };
}

const comparisons = new Map<string, ReturnType<typeof compare>>();

/** The same; a period of a database is compared once. */
function compared(...of: Parameters<typeof compare>): ReturnType<typeof compare> {
  const [database, , edition, period] = of;
  const name = [database, edition, period].join(' ');
  const known = comparisons.get(name) ?? compare(...of);
  comparisons.set(name, known);
  return known;
}

let joined: Joined;
let joinedOther: Joined;

beforeAll(async () => {
  const file = scratch.path('recomputed.json');
  writeFileSync(file, JSON.stringify(scenario));
  const folder = scratch.path('files');
  await runCommand(simulateCommand, '--scenario', file, '--out', folder, '--format', 'csv,ndjson');
  await runCommand(simulateCommand, '--scenario', file, '--db', scratch.path('made.db'));
  const { units } = await measured('made.db');
  joined = joinExport(readExport(folder), units);
  const other = scratch.path('other');
  mkdirSync(other);
  joinedOther = joinExport(writeAsOtherSystem(folder, other), units);
  const { refused } = await runCommand<{ refused: object }>(
    collectCommand,
    `${other}/register.ndjson`,
    `${other}/records.ndjson`,
    '--db',
    scratch.path('other.db'),
  );
  expect(refused).toEqual({});
}, 240_000);

describe('a recomputation from docs/method.md', () => {
  it('finds two methods of five dimensions there, whose weights add up to 1 on every level', () => {
    for (const edition of ['2022-2', '2022-1']) {
      const { dimensions, needed } = methodOfPage(edition);
      expect(dimensions).toHaveLength(5);
      expect(needed).toBe(edition === '2022-2' ? 0.5 : 0.66);
      for (const kind of ['province', 'city'] as const) {
        const levels = [dimensions, ...dimensions.map(({ groups }) => groups)];
        const leaves = dimensions.flatMap(({ groups }) => groups.map(({ indicators }) => indicators));
        for (const level of [...levels, ...leaves])
          expect(level.reduce((sum, { weight }) => sum + weight[kind], 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it.each(['2025', '2025-Q4', '2025-11'])('meets every figure of %s', async (period) => {
    const { printed, differing } = await compared('made.db', joined, '2022-2', period);
    expect(differing).toEqual([]);
    expect(printed.units.length).toBe(66);
  });

  it.each(['2025', '2025-Q4', '2025-11'])(
    'meets every figure of %s by the edition before',
    async (period) => {
      expect((await compared('made.db', joined, '2022-1', period)).differing).toEqual([]);
    },
  );

  it('has a figure for every indicator of the year, a score for each unit, and rank and band for assessed ones', async () => {
    const { own } = await compared('made.db', joined, '2022-2', '2025');
    const ids = own.units[0]!.indicators.map(({ id }) => id);
    const empty = ids.filter((_, i) => own.units.every(({ indicators }) => indicators[i]?.value === null));
    expect(empty).toEqual([]);
    expect(own.units.filter(({ overall }) => overall)).toHaveLength(scenario.units.length);
    const unranked = own.units.filter(({ overall, rank, band }) => overall && rank === null && band === null);
    expect(unranked.map(({ code }) => code)).toEqual(['990000', '990100']);
  });

  it('takes the period that measure takes when none is named', async () => {
    expect((await measured('made.db')).period).toBe(defaultPeriod(joined));
  });
});

describe('a recomputation of what another system sends', () => {
  it.each([
    ['2022-2', '2025'],
    ['2022-2', '2025-11'],
    ['2022-2', '2016-01'],
    ['2022-1', '2025-11'],
  ])('meets every figure by edition %s of %s', async (edition, period) => {
    const { own, differing } = await compared('other.db', joinedOther, edition, period);
    expect(differing).toEqual([]);
    expect(own.units.some(({ indicators }) => indicators.some(({ denominator }) => denominator > 0))).toBe(
      true,
    );
  });
});
