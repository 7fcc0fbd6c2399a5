import type { Bilingual } from '../../model/language.ts';

/** The simulated regulations that items and fees are based on: of laws that exist nothing is said. */
export const basisName = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `《${zh}办理规定（模拟）》`,
  en: `Rules on “${en}” (simulated)`,
});

export const feeBasisName = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `《${zh}收费管理规定（模拟）》`,
  en: `Rules on fees for “${en}” (simulated)`,
});

export const articleText = (name: Bilingual, article: number): Bilingual => ({
  zh: `${name.zh}第${chineseNumber(article)}条`,
  en: `${name.en}, article ${article}`,
});

/** Another article of the same regulation. */
export const articleAfter = (article: number): number => article + 7;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number from 1 to 99 in Chinese. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[value % 10] ?? ''}`;
}
