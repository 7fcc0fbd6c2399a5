import { fieldWords, type FieldTexts } from './field-texts.ts';

/** Fields that say which items a unit has on its list, and who handles them. */
export const catalogueFieldTexts: Readonly<Record<string, FieldTexts>> = {
  'catalogue.implemented': fieldWords(
    '实施比例',
    'Implemented share',
    '各单位实施清单占通用事项的比例；未列入的大多是很少有人办理的事项。',
    'Share of the common items that a unit has on its list; those left out are mostly used seldom.',
  ),
  'catalogue.local': fieldWords(
    '地方主题',
    'Local themes',
    '各单位提供其地方事项的主题所占的比例，如人才、积分落户、非物质文化遗产。',
    'Share of the local themes (talent, household registration by points, heritage …) whose items a unit offers.',
  ),
  'catalogue.approvalOffices': fieldWords(
    '行政审批部门',
    'Administrative approval',
    '一个单位由行政审批（政务服务管理）部门集中办理多数部门行政许可事项的概率。',
    'Chance that a department of administrative approval handles the licences of most departments of a unit.',
  ),
  'catalogue.secondVisit': fieldWords(
    '到现场第二次',
    'Second visit',
    '不能全程网办的事项中，办事指南要求到现场两次的比例；其余要求一次。',
    'Share of the items that are not fully online whose guide asks for two visits to a hall; the others ask for one.',
  ),
};
