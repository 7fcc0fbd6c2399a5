/** Texts of the page that shows a course as it is: its stages, and what its rules do. */
export const coursePageTexts = {
  lead: { zh: '课程第 {version} 版。{about}', en: 'Version {version} of the course. {about}' },
  assumption: { zh: '本项目的设定', en: 'Our assumption' },
  stages: { zh: '各阶段', en: 'Stages' },
  stage: { zh: '阶段', en: 'Stage' },
  kinds: { zh: '题型', en: 'Kinds' },
  exercises: { zh: '题数', en: 'Exercises' },
  rule: { zh: '规则', en: 'Rule' },
  curve: { zh: '通过判定：通过率曲线', en: 'The gate: its operating curve' },
  curveNote: {
    zh: '真实答对率不同的学员通过一种题型的机会，由规则精确算出；通过标准 {mark}',
    en: 'Chance to pass one kind of exercise by the true share of right answers, computed exactly from the rule; the mark is {mark}',
  },
  curveText: {
    zh: '一次判定要看多个题数，所以不能只看区间的名义水平：真实答对率恰为 {mark} 的学员试一次有 {passed} 的机会通过，{n} 次之内有 {within}。',
    en: 'A decision is looked for after many cases, so the nominal level of an interval does not tell: somebody whose true share is just {mark} passes one try with a chance of {passed}, and one of {n} tries with {within}.',
  },
  ability: { zh: '真实答对率', en: 'True share right' },
  passed: { zh: '一次通过的机会', en: 'Chance to pass a try' },
  within: { zh: '{n} 次之内通过的机会', en: 'Chance to pass within {n} tries' },
  cases: { zh: '一次的平均题数', en: 'Mean cases of a try' },
  bounds: { zh: '通过判定：各题数的界限', en: 'The gate: bounds at each number of cases' },
  boundsNote: {
    zh: 'Wilson 区间，z = {z}；答对数达到“通过”列即通过，不超过“未通过”列即未通过，其余继续',
    en: 'Wilson intervals with z = {z}: passed from the one number of right answers on, failed up to the other, else it goes on',
  },
  after: { zh: '题数', en: 'Cases' },
  passedFrom: { zh: '通过：答对不少于', en: 'Passed from' },
  failedUpTo: { zh: '未通过：答对不多于', en: 'Failed up to' },
  known: { zh: '上岗：暗题怎样停止', en: 'Work: what the known cases do' },
  knownNote: {
    zh: '{all} 题中有 {n} 题暗题；答满 {fewest} 题暗题起，区间（z = {z}）低于 {mark} 即停止。停止的机会按真实答对率精确算出',
    en: '{n} known cases among {all}: from {fewest} of them on, work stops where the interval (z = {z}) lies below {mark}. The chance to be stopped is computed exactly by the true share of right answers',
  },
  stopped: { zh: '被停止的机会', en: 'Chance to be stopped' },
  toRoom: { zh: '返回实训室', en: 'Back to the training room' },
} as const;
