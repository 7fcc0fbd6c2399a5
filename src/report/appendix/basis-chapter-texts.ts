import type { Bilingual } from '../../model/language.ts';

/** What the report rests on: origin, assumptions, what is left out. */
export const basisChapterTexts = {
  chapter: { zh: '方法与假设', en: 'Method and assumptions' },
  origin: { zh: '数据与版本', en: 'Data and versions' },
  originTable: { zh: '数据来源与版本（模拟）', en: 'Where the data come from, and versions (simulated)' },
  originHow: {
    zh: '取自运行记录、评估方法文件和存储的结果。',
    en: 'From the records of the runs, the method file and the stored results.',
  },
  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  scenario: { zh: '场景', en: 'Scenario' },
  seed: { zh: '随机种子', en: 'Seed' },
  digest: { zh: '数据校验码', en: 'Digest of the data' },
  edition: { zh: '评估方法版本', en: 'Edition of the method' },
  methods: { zh: '评估方法', en: 'Methods' },
  method: { zh: '{id}，第 {version} 版', en: '{id}, version {version}' },
  program: { zh: '程序版本', en: 'Program version' },
  madeBy: { zh: '生成数据的程序版本', en: 'Program version that made the data' },

  assumptions: { zh: '全部假设', en: 'All assumptions' },
  assumptionsTable: { zh: '全部假设（模拟）', en: 'All assumptions (simulated)' },
  assumptionsHow: {
    zh: '列出评估方法、计算公式、参考数据和场景中标为假设的各项，理由相同的合为一行。',
    en: 'Everything that methods, formulas, reference data and scenarios mark as an assumption; what has the same reason stands in one row.',
  },
  where: { zh: '出处', en: 'Where' },
  reason: { zh: '依据和理由', en: 'Basis and reason' },
  ofMethods: { zh: '评估方法', en: 'methods' },
  ofMethod: { zh: '评估方法（{kinds}）', en: 'method ({kinds})' },
  ofFormula: { zh: '计算公式', en: 'formula' },
  ofReference: { zh: '参考数据', en: 'reference data' },
  ofScenario: { zh: '场景', en: 'scenario' },
  published: { zh: '各单位的水平：{name}', en: 'Levels of units: {name}' },
  behaviour: { zh: '行为参数：{scenarios}', en: 'Behaviour: {scenarios}' },
  behaviourReason: {
    zh: '场景中办理、评价和整改行为的全部参数均为本项目的假设，取值见场景文件。',
    en: 'All parameters of how cases are handled, rated and rectified are assumptions of ours; the scenario file states them.',
  },
  regime: { zh: '采集方式：{name}', en: 'How ratings come about: {name}' },
  regimeReason: {
    zh: '评价由谁、以何种方式作出，由本项目参照公布数字的形态设定。',
    en: 'Who rates, and how, is set by this project after the shapes of published figures.',
  },
  comma: { zh: '、', en: ', ' },
  join: { zh: '{source}；{reason}', en: '{source}; {reason}' },

  leftOut: { zh: '未纳入的内容', en: 'What is left out' },
  leftOutTable: {
    zh: '2022 年版报告中本报告未纳入的内容（模拟）',
    en: 'Parts of the 2022 report that are not in this one (simulated)',
  },
  leftOutHow: {
    zh: '前几行为模拟数据不可能有的内容，其后为评估方法列出的内容，最后为本次数据没有的内容。',
    en: 'First what simulated data cannot have, then what the method leaves out, last what the data of this report do not have.',
  },
  part: { zh: '内容', en: 'Part' },
  why: { zh: '原因', en: 'Why' },

  institutions: { zh: '机构设置、领导体制', en: 'Institutions and leadership' },
  institutionsWhy: {
    zh: '取自各地文件和公开信息，不由评价、办件和清单得出，模拟不编造。',
    en: 'They come from documents of the places and not from ratings, cases or registers; nothing is made up.',
  },
  policies: { zh: '政策文件、法规制度', en: 'Policies and regulations' },
  policiesWhy: {
    zh: '同上：真实地区的政策不由模拟编造。',
    en: 'For the same reason: no policy of a real place is made up.',
  },
  brands: { zh: '地方品牌和典型做法的文字', en: 'Brands and practices of places in words' },
  brandsWhy: {
    zh: '各地自报的做法没有记录可计；本报告的典型只说明指数从何而来。',
    en: 'What places report of themselves leaves no record to count; examples here only tell what an index comes from.',
  },
  annexes: { zh: '附表 A-5、A-6', en: 'Tables A-5 and A-6' },
  annexesWhy: {
    zh: '公布的目录列有编号，内容未见公开。',
    en: 'The public table of contents has their numbers; what they hold was not found.',
  },
  accounts: { zh: '平台注册用户数、访问量', en: 'Registered users and visits of platforms' },
  accountsWhy: {
    zh: '模拟的记录中没有用户账户和访问。',
    en: 'The simulated records hold neither accounts nor visits.',
  },
  expert: { zh: '专家评审和问卷调查', en: 'Expert judgement and questionnaires' },
  expertWhy: { zh: '没有逐件记录可计。', en: 'They leave no record of single cases.' },
  tiers: { zh: '省、市、县、乡、村五级覆盖情况', en: 'Reach of the five levels of government' },
  tiersWhy: {
    zh: '本数据的事项清单没有写明办理层级。',
    en: 'The register of these data does not say where items are handled.',
  },
  oneVisit: {
    zh: '行政许可事项网上受理和“最多跑一次”比例',
    en: 'Share of licence items accepted online with one visit at most',
  },
  oneVisitWhy: {
    zh: '本数据中至少有一个省级政府没有已发布的行政许可事项。',
    en: 'In these data at least one provincial government has no published licence item.',
  },
  years: { zh: '更早年度', en: 'Earlier years' },
  yearsWhy: {
    zh: '报告列五个年度，本数据有 {n} 个年度（{years}）。',
    en: 'The report lists five years; these data hold {years} (years: {n}).',
  },
  indicators: { zh: '{kind}的三级指标：{names}', en: 'Third-level indicators of {kind}: {names}' },
  indicatorsWhy: {
    zh: '没有单位有足够的数据，不计算，其权重分摊给其余指标。',
    en: 'No unit has enough data: they are not computed, and their weight is shared out.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
