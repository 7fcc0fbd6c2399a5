/** How much a database holds. */
export interface Content {
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  /** Digest of all accepted rows (digest.ts), in hexadecimal. */
  readonly digest: string;
}

/** What has a digest of its own beside that of the records: the register, the refused records kept, the settings of runs. */
export const sideNames = ['register', 'refusals', 'settings'] as const;
export type SideName = (typeof sideNames)[number];

/** The digests kept; null where the database was made by a version that kept none and nothing was written since. */
export type SideDigests = Readonly<Record<SideName, string | null>>;
