export const channelsTexts = {
  title: { zh: '渠道与满意度', en: 'Channels and satisfaction levels' },
  lead: {
    zh: '评价来自哪些渠道、给出什么满意度等级。部分渠道不按五个等级评价，只计数量。',
    en: 'Where ratings come from and which levels they carry. Some channels do not use the five levels; they count towards the number only.',
  },
  scope: { zh: '范围：{name}', en: 'Scope: {name}' },
  nation: { zh: '全部参评单位', en: 'All units' },
  unit: { zh: '单位', en: 'Unit' },
  apply: { zh: '应用', en: 'Apply' },
  byChannel: { zh: '各渠道的满意度等级', en: 'Levels by channel' },
  byChannelNote: {
    zh: '各渠道的评价按满意度等级计数；占比以该渠道有等级的评价为分母。',
    en: 'Ratings of each channel by level; shares are of the ratings with a level on that channel.',
  },
  byPlace: { zh: '按方式', en: 'By mode' },
  noLevel: { zh: '不计等级', en: 'No level' },
  badShare: { zh: '差评率', en: 'Bad share' },
} as const;
