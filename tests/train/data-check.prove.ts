import { afterAll, beforeAll, describe } from 'vitest';
import { dataCheckKind } from '../../src/train/kinds/data-check.ts';
import { bySize } from '../prove/size.ts';
import { itHoldsOfChecks } from './check-properties.ts';
import { allOf, SEEDS, type Seeded } from './kind-properties.ts';
import { exerciseWorld } from './worlds.ts';

let every: readonly Seeded[] = [];
beforeAll(async () => {
  const worlds = [await exerciseWorld(0), await exerciseWorld(1)];
  every = allOf(dataCheckKind, worlds, bySize({ small: SEEDS, full: 1_000 }));
}, 600_000);
afterAll(() => {
  every = [];
});

describe('1,000 data checks at each difficulty', { timeout: 600_000 }, () => {
  itHoldsOfChecks(() => every);
});
