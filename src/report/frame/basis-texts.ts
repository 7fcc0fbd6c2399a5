import type { Bilingual } from '../../model/language.ts';
import type { Basis } from '../../model/method.ts';

/** What each simulated collection is, and what it holds. */
export const basisTexts = {
  ratings: {
    name: { zh: '评价', en: 'Ratings' },
    holds: {
      zh: '各渠道评价的满意度等级和标签',
      en: 'levels and tags of ratings on every channel',
    },
  },
  handling: {
    name: { zh: '差评处理', en: 'Handling of bad ratings' },
    holds: {
      zh: '差评的回访核实、整改和整改后回访记录',
      en: 'work orders: verification, rectification and call-back of bad ratings',
    },
  },
  participation: {
    name: { zh: '参评情况', en: 'Taking part in rating' },
    holds: {
      zh: '多少服务有评价、是否主动评价，哪些事项和部门有评价',
      en: 'how many services are rated, how many by the person’s own act, which items and offices have ratings',
    },
  },
  services: {
    name: { zh: '服务和办件', en: 'Services and cases' },
    holds: {
      zh: '服务事项的办理方式和受理、补正、办结时间',
      en: 'how services are handled, and when cases are accepted, supplemented and finished',
    },
  },
  register: {
    name: { zh: '事项清单', en: 'Register of items' },
    holds: {
      zh: '实施事项及其办事指南：是否发布、网上办理深度、渠道、层级、时限和指南要素',
      en: 'items and their guides: whether published, online depth, channels, level of government, limits and elements of the guide',
    },
  },
  evaluators: {
    name: { zh: '评估人员', en: 'Evaluators' },
    holds: {
      zh: '评估人员在模拟政务服务网上的评估记录：指南要素是否准确、查询首个正确结果的位置、申报各环节的障碍',
      en: 'what evaluators found on the simulated service sites: elements of guides, the place of the first right hit, obstacles of applications',
    },
  },
} as const satisfies Readonly<Record<Basis, Readonly<Record<'name' | 'holds', Bilingual>>>>;
