/** Stages of a course in their order. Seeds of exercises hold the place in this list: append, never reorder. */
export const stageIds = [
  'pre-test',
  'frame',
  'practice',
  'gate',
  'post-test',
  'delayed-test',
  'work',
] as const;
export type StageId = (typeof stageIds)[number];
