import type { Bilingual } from '../../model/language.ts';

export const findingTexts = {
  achievements: { zh: '发展成效', en: 'What has been achieved' },
  problems: { zh: '面临问题', en: 'Problems that remain' },
  pooled: {
    zh: '本章数值为{all}合计（省级政府含其重点城市），分子、分母随数列出。年度之间、渠道之间的比较均经检验（分母加权合并各单位的抽样误差，p 值经 Benjamini–Hochberg 法调整，不大于 {level} 才写为变化），得分变化不足 {least} 分的不写；没有差异的不写。',
    en: 'Figures are of {all} together (provincial governments with their key cities), with numerators and denominators. Comparisons of years and of channels are tested (errors of units weighed by denominators, p-values adjusted after Benjamini and Hochberg, at most {level}), and changes of less than {least} point of score are left out; what does not differ is not written.',
  },
  crossRegion: { zh: '跨省通办', en: 'Handling across provinces' },
  oneThing: { zh: '“一件事”与一次办', en: 'One matter, done in one go' },
  dataSharing: { zh: '数据共享', en: 'Sharing of data' },
  channels: { zh: '办理渠道与线上线下衔接', en: 'Channels and how they join' },
  experience: { zh: '用户体验', en: 'User experience' },
  loop: { zh: '差评核实整改', en: 'Following up bad ratings' },
  gaps: { zh: '地区之间的差距', en: 'Gaps between units' },
  losses: { zh: '失分较多的指标', en: 'Indicators that lose most points' },
  rose: {
    zh: '{name}由 {before} 年度的 {was} 变为 {year} 年度的 {is}，有所改善（{year} 年度分子：{numerator}，{n}；分母：{denominator}，{of}）。',
    en: '“{name}” improved from {was} in {before} to {is} in {year} ({numerator}: {n}; {denominator}: {of}).',
  },
  fell: {
    zh: '{name}由 {before} 年度的 {was} 变为 {year} 年度的 {is}，有所变差（{year} 年度分子：{numerator}，{n}；分母：{denominator}，{of}）。',
    en: '“{name}” worsened from {was} in {before} to {is} in {year} ({numerator}: {n}; {denominator}: {of}).',
  },
  tags: {
    zh: '{year} 年度评价标签 {code}“{name}”被选 {n} 次，占全部标签选择 {all} 次的 {share}。',
    en: 'Choices of tag {code} (“{name}”) in {year}: {n}, which is {share} of all choices of tags ({all}).',
  },
  joining: {
    zh: '{year} 年度反映线上线下衔接不畅的标签（{codes}）合计被选 {n} 次，占全部标签选择 {all} 次的 {share}。其中 407 属满意评价，但表明仍须到窗口核验。',
    en: 'Choices of the tags that tell of channels which do not join ({codes}) in {year}: {n} in all, which is {share} of all choices of tags ({all}). Tag 407 belongs to good ratings, and yet says that papers had to be checked at a window.',
  },
  onlineBehind: {
    zh: '{year} 年度{online}（{onlineValue}，评价 {onlineOf} 条）低于{hall}（{hallValue}，评价 {hallOf} 条），相差 {difference} 个百分点。',
    en: 'In {year} “{online}” ({onlineValue} of {onlineOf} ratings) was below “{hall}” ({hallValue} of {hallOf} ratings), by {difference} percentage points.',
  },
  hallBehind: {
    zh: '{year} 年度{hall}（{hallValue}，评价 {hallOf} 条）低于{online}（{onlineValue}，评价 {onlineOf} 条），相差 {difference} 个百分点。',
    en: 'In {year} “{hall}” ({hallValue} of {hallOf} ratings) was below “{online}” ({onlineValue} of {onlineOf} ratings), by {difference} percentage points.',
  },
  undone: {
    zh: '{year} 年度{name}为 {value}：{denominator}为 {of}，其中 {left} 未做到。',
    en: '{year}, {name}: {value}. Of {of} ({denominator}), {left} did not meet it.',
  },
  range: {
    zh: '{year} 年度{kind}总体指数最高与最低相差 {range} 分；一级指标中差距最大的是{name}（{most} 分），最小的是{other}（{least} 分）。',
    en: '{year}: the highest and the lowest overall index of {kind} lie {range} points apart; of the first-level indicators the gap is widest in {name} ({most}) and narrowest in {other} ({least}).',
  },
  lost: {
    zh: '{year} 年度{kind}平均失分 {all} 分，失分最多的三级指标是{list}。',
    en: '{year}: {kind} lose {all} points on average, most of them at {list}.',
  },
  lostOne: { zh: '{name}（{points} 分）', en: '{name} ({points})' },
  province: { zh: '省级政府', en: 'provincial governments' },
  city: { zh: '重点城市', en: 'key cities' },
} as const satisfies Readonly<Record<string, Bilingual>>;
