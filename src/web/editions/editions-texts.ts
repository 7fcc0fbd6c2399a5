/** Texts of the page that computes a period by two editions of the methods. */
export const editionsTexts = {
  title: { zh: '方法版本对照', en: 'A period by two editions' },
  lead: {
    zh: '同一时段的同一批计数，按评估方法的两个版本各算一次：指数和名次的差别只来自方法。',
    en: 'The same counts of the same period, computed by two editions of the methods: what differs in score and rank comes from the method alone.',
  },
  from: { zh: '版本一', en: 'First edition' },
  to: { zh: '版本二', en: 'Second edition' },
  group: { zh: '类别', en: 'Group' },
  show: { zh: '比较', en: 'Compare' },
  results: { zh: '指数与名次', en: 'Scores and ranks' },
  levels: { zh: '能力水平', en: 'Capability levels' },
  score: { zh: '指数（{edition}）', en: 'Score ({edition})' },
  rank: { zh: '名次（{edition}）', en: 'Rank ({edition})' },
  level: { zh: '能力水平（{edition}）', en: 'Level ({edition})' },
  difference: { zh: '指数之差', en: 'Difference' },
  places: { zh: '名次变化', en: 'Places' },
  placesNote: {
    zh: '差为版本二减版本一；名次变化为正表示按版本二名次靠前。名次有变化的有 {moved} 个单位，变化最大的为 {most} 位；指数之差平均 {mean}。',
    en: 'Differences are second less first; places above 0 mean a better rank by the second. {moved} units move, the farthest by {most} places; the mean difference of the scores is {mean}.',
  },
  nothing: {
    zh: '没有单位按两个版本都有总体指数。',
    en: 'No unit has an overall score by both editions.',
  },
  rebuild: { zh: '保存的结果能否重建', en: 'Whether what is kept can be rebuilt' },
  rebuildText: {
    zh: '结果一经算出即保存，并从保存处显示。重新计算每一份保存的结果，逐字比较：不同即为警报，表示公布的数字已不能由现有数据和方法重建。',
    en: 'A result is kept when it is first computed, and shown from there. Each is computed anew and compared letter by letter: one that differs is an alarm, a published figure that data and method no longer give.',
  },
  rebuildNow: { zh: '现在检查', en: 'Check now' },
  rebuilt: {
    zh: '保存的 {kept} 份结果全部可以重建。',
    en: 'All {kept} kept results can be rebuilt.',
  },
  alarm: {
    zh: '警报：{kept} 份结果中有 {n} 份不能重建：{names}。保存的数字与由现有数据和方法算出的不同。',
    en: 'Alarm: of {kept} results {n} cannot be rebuilt: {names}. What is kept is not what data and method give.',
  },
  outdated: {
    zh: '另有 {n} 份由程序或评估方法的其他版本算出，无法重建，也不显示。',
    en: 'Another {n} were computed by another version of the program or of a method: they cannot be rebuilt and are not shown.',
  },
  lesson: {
    zh: '真实案例：一个公布的满意度百分比怎样悄悄换了公式',
    en: 'A real case: how a published percentage quietly changed its formula',
  },
  formulaTitle: { zh: '由公布的百分比找公式', en: 'Finding the formula of a published percentage' },
  formulaLead: {
    zh: '由每月五个等级的人数和公布的百分比，找出它符合哪个公式，以及公式在哪个月改变。',
    en: 'From the counts of five levels and the percentage published each month: which formula it follows, and in which month that changed.',
  },
  exampleNote: {
    zh: '下列为公开数据，不是模拟数据。',
    en: 'These are published data and not simulated ones.',
  },
  ownNote: {
    zh: '下列数据由本页地址给出。',
    en: 'These data come from the address of this page.',
  },
  stretches: { zh: '找到的公式', en: 'Formulas found' },
  stretch: {
    zh: '{from} 至 {to}（{months} 个月）：{formula}',
    en: '{from} to {to} ({months} months): {formula}',
  },
  missed: { zh: '；不符合的月份：{months}', en: '; not given by it: {months}' },
  changed: {
    zh: '公式自 {month} 起改变。按原公式，该月应为 {old}，公布的是 {published}：其中 {jump} 个百分点来自公式，而不是服务。',
    en: 'The formula changed with {month}. By the one before, that month would read {old} instead of the published {published}: {jump} points of it are the formula and not the service.',
  },
  unchanged: { zh: '公式没有改变。', en: 'The formula did not change.' },
  lessonText: {
    zh: '每个数字都应带公式及其版本；公式改变时，新旧公式的结果应并列公布。本站每一份结果都写明方法和版本，任一时段都可按任一版本重算。',
    en: 'Each figure should carry its formula and version, and after a change both should be published side by side. Each result here names method and version, and any period can be computed by any edition.',
  },
  months: { zh: '逐月', en: 'Month by month' },
  month: { zh: '月份', en: 'Month' },
  ratings: { zh: '人数', en: 'Answers' },
  published: { zh: '公布', en: 'Published' },
  fits: {
    zh: '符合的公式（以粗体表示）为四舍五入后等于公布值的公式。',
    en: 'In bold: formulas that give the published figure when rounded.',
  },
  own: { zh: '检验另一组数据', en: 'Try another series' },
  ownText: {
    zh: '每行一个月，按月份先后：月份 很不满意 不满意 一般 满意 很满意 公布的百分比，以空格或逗号分隔，最多 60 行。',
    en: 'One line a month, in order: month, very dissatisfied, dissatisfied, neither, satisfied, very satisfied, published percentage; separated by blanks or commas, at most 60 lines.',
  },
  series: { zh: '数据', en: 'Series' },
  find: { zh: '找公式', en: 'Find the formula' },
  back: { zh: '回到示例', en: 'Back to the example' },
} as const;
