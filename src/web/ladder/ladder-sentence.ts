import type { Answered } from '../../jobs/answers/questions.ts';
import type { Language } from '../../model/language.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import { printScoredShare } from '../detectors/score-cells.ts';
import { ladderTexts } from './ladder-texts.ts';

type Steps = Answered['concealmentLadder']['steps'];

/**
 * Which of the simple and the strong detector finds more at which level: by office-month, as that is what both can be scored by. Shares
 * are compared as counted, not as printed.
 */
export function ladderSentence(steps: Steps, language: Language): string {
  const t = translator(ladderTexts, language);
  return t('sentence', { parts: steps.map((step) => partOf(step, language, t)).join(t('join')) });
}

function partOf({ level, detectors }: Steps[number], language: Language, t: Translate): string {
  const [simple, strong] = detectors.map(({ rule, byMonth }) => ({
    name: rule.name[language],
    recall: byMonth?.recall ?? null,
  }));
  if (simple === undefined || simple.recall === null) return t('nothing', { level });
  if (strong === undefined || strong.recall === null)
    return t('alone', { level, rule: simple.name, share: printScoredShare(simple.recall) });
  const names = { level, simple: simple.name, strong: strong.name };
  if (simple.recall === strong.recall)
    return simple.recall === 0
      ? t('neither', names)
      : t('equal', { ...names, both: printScoredShare(simple.recall) });
  const [better, other] = simple.recall > strong.recall ? [simple, strong] : [strong, simple];
  return t('more', {
    ...{ level, better: better.name, other: other.name },
    ...{ high: printScoredShare(better.recall), low: printScoredShare(other.recall) },
  });
}
