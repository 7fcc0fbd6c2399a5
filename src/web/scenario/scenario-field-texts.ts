import type { Bilingual } from '../../model/language.ts';

/** What the inputs of a field of several values are called: by number or code. */
export type PartNames = 'weekdays' | 'months' | 'hours' | 'cuts' | 'levels' | 'channels';

export interface FieldTexts {
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly parts?: PartNames;
}

const words = (zh: string, en: string, helpZh: string, helpEn: string, parts?: PartNames): FieldTexts => ({
  label: { zh, en },
  help: { zh: helpZh, en: helpEn },
  ...(parts === undefined ? {} : { parts }),
});

/** Groups of the schema. “” holds what belongs to the scenario itself. */
export const groupTexts: Readonly<Record<string, FieldTexts>> = {
  '': words('基本信息', 'Basics', '名称、时段、单位和规模。', 'Name, days, units and size.'),
  quality: words(
    '单位之间的差异',
    'How units differ',
    '五项一级指标背后的真实水平：中位单位的水平，以及单位之间的差异。',
    'The true qualities behind the five first-level indicators: that of the median unit, and how far units lie apart.',
  ),
  demand: words(
    '办件量与时间',
    'Demand',
    '办件的时间和办理方式，以及办件量与人口的关系。',
    'When and where cases happen, and how their number grows with the population.',
  ),
  handling: words(
    '办理',
    'Handling',
    '办件用时，以及一件办件的服务次数。',
    'How long cases take and how many services a case has.',
  ),
  experience: words(
    '感受',
    'Experience',
    '企业和群众对一次服务的感受。以单次感受的标准差为 1 计。',
    'How enterprises and the public feel a service. The scale is that of a single experience, whose standard deviation is 1.',
  ),
  rectification: words(
    '差评整改',
    'Rectification',
    '差评的后续处理：是否形成工单、何时回访核实、何时整改、整改后是否回访。',
    'What follows a bad rating: a work order, the call to verify it, rectification, call-back.',
  ),
  answering: words(
    '作答',
    'Answering',
    '谁参与评价，提交的等级与真实感受相差多少。',
    'Who rates, and how far what is submitted differs from what was felt.',
  ),
  channels: words(
    '评价渠道',
    'Rating channels',
    '评价来自哪个渠道，服务之后多久作出。',
    'By which channel ratings come, and how long after the service.',
  ),
};

/** The field that is chosen where the form starts. */
export const regimeTexts: FieldTexts = words(
  '采集方式',
  'Regime',
  '评价产生的方式；选定后改写“作答”一组字段，并记入场景。',
  'How ratings come about: it rewrites the group “Answering” and is noted in the scenario.',
);

