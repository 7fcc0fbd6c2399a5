import { measurementSchema, type Measurement } from '../../../model/measurement.ts';
import type { Store } from '../../open.ts';

/** A result as it is kept, with what it is found by. */
export interface KeptMeasurement {
  readonly method: string;
  readonly version: string;
  readonly period: string;
  readonly document: string;
}

/** All results that are kept of these data. */
export const keptMeasurements = (store: Store, data: string): KeptMeasurement[] =>
  store.db
    .prepare<[string], KeptMeasurement>(
      'SELECT method, version, period, document FROM measurement WHERE data = ? ORDER BY method, version, period',
    )
    .all(data);

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
