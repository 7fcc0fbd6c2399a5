import type { Measurement } from '../../model/measurement.ts';
import type { Store } from '../open.ts';

/** Keeps a result, in place of an older one of the same method, version and period. */
export function writeMeasurement(store: Store, method: string, measurement: Measurement): void {
  store.db
    .prepare(
      `INSERT INTO measurement (method, version, period, data, document) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (method, version, period) DO UPDATE SET data = excluded.data, document = excluded.document`,
    )
    .run(method, measurement.version, measurement.period, measurement.data, JSON.stringify(measurement));
}
