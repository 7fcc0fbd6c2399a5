import type { Bilingual } from '../../../model/language.ts';
import type { AskingWay } from '../../../model/site/asking-ways.ts';
import type { SiteItem } from '../../../portal/site-unit.ts';

/** A query of the sample, with the hits of two pages and the place of the right one among them, 0 where it is not there. */
export interface Asking {
  /** From 1, over the whole exercise. */
  readonly number: number;
  readonly item: SiteItem;
  readonly way: AskingWay;
  readonly text: Bilingual;
  readonly hits: readonly SiteItem[];
  readonly place: number;
}
