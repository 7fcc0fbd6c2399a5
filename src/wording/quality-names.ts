import type { Bilingual } from '../model/language.ts';

/** Names and rules of the checks of validity, for the page and the command. */
export const validityNamesText = {
  rowCount: { zh: '行数与运行记录一致', en: 'As many rows as the run says' },
  status: { zh: '办件状态在代码表（1–3）', en: 'Status in its list (1–3)' },
  stage: { zh: '环节在代码表', en: 'Stage in its list' },
  serviceChannel: { zh: '申报渠道在代码表（1–2）', en: 'Service channel in its list (1–2)' },
  userType: { zh: '办理人类型在代码表', en: 'User type in its list' },
  ratingChannel: { zh: '评价渠道在代码表（pf 1–7）', en: 'Rating channel in its list (pf 1–7)' },
  level: {
    zh: '满意度等级为 1–5；仅不计等级的渠道可空',
    en: 'Level 1–5; none only on a channel without levels',
  },
  tags: { zh: '标签为现行标签且属于该满意度等级', en: 'Tags active and of their level' },
  reason: { zh: '差评有标签或文字', en: 'A bad rating has a tag or a text' },
  text: { zh: '文字 1–150 字', en: 'Texts of 1–150 characters' },
  item: { zh: '事项在清单且与办件编号一致', en: 'Item in the register, the one of its case number' },
  officeCode: {
    zh: '机构代码符合 GB 32100，行政区划段 99',
    en: 'Office codes follow GB 32100, area 99 that no place has',
  },
  taskCode: {
    zh: '31 位实施编码，以机构代码开头',
    en: 'Task codes of 31 characters that begin with their office’s',
  },
  caseNumber: {
    zh: '办件编号输出后重新解析，结果一致',
    en: 'Case numbers, printed and parsed again, stay the same',
  },
  certificate: {
    zh: '证件号输出后符合 GB 11643 / GB 32100，且在 99 段',
    en: 'Certificates as printed pass GB 11643 / GB 32100, in area 99',
  },
  person: { zh: '人员编号在范围内', en: 'Person numbers in range' },
  source: { zh: '评价终端与号码在范围内', en: 'Devices and telephone owners in range' },
  keys: {
    zh: '主键递增不重复，服务序号与追评不缺号',
    en: 'Keys rise without repeats; service and rating numbers without a gap',
  },
  orphans: { zh: '每条评价都有对应的服务记录', en: 'Every rating has its service' },
  serviceTimes: { zh: '受理 ≤ 服务，受理 ≤ 办结', en: 'Accepted ≤ served, accepted ≤ finished' },
  ratingTimes: { zh: '服务 ≤ 评价 ≤ 上传', en: 'Served ≤ rated ≤ uploaded' },
  period: { zh: '时间在运行时段内', en: 'Times inside the period of the run' },
  workingHours: {
    zh: '线下大厅服务在工作日工作时间内',
    en: 'Services in halls on working days, in working hours',
  },
} as const satisfies Record<string, Bilingual>;

