export const departmentsTexts = {
  title: { zh: '部门和办事机构', en: 'Departments and offices' },
  lead: {
    zh: '{name}各部门、各办事机构的评价。省级数据包含所辖重点城市的办事机构。',
    en: 'How the departments and offices of {name} are rated. Those of a province include the offices of its key cities.',
  },
  note: {
    zh: '计有等级的评价，首评和追评、主动和默认一并计入。区间为 Wilson 95% 区间，把每条评价看作独立抽取。有等级的评价少于 {n} 条的不计算，也不排名；数值相同的名次相同。名次相邻而区间重叠的，难分高下。',
    en: 'Of ratings with a level, first and additional, active and automatic alike. Intervals are 95% after Wilson, every rating taken as drawn by itself. Fewer than {n} ratings with a level make no figure and no rank; equal figures share a rank. Neighbours whose intervals overlap can hardly be told apart.',
  },
  rankedBy: { zh: '排名依据', en: 'Ranked by' },
  departments: { zh: '各部门', en: 'Departments' },
  offices: { zh: '各办事机构', en: 'Offices' },
  department: { zh: '部门', en: 'Department' },
  office: { zh: '办事机构', en: 'Office' },
  officeCount: { zh: '机构数', en: 'Offices' },
  rank: { zh: '名次', en: 'Rank' },
  rankedCount: { zh: '{n} 个中 {ranked} 个有名次', en: '{ranked} of {n} are ranked' },
  none: { zh: '该时段没有评价。', en: 'There are no ratings in this period.' },
  code: { zh: '机构代码', en: 'Code' },
} as const;
