import type { Language } from '../../model/language.ts';
import { translator } from '../../wording/translator.ts';
import type { Report, ReportChapter } from '../report.ts';
import { originFacts } from '../appendix/origin-facts.ts';
import { reportTexts } from '../report-texts.ts';
import type { BulletinFacts } from './bulletin-facts.ts';
import { bulletinTexts } from './bulletin-texts.ts';
import { channelSection, levelSection } from './rating-sections.ts';
import { departmentSection, itemSection, loopSection, unitSections } from './handling-sections.ts';
import { periodName } from './period-name.ts';

/**
 * Writes the bulletin on ratings (月报) of a month, a quarter or a year, as provinces publish it: what was counted, by level and
 * channel, what became of the bad ratings, units, departments, and the items with most bad ratings. From counts alone.
 */
export function buildBulletin(facts: BulletinFacts, language: Language): Report {
  const say = translator(bulletinTexts, language);
  const notice = translator(reportTexts, language);
  const { period } = facts;
  const hasRatings = facts.counts.all.levels.some((n) => n > 0);
  const sections: readonly (ReportChapter | undefined)[] = hasRatings
    ? [
        levelSection(facts, language),
        channelSection(facts, language),
        loopSection(facts, language),
        unitSections(facts, language),
        departmentSection(facts, language),
        itemSection(facts, language),
      ]
    : [levelSection(facts, language)];
  return {
    language,
    period: period.label,
    notices: [notice('simulated'), notice('noQuote')],
    facts: originFacts({ ...facts, measurement: { data: facts.data } }, language),
    title: say('title', { period: periodName(period, language) }),
    chapters: sections.filter((section) => section !== undefined),
  };
}
