import type { IntegrityCheck } from './integrity-report.ts';

/** What detectors have flagged, as a database keeps it. */
export interface KeptSuspicions {
  /** Records flagged, one for each suspicion that names it. */
  readonly flagged: number;
  /** Those that the database does not hold. */
  readonly missing: number;
}

/** A flag is a lead that somebody follows to its record: the record must be there. */
export const judgeSuspicions = ({ flagged, missing }: KeptSuspicions): IntegrityCheck => ({
  name: 'suspicions',
  ok: missing === 0,
  detail: {
    zh: `${String(flagged)} 条线索记录，其中 ${String(missing)} 条找不到对应记录`,
    en: `${String(flagged)} records flagged, ${String(missing)} of them not there`,
  },
});
