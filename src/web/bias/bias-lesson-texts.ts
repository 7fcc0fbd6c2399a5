/** Texts of the lessons of the bias laboratory: directions and sizes are filled in from the numbers. */
export const biasLessonTexts = {
  automatic: { zh: '默认评价', en: 'Automatic ratings' },
  preselection: { zh: '预选五星', en: 'Pre-selected stars' },
  successful: { zh: '只问办成的人', en: 'Only the successful are asked' },
  unhappy: { zh: '只问不满意的人', en: 'Only the unhappy are asked' },
  suppression: { zh: '差评提交不了', en: 'Bad ratings are suppressed' },
  entry: { zh: '选择性邀评（A14）', en: 'Selective entry (A14)' },
  entryWorld: {
    zh: '本课的世界：6 个虚构单位，人人如实评价，超期办件的评价全部不录入。',
    en: 'The world of this lesson: 6 fictional units, everybody rates as felt, and no rating of an overdue case is entered.',
  },
  notChosen: { zh: '未选“{regime}”。', en: '“{regime}” is not among the chosen regimes. ' },
  add: { zh: '加上它', en: 'Add it' },
  sentence: {
    zh: '公布的好评率为 {rate}，{rateChange}；平均分为 {mean}，{meanChange}。{part}{weighting}能计算总体指数的 {units} 个单位，指数平均误差 {index} 分，名次平均移动 {places} 位。',
    en: 'The published good-rating rate is {rate}, {rateChange}; the mean score is {mean}, {meanChange}. {part}{weighting}Of the {units} units that still have an overall index, it errs by {index} on average, and ranks move by {places} places.',
  },
  sentenceWithout: {
    zh: '公布的好评率为 {rate}，{rateChange}；平均分为 {mean}，{meanChange}。{part}{weighting}评价太少，没有一个单位能计算总体指数。',
    en: 'The published good-rating rate is {rate}, {rateChange}; the mean score is {mean}, {meanChange}. {part}{weighting}With so few ratings no unit has an overall index.',
  },
  points: { zh: '{n} 个百分点', en: '{n} percentage points' },
  higher: { zh: '比感受高 {n}', en: '{n} above what was felt' },
  lower: { zh: '比感受低 {n}', en: '{n} below what was felt' },
  equal: { zh: '与感受相同', en: 'as was felt' },
  raises: { zh: '使平均分升高 {n}', en: 'raises the mean score by {n}' },
  lowers: { zh: '使平均分降低 {n}', en: 'lowers the mean score by {n}' },
  keeps: { zh: '没有改变平均分', en: 'leaves the mean score as it is' },
  automaticPart: {
    zh: '默认评价有 {n} 条，占公布评价的 {share}，{effect}。',
    en: '{n} automatic ratings, {share} of those published: this {effect}. ',
  },
  preselectionPart: {
    zh: '其中预选五星原样提交{effect}。',
    en: 'Of this, that pre-selected stars are submitted unchanged {effect}. ',
  },
  successfulPart: {
    zh: '{all} 次服务中只有 {n} 次的评价在内，谁受邀、谁答复{effect}。',
    en: 'Ratings come of {n} of {all} services; who is asked and who answers {effect}. ',
  },
  unhappyPart: {
    zh: '{all} 次服务中只有 {n} 次的评价在内，谁受邀、谁答复{effect}。',
    en: 'Ratings come of {n} of {all} services; who is asked and who answers {effect}. ',
  },
  suppressionPart: {
    zh: '{n} 条差评没有留下，{effect}。',
    en: '{n} bad ratings are not there: this {effect}. ',
  },
  entryPart: {
    zh: '{n} 条超期办件的评价没有录入，{effect}。',
    en: '{n} ratings of overdue cases are not entered: this {effect}. ',
  },
  weightingNearer: {
    zh: '加权后平均分与感受之差由 {before} 变为 {after}，更接近。',
    en: 'Weighting brings the difference of the mean score from {before} to {after}, nearer to what was felt. ',
  },
  weightingSame: {
    zh: '加权后平均分与感受之差仍为 {after}。',
    en: 'Weighting leaves the difference of the mean score at {after}. ',
  },
  weightingFarther: {
    zh: '加权后平均分与感受之差由 {before} 变为 {after}，并未更接近。',
    en: 'Weighting takes the difference of the mean score from {before} to {after}, which is no nearer to what was felt. ',
  },
  chart: { zh: '好评率和平均分', en: 'Good-rating rate and mean score' },
  chartDesc: {
    zh: '好评率（%）和平均分（占满分 10 的 %）：感受、公布、加权后。横线为与感受之差，坐标从 {from} 到 {to}。',
    en: 'Good-rating rate (%) and mean score (% of 10): felt, published, weighted. The line is the difference from what was felt, on an axis from {from} to {to}.',
  },
  row: { zh: '{figure}：{side}', en: '{figure}: {side}' },
  shortMean: { zh: '平均分（×10）', en: 'Mean score (× 10)' },
  side: { zh: '数字', en: 'Figure' },
} as const;