/** Label and help of every field of a scenario; a test says which one has none. */
export const fieldTexts: Readonly<Record<string, FieldTexts>> = {
  name: words(
    '名称',
    'Name',
    '1 至 40 个小写字母、数字或连字符；也是运行文件的名称。',
    '1 to 40 lower-case letters, digits or hyphens; the file of a run is called by it.',
  ),
  'title.zh': words('中文标题', 'Title in Chinese', '显示给读者的标题。', 'The title that readers see.'),
  'title.en': words('英文标题', 'Title in English', '显示给读者的标题。', 'The title that readers see.'),
  from: words('第一天', 'First day', '办件的第一天，yyyy-MM-dd。', 'First day of cases, yyyy-MM-dd.'),
  to: words(
    '最后一天',
    'Last day',
    '办件的最后一天，不早于第一天；此后的数据不生成。',
    'Last day of cases, not before the first; later data are not generated.',
  ),
  units: words(
    '单位',
    'Units',
    '不选即为全部参评单位；虚构单位须逐个选择。',
    'None marked means all assessed units; fictional ones must be marked one by one.',
  ),
  casesPerYear: words(
    '年办件量',
    'Cases a year',
    '人口 2000 万的单位一年的办件数；其他单位按人口折算。',
    'Cases a year of a unit of 20 million people; others by their population.',
  ),
  regime: regimeTexts,
  profile: words(
    '规则档案',
    'Rule profile',
    '各单位适用的地方规则，包括哪些渠道按五个满意度等级评价。',
    'Local rules of every unit: which channels carry levels.',
  ),
  targets: words(
    '对照的公布值',
    'Published counts',
    '与哪一份公布值对照（“与公布值对照”页）。',
    'Published figures that the result is compared with (page “Published figures”).',
  ),
  'quality.correlation': words(
    '五项水平的相关',
    'Correlation of the five',
    '同一单位五项水平之间的相关，0 到 1。',
    'Correlation of a unit’s five qualities, 0 to 1.',
  ),
  'quality.effectiveness.spread': words(
    '服务成效度：差异',
    'Effectiveness: spread',
    '单位之间用户感受的标准差，以单次感受的标准差计。',
    'How much units differ in what their users experience, in standard deviations of a single experience.',
  ),
  'quality.maturity.mean': words(
    '办理成熟度：中位水平',
    'Maturity: centre',
    '中位单位可全程网办的事项占比。',
    'Share of items that can be done fully online, in the median unit.',
  ),
  'quality.maturity.spread': words(
    '办理成熟度：差异',
    'Maturity: spread',
    '单位之间的标准差（logit 尺度）。',
    'How much units differ in it (standard deviation on the logit scale).',
  ),
  'quality.completeness.mean': words(
    '方式完备度：中位水平',
    'Completeness: centre',
    '中位单位的事项在适用渠道上提供的概率。',
    'Chance that an item is offered on a channel that suits it, in the median unit.',
  ),
  'quality.completeness.spread': words(
    '方式完备度：差异',
    'Completeness: spread',
    '单位之间的标准差（logit 尺度）。',
    'How much units differ in it (standard deviation on the logit scale).',
  ),
  'quality.coverage.mean': words(
    '事项覆盖度：中位水平',
    'Coverage: centre',
    '中位单位的清单事项在平台上提供的概率。',
    'Chance that an item of the common list is offered through the platform, in the median unit.',
  ),
  'quality.coverage.spread': words(
    '事项覆盖度：差异',
    'Coverage: spread',
    '单位之间的标准差（logit 尺度）。',
    'How much units differ in it (standard deviation on the logit scale).',
  ),
  'quality.accuracy.mean': words(
    '指南准确度：中位水平',
    'Accuracy: centre',
    '中位单位的办事指南要素准确的概率。',
    'Chance that an element of a guide is right, in the median unit.',
  ),
  'quality.accuracy.spread': words(
    '指南准确度：差异',
    'Accuracy: spread',
    '单位之间的标准差（logit 尺度）。',
    'How much units differ in it (standard deviation on the logit scale).',
  ),
  'demand.weekday': words(
    '星期',
    'Weekdays',
    '周一至周五相对于平均的倍数；调休上班的周末为 1。',
    'Monday to Friday against their mean; a make-up working day at a weekend has 1.',
    'weekdays',
  ),
  'demand.month': words(
    '月份',
    'Months',
    '一月至十二月相对于平均的倍数。',
    'January to December against their mean.',
    'months',
  ),
  'demand.afterBreak': words(
    '长假之后',
    'After a break',
    '连续休息三天及以上后第一个工作日的倍数。',
    'Factor of the first working day after three or more days off.',
  ),
  'demand.hallHours': words(
    '线下大厅时段',
    'Hours in service halls',
    '线下大厅服务在 0 至 23 时的权重，合计不必为 1。',
    'Weights of the hours 0 to 23 for services in service halls; they need not sum to 1.',
    'hours',
  ),
  'demand.onlineHours': words(
    '线上时段',
    'Hours online',
    '线上服务在 0 至 23 时的权重，合计不必为 1。',
    'Weights of the hours 0 to 23 for services online; they need not sum to 1.',
    'hours',
  ),
  'demand.populationPower': words(
    '人口幂次',
    'Power of the population',
    '办件量与人口的幂成正比，此为幂次。',
    'The number of cases grows with the population to this power.',
  ),
  'demand.smallest': words(
    '最小办件量',
    'Least volume',
    '各单位办件量不低于 2000 万人口单位办件量的这一比例。',
    'No unit has fewer cases than this share of those of a unit of 20 million people.',
  ),
  'demand.onlineShift': words(
    '线上比例调整',
    'Shift towards online',
    '加在每个事项通常的线上比例上。',
    'Added to an item’s usual online share in every unit.',
  ),
  'handling.medianShare': words(
    '用时中位数',
    'Median time',
    '用时与承诺时限之比的中位数。',
    'Median time taken, as a share of the promised limit.',
  ),
  'handling.spread': words(
    '用时差异',
    'Spread of the time',
    '其对数的标准差。',
    'Standard deviation of its logarithm.',
  ),
  'handling.unitSpread': words(
    '单位之间的用时差异',
    'Spread between units',
    '单位之间用时对数的标准差。',
    'Standard deviation between units of the logarithm of the time.',
  ),
  'handling.acceptanceRecorded': words(
    '受理单独记录',
    'Acceptance recorded',
    '受理单独记为一次服务的概率。',
    'Chance that acceptance is a service record of its own.',
  ),
  'handling.supplement': words(
    '补正',
    'Supplement',
    '申请需要补正的概率。',
    'Chance that an application must be supplemented.',
  ),
  'handling.selectiveEntry': words(
    '选择性录入',
    'Selective entry',
    '超过承诺时限的办件不录入的概率。',
    'Chance that a case that overran its promise is never registered.',
  ),
  'experience.office': words(
    '机构差异',
    'Spread of offices',
    '同一单位各办理机构之间的标准差。',
    'Standard deviation between the offices of a unit.',
  ),
  'experience.item': words(
    '事项差异',
    'Spread of items',
    '同一办理机构各事项之间的标准差。',
    'Standard deviation between the items of an office.',
  ),
  'experience.online': words(
    '线上增益',
    'Gain online',
    '线上服务相对于线下大厅服务的增益。',
    'Gain of a service online over one in a hall.',
  ),
  'experience.overrun': words(
    '超期损失',
    'Loss by overrun',
    '超过承诺时限时感受的下降幅度。',
    'Loss when the promise was overrun.',
  ),
  'experience.cuts': words(
    '满意度等级分界',
    'Cuts between satisfaction levels',
    '感受尺度上相邻满意度等级之间的四个分界值，递增。',
    'Four cuts between the levels on the scale of experience, rising.',
    'cuts',
  ),
  'answering.asked': words(
    '邀请谁评价',
    'Who is asked',
    '全部；只邀请按时办结的；只邀请感受为 3 级及以下的。',
    'All; only those whose case was completed in time; only those who felt level 3 or worse.',
  ),
  'answering.online': words(
    '线上评价率',
    'Rating online',
    '线上服务后作出评价的概率。',
    'Chance that a person rates a service online.',
  ),
  'answering.hall': words(
    '线下大厅评价率',
    'Rating in service halls',
    '线下大厅服务后作出评价的概率。',
    'Chance that a person rates a service in a service hall.',
  ),
  'answering.byLevel': words(
    '随感受变化',
    'By level felt',
    '按感受到的等级，与评价率相乘的系数。',
    'Factor on these chances, by the level felt.',
    'levels',
  ),
  'answering.retained': words(
    '如实提交',
    'Submitted as felt',
    '按感受到的等级，如实提交的概率；否则提交 5 级。',
    'Chance that the level felt is the one submitted, otherwise 5 is; by the level felt.',
    'levels',
  ),
  'answering.prompted': words(
    '现场催评',
    'Prompted',
    '在线下大厅，本不评价的人经工作人员催促后作出评价的概率。',
    'Chance that the clerk in a hall prompts a person who would not have rated, and gets a rating.',
  ),
  'answering.preselected': words(
    '预选五星',
    'Pre-selected stars',
    '页面预选的五星原样提交的概率。',
    'Chance that the five stars the page has pre-selected are submitted unchanged.',
  ),
  'answering.pressed': words(
    '当面施压',
    'Pressed',
    '在线下大厅，感受为 1、2 级的人被要求提交 5 级的概率。',
    'Chance that someone in a hall who felt level 1 or 2 is pressed to submit 5.',
  ),
  'answering.suppressed': words(
    '差评无法提交',
    'Suppressed',
    '1、2 级评价无法提交、不留记录的概率。',
    'Chance that levels 1 and 2 cannot be submitted: no rating remains.',
  ),
  'answering.lost': words(
    '差评上传丢失',
    'Lost',
    '已提交的 1、2 级评价在上传时丢失的概率。',
    'Chance that a submitted level 1 or 2 is lost on upload: no rating remains.',
  ),
  'answering.tagged': words(
    '好评带标签',
    'Tagged',
    '好评带标签的概率（差评为 0.9，其余差评有文字）。',
    'Chance that a good rating carries a tag (bad ones: 0.9, and else a text).',
  ),
  'answering.secondTag': words(
    '第二个标签',
    'Second tag',
    '带标签的评价再带一个标签的概率。',
    'Chance that a tagged rating carries a second one.',
  ),
  'answering.tagWeights': words(
    '标签权重',
    'Weights of tags',
    '个别标签的权重，其余为 1；JSON，如 {"108": 17}。',
    'Weights of single tags, 1 for the others; JSON such as {"108": 17}.',
  ),
  'answering.text': words(
    '好评文字',
    'Text of good ratings',
    '好评带文字的概率。',
    'Chance that a good rating carries a text.',
  ),
  'answering.badText': words(
    '差评文字',
    'Text of bad ratings',
    '差评带文字的概率。',
    'Chance that a bad rating carries a text.',
  ),
  'answering.defaulting.from': words(
    '默认评价：最低',
    'Automatic rating: lowest unit',
    '未评价的服务中作默认评价的比例，最低的单位。',
    'Share of services left unrated that get an automatic rating, in the lowest unit.',
  ),
  'answering.defaulting.to': words(
    '默认评价：最高',
    'Automatic rating: highest unit',
    '同上，最高的单位。',
    'The same, in the highest unit.',
  ),
  'answering.defaulting.afterDays': words(
    '默认评价：天数',
    'Automatic rating: days',
    '服务之后多少天给出默认评价。',
    'Days until the automatic rating.',
  ),
  'answering.defaulting.level': words(
    '默认评价：等级',
    'Automatic rating: level',
    '默认评价的等级。',
    'Its level.',
  ),
  'channels.online': words(
    '线上服务的评价渠道',
    'Channels of a service online',
    '各渠道占比，合计为 1；留空表示不使用该渠道。',
    'Shares of the channels, sum 1; empty means that the channel is not used.',
    'channels',
  ),
  'channels.hall': words(
    '线下大厅服务的评价渠道',
    'Channels of a service in a service hall',
    '各渠道占比，合计为 1；留空表示不使用该渠道。',
    'Shares of the channels, sum 1; empty means that the channel is not used.',
    'channels',
  ),
  'channels.delays': words(
    '评价间隔',
    'Delays',
    '服务到评价的间隔，对数正态：中位数（分钟）和对数的标准差；留空表示一分钟。',
    'Time between service and rating, log-normal: median in minutes and spread of the logarithm; empty means one minute.',
    'channels',
  ),
  profiles: words(
    '各单位的地方规则',
    'Rules by place',
    'JSON 对象：单位代码对应地方规则，如 {"440000": "guangdong-2019"}；未列出的用上面的规则，重点城市与所在省相同。',
    'A JSON object from unit code to rule profile, as {"440000": "guangdong-2019"}; others follow the profile above, a key city its province.',
  ),
  'quality.units': words(
    '各单位的真实水平',
    'Qualities of single units',
    'JSON 对象：单位代码对应各一级指标的水平（标准差），如 {"330000": {"effectiveness": 1.2}}；未列出的随机生成。',
    'A JSON object from unit code to its quality in each first-level indicator, in standard deviations, as {"330000": {"effectiveness": 1.2}}; others are drawn.',
  ),
  'handling.consultation': words(
    '咨询',
    'Consultation',
    '申请前先咨询一次的概率。',
    'Chance of a consultation before the application.',
  ),
  'handling.payment': words(
    '缴费',
    'Payment',
    '缴费单独记为一次服务的概率。',
    'Chance that a payment is a service of its own.',
  ),
  'handling.repeat': words(
    '再次服务',
    'Repeated service',
    '同一办件再服务一次的概率。',
    'Chance that the case is served once more, again and again.',
  ),
  'handling.correction': words(
    '更正',
    'Correction',
    '办结结果有误、需更正一次的概率。',
    'Chance that the result was wrong and is served once more.',
  ),
  'handling.retention': words(
    '超期滞留',
    'Retention past the promise',
    '办件被滞留至超过承诺时限的概率。',
    'Chance that a case is kept past its promise.',
  ),
  'handling.retentionTimes': words(
    '滞留倍数',
    'Retention, times the promise',
    '滞留办件的用时为承诺时限的倍数。',
    'How many times the promise a kept case takes.',
  ),
  'handling.withdrawal': words(
    '撤件',
    'Withdrawal',
    '申请中途撤回、未办结的概率。',
    'Chance that the case ends without completion.',
  ),
  'handling.hotline': words(
    '热线办件',
    'Hotline cases',
    '12345 来电与办件之比；次日电话回访时评价。',
    'Calls to 12345 as a share of cases, rated by phone the next day.',
  ),
  'answering.hotline': words(
    '热线评价率',
    'Rating of hotline calls',
    '来电人在回访时评价的概率。',
    'Chance that a caller rates when called back.',
  ),
  'answering.additional.rectified': words(
    '整改后追评',
    'Additional rating after rectification',
    '差评整改后本人再评一次的概率。',
    'Chance that a person rates again once a bad rating was rectified.',
  ),
  'answering.additional.otherwise': words(
    '其他追评',
    'Other additional ratings',
    '其他评价之后本人再评一次的概率。',
    'Chance that a person rates again after any other rating.',
  ),
  'answering.additional.improved': words(
    '追评改善',
    'Improved additional rating',
    '整改后的追评高于首次评价的概率。',
    'Chance that the one after a rectification is better than the first.',
  ),
  'answering.byProfile': words(
    '按当地规则默认',
    'Automatic rating by local rules',
    '未评价的服务按各单位地方规则的天数和等级作默认评价。',
    'Services left unrated get the automatic rating that the rules of the unit state.',
  ),
  'rectification.chance': words(
    '形成工单',
    'Work order',
    '首次差评形成工单的概率。',
    'Chance that a bad first rating leads to a work order.',
  ),
  'rectification.complex': words(
    '复杂问题',
    'Complex',
    '适用复杂问题时限的概率。',
    'Chance that the limit for complex ones holds.',
  ),
  'rectification.lateContact': words(
    '回访核实超期',
    'Late call to verify',
    '回访核实超过时限的概率。',
    'Chance that the call to verify comes after its limit.',
  ),
  'rectification.lateRectification': words(
    '整改超期',
    'Late rectification',
    '整改超过时限的概率。',
    'Chance that the rectification comes after its limit.',
  ),
  'rectification.notUpheld': words(
    '不属实',
    'Not upheld',
    '真实差评被认定为误评、不实或已撤回的概率。',
    'Chance that a genuine bad rating is found mistaken, untrue or withdrawn.',
  ),
  'rectification.foundOut': words(
    '复核认定',
    'Found on review',
    '误评或恶意差评经复核认定的概率。',
    'Chance that a mistaken or malicious one is found on review.',
  ),
  'rectification.callBack': words(
    '整改后回访',
    'Call-back after rectification',
    '属实并整改后回访本人的概率。',
    'Chance that the person is called back once an upheld one is rectified.',
  ),
  'rectification.satisfied': words(
    '回访满意',
    'Satisfied when called',
    '回访时表示满意的概率。',
    'Chance that the person is satisfied then.',
  ),
  defects: words(
    '注入的缺陷',
    'Injected defects',
    'JSON 列表，每项有 id（A1 至 A17）和 rate（0 至 1），可有 rung（隐蔽程度）、units、departments、from、to，如 [{"id": "A9", "rate": 0.01}]；不当行为只能注入虚构单位。',
    'A JSON list; each has an id (A1 to A17) and a rate (0 to 1), and may have rung (concealment level), units, departments, from, to, as [{"id": "A9", "rate": 0.01}]; misdeeds are injected in fictional units only.',
  ),
};

/** Members of a field whose values are objects, and choices of a field with a closed list. */
export const memberTexts: Readonly<Record<string, Bilingual>> = {
  medianMinutes: { zh: '中位数（分钟）', en: 'median (min)' },
  spread: { zh: '差异', en: 'spread' },
  everyone: { zh: '全部', en: 'everyone' },
  successful: { zh: '按时办结的', en: 'those served in time' },
  unhappy: { zh: '感受为 3 级及以下的', en: 'those who felt level 3 or worse' },
};
