import { describedKinds } from '../../jobs/train/practice.ts';
import type { Language } from '../../model/language.ts';
import type { CourseStage } from '../../model/training/course.ts';
import { printFixed } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { courseTexts } from './course-texts.ts';

/** How stages and kinds of a course are called and described. */

export const namesOfKinds = (language: Language): ReadonlyMap<string, string> =>
  new Map(describedKinds.map(({ id, name }) => [id, name[language]]));

export const nameOfStage = ({ name, nameEn }: CourseStage, language: Language): string =>
  language === 'zh' ? name : nameEn;

/** Shares as they are printed: 70.0%. */
export const printShareRight = (share: number): string => `${printFixed(100 * share, 1)}%`;

/** What a stage asks, in a sentence or two. */
export function ruleOfStage(stage: CourseStage, language: Language): string {
  const t = translator(courseTexts, language);
  const after = stage.afterDays > 0 ? t('afterDays', { n: stage.afterDays }) : '';
  const rule = ((): string => {
    if (stage.id === 'frame') return t('frameRule');
    if (stage.id === 'practice') return t('practiceRule', { n: stage.attempts });
    if (stage.id === 'work') return t('workRule');
    if (stage.id !== 'gate') return t('testRule');
    const { fewest, most, mark } = stage.rule;
    return t('gateRule', { fewest, most, mark: printShareRight(mark), n: stage.attempts });
  })();
  const planned = t('planned', { n: stage.days });
  return [after, rule, planned].filter((text) => text !== '').join(language === 'zh' ? '' : ' ');
}
