/** Steps of an online application (申报环节): 预约 指南 填表 上传 反馈. */
export const applicationSteps = ['booking', 'guide', 'form', 'upload', 'feedback'] as const;
export type ApplicationStep = (typeof applicationSteps)[number];

/**
 * Obstacles (障碍), each at one step: what a trial application meets. All of them can be passed.
 * no-slot: the days offered first are all full; natural-days: the limit is given in natural instead of working days;
 * extra-condition: a condition stands only here, not in the guide; no-draft: what was filled in is not kept; login-again: a second
 * login; asked-again: data that the account already holds are asked for; unlisted-paper: a paper is asked for that the guide does not list;
 * dead-button: the button leads nowhere, another way does; no-number: no number to follow the case by; no-date: no day by which it is decided.
 */
export const obstaclesOfStep = {
  booking: ['no-slot'],
  guide: ['natural-days', 'extra-condition'],
  form: ['no-draft', 'login-again', 'asked-again'],
  upload: ['unlisted-paper', 'dead-button'],
  feedback: ['no-number', 'no-date'],
} as const satisfies Record<ApplicationStep, readonly string[]>;
export type Obstacle = (typeof obstaclesOfStep)[ApplicationStep][number];

/** Points of a step, 2, 1 or 0 (环节得分): without obstacle, with one, with more. An assumption of this project. */
export const pointsOfStep = (obstacles: number): 0 | 1 | 2 => (obstacles === 0 ? 2 : obstacles === 1 ? 1 : 0);
