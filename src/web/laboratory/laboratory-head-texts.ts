/** What stands at the head of every page of the laboratory. */
export const laboratoryHeadTexts = {
  laboratoryNotice: {
    zh: '以下为方法研究假设，用于识别和防范。',
    en: 'What follows are assumptions for the study of methods, to recognise and to prevent.',
  },
  laboratoryPages: { zh: '实验室各页', en: 'Pages of the laboratory' },
  gapLink: { zh: '公布与感受之差', en: 'Published and felt' },
  biasLink: { zh: '评价偏差', en: 'Bias of ratings' },
  twoWorldsLink: { zh: '两个世界，一份月报', en: 'Two worlds, one bulletin' },
  detectorsLink: { zh: '识别规则', en: 'Detectors' },
  ladderLink: { zh: '隐蔽程度阶梯', en: 'Concealment ladder' },
} as const;