/** Names of the lines of likeness; delays and targets are named by their channel or figure. */
const likenessWords = {
  units: { zh: '各单位办件量', en: 'Cases of each unit' },
  items: { zh: '各事项办件量', en: 'Cases of each item' },
  calls: { zh: '热线来电', en: 'Calls to the hotline' },
  weekdays: { zh: '星期分布', en: 'Days of the week' },
  months: { zh: '月份分布', en: 'Months' },
  userTypes: { zh: '办理人类型', en: 'User types' },
  places: { zh: '线上与线下大厅', en: 'Online and in service halls' },
  hoursOnline: { zh: '线上时段', en: 'Hours online' },
  hoursHall: { zh: '线下大厅时段', en: 'Hours in service halls' },
  stages: { zh: '办件的环节', en: 'Stages of a case' },
  retention: { zh: '超期滞留', en: 'Cases kept past their promise' },
  overruns: { zh: '超期办件', en: 'Overrun cases' },
  timeTaken: { zh: '用时与承诺时限之比', en: 'Time taken, of the promised limit' },
  consultations: { zh: '有咨询的办件', en: 'Cases with a consultation' },
  payments: { zh: '有缴费的办件', en: 'Cases with a payment' },
  repeats: { zh: '同类服务的次数', en: 'Services of a kind in a case' },
  corrections: { zh: '有更正的办件', en: 'Corrected cases' },
  begunBefore: { zh: '运行开始前申请、运行中办结的办件', en: 'Cases begun before the run that end in it' },
  ages: { zh: '线上与大厅的年龄段', en: 'Ages online and in halls' },
  frequentApplicants: { zh: '最常办件的百分之一申请人', en: 'The hundredth of applicants with most cases' },
  agents: { zh: '代办的办件', en: 'Cases filed by agents' },
  participation: { zh: '参评情况', en: 'Participation' },
  defaults: { zh: '默认评价', en: 'Automatic ratings' },
  defaultRules: { zh: '默认评价的等级和时间', en: 'Level and moment of automatic ratings' },
  channels: { zh: '评价渠道', en: 'Rating channels' },
  levels: { zh: '满意度等级', en: 'Satisfaction levels' },
  badRatings: { zh: '差评', en: 'Bad ratings' },
  comments: { zh: '标签与文字', en: 'Tags and texts' },
  tags: { zh: '各标签', en: 'Single tags' },
  hotlineHours: { zh: '热线回访评价的时段', en: 'Hours of ratings by hotline' },
  additionalRectified: { zh: '整改后的追评', en: 'Additional ratings after a rectification' },
  additionalOtherwise: { zh: '其他追评', en: 'Other additional ratings' },
  additionalDelay: { zh: '追评间隔', en: 'Delay of additional ratings' },
  additionalImproved: { zh: '整改后追评改善', en: 'Better after a rectification' },
  additionalLevels: { zh: '追评等级', en: 'Levels of additional ratings' },
  orders: { zh: '差评转工单', en: 'Bad ratings with a work order' },
  complexOrders: { zh: '复杂工单', en: 'Complex work orders' },
  contacted: { zh: '已回访核实', en: 'Called to verify' },
  lateContacts: { zh: '回访核实超期', en: 'Late calls to verify' },
  contactDays: { zh: '按时回访核实的天数', en: 'Days to a call to verify in time' },
  answered: { zh: '已整改或答复', en: 'Rectified or answered' },
  lateAnswers: { zh: '整改超期', en: 'Late rectifications' },
  answerDays: { zh: '按时整改的天数', en: 'Days to a rectification in time' },
  upheld: { zh: '研判属实', en: 'Upheld' },
  notUpheld: { zh: '未认定属实的研判结论', en: 'Verdicts on those not upheld' },
  calledBack: { zh: '整改后回访', en: 'Called back after rectification' },
  callBackDays: { zh: '整改后回访的工作日数', en: 'Working days to the call-back' },
  satisfied: { zh: '回访满意', en: 'Satisfied at the call-back' },
  delay: { zh: '评价间隔', en: 'Delay of ratings' },
  target: { zh: '公布值', en: 'Published figure' },
} as const satisfies Record<string, Bilingual>;

export const verdictTexts = {
  like: { zh: '相符', en: 'like' },
  unlike: { zh: '不符', en: 'not like' },
  few: { zh: '数量不足', en: 'too few' },
} as const satisfies Record<string, Bilingual>;

/** A line's name: its own, or that of its kind with what it is about. */
export function likenessName(name: string): Bilingual {
  const own = Object.entries(likenessWords).find(([key]) => key === name)?.[1];
  if (own !== undefined) return own;
  const [kind = '', ...rest] = name.split('-');
  const words = kind === 'delay' ? likenessWords.delay : likenessWords.target;
  const about = kind === 'delay' ? `pf ${rest.join('-')}` : rest.join(' ');
  return { zh: `${words.zh} ${about}`, en: `${words.en}, ${about}` };
}
