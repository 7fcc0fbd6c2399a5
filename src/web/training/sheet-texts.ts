/** Texts of a sheet of exercises to print. */
export const sheetTexts = {
  title: { zh: '题卷：{kind}', en: 'Sheet: {kind}' },
  keyTitle: { zh: '题卷解答：{kind}', en: 'Key of the sheet: {kind}' },
  lead: { zh: '难度{level}，种子 {seed} 起共 {n} 题', en: '{level}, {n} exercises from seed {seed} on' },
  difficulty1: { zh: '易', en: 'Plain' },
  difficulty2: { zh: '中', en: 'Usual' },
  difficulty3: { zh: '难', en: 'Hard' },
  number: { zh: '第 {n} 题（种子 {seed}）', en: 'Exercise {n} (seed {seed})' },
  codeName: { zh: '代号', en: 'Code name' },
  confidence: { zh: '把握程度', en: 'How sure' },
  solution: { zh: '解答', en: 'Worked solution' },
  toKey: { zh: '解答页', en: 'The key' },
  toSheet: { zh: '题卷页', en: 'The sheet' },
  back: { zh: '返回实训室', en: 'Back to the training room' },
} as const;
