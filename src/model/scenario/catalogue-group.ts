import { z } from 'zod';
import { share } from './field-schemas.ts';

/** The group of a scenario that says which items a unit has on its list (实施清单), and who handles them. */
export const catalogueGroup = z.strictObject({
  /** Share of the common items that a unit has on its list. */
  implemented: share.min(0.1).default(0.85),
  /** Share of the local themes whose items a unit has on its list. */
  local: share.default(0.25),
  /**
   * Chance that a department of administrative approval (行政审批) handles the licences of a unit’s other departments; the same
   * units have one with any seed.
   */
  approvalOffices: share.default(0.4),
  /** Share of the items that are not fully online whose guide asks for a second visit to a hall. */
  secondVisit: share.default(0.125),
});
