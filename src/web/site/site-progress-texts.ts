export const siteProgressTexts = {
  title: { zh: '办件进度查询', en: 'Progress of a case' },
  mine: { zh: '我的办件', en: 'My cases' },
  number: { zh: '办件编号', en: 'Case number' },
  rule: {
    zh: '形如 MN-0012-003456，提交申请后给出。',
    en: 'Like MN-0012-003456; it is given when an application is handed in.',
  },
  look: { zh: '查询', en: 'Look up' },
  unknown: {
    zh: '没有查到编号为“{number}”的办件。请核对后再查；编号由 MN、四位数字和六位数字组成，以短横线相连。',
    en: 'No case with the number “{number}” was found. Please check it: MN, four digits and six digits, joined by hyphens.',
  },
  account: { zh: '已用模拟账号登录。', en: 'Logged in with the simulated account.' },
  item: { zh: '事项', en: 'Item' },
  case: { zh: '办件 {number}', en: 'Case {number}' },
  step: { zh: '环节', en: 'Step' },
  day: { zh: '时间', en: 'When' },
  note: { zh: '说明', en: 'Note' },
  dayZero: { zh: '提交当日', en: 'the day it was handed in' },
  dayLater: { zh: '提交后第 {n} 个工作日', en: 'working day {n} after that' },
  next: { zh: '下一环节：{name}', en: 'Next: {name}' },
  closed: { zh: '已办结。', en: 'The case is closed.' },
} as const;
