import type { Bilingual } from '../../model/language.ts';

/** What the chapters on achievements and problems do not speak of, and why: printed with all that is left out. */
export const leftOutOfAnalysis: readonly { readonly name: Bilingual; readonly reason: Bilingual }[] = [
  {
    name: { zh: '不同年龄人群的数字鸿沟', en: 'The digital divide by age' },
    reason: {
      zh: '保存的计数不含办理人年龄，无从按年龄比较线上办理和评价；只写有适老化或无障碍版本的事项。',
      en: 'Counts that are kept say nothing of the age of applicants, so that handling and ratings cannot be compared by age; only items with an accessible version are counted.',
    },
  },
  {
    name: { zh: '“一件事”的办理量和时限', en: 'How many “one matters” were handled, and how fast' },
    reason: {
      zh: '记录中没有“一件事”的标识，只能以一次办结类标签、即办件和无补正办件反映。',
      en: 'Records do not say which cases belong to one matter; tags on being done in one go, items done on the spot and cases without supplement stand for it.',
    },
  },
  {
    name: { zh: '数据共享的目录、接口和调用量', en: 'Catalogues, interfaces and calls of shared data' },
    reason: {
      zh: '没有这类记录，只能以材料免提交类标签反映企业和群众的感受。',
      en: 'There are no such records; tags on papers that need not be handed in tell what people met with.',
    },
  },
  {
    name: { zh: '典型案例的做法和成因', en: 'What leading and improved units did, and why it worked' },
    reason: {
      zh: '结果只说明哪些指标上升，不能说明采取了什么措施；报告原文的案例文字不仿写。',
      en: 'Results tell which indicators rose, not what was done; the cases of the original report are not imitated.',
    },
  },
];
