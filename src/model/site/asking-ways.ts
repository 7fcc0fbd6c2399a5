/** Ways of asking for an item (查询方式): its standard name, what people call it, a typing error in the name, a need put into a sentence. */
export const askingWays = ['standard', 'common', 'typing', 'need'] as const;
export type AskingWay = (typeof askingWays)[number];

/** Hits on a page of results. */
export const HITS_A_PAGE = 10;

/**
 * Points of the place of the first right hit, 0..10 (查询得分): first; second or third; first page; second page; none. An assumption of
 * this project, as a published dashboard divides experience of search into five steps but not by what.
 */
export const pointsOfPlace = (place: number): number =>
  place === 1 ? 10 : place === 0 ? 0 : place <= 3 ? 8 : place <= HITS_A_PAGE ? 6 : 3;
