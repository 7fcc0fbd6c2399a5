import { beforeAll, expect, it } from 'vitest';
import { countByGroup, registerIn } from '../../src/jobs/measure/measure-period.ts';
import { drawnCounts, drawnIndicator } from '../../src/measure/spread/drawn-indicator.ts';
import { jackknifeVariance } from '../../src/measure/spread/delete-a-group.ts';
import { indicate } from '../../src/measure/indicate.ts';
import { scaleOf } from '../../src/measure/scale.ts';
import { indicatorsOf } from '../../src/model/method.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { ratingLevel } from '../../src/model/record/packed-fields.ts';
import type { Store } from '../../src/store/open.ts';
import { knowledge, reference, simulate, tiny, useScratch } from '../builders.ts';
import { clusteredVariance } from '../measure/clustered-variance.ts';

/** Provinces without key cities among them: every record is their own. */
const units = [
  '110000',
  '120000',
  '140000',
  '310000',
  '360000',
  '430000',
  '450000',
  '460000',
  '530000',
  '620000',
];
const period = parsePeriod('2025-03');
const scratch = useScratch();
let store: Store;

beforeAll(async () => {
  store = scratch.store();
  await simulate(store, scratch.truth(store), {
    scenario: tiny({
      units,
      casesPerYear: 40_000,
      experience: { person: 0.2, case: 0.2, cuts: [-1.9, -1.5, -1, -0.5] },
      applicants: { agents: 0.3 },
    }),
  });
});

interface RatedService {
  readonly unit: number;
  readonly person: number;
  readonly level: number;
}

/** The ratings of the run one by one, with the person who was served. */
const ratedServices = (): RatedService[] =>
  store.db
    .prepare<[], { unit: number; person: number; mark: number }>(
      `SELECT task.unit, service.person, rating.mark FROM rating
       JOIN service ON service.key = rating.key / 2 JOIN task ON task.id = service.task`,
    )
    .all()
    .map(({ unit, person, mark }) => ({ unit, person, level: ratingLevel(mark) }))
    .filter(({ level }) => level > 0);

it('find as much in common between ratings of a person as a linearised variance over all persons does', () => {
  const { counts, groups } = countByGroup(store, registerIn(store, period), reference, period);
  const scale = scaleOf(reference);
  const indicator = indicatorsOf(knowledge.methods.province).find(({ id }) => id === 'goodRate')!;
  const rows = ratedServices();
  const effects = counts.flatMap((total, unit): [ours: number, theirs: number][] => {
    const { persons, offices, ...kinds } = groups[unit]!;
    const drawn =
      persons === undefined || offices === undefined
        ? undefined
        : drawnIndicator(
            indicator,
            indicate(indicator, total, scale),
            scale,
            drawnCounts(total, { ...kinds, persons, offices }),
          );
    if (drawn === undefined) return [];
    const own = rows.filter((row) => row.unit === unit);
    expect(own).toHaveLength(drawn.n);
    const errors = new Map<number, number>();
    for (const { person, level } of own) {
      const error = ((level >= 3 ? 1 : 0) - drawn.value) / drawn.n;
      errors.set(person, (errors.get(person) ?? 0) + error);
    }
    return [
      [
        jackknifeVariance(0, drawn.moves) / drawn.single,
        clusteredVariance([[...errors.values()]]) / drawn.single,
      ],
    ];
  });
  expect(effects.length).toBeGreaterThan(8);
  const mean = (of: 0 | 1): number => effects.reduce((sum, pair) => sum + pair[of], 0) / effects.length;
  expect(mean(1)).toBeGreaterThan(1.05);
  expect(mean(0) / mean(1)).toBeGreaterThan(0.9);
  expect(mean(0) / mean(1)).toBeLessThan(1.1);
});
