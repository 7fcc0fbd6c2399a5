import { reference, tiny } from '../builders.ts';
import type { Store } from '../../src/store/open.ts';

/** A run of a part a unit, and so of four steps of up to ten parts. */
export const PARTS = 34;
export const manySteps = tiny({
  units: reference.units.slice(0, PARTS).map(({ code }) => code),
  casesPerYear: 1500,
});

/** Everything that databases hold, table by table. */
export const allOf = (...stores: Store[]): unknown =>
  stores.map(({ db }) => {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    return tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  });
