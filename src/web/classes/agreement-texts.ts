/** Texts of how far judgements in a class agree, and of what was taken for what. */
export const agreementTexts = {
  agreement: { zh: '一致性与混淆', en: 'Agreement and confusion' },
  agreementNote: {
    zh: '只计首次作答。与答案比：Cohen κ；学员之间比：同题两人以上，Fleiss κ 与 AC1。少于 10 次判断不出数',
    en: 'First answers only. With the key: Cohen’s κ. Among trainees, where two or more judged the same exercise: Fleiss’ κ and AC1. Fewer than 10 judgements give no figure',
  },
  judgements: { zh: '判断', en: 'Judgements' },
  exact: { zh: '完全一致', en: 'Exact' },
  withinOne: { zh: '相差不超过一档', en: 'Within one' },
  kappa: { zh: 'κ（标准误）', en: 'κ (standard error)' },
  weighted: { zh: '加权 κ（线性）', en: 'Weighted κ (linear)' },
  amongExact: { zh: '学员间一致', en: 'Among trainees' },
  amongKappa: { zh: '学员间 κ', en: 'κ among' },
  ac1: { zh: '学员间 AC1', en: 'AC1 among' },
  confusion: { zh: '{kind}：混淆矩阵', en: '{kind}: confusion matrix' },
  confusionNote: {
    zh: '行为应有的判断，列为学员的判断',
    en: 'Rows: what is right; columns: what was judged',
  },
  truth: { zh: '应为', en: 'Right' },
  leniency: { zh: '宽严', en: 'Leniency' },
  leniencyNote: {
    zh: '宽严：判断比答案偏向被评单位为正（偏宽），偏离为负（偏严），以量表全长为 1；95% 区间不含 0 才下结论。',
    en: 'Leniency: above 0 where judgements favour the judged office more than the key, below 0 where less, in shares of the scale; it is named only where the 95% interval excludes 0.',
  },
  lenient: { zh: '偏宽 {value}', en: 'lenient {value}' },
  severe: { zh: '偏严 {value}', en: 'severe {value}' },
  neither: { zh: '未见偏宽或偏严 {value}', en: 'neither {value}' },
} as const;
