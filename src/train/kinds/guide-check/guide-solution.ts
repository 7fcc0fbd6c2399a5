import type { Bilingual } from '../../../model/language.ts';
import { guideVersions, type GuideFault } from '../../../model/site/guide-faults.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { GuideElement } from '../../../portal/guide/guide.ts';
import { sameInBoth } from '../figures/printed.ts';
import { faultTexts, elementFindingNames } from './fault-names.ts';
import { shownText, versionNames } from './guide-tables.ts';

type Faulty = GuideElement & { readonly fault: GuideFault };

/** The worked solution: each fault with what is shown, what is right and why it is of its kind, and what is in order. */
export function guideSolution(elements: readonly GuideElement[]): ExerciseBlock[] {
  const faulty = elements.filter((element): element is Faulty => element.fault !== null);
  const sound = elements.filter(({ fault }) => fault === null).map(({ name }) => name);
  const weight = String(faulty.reduce((sum, { severity }) => sum + severity, 0));
  const [n, all] = [String(faulty.length), String(elements.length)];
  if (faulty.length === 0)
    return [
      {
        kind: 'text',
        text: {
          zh: `${all} 个要素全部准确：三个版本一致，都与规则相符。`,
          en: `All ${all} elements are right: the versions agree with one another and with the rules.`,
        },
      },
    ];
  return [
    {
      kind: 'text',
      text: {
        zh: `${all} 个要素中 ${n} 个有差错，严重程度合计 ${weight}。`,
        en: `${n} of ${all} elements ${faulty.length === 1 ? 'is faulty and weighs' : 'are faulty and together weigh'} ${weight}.`,
      },
    },
    {
      kind: 'table',
      caption: { zh: '有差错的要素', en: 'The faults' },
      columns: [
        { name: { zh: '要素', en: 'Element' } },
        { name: { zh: '差错', en: 'Fault' } },
        { name: { zh: '指南上写的', en: 'The guide says' } },
        { name: { zh: '应当', en: 'Right' } },
        { name: { zh: '为什么是这一类', en: 'Why of this kind' } },
        { name: { zh: '严重程度', en: 'Severity' }, isNumber: true },
      ],
      rows: faulty.map((element) => [
        element.name,
        elementFindingNames[element.fault],
        saidBy(element),
        element.right,
        faultTexts[element.fault],
        sameInBoth(String(element.severity)),
      ]),
    },
    ...(sound.length === 0 ? [] : [soundText(sound)]),
  ];
}

const soundText = (names: readonly Bilingual[]): ExerciseBlock => ({
  kind: 'text',
  text: {
    zh: `其余要素三个版本一致，与规则相符：${names.map(({ zh }) => zh).join('、')}。`,
    en: `The others agree in all versions and with the rules: ${names.map(({ en }) => en).join('; ')}.`,
  },
});

/** What the versions show: one text where they agree, else each with its own. */
function saidBy({ shown, fault }: GuideElement): Bilingual {
  if (fault !== 'inconsistent') return shownText(shown.web);
  const parts = guideVersions.map((version) => {
    const [name, text] = [versionNames[version], shownText(shown[version])];
    return { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('。'), en: parts.map(({ en }) => en).join('. ') };
}
