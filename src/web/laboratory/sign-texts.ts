/** What may tell two worlds apart: the name of each sign, and why it differs or cannot. */
export const signTexts = {
  proportions: { zh: '两比例检验', en: 'two proportions' },
  fisher: { zh: 'Fisher 精确检验', en: 'Fisher’s exact test' },
  chiSquare: { zh: '卡方检验', en: 'chi-square' },
  welch: { zh: 'Welch 检验', en: 'Welch' },
  minutesOf: { zh: '{n} 分钟', en: '{n} min' },
  survey: {
    zh: '独立调查：随机询问 {n} 名办事人，感受低于“非常满意”的比例',
    en: 'Independent survey: {n} users drawn at random and asked; share that felt less than very satisfied',
  },
  surveyWhy: {
    zh: '调查不经过评价渠道，问到的是感受本身。假设被抽中的人都如实回答。',
    en: 'A survey does not pass through the rating channels: it meets what was felt. All who are drawn are assumed to answer as felt.',
  },
  ratersAsked: {
    zh: '电话抽查：随机询问 {n} 名本人作出评价的人，感受低于“非常满意”的比例',
    en: 'Spot check by telephone: {n} people who rated, drawn at random and asked; share that felt less than very satisfied',
  },
  ratersAskedWhy: {
    zh: '问的是已评价的人，包括给出好评的人；差异来自被抬高的等级。',
    en: 'Those who rated are asked, good ratings among them: the difference comes from levels that were lifted.',
  },
  automatic: { zh: '默认评价占全部评价的比例', en: 'Automatic ratings, as a share of all' },
  automaticWhy: {
    zh: '受干预的世界中，无人评价的服务 7 日后记为“非常满意”。月报不单列默认评价。',
    en: 'In the bent world, a service that nobody rated is entered as very satisfied after 7 days. The bulletin does not print these apart.',
  },
  tagged: { zh: '“非常满意”评价中带评价标签的比例', en: 'Very satisfied ratings with an evaluation tag' },
  taggedWhy: { zh: '默认评价没有标签。', en: 'Automatic ratings carry no tag.' },
  late3Days: { zh: '服务后超过 3 日才有的评价占比', en: 'Ratings more than 3 days after the service' },
  late3DaysWhy: {
    zh: '默认评价在第 7 日记入；本人评价多在当日。',
    en: 'Automatic ratings are entered on the 7th day; people mostly rate on the day itself.',
  },
  night: { zh: '0 时至 6 时的评价占比', en: 'Ratings between midnight and 6 in the morning' },
  nightWhy: { zh: '默认评价在夜间成批记入。', en: 'Automatic ratings are entered in a batch at night.' },
  lateCasesRated: {
    zh: '超承诺时限办结的服务中有评价的比例',
    en: 'Completions past the promised limit that have a rating',
  },
  lateCasesRatedWhy: {
    zh: '表单不接受差评时，不满意的人没有评价，而超期办件中不满意的人多。超期办件少的种子下看不出来。',
    en: 'Where the form does not take a bad rating, the unhappy leave none, and many of them had a late case. With few late cases it cannot be seen.',
  },
  lateCasesLow: {
    zh: '超承诺时限办结的服务的评价中，低于“非常满意”的比例',
    en: 'Ratings of completions past the promised limit that are below very satisfied',
  },
  lateCasesLowWhy: {
    zh: '如实评价时，等级随超期明显下降；受干预时下降被抹平。评价应随办理快慢而变，不变就需要追问。',
    en: 'Where ratings are as felt, they fall clearly with lateness; where they are bent, the fall is flattened. Ratings that do not follow the handling deserve a question.',
  },
  hallLow: { zh: '线下大厅评价中低于“非常满意”的比例', en: 'Ratings in halls that are below very satisfied' },
  hallLowWhy: {
    zh: '当面施压只改变 1、2 级，而公布的 1、2 级本来就只有十几条，通常看不出来。',
    en: 'Pressure at the window changes levels 1 and 2 only, of which hardly more than a dozen are published: most often it cannot be seen.',
  },
  withText: { zh: '带文字评价的比例', en: 'Ratings with a free text' },
  withTextWhy: { zh: '默认评价没有文字。', en: 'Automatic ratings have no text.' },
  ownTagged: {
    zh: '本人作出的“非常满意”评价中带标签的比例',
    en: 'Very satisfied ratings given by a person that carry a tag',
  },
  ownTaggedWhy: {
    zh: '按构造不能区分：模拟中标签随提交的等级，不随感受。真实情形可能不同。',
    en: 'Cannot differ by construction: in the simulation tags follow the level submitted, not the one felt. Reality may be otherwise.',
  },
  ownDelay: {
    zh: '本人评价距服务的时间（几何平均）',
    en: 'Time from service to a person’s own rating (geometric mean)',
  },
  ownDelayWhy: {
    zh: '按构造不能区分：模拟中评价的时间只看渠道，不看等级如何形成。真实的代评、施压往往更快。',
    en: 'Cannot differ by construction: in the simulation the time depends on the channel, not on how the level came about. Real pressure is often quicker.',
  },
  repeatApplicants: {
    zh: '当月办理不止一件的申请人占比',
    en: 'Applicants with more than one case in the month',
  },
  repeatApplicantsWhy: {
    zh: '按构造不能区分：两个世界的办件完全相同，评价不影响是否再来。',
    en: 'Cannot differ by construction: both worlds have the very same cases, and no rating decides who comes again.',
  },
  ownChannels: {
    zh: '本人评价的渠道构成（列出差别最大的渠道）',
    en: 'Channels of persons’ own ratings (shown: the one that differs most)',
  },
  channelShare: { zh: '{name} {share}', en: '{name} {share}' },
  ownChannelsWhy: {
    zh: '公布的渠道构成相同，而默认评价只记在网站和评价器上，其余评价的构成因此不同。',
    en: 'The channels are published the same, but automatic ratings are entered under website and rating device alone, so that the others are made up otherwise.',
  },
  upheld: { zh: '已研判的差评中属实的比例', en: 'Bad ratings that were reviewed and upheld' },
  upheldWhy: {
    zh: '按构造不能区分：两个世界的研判规则相同，且差评只有十来条。',
    en: 'Cannot differ by construction: the review has the same rules in both, and there are a dozen bad ratings.',
  },
  calledBack: { zh: '整改后回访的满意率', en: 'Satisfied when called back after rectification' },
  calledBackWhy: {
    zh: '按构造不能区分：回访只问到差评已入库并整改的人，最需要问的人不在其中。',
    en: 'Cannot differ by construction: only those are called whose bad rating came in and was rectified; those most worth asking are not among them.',
  },
  additional: { zh: '追加评价（追评）与首次评价之比', en: 'Additional ratings for each first one' },
  additionalWhy: {
    zh: '按构造不能区分：当地规则每次服务只评一次，两个世界都没有追评。',
    en: 'Cannot differ by construction: the rules of the place allow one rating a service, so neither world has any.',
  },
} as const;
