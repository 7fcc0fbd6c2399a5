/** What stands at the head of every page of the laboratory. */
export const laboratoryHeadTexts = {
  laboratoryNotice: {
    zh: '以下为方法研究假设，用于识别和防范。',
    en: 'What follows are assumptions for the study of methods, to recognise and to prevent.',
  },
  laboratoryPages: { zh: '实验室各页', en: 'Pages of the laboratory' },
  gapLink: { zh: '公布与感受之差', en: 'Published and felt' },
} as const;
