import { z } from 'zod';
import { spreadShare } from './field-schemas.ts';

/** The group of a scenario that says how good the service sites (政务服务网) of units are, as evaluators find them. */
export const siteGroup = z.strictObject({
  /** Chance that the right item is the first hit where an item is asked for by its standard name; by completeness of the unit. */
  search: spreadShare.prefault({ mean: 0.9, spread: 0.5 }),
  /** Chance that a step of an online application is free of obstacles; by maturity of the unit. */
  application: spreadShare.prefault({ mean: 0.9, spread: 0.5 }),
});
