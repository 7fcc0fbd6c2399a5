/** Texts of drills that are opened for an answer (查明细), and of what a mark says of them and of findings within a budget. */
export const drillTexts = {
  drills: { zh: '明细', en: 'Records to open' },
  drillsLead: {
    zh: '打开一份明细，代价为按钮上的数，打开后一直可看，不重复计。请先查明细再填作答：打开时，页面上没有提交的作答会丢失。',
    en: 'Opening records costs what the button says, once; they stay open. Open them before you fill in your answer: what is not sent yet is lost on opening.',
  },
  openDrill: { zh: '打开 {name}（{cost}）', en: 'Open {name} ({cost})' },
  drillsNotOpened: { zh: '作答时没有打开的明细', en: 'Records that were not opened for the answer' },
  drillPrice: { zh: '代价 {cost}', en: 'cost {cost}' },
  drillsClosed: { zh: '作答时没有打开的：{names}。', en: 'Not opened for the answer: {names}.' },
  drillsOnPaper: {
    zh: '第 {n} 题的明细，需要时再翻看',
    en: 'Records of exercise {n}: turn to them only as you need them',
  },
  drillsOnPaperText: {
    zh: '看一份，在它前面的方框打勾；每份的代价写在后面，计入本题。',
    en: 'Tick the box of each that you read; its cost, given beside it, is part of the cost of the exercise.',
  },
  drillsCost: { zh: '查明细 {n} 次，{cost}。', en: 'Records opened: {n}, cost {cost}.' },
  findings: {
    zh: '命中 {hits}，误报 {falseAlarms}，漏报 {missed}；精确率 {precision}，召回率 {recall}（预算 {budget} 个）。',
    en: 'Hits {hits}, false alarms {falseAlarms}, missed {missed}; precision {precision}, recall {recall} (budget {budget}).',
  },
  faultsFound: {
    zh: '差错（障碍）共 {all} 处：命中 {hits}，漏报 {missed}；召回率 {recall}{weighted}，F1 {f1}。误报 {falseAlarms}，误报率 {rate}（误报 ÷ 实际无误的处数）。',
    en: 'Faults or obstacles: {all}. Hits {hits}, missed {missed}; recall {recall}{weighted}, F1 {f1}. False alarms {falseAlarms}, false-alarm rate {rate} (of what is in order).',
  },
  weightedRecall: { zh: '，按严重程度加权 {share}', en: ', weighted by severity {share}' },
  rightAtCost: { zh: '作答全部正确；{line}', en: 'All answers are right. {line}' },
} as const;
