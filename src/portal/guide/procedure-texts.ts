import type { Bilingual } from '../../model/language.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import { stepDays, type HandlingStep } from '../rules/steps-of-item.ts';
import type { ElementTexts, TextsOf } from './element-texts.ts';

/** The elements of 办理流程. */
export function procedureTexts({ item, steps }: ItemRules): TextsOf<'visits' | 'steps' | 'detail'> {
  const { visits } = item;
  return {
    visits: {
      right: visitsText(visits),
      wrong: visits === 0 ? [visitsText(1), visitsText(2)] : [visitsText(visits + 1), visitsText(visits - 1)],
      vague: [{ zh: '视情况而定', en: 'as circumstances ask for' }],
    },
    steps: stepsTexts(steps.map(({ name }) => name)),
    detail: detailTexts(steps),
  };
}

const visitsText = (visits: number): Bilingual => ({
  zh: `${visits}次`,
  en: visits === 0 ? 'none' : visits === 1 ? '1 visit' : `${visits} visits`,
});

const stepsText = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => zh).join('→'),
  en: names.map(({ en }) => en).join(' → '),
});

/** Without the acceptance, without the last step, or with one more. */
const stepsTexts = (names: readonly Bilingual[]): ElementTexts => ({
  right: stepsText(names),
  wrong: [
    stepsText(names.filter((_, i) => i !== 1)),
    stepsText(names.slice(0, -1)),
    {
      ...stepsText([...names.slice(0, 2), { zh: '现场核查', en: 'Inspection on site' }, ...names.slice(2)]),
      adds: true,
    },
  ],
  vague: [{ zh: '按有关程序办理', en: 'by the procedure concerned' }],
});

const NOT_TOLD: Bilingual = {
  zh: '材料不齐的直接退件，不说明原因',
  en: 'incomplete papers are sent back without a reason',
};

function detailTexts(steps: readonly HandlingStep[]): ElementTexts {
  const slower = steps.reduce(
    (longest, { days }, i) => ((steps[longest]?.days ?? 0) < days ? i : longest),
    2,
  );
  return {
    right: detailText(steps),
    wrong: [
      detailText(steps.map((step, i) => (i === 1 ? { ...step, content: NOT_TOLD } : step))),
      detailText(steps.map((step, i) => (i === slower ? { ...step, days: step.days + 5 } : step))),
    ],
    vague: [
      { zh: '各环节按有关规定办理，详询窗口', en: 'each step by the rules concerned; ask at the window' },
    ],
  };
}

const detailText = (steps: readonly HandlingStep[]): Bilingual => {
  const withDays = ({ name, content, days }: HandlingStep): Bilingual => {
    const time = stepDays(days);
    return days === 0
      ? { zh: `${name.zh}：${content.zh}`, en: `${name.en}: ${content.en}` }
      : { zh: `${name.zh}：${content.zh}（${time.zh}）`, en: `${name.en}: ${content.en} (${time.en})` };
  };
  const lines = steps.map(withDays);
  return { zh: lines.map(({ zh }) => zh).join('；'), en: lines.map(({ en }) => en).join('; ') };
};
