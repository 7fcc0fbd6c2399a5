export const channelsWords = {
  title: { zh: '渠道与满意度', en: 'Channels and levels' },
  lead: {
    zh: '评价从哪里来、给出什么等级。有些渠道不按五级计，因此只计入数量。',
    en: 'Where ratings come from and which levels they carry. Some channels do not use the five levels; they count towards the number only.',
  },
  scope: { zh: '范围：{name}', en: 'Scope: {name}' },
  nation: { zh: '全部单位', en: 'All units' },
  unit: { zh: '单位', en: 'Unit' },
  apply: { zh: '应用', en: 'Apply' },
  byChannel: { zh: '各渠道的等级', en: 'Levels by channel' },
  byChannelNote: {
    zh: '各渠道评价按等级计数；占比以该渠道有等级的评价为准。',
    en: 'Ratings of each channel by level; shares are of the ratings with a level on that channel.',
  },
  byPlace: { zh: '按场所', en: 'By place' },
  noLevel: { zh: '不计等级', en: 'No level' },
  badShare: { zh: '差评率', en: 'Bad share' },
} as const;
