import type { Bilingual } from '../../model/language.ts';
import type { IntegrityCheck } from './integrity-report.ts';

/** Results that a database keeps so that they need not be computed again, and what computing them again has shown. */
export interface Remeasured {
  readonly kept: number;
  /** Period and edition of those that differ from what the counts say. */
  readonly different: readonly string[];
  /** Results that another version of the program or of a method has left: not computed again, and shown nowhere. */
  readonly ofOtherVersions: number;
}

/** Compares kept results with those computed anew: a page shows what is kept. */
export function judgeMeasurements({ kept, different, ofOtherVersions }: Remeasured): IntegrityCheck {
  const compared: Bilingual =
    different.length === 0
      ? {
          zh: `保存的 ${String(kept)} 份评估结果与重算一致`,
          en: `${String(kept)} kept results equal those computed again`,
        }
      : {
          zh: `保存的 ${String(kept)} 份评估结果中，与重算不同的：${different.join('；')}`,
          en: `of ${String(kept)} kept results these differ from those computed again: ${different.join('; ')}`,
        };
  const others: Bilingual =
    ofOtherVersions === 0
      ? { zh: '', en: '' }
      : {
          zh: `；另有 ${String(ofOtherVersions)} 份由程序或评估方法的其他版本算出，未核对，也不显示`,
          en: `; ${String(ofOtherVersions)} more, computed by another version of the program or of a method, are not compared and not shown`,
        };
  return {
    name: 'measurements',
    ok: different.length === 0,
    detail: { zh: compared.zh + others.zh, en: compared.en + others.en },
  };
}
