/** Ratings or services by level. */
export interface FeltCount {
  readonly level: number;
  readonly n: number;
}

/** Injected defects of a kind, by how well hidden. */
export interface DefectCount {
  readonly defect: string;
  readonly rung: number;
  readonly n: number;
}

/** Ratings that were never recorded, by why (model/truth.ts) and the level felt. */
export interface LossCount {
  readonly cause: number;
  readonly level: number;
  readonly n: number;
}

/** Ratings by how they came about (model/truth.ts) and the level felt behind them. */
export interface MechanismCount {
  readonly mechanism: number;
  readonly level: number;
  readonly n: number;
}

/** What is counted of the truth ledger of a run. */
export interface TruthCounts {
  /** Services by the level felt in them, rated or not. */
  readonly felt: readonly FeltCount[];
  readonly mechanisms: readonly MechanismCount[];
  readonly losses: readonly LossCount[];
  readonly defects: readonly DefectCount[];
}

/** Totals of the truth ledger of a run: shown beside the report and read by no part of it. */
export interface TruthTotals {
  readonly label: string;
  /** Levels felt in all services, rated or not. */
  readonly felt: readonly FeltCount[];
  /** Ratings by how they came about, and of those the levels felt. */
  readonly mechanisms: readonly { readonly mechanism: string; readonly n: number }[];
  readonly feltByRated: readonly FeltCount[];
  /** Levels as they were published: those of the rows sampled, 0 where a rating carries none. */
  readonly published: readonly FeltCount[];
  readonly losses: readonly { readonly cause: string; readonly level: number; readonly n: number }[];
  /** Injected defects, by how well hidden. */
  readonly defects: readonly DefectCount[];
}
