import type { Bilingual } from '../../../model/language.ts';
import { guideVersions, type GuideVersion } from '../../../model/site/guide-faults.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import type { GuideElement } from '../../../portal/guide/guide.ts';

export const versionNames: Readonly<Record<GuideVersion, Bilingual>> = {
  web: { zh: '电脑端', en: 'Web' },
  mobile: { zh: '移动端', en: 'Mobile' },
  hall: { zh: '大厅', en: 'Hall' },
};

const notThere: Bilingual = { zh: '（无）', en: '(none)' };

export const shownText = (text: Bilingual | null): Bilingual => text ?? notThere;

/** The guide: its versions side by side, or, where it is hard, one after the other as an evaluator has them. */
export function guideTables(elements: readonly GuideElement[], difficulty: Difficulty): ShownTable[] {
  const table = (caption: Bilingual, versions: readonly GuideVersion[]): ShownTable => ({
    kind: 'table',
    caption,
    columns: [
      { name: { zh: '要素', en: 'Element' } },
      ...versions.map((version) => ({ name: versionNames[version] })),
    ],
    rows: elements.map(({ name, shown }) => [name, ...versions.map((version) => shownText(shown[version]))]),
  });
  if (difficulty < 3)
    return [table({ zh: '办事指南：三个版本', en: 'The guide: three versions' }, guideVersions)];
  return guideVersions.map((version) => {
    const { zh, en } = versionNames[version];
    return table({ zh: `办事指南：${zh}`, en: `The guide: ${en.toLowerCase()}` }, [version]);
  });
}
