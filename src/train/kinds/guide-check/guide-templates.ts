import type { Bilingual } from '../../../model/language.ts';
import type { GuideGroup } from '../../../model/register.ts';

/** A template of guide checks: which groups of elements are checked. */
export interface GuideTemplate {
  readonly name: Bilingual;
  readonly groups: readonly GuideGroup[];
}

/** An exercise that was given is found by the place of its template: append, never reorder. */
export const guideTemplates: readonly GuideTemplate[] = [
  { name: { zh: '基本信息', en: 'Basics' }, groups: ['basics'] },
  { name: { zh: '申请材料和办理流程', en: 'Papers and process' }, groups: ['materials', 'process'] },
  { name: { zh: '表格样表和收费信息', en: 'Forms and fees' }, groups: ['forms', 'fees'] },
  { name: { zh: '申请材料和收费信息', en: 'Papers and fees' }, groups: ['materials', 'fees'] },
  { name: { zh: '办理流程和表格样表', en: 'Process and forms' }, groups: ['process', 'forms'] },
  {
    name: { zh: '全部二十五个要素', en: 'All twenty-five elements' },
    groups: ['basics', 'materials', 'process', 'forms', 'fees'],
  },
];
