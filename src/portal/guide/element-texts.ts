import type { Bilingual } from '../../model/language.ts';
import type { GuideElementId } from '../../model/site/guide-elements.ts';

/** A wrong value of an element, and whether it adds a condition or a paper that no rule asks for. */
export interface WrongText extends Bilingual {
  readonly adds?: true;
}

/** What an element may show: the right value, wrong ones that differ from it, and vague ones; without these it never is vague. */
export interface ElementTexts {
  readonly right: Bilingual;
  readonly wrong: readonly [WrongText, ...WrongText[]];
  readonly vague: readonly Bilingual[];
}

/** The texts of the elements of a group. */
export type TextsOf<Id extends GuideElementId> = Readonly<Record<Id, ElementTexts>>;
