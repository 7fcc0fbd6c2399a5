import { parseScenario } from '../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../src/model/scenario/scenario.ts';

const CASES_PER_MILLION = 8100;

/** A year of all units under invented names that has about so many million records. */
export const countryYear = (millions: number): Scenario =>
  parseScenario(
    {
      name: 'country',
      title: { zh: '全部单位一年', en: 'All units, one year' },
      from: '2025-01-01',
      to: '2025-12-31',
      units: 'all',
      casesPerYear: Math.round(CASES_PER_MILLION * millions),
    },
    'country',
  );
