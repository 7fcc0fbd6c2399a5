import type { MadeExercise } from '../../model/training/exercise.ts';
import type { GuideElement } from '../../portal/guide/guide.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import { shortOffice } from './drawn-site.ts';
import { faultChoice } from './fault-fields.ts';
import { exerciseOf, paragraph, type FieldWithKey } from './figures/exercise-parts.ts';
import { drawPage, type CheckedPage } from './guide-check/draw-page.ts';
import {
  findingCost,
  findingOrder,
  elementFindingNames,
  guideRulesAndCosts,
} from './guide-check/fault-names.ts';
import { guideSolution } from './guide-check/guide-solution.ts';
import { guideTables } from './guide-check/guide-tables.ts';
import { guideTemplates, type GuideTemplate } from './guide-check/guide-templates.ts';
import { guideRuleBlocks } from './guide-check/rule-blocks.ts';

/** 指南准确度核查: which elements of a guide are right in all its versions, and what is wrong with the others. */
export const guideCheckKind: ExerciseKind = {
  id: 'guide-check',
  name: { zh: '指南准确度核查', en: 'Checking a guide' },
  about: {
    zh: '对照事项规则，逐个要素核查办事指南的电脑端、移动端和大厅版本：准确，还是缺失、错误、含糊、不一致。',
    en: 'Against the rules of the item, check each element of a service guide in its web, mobile and hall versions: right, or missing, wrong, vague, inconsistent.',
  },
  costs: guideRulesAndCosts,
  templates: guideTemplates.map(({ name }) => name),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const template = guideTemplates[request.template];
  if (template === undefined)
    throw new Error(`no template ${String(request.template)} of the kind guide-check`);
  const page = drawPage(request, template.groups);
  const findings = request.draws.shuffled('order of the findings', findingOrder);
  const asked = (element: GuideElement): FieldWithKey => {
    const { id, name, fault, severity } = element;
    const options = findings.map((finding) => ({
      id: finding,
      text: elementFindingNames[finding],
      cost: findingCost(fault ?? 'right', finding, severity),
    }));
    return faultChoice({ id, label: name }, options, { sound: 'right', weight: severity });
  };
  return exerciseOf(
    { zh: '这份办事指南准确吗', en: 'Is this service guide right?' },
    [
      lead(page, template),
      { kind: 'heading', text: { zh: '规则', en: 'Rules' } },
      ...guideRuleBlocks(page),
      { kind: 'heading', text: { zh: '指南', en: 'The guide' } },
      ...guideTables(page.elements, request.difficulty),
    ],
    page.elements.map(asked),
    guideSolution(page.elements),
  );
}

function lead({ site: { unit }, item, rules: { title }, elements }: CheckedPage, { name }: GuideTemplate) {
  const n = String(elements.length);
  const office = shortOffice(item);
  return paragraph(
    `${unit.name}，${office.zh}：“${title.zh}”。核查${name.zh}，${n} 个要素逐个判断。`,
    `${unit.nameEn}, ${office.en}: “${title.en}”. Checked: ${name.en.toLowerCase()}; judge ${n} elements one by one.`,
  );
}
