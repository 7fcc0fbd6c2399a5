import type { Bilingual } from '../../model/language.ts';
import type { IntegrityCheck } from './integrity-report.ts';

/** What a database keeps so that it need not be computed again, and what computing it again has shown. */
export interface Recomputed {
  readonly kept: number;
  /** Names of those that differ from what is computed now. */
  readonly different: readonly string[];
  /** Those that do not hold any more: not computed again, and shown nowhere. */
  readonly outdated: number;
}

interface KeptWords {
  readonly kept: Bilingual;
  /** Why some of them do not hold any more. */
  readonly outdated: Bilingual;
}

const words: Readonly<Record<'measurements' | 'answers', KeptWords>> = {
  measurements: {
    kept: { zh: '评估结果', en: 'results' },
    outdated: {
      zh: '由程序或评估方法的其他版本算出',
      en: 'computed by another version of the program or of a method',
    },
  },
  answers: {
    kept: { zh: '页面答案', en: 'answers to pages' },
    outdated: {
      zh: '由程序的其他版本算出，或出自此前的数据',
      en: 'computed by another version of the program or from earlier data',
    },
  },
};

/** Compares what is kept with what is computed anew: a page shows what is kept. */
export function judgeRecomputed(
  name: keyof typeof words,
  { kept, different, outdated }: Recomputed,
): IntegrityCheck {
  const its = words[name];
  const compared: Bilingual =
    different.length === 0
      ? {
          zh: `保存的 ${String(kept)} 份${its.kept.zh}与重算一致`,
          en: `${String(kept)} kept ${its.kept.en} equal those computed again`,
        }
      : {
          zh: `保存的 ${String(kept)} 份${its.kept.zh}中，与重算不同的：${different.join('；')}`,
          en: `of ${String(kept)} kept ${its.kept.en} these differ from those computed again: ${different.join('; ')}`,
        };
  const others: Bilingual =
    outdated === 0
      ? { zh: '', en: '' }
      : {
          zh: `；另有 ${String(outdated)} 份${its.outdated.zh}，未核对，也不显示`,
          en: `; ${String(outdated)} more, ${its.outdated.en}, are not compared and not shown`,
        };
  return {
    name,
    ok: different.length === 0,
    detail: { zh: compared.zh + others.zh, en: compared.en + others.en },
  };
}
