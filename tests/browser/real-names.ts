import { scenarioSchema } from '../../src/model/scenario/scenario.ts';
import type { Store } from '../../src/store/open.ts';
import { readScenario } from '../../src/store/reference.ts';
import { simulate, type Scratch } from '../builders.ts';

/** All units of the shipped series under their own names, which are longer than invented ones, with two years of few records. */
export async function storeWithRealNames(scratch: Scratch): Promise<Store> {
  const store = scratch.store('real-names.db');
  const few = { from: '2020-11-01', to: '2021-02-28', casesPerYear: 1000 };
  const scenario = scenarioSchema.parse({
    ...readScenario('national-series'),
    ...few,
    defects: [],
    reforms: [],
  });
  await simulate(store, scratch.truth(store), { scenario });
  return store;
}

/** Pages whose tables and charts hold those names. */
export const pathsWithNames = [
  '/',
  '/units',
  '/units/660000',
  '/units/440000/departments',
  '/units/440000/tasks',
  '/regions/south',
  '/compare?units=150000,650000,660000&periods=2020,2021',
  '/search?q=0000',
  '/units/650100/indicators/goodRate',
  '/explain?unit=660000&figure=rank',
  '/report/2021',
  '/report/2021-01',
  '/items',
  '/changes',
  '/choices',
  '/lessons/moved-weight?step=result',
  '/targets',
];
