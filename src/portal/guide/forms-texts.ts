import type { Bilingual } from '../../model/language.ts';
import { formFields, otherFormOf } from '../rules/form-of-item.ts';
import { formName } from '../rules/papers-of-item.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import type { TextsOf } from './element-texts.ts';

/** The elements of 表格样表. */
export function formsTexts(rules: ItemRules): TextsOf<'blank' | 'sample' | 'notes'> {
  const own = formName(rules.item);
  const other = otherFormOf(rules);
  const fields = formFields(rules).map(({ label }) => label);
  return {
    blank: {
      right: formText(own, fields, blank),
      wrong: [formText(other.name, other.labels, blank)],
      vague: [{ zh: '有关表格（未列填写栏目）', en: 'the form concerned, without its fields' }],
    },
    sample: {
      right: formText(own, fields, filledIn),
      wrong: [formText(other.name, other.labels, filledIn)],
      vague: [
        { zh: '参照有关示例填写（未附示例内容）', en: 'by the example concerned, which is not attached' },
      ],
    },
    notes: {
      right: {
        zh: '在线填写或用黑色签字笔填写；各栏目如实填写，由申请人或经办人签名',
        en: 'online or with a black pen; every field is filled in truthfully, and the applicant or the agent signs',
      },
      wrong: [
        {
          zh: '用黑色签字笔填写；逐页加盖村（居）民委员会公章',
          en: 'with a black pen; every page with the seal of the village or residents’ committee',
          adds: true,
        },
        {
          zh: '在线填写或用黑色签字笔填写；可由窗口人员代为签名',
          en: 'online or with a black pen; the clerk at the window may sign for the applicant',
        },
      ],
      vague: [{ zh: '按有关要求填写', en: 'by the requirements concerned' }],
    },
  };
}

const blank: Bilingual = { zh: '空表', en: 'blank' };
const filledIn: Bilingual = { zh: '样表，附填写示例', en: 'filled in as an example' };

const formText = (name: Bilingual, labels: readonly Bilingual[], state: Bilingual): Bilingual => ({
  zh: `${name.zh}${state.zh}（栏目：${labels.map(({ zh }) => zh).join('、')}）`,
  en: `${name.en}, ${state.en} (fields: ${labels.map(({ en }) => en).join(', ')})`,
});
