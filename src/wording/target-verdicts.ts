import type { Bilingual } from '../model/language.ts';
import type { TargetRow, TargetVerdict } from '../model/targets.ts';

/** Verdicts on targets as they are printed, on the page and by the command. */
export const targetVerdictTexts: Readonly<Record<TargetVerdict, Bilingual>> = {
  met: { zh: '达到', en: 'met' },
  missed: { zh: '未达到', en: 'missed' },
  undecidable: { zh: '本数据量下无法判定', en: 'not decidable at this volume' },
};

/** How many targets are met, missed and not decidable. */
export function countedVerdicts(rows: readonly Pick<TargetRow, 'verdict'>[]): Bilingual {
  const count = (verdict: TargetVerdict): string =>
    String(rows.filter((row) => row.verdict === verdict).length);
  const [met, missed, undecidable] = [count('met'), count('missed'), count('undecidable')];
  const all = String(rows.length);
  return {
    zh: `${all} 项中达到 ${met} 项，未达到 ${missed} 项，本数据量下无法判定 ${undecidable} 项`,
    en: `of ${all} targets ${met} are met, ${missed} are missed, ${undecidable} are not decidable at this volume`,
  };
}
