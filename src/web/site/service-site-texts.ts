/** Texts that all pages of a simulated service site share. */
export const serviceSiteTexts = {
  siteOf: { zh: '{unit}模拟政务服务网', en: 'Simulated service site of {unit}' },
  sample: { zh: '模拟政务服务网·教学样例', en: 'Simulated service site · teaching sample' },
  notOfficial: {
    zh: '本页不是政府网站：单位、事项、电话、人员和办件均为模拟数据，不受理任何申请。请勿填写真实个人信息。',
    en: 'This is no government website: unit, items, telephone numbers, people and cases are simulated data, and nothing is applied for. Never enter personal data of real people.',
  },
  siteNav: { zh: '模拟政务服务网导航', en: 'Pages of the simulated service site' },
  siteHome: { zh: '首页', en: 'Home' },
  assistantLink: { zh: '智能客服', en: 'Assistant' },
  progressLink: { zh: '办件进度查询', en: 'Progress of a case' },
  siteSearch: { zh: '搜索事项', en: 'Search services' },
  siteSearchLabel: { zh: '想办什么事', en: 'What would you like to do' },
  guide: { zh: '办事指南', en: 'Guide' },
  apply: { zh: '在线办理', en: 'Apply' },
  office: { zh: '实施机关', en: 'Office' },
  itemCode: { zh: '事项编码', en: 'Item code' },
  web: { zh: '电脑端', en: 'Website' },
  mobile: { zh: '移动端', en: 'Mobile' },
  hall: { zh: '大厅', en: 'Hall' },
} as const;
