import type { DetectorRule, Suspicion } from '../model/detection/suspicion.ts';
import type { RefusedLine, UnitRecords } from './unit-records.ts';

/** What a detector found before the budget of false leads is applied. */
export interface Found {
  readonly candidates: readonly Suspicion[];
  /** By unit: how many tests were made, candidates and others. */
  readonly tests: ReadonlyMap<number, number>;
}

/** Looks at the records of unit after unit, keeps what it needs of them, and says at the end what is suspicious. */
export interface Watch {
  see(unit: UnitRecords): void;
  found(refused: readonly RefusedLine[]): Found;
}

/** A rule and what applies it. */
export interface Detector {
  readonly rule: DetectorRule;
  watch(): Watch;
}

/** Adds tests that were made in a unit. */
export function countTests(tests: Map<number, number>, unit: number, n: number): void {
  if (n > 0) tests.set(unit, (tests.get(unit) ?? 0) + n);
}
