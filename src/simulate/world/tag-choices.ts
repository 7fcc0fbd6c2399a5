import type { Tag } from '../../model/reference.ts';
import { choiceOf, type Choice } from '../choice.ts';

/** Tags to choose from by their bits, at place * 6 + level; those of time for overrun cases. */
export interface TagChoices {
  readonly tags: readonly Choice[];
  readonly timeTags: readonly Choice[];
}

/** Where the tags of the places of a service belong, in the order of the places: the hotline is no hall. */
const places = ['online', 'hall', 'online'] as const;

/** The choices among these tags with these weights by code, 1 for those left out. */
export const tagChoices = (tags: readonly Tag[], weights: Readonly<Record<string, number>>): TagChoices => ({
  tags: places.flatMap((where) => choicesAt(tags, weights, where, () => true)),
  timeTags: places.flatMap((where) => choicesAt(tags, weights, where, ({ theme }) => theme === 'time')),
});

/** For each level 0..5, the tags that fit the place; all of the level where the wished kind has none. */
function choicesAt(
  tags: readonly Tag[],
  weights: Readonly<Record<string, number>>,
  where: 'online' | 'hall',
  wished: (tag: Tag) => boolean,
): Choice[] {
  return [0, 1, 2, 3, 4, 5].map((level) => {
    const ofLevel = tags.filter((tag) => tag.level === level);
    const fitting = ofLevel.filter((tag) => tag.where === 'any' || tag.where === where);
    const chosen = fitting.some(wished) ? fitting.filter(wished) : fitting;
    return choiceOf(chosen.map((tag) => [1 << ofLevel.indexOf(tag), weights[tag.code] ?? 1] as const));
  });
}
