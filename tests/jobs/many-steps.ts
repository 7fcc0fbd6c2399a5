import { tiny } from '../builders.ts';
import type { Store } from '../../src/store/open.ts';

/** A run of a part a unit, and so of seven steps of up to ten parts. */
export const manySteps = tiny({ units: 'all', casesPerYear: 1500 });
export const PARTS = 64;

/** Everything that databases hold, table by table. */
export const allOf = (...stores: Store[]): unknown =>
  stores.map(({ db }) => {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    return tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  });
