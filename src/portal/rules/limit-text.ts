import type { Bilingual } from '../../model/language.ts';
import type { SiteItem } from '../site-unit.ts';

/** Days of which limits are made: working days (工作日) by the rules, natural days (自然日) by mistake. */
export type LimitDays = 'working' | 'natural';

const daysText = (days: number, kind: LimitDays): Bilingual => ({
  zh: `${String(days)}个${kind === 'working' ? '工作日' : '自然日'}`,
  en: `${String(days)} ${kind === 'working' ? 'working' : 'calendar'} ${days === 1 ? 'day' : 'days'}`,
});

/** A limit as guides print it: the one of the law, and what the office promises (承诺办结时限). */
export function limitText(
  { handling, statutoryDays, promisedDays }: Pick<SiteItem, 'handling' | 'statutoryDays' | 'promisedDays'>,
  kind: LimitDays = 'working',
): Bilingual {
  const statutory = daysText(statutoryDays, kind);
  if (handling === 'instant' || promisedDays === 0)
    return statutoryDays === 0
      ? { zh: '当场办结', en: 'done on the spot' }
      : { zh: `${statutory.zh}（承诺当场办结）`, en: `${statutory.en} (promised: on the spot)` };
  const promised = daysText(promisedDays, kind);
  return statutoryDays === 0
    ? {
        zh: `法律法规未规定（承诺办结时限${promised.zh}）`,
        en: `none set by law (promised: ${promised.en})`,
      }
    : {
        zh: `${statutory.zh}（承诺办结时限${promised.zh}）`,
        en: `${statutory.en} (promised: ${promised.en})`,
      };
}

/** True where a limit is counted in days at all. */
export const hasDays = ({ handling, statutoryDays, promisedDays }: SiteItem): boolean =>
  statutoryDays > 0 || (handling === 'promise' && promisedDays > 0);
