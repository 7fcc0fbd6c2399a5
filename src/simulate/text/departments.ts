/** What people call the places and papers of a department: its bureau in a hall, and papers that its items ask for. */
export interface DepartmentSpeech {
  readonly bureaus: readonly string[];
  readonly papers: readonly string[];
}

const forms = ['申请表', '授权委托书', '身份证复印件', '户口本', '承诺书', '一寸照片'] as const;

/** By key of the department (departments.json); what stands here is an assumption of ours. */
const speech: Readonly<Record<string, DepartmentSpeech>> = {
  'development-reform': {
    bureaus: ['发改窗口', '项目备案窗口', '投资窗口'],
    papers: ['项目申请报告', '可研报告', '营业执照'],
  },
  education: {
    bureaus: ['教育窗口', '教育局窗口', '入学报名点'],
    papers: ['学历证书', '户口本', '房产证', '居住证明', '体检表'],
  },
  'science-technology': {
    bureaus: ['科技窗口', '科技局窗口'],
    papers: ['研发费用明细', '审计报告', '知识产权证书'],
  },
  'industry-information': { bureaus: ['工信窗口', '技改窗口'], papers: ['项目说明', '设备清单', '营业执照'] },
  'public-security': {
    bureaus: ['户籍窗口', '公安窗口', '出入境窗口', '车管窗口', '派出所'],
    papers: ['户口本', '居住证明', '照片回执', '行驶证', '体检证明'],
  },
  'civil-affairs': {
    bureaus: ['民政窗口', '婚姻登记处', '民政局'],
    papers: ['户口本', '收入证明', '结婚照片', '章程'],
  },
  justice: {
    bureaus: ['司法窗口', '公证处', '法援窗口'],
    papers: ['亲属关系证明', '房产证', '经济困难证明'],
  },
  finance: { bureaus: ['财政窗口', '财政局窗口'], papers: ['会计证书', '从业人员名册', '营业执照'] },
  'human-resources': {
    bureaus: ['社保窗口', '人社窗口', '社保大厅', '就业窗口'],
    papers: ['劳动合同', '社保缴费记录', '离职证明', '银行流水', '档案'],
  },
  'natural-resources': {
    bureaus: ['不动产窗口', '登记中心', '房产过户窗口'],
    papers: ['房产证', '购房合同', '完税证明', '抵押合同', '结婚证'],
  },
  'ecology-environment': {
    bureaus: ['环保窗口', '生态环境窗口'],
    papers: ['环评报告', '监测报告', '总量证明'],
  },
  'housing-construction': {
    bureaus: ['住建窗口', '房管窗口', '网签窗口'],
    papers: ['施工图', '购房合同', '住房证明', '中标通知书'],
  },
  transport: { bureaus: ['交通窗口', '运管窗口'], papers: ['从业资格证', '行驶证', '培训证明'] },
  agriculture: { bureaus: ['农业窗口', '农业农村窗口'], papers: ['购机发票', '土地承包合同', '培训证明'] },
  commerce: { bureaus: ['商务窗口', '商务局窗口'], papers: ['规划意见', '消防意见书', '营业执照'] },
  'culture-tourism': { bureaus: ['文旅窗口', '文化窗口'], papers: ['演员名单', '场地合同', '资格证书'] },
  health: { bureaus: ['卫健窗口', '卫生窗口'], papers: ['执业证书', '体检表', '聘用证明', '出生证明'] },
  veterans: { bureaus: ['退役军人窗口', '优待证窗口'], papers: ['退伍证', '立功证书', '一寸照片'] },
  'emergency-management': {
    bureaus: ['应急窗口', '消防窗口'],
    papers: ['培训证明', '操作证', '消防设施检测报告'],
  },
  taxation: {
    bureaus: ['税务窗口', '办税厅', '发票窗口'],
    papers: ['购房合同', '发票', '财务报表', '完税证明'],
  },
  'market-regulation': {
    bureaus: ['市监窗口', '营业执照窗口', '企业开办专区'],
    papers: ['租赁合同', '公司章程', '股东决议', '经营场所证明'],
  },
  'healthcare-security': {
    bureaus: ['医保窗口', '医保中心'],
    papers: ['住院发票', '费用清单', '病历复印件', '转诊证明'],
  },
  tobacco: { bureaus: ['烟草窗口', '烟草证窗口'], papers: ['租赁合同', '营业执照', '门头照片'] },
  'disabled-persons': { bureaus: ['残联窗口', '残联'], papers: ['评定表', '病历', '一寸照片'] },
  'urban-management': {
    bureaus: ['水电气窗口', '城管窗口', '公用事业窗口'],
    papers: ['房产证', '用电地址证明', '上期缴费单'],
  },
  'housing-fund': {
    bureaus: ['公积金窗口', '公积金中心'],
    papers: ['购房合同', '征信报告', '银行流水', '还款明细'],
  },
};

const unknown: DepartmentSpeech = { bureaus: ['综合窗口', '一窗通办窗口', '办事窗口'], papers: forms };

/** What people say of a department; of one that is not listed, what they say of any. */
export function speechOf(department: string): DepartmentSpeech {
  const own = speech[department];
  return own === undefined
    ? unknown
    : { bureaus: [...own.bureaus, '窗口'], papers: [...own.papers, ...forms] };
}
