import type { Bilingual } from '../language.ts';
import type { GuideGroup } from '../register.ts';

/** How much an element that is not right costs an applicant (差错严重程度). An assumption of this project. */
export type GuideSeverity = 1 | 2 | 3;

interface ElementEntry {
  readonly id: string;
  readonly group: GuideGroup;
  readonly name: Bilingual;
  readonly severity: GuideSeverity;
}

const entry = <Id extends string>(
  id: Id,
  group: GuideGroup,
  severity: GuideSeverity,
  zh: string,
  en: string,
) => ({ id, group, severity, name: { zh, en } }) satisfies ElementEntry;

/**
 * The elements of a guide (办事指南要素), 25 in five groups, as dashboards of the national method name them; 填写说明 is ours, as they name
 * two of three of the forms. Severity: 3 for a limit, papers and conditions, and what is to be paid; 2 for where, when and whom to ring; else 1.
 * Their places are part of every key of randomness: append, never reorder.
 */
export const elementEntries = [
  entry('type', 'basics', 1, '事项类型', 'Type of item'),
  entry('power', 'basics', 1, '权力来源', 'Source of power'),
  entry('handling', 'basics', 1, '办件类型', 'Type of handling'),
  entry('code', 'basics', 1, '事项编码', 'Item code'),
  entry('audience', 'basics', 1, '服务对象', 'Who may apply'),
  entry('limit', 'basics', 3, '法定办结时限', 'Statutory time limit'),
  entry('place', 'basics', 2, '办理地点', 'Where'),
  entry('hours', 'basics', 2, '办理时间', 'Opening hours'),
  entry('telephone', 'basics', 2, '咨询电话', 'Telephone for enquiries'),
  entry('supervision', 'basics', 2, '监督电话', 'Telephone for complaints'),
  entry('basis', 'basics', 1, '设定依据', 'Legal basis'),
  entry('agency', 'basics', 3, '中介环节', 'Intermediary services'),
  entry('papers', 'materials', 3, '材料名称', 'Papers'),
  entry('sources', 'materials', 1, '材料来源', 'Sources of papers'),
  entry('copies', 'materials', 1, '材料数量', 'Copies of papers'),
  entry('media', 'materials', 1, '材料介质', 'Medium of papers'),
  entry('visits', 'process', 1, '到现场次数', 'Visits to the hall'),
  entry('steps', 'process', 1, '环节完整性', 'Steps'),
  entry('detail', 'process', 1, '内容详实性', 'Content of the steps'),
  entry('blank', 'forms', 1, '空表', 'Blank form'),
  entry('sample', 'forms', 1, '样表', 'Sample form'),
  entry('notes', 'forms', 1, '填写说明', 'Notes on filling in'),
  entry('charged', 'fees', 3, '是否收费', 'Whether a fee is charged'),
  entry('standard', 'fees', 3, '收费标准', 'Amount of the fee'),
  entry('fee-basis', 'fees', 1, '收费依据', 'Basis of the fee'),
] as const;

export type GuideElementId = (typeof elementEntries)[number]['id'];

/** The elements of a group, in their order. */
export const elementsOfGroup = (group: GuideGroup): readonly GuideElementId[] =>
  elementEntries.filter((entry) => entry.group === group).map(({ id }) => id);
