/** What may be wrong with an element of a guide (要素差错): it is missing, says something wrong, something vague, or not the same in all versions. */
export const guideFaults = ['missing', 'wrong', 'vague', 'inconsistent'] as const;
export type GuideFault = (typeof guideFaults)[number];

/** The versions of a guide (电脑端、移动端、大厅): an element is right when it is right in all of them. */
export const guideVersions = ['web', 'mobile', 'hall'] as const;
export type GuideVersion = (typeof guideVersions)[number];
