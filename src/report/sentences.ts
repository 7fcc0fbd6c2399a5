import type { Language } from '../model/language.ts';
import type { UnitKind } from '../model/reference.ts';

/** Small parts of sentences that both languages form their own way. */

/** Names in a row: 甲、乙和丙 as 甲、乙、丙; A, B and C. */
export function listOf(names: readonly string[], language: Language): string {
  if (language === 'zh') return names.join('、');
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const kinds = {
  province: { zh: '省级政府', one: 'provincial government', many: 'provincial governments' },
  city: { zh: '重点城市', one: 'key city', many: 'key cities' },
} as const satisfies Readonly<Record<UnitKind, object>>;

/** So many units of a kind: 1 个省级政府; 1 provincial government, 2 provincial governments. */
export function countOfUnits(n: number, kind: UnitKind, language: Language): string {
  const { zh, one, many } = kinds[kind];
  return language === 'zh' ? `${String(n)} 个${zh}` : `${String(n)} ${n === 1 ? one : many}`;
}

/** The units of a kind, within a sentence. */
export const unitsOfKind = (kind: UnitKind, language: Language): string =>
  language === 'zh' ? kinds[kind].zh : kinds[kind].many;

/** A year as a report speaks of it: 2021 年度; 2021. */
export const yearNamed = (label: string, language: Language): string =>
  language === 'zh' ? `${label} 年度` : label;

/** A name without its capital, where it does not begin a sentence. */
export const withinSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
