import type { Measurement } from '../../model/measurement.ts';
import type { Store } from '../open.ts';

/**
 * Keeps a result, in place of an older one of the same method, version and period. While another process writes, it is
 * left unkept: the next reader computes it again.
 */
export function writeMeasurement(store: Store, method: string, measurement: Measurement): void {
  const statement = store.db.prepare(
    `INSERT INTO measurement (method, version, period, data, document) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (method, version, period) DO UPDATE SET data = excluded.data, document = excluded.document`,
  );
  try {
    statement.run(
      method,
      measurement.version,
      measurement.period,
      measurement.data,
      JSON.stringify(measurement),
    );
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (!busy) throw error;
  }
}
