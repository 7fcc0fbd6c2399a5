export const weightingTexts = {
  title: { zh: '无应答与加权', en: 'Non-response and weighting' },
  laboratory: {
    zh: '以下为方法研究假设，用于识别和防范。真值只在模拟中存在，不进入任何结果。',
    en: 'What follows is a study of methods, for recognising and preventing. A true value exists in a simulation only, and enters no result.',
  },
  lead: {
    zh: '不是每位办事人都评价。能否用办件登记给评价加权，使其代表全部办件？本页把加权前、加权后和真值放在一起。',
    en: 'Not everybody gives a rating. Can ratings be weighted by the register of cases so that they stand for all of them? Before, after and the true value side by side.',
  },
  run: { zh: '模拟运行', en: 'Run' },
  show: { zh: '查看', en: 'Show' },
  none: {
    zh: '没有保留了记录的模拟运行，无法计算。',
    en: 'There is no simulated run whose records were kept: nothing can be computed.',
  },
  facts: {
    zh: '办件服务 {services} 次，其中 {answers} 次有办事人给出等级的首次评价（{share}）；系统默认评价不算应答。按事项类型 × 办理渠道 × 用户类型分 {cells} 类，其中 {empty} 类没有应答。',
    en: '{services} services, {answers} of them with a first rating whose level a person chose ({share}); automatic ratings are no answers. Item type × channel × user type make {cells} cells, {empty} of them without an answer.',
  },
  compared: { zh: '加权前、加权后与真值', en: 'Before, after and true value' },
  comparedNote: {
    zh: '有效样本量按 Kish 公式：(Σ权数)² ÷ Σ权数²。每条评价的设计权数为 1。未覆盖指没有应答、因而无人代表的办件所占比例。',
    en: 'Effective sample size after Kish: (Σ weights)² ÷ Σ weights². Every rating has the design weight 1. Not covered is the share of services in cells or categories where nobody answered, so that nothing stands for them.',
  },
  way: { zh: '方法', en: 'Way' },
  averageScore: { zh: '平均分', en: 'Mean score' },
  goodRate: { zh: '好评率', en: 'Good-rating rate' },
  gap: { zh: '与真值之差', en: 'Less the true value' },
  effective: { zh: '有效样本量', en: 'Effective size' },
  uncovered: { zh: '未覆盖', en: 'Not covered' },
  check: { zh: '收敛与边际', en: 'Convergence and margins' },
  plain: { zh: '不加权', en: 'Unweighted' },
  postStratified: { zh: '事后分层', en: 'Post-stratification' },
  raked: { zh: '边际校准', en: 'Raking' },
  feltRated: { zh: '真值：已评价者的实际感受', en: 'Truth: what those who rated felt' },
  feltAll: { zh: '真值：全部办件的实际感受', en: 'Truth: what was felt in all services' },
  converged: {
    zh: '{rounds} 轮后收敛，边际最大偏差 {margin}',
    en: 'converged after {rounds} rounds, largest margin off by {margin}',
  },
  unconverged: {
    zh: '{rounds} 轮后未收敛，边际最大偏差 {margin}',
    en: 'not converged after {rounds} rounds, largest margin off by {margin}',
  },
  why: { zh: '为什么加权帮助有限', en: 'Why weighting helps little' },
  whyHelps: {
    zh: '事后分层使平均分由 {before} 变为 {after}，真值为 {truth}：差距消除了 {part}。加权只能补正与事项类型、渠道、用户类型有关的无应答。',
    en: 'Post-stratification moves the mean score from {before} to {after}; the true value is {truth}: {part} of the gap is gone. Weights can only make good non-response that goes with item type, channel or user type.',
  },
  whyWorse: {
    zh: '事后分层使平均分由 {before} 变为 {after}，真值为 {truth}：差距没有缩小。加权只能补正与事项类型、渠道、用户类型有关的无应答。',
    en: 'Post-stratification moves the mean score from {before} to {after}; the true value is {truth}: the gap has not become smaller. Weights can only make good non-response that goes with item type, channel or user type.',
  },
  whyLevel: {
    zh: '是否评价随感受本身而变（见下表）。办件登记不知道办事人的感受，因此无论怎样加权，都看不到这一部分无应答。',
    en: 'Whether people rate depends on the level they felt itself (table below). The register of cases does not know what was felt, so no weighting by it can see this part of the non-response.',
  },
  whyOther: {
    zh: '评价也可能与感受不同（如催评、代评），这一部分同样不能靠加权补正：已评价者的实际感受平均为 {felt}。',
    en: 'Ratings may also differ from what was felt (prompted or written by others); weighting does not undo that either: what those who rated felt has a mean of {felt}.',
  },
  noTruth: {
    zh: '没有这次运行的真值，或同一时段还有其他来源的记录，因此不列真值。',
    en: 'The truth of this run is not at hand, or other records lie in the same days: no true value is shown.',
  },
  byLevel: { zh: '感受与评价', en: 'What was felt, and who rated' },
  byLevelNote: {
    zh: '比例为有评价的服务占该感受全部服务的比例（含默认评价和追评）。',
    en: 'The share is that of ratings, automatic and additional ones included, over all services with this feeling.',
  },
  felt: { zh: '实际感受', en: 'Level felt' },
  allServices: { zh: '全部服务', en: 'All services' },
  ratings: { zh: '评价', en: 'Ratings' },
  rate: { zh: '比例', en: 'Share' },
  toMethod: { zh: '评估方法', en: 'Method' },
} as const;
