import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseWorld } from '../../exercise-world.ts';

/** An item as its guide states it. */
export interface RegisterItem {
  readonly name: Bilingual;
  readonly statutoryDays: number;
  readonly promisedDays: number;
}

/** The items that cases of the world are about, each once. */
export function itemsOfCases({ badRatings, goodRatings }: ExerciseWorld): RegisterItem[] {
  const items = new Map<string, RegisterItem>();
  for (const { item, statutoryDays, promisedDays } of [...badRatings, ...goodRatings])
    if (!items.has(item.zh)) items.set(item.zh, { name: item, statutoryDays, promisedDays });
  return [...items.values()];
}

/** How a table says whether an item is published. */
export const publishedText = (isPublished: boolean): Bilingual =>
  isPublished ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
