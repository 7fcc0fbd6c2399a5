import type { PaperKey } from './known-papers.ts';

/** Papers by words in the name of an item, and whose they are where they are not everybody’s; the first match counts. An assumption. */
export type PapersByName = readonly (readonly [
  name: RegExp,
  papers: readonly PaperKey[],
  only?: 'person' | 'organisation',
])[];

/** What looks up, prints or books something needs nothing but to say who one is. */
export const plainAction = /查询$|打印$|预约$|(考试|测试|资格)报名$|参保证明|(证明|凭证|证明开具|认证)$/;

/** Papers by what is done with something that exists already; the first of those of the subject, or a photograph, comes with them. */
export const papersByAction: PapersByName = [
  [/补证|补领|补发|补办/, ['loss']],
  [/更正/, ['original', 'correction']],
  [/注销|终止|解除/, ['original', 'ending']],
  [/换证|换领/, ['original']],
  [/延续|续期/, ['original', 'continuation']],
  [/(?<!和)变更/, ['original', 'changes']],
];

/** These are asked for whatever is done. */
export const papersOfSpecial: PapersByName = [
  [/户口注销/, ['household', 'death']],
  [/出生医学证明补证/, ['household', 'loss']],
  [/公证书/, ['evidence']],
];

export const papersBySubject: PapersByName = [
  // Families, households and documents of persons.
  [/护照|通行证|出入境/, ['household', 'photo'], 'person'],
  [/外国人来华/, ['passport', 'degree', 'medical', 'employment']],
  [/境外人员/, ['address'], 'person'],
  [/离婚/, ['household', 'marriage', 'divorce'], 'person'],
  [/结婚/, ['household', 'single', 'photo'], 'person'],
  [/婚姻登记/, ['household', 'photo'], 'person'],
  [/殡葬|工亡|遗属/, ['household', 'death'], 'person'],
  [/出生登记/, ['household', 'birth', 'marriage'], 'person'],
  [/出生医学证明|生育登记|再生育/, ['household', 'marriage'], 'person'],
  [/计划生育|高龄|百岁/, ['household', 'account'], 'person'],
  [/育儿/, ['household', 'birth', 'account'], 'person'],
  [/生育/, ['birth', 'bills', 'account'], 'person'],
  [/收养|孤儿|无人抚养/, ['household', 'guardian'], 'person'],
  [/积分入学|入学|入园|学前/, ['household', 'guardian', 'residence'], 'person'],
  [/租房补贴|购房补贴|公寓|租赁住房/, ['contract', 'income', 'account'], 'person'],
  [/集体户口/, ['address', 'authorised-person'], 'organisation'],
  [/户口|居住证|居住登记|落户|积分/, ['household', 'residence'], 'person'],
  [/身份证/, ['household', 'photo'], 'person'],
  [/民族成份/, ['household'], 'person'],
  [/专利资助/, ['achievement', 'account']],
  [/学籍|学生|助学|转学/, ['household', 'enrolled', 'guardian'], 'person'],
  [/考试|测试/, ['enrolled', 'photo'], 'person'],
  // Disabled persons, veterans, the sick and the needy.
  [/残疾人就业/, ['roster', 'audit'], 'organisation'],
  [/残疾.*(补贴|救助|减免)/, ['disability-card', 'account'], 'person'],
  [/残疾/, ['disability', 'photo'], 'person'],
  [/优待证/, ['service', 'photo'], 'person'],
  [/退役|优抚|义务兵|军人/, ['service', 'account'], 'person'],
  [/工伤医疗|伤残津贴/, ['injury', 'bills', 'account']],
  [/工伤认定|劳动能力/, ['employment', 'diagnosis'], 'person'],
  [/异地就医/, ['residence'], 'person'],
  [/特殊药品|慢特病|护理保险/, ['diagnosis', 'history'], 'person'],
  [/医疗费用|门诊|大病|医疗救助/, ['diagnosis', 'bills', 'account'], 'person'],
  [/最低生活|救助|低收入|特困|困难老年|助餐|养老服务/, ['household', 'income', 'account'], 'person'],
  // Driving, vehicles and transport.
  [/网络预约出租汽车驾驶员证/, ['driving-licence', 'qualification', 'photo'], 'person'],
  [/驾驶/, ['medical', 'photo'], 'person'],
  [/电动自行车|车辆购置税/, ['vehicle', 'invoice']],
  [/机动车检验/, ['insurance', 'vehicle-licence']],
  [/维修经营/, ['premises', 'equipment', 'staff']],
  [/营运车辆|运输证/, ['vehicle-licence', 'test']],
  [/机动车|拖拉机/, ['vehicle', 'insurance']],
  [/公交|公共交通|读者证|社区|停车|养犬/, ['residence', 'photo'], 'person'],
  [/船员/, ['vessel-service', 'medical', 'photo'], 'person'],
  [/道路运输从业|道路运输从业人员/, ['driving-licence', 'qualification', 'photo'], 'person'],
  [
    /道路运输|货物运输|旅客运输|出租汽车|危险货物|港口|准运|共享单车|超限运输|校车使用/,
    ['equipment', 'staff', 'rules'],
  ],
  // Callings of persons.
  [/健康证明/, ['medical', 'photo'], 'person'],
  [/会计/, ['degree', 'qualification'], 'person'],
  [/职称|高层次人才|人才服务卡/, ['degree', 'employment', 'achievement'], 'person'],
  [/指导员|运动员|传承人|职业资格证书/, ['qualification', 'photo'], 'person'],
  [
    /注册|执业|资格|从业人员|操作证|导游|保安员/,
    ['degree', 'qualification', 'employment', 'photo'],
    'person',
  ],
  // Work and social insurance.
  [
    /公积金汇缴|公积金单位|公积金缴存|参保单位|人员增减|社会保险登记/,
    ['roster', 'authorised-person'],
    'organisation',
  ],
  [/公积金/, ['contract', 'account'], 'person'],
  [/技能提升/, ['qualification', 'account'], 'person'],
  [/担保贷款/, ['scheme', 'income', 'account'], 'person'],
  [/就业补贴|岗位补贴|社会保险补贴/, ['roster', 'account'], 'organisation'],
  [/创业补贴|就业补贴|社会保险补贴|生活补贴|人才/, ['employment', 'account'], 'person'],
  [/就业|档案|灵活/, ['employment'], 'person'],
  [/养老|社会保险|医疗保险|社会保障卡|失业|保险关系|退休/, ['contributions', 'account'], 'person'],
  [/特殊工时|集体合同/, ['roster', 'evidence'], 'organisation'],
  // Land, homes and building.
  [/抵押/, ['deed', 'loan']],
  [/宅基地|土地承包|林权/, ['land', 'survey']],
  [/居住权/, ['deed', 'contract']],
  [/查封/, ['deed', 'court']],
  [/预告登记/, ['contract', 'tax']],
  [/不动产|房屋所有权|建筑物|用地使用权|契税/, ['deed', 'contract', 'tax', 'survey']],
  [/网签|房屋租赁|维修资金/, ['deed', 'contract']],
  [/用电|(?<!饮)用水|用气|燃气|供热|有线电视/, ['deed']],
  [
    /排水管网|排污|环境影响|水土保持|节能|取水|河道|林地|草原|辐射|放射性|考古/,
    ['project', 'impact', 'scheme'],
  ],
  [/乡村建设规划/, ['land', 'drawings']],
  [/占用城市道路|外摆/, ['scheme', 'drawings']],
  [/历史建筑/, ['deed', 'scheme', 'account']],
  [/用地|采矿|地图/, ['project', 'land', 'survey']],
  [
    /建设工程|建设项目|规划|施工许可|涉路|消防设计|防雷|预售|挖掘|绿地|户外广告|设施建设/,
    ['project', 'land', 'drawings'],
  ],
  // Firms and organisations.
  [/个体工商户/, ['address']],
  [
    /企业(设立|变更|注销)|分支机构|合作社|外商投资|社会团体|民办非企业|事务所/,
    ['articles', 'address', 'officers'],
  ],
  [/免税资格/, ['articles', 'audit'], 'organisation'],
  [/股权/, ['contract', 'articles'], 'organisation'],
  [/公章/, ['officers'], 'organisation'],
  [/年度报告|企业所得税/, ['audit'], 'organisation'],
  [/异常名录|争议|投诉/, ['evidence'], 'organisation'],
  [/纳税|增值税|发票|涉税/, ['contract', 'audit'], 'organisation'],
  [/个人所得税/, ['tax', 'account'], 'person'],
  [/科学技术奖励|高新技术|专精特新|技术(中心|合同|先进|改造)|科技|创新券|研发/, ['achievement', 'audit']],
  [/扶持|奖补|专项资金|补助|服务券/, ['audit', 'scheme', 'account'], 'organisation'],
  [/资质|代理记账|劳务合作/, ['staff', 'equipment', 'audit'], 'organisation'],
  // Trades.
  [/公共场所|饮用水|放射/, ['premises', 'plan', 'test']],
  [/产品注册/, ['test', 'rules'], 'organisation'],
  [/特种设备使用/, ['test', 'equipment'], 'organisation'],
  [/公众聚集/, ['premises', 'plan', 'rules']],
  [/奖励|裁决|调解|法律援助|见义勇为|价格认定/, ['evidence']],
  [
    /食品|餐饮|药店|药品|医疗器械|化妆品|医疗机构|诊所|母婴|诊疗|养老机构|司法鉴定/,
    ['premises', 'plan', 'rules'],
  ],
  [/检疫/, ['origin']],
  [/采伐/, ['land', 'scheme']],
  [/捕捞/, ['vessel', 'equipment']],
  [/养殖证|家庭农场/, ['land', 'scheme']],
  [/种子|农药|兽药|饲料|防疫/, ['premises', 'equipment', 'rules']],
  [/农机|家电/, ['invoice', 'account']],
  [/耕地|渔业|种植|农业保险|公益林/, ['land', 'account']],
  [/无线电/, ['equipment', 'staff']],
  [/建筑垃圾/, ['scheme', 'contract']],
  [/粮食收购/, ['premises', 'equipment']],
  [/补贴|补助|津贴/, ['eligibility', 'account'], 'person'],
  [/许可|零售|演出|出版|准印|艺术品|办学/, ['premises', 'staff', 'rules']],
  [/投资项目|科技计划/, ['scheme', 'project'], 'organisation'],
];
