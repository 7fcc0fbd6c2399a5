import { measurementSchema, type Measurement } from '../../model/measurement.ts';
import type { Store } from '../open.ts';

/** The stored result of a method over a period, if it was computed from the data that stand now. */
export function storedMeasurement(
  store: Store,
  key: { method: string; version: string; period: string; data: string },
): Measurement | undefined {
  const text = store.db
    .prepare<[string, string, string, string], string>(
      'SELECT document FROM measurement WHERE method = ? AND version = ? AND period = ? AND data = ?',
    )
    .pluck()
    .get(key.method, key.version, key.period, key.data);
  return text === undefined ? undefined : measurementSchema.parse(JSON.parse(text));
}
