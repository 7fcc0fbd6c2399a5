/** A run of the simulator or a collected batch, as listed. Times in seconds since 2000-01-01 Beijing time. */
export interface Run {
  readonly id: number;
  readonly kind: 'simulate' | 'collect';
  readonly scenario: string;
  readonly seed: number | null;
  readonly programVersion: string;
  /** Version of the world it was made by (model/world-version.ts); null for a collected file. */
  readonly worldVersion: number | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly settings: string;
  readonly startedAt: number;
  readonly seconds: number;
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly digest: string;
  /** Partitions that a run of the simulator has, and those that are stored; all of them when it is finished. */
  readonly parts: number;
  readonly partsDone: number;
  /** Steps in which they were stored. */
  readonly stepsDone: number;
  /** 0 where only counts and digest were kept, not the rows. */
  readonly rowsKept: number;
}

/** True when every partition of a run is stored. */
export const isFinished = ({ parts, partsDone }: Run): boolean => partsDone >= parts;
