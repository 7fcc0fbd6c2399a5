import type { Bilingual } from '../../model/language.ts';

/** Conditions that stand in an application though no rule has them. */
export const unfoundedConditions: readonly [Bilingual, ...Bilingual[]] = [
  {
    zh: '申请人须在本地连续居住（经营）满一年',
    en: 'The applicant has lived or traded here for a year without a break',
  },
  {
    zh: '须由本人到原办理窗口先行登记',
    en: 'The applicant has first registered in person at the window used before',
  },
  {
    zh: '近三年内在本部门无未结办件',
    en: 'The applicant has had no open case with this office in the last three years',
  },
  {
    zh: '须关注指定公众号并完成实名登记',
    en: 'The applicant follows a certain account and has registered there by name',
  },
];
