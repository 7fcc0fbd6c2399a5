/** What is compared: published figures, how many cases, what they are like, their ratings, what follows bad ones. */
export const likenessGroups = ['target', 'volume', 'case', 'rating', 'rectification'] as const;
export type LikenessGroup = (typeof likenessGroups)[number];
