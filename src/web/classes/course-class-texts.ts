/** Texts of the page of a class that follows a course. */
export const courseClassTexts = {
  courseLead: {
    zh: '代码 {code} · {course}（第 {version} 版）',
    en: 'Code {code} · {course} (version {version})',
  },
  toCourse: { zh: '课程的阶段和规则', en: 'Stages and rules of the course' },
  progress: { zh: '课程进度', en: 'Progress' },
  progressNote: {
    zh: '每格为完成的题数，通过判定为通过的题型数；点学员看讲评与成绩',
    en: 'Each cell counts exercises done, for the gate the kinds passed; a trainee leads to the debrief',
  },
  debriefOf: { zh: '{name} 的讲评与成绩', en: 'Debrief and results of {name}' },
  passedKinds: { zh: '通过 {n} / {all}', en: '{n} of {all} passed' },
  failedKind: { zh: '未通过：{kind}', en: 'failed: {kind}' },
  knownRight: { zh: '暗题答对 {right} / {n}', en: '{right} of {n} known cases right' },
  stopped: { zh: '已停止', en: 'stopped' },
  gain: { zh: '增益', en: 'Gain' },
  delayedGain: { zh: '延迟增益', en: 'Delayed gain' },
  gains: { zh: '全班培训增益', en: 'Gain of the class' },
  gainsNote: {
    zh: '训后减训前的答对率，百分点，按学员配对；少于 5 人不出数',
    en: 'Share right after less before, in percentage points, paired by trainee; fewer than 5 give no figure',
  },
  gainPost: { zh: '训前到训后', en: 'Pre-test to post-test' },
  gainDelayed: { zh: '训前到延迟测试', en: 'Pre-test to delayed test' },
  gainOf: { zh: '{mean}（{interval}，{n} 人）', en: '{mean} ({interval}, {n} trainees)' },
  pooledNote: {
    zh: '以下合计课程各阶段的首次作答：测试、练习、通过判定和上岗；通过判定中少见情形较多，不能与只做单题的班级相比。',
    en: 'What follows pools first answers of all stages: tests, practice, gate and work. The gate holds more rare cases, so that it does not compare with a class of single exercises.',
  },
  noGain: { zh: '无数据', en: 'no figure' },
} as const;
