import type { Reference, Tag } from '../model/reference.ts';

/** What the reference data says of levels, channels and tags, in the order in which counts are kept. */
export interface Scale {
  /** Score of levels 0..5 (10 8 6 3 0 for 5 4 3 2 1); level 0 has none and is never scored. */
  readonly scores: readonly number[];
  /** Levels that are not bad (好评). */
  readonly goodLevels: readonly number[];
  /** Channel codes used online, and in a hall. */
  readonly online: readonly number[];
  readonly hall: readonly number[];
  /** Tags at (level - 1) * 8 + bit. */
  readonly tags: readonly (Tag | undefined)[];
}

const TAGS_A_LEVEL = 8;

export function scaleOf(reference: Reference): Scale {
  const { levels, channels, tags } = reference;
  return {
    scores: [0, 1, 2, 3, 4, 5].map((level) => levels.find((known) => known.level === level)?.score ?? 0),
    goodLevels: levels.flatMap(({ level, bad }) => (bad ? [] : [level])),
    online: channels.flatMap(({ code, place }) => (place === 'online' ? [code] : [])),
    hall: channels.flatMap(({ code, place }) => (place === 'hall' ? [code] : [])),
    tags: [1, 2, 3, 4, 5].flatMap((level) => {
      const ofLevel = tags.filter((tag) => tag.level === level);
      return Array.from({ length: TAGS_A_LEVEL }, (_, bit) => ofLevel[bit]);
    }),
  };
}
