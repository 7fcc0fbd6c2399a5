import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { shareOf } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportChapter, ReportTable } from '../report.ts';
import { levelTexts } from './level-texts.ts';

/** How many units stand on each level of capability (能力水平分布), and which: tables 2-1 and 2-2. */
export function levelTablesChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(levelTexts, language);
  return {
    id: 'levels',
    title: say('chapter'),
    blocks: unitKinds.map((kind) => levelTable(facts, language, kind)),
    sections: [],
  };
}

function levelTable({ measurement }: ReportFacts, language: Language, kind: UnitKind): ReportTable {
  const say = translator(levelTexts, language);
  const number = kind === 'province' ? '2-1' : '2-2';
  const units = measurement.units.filter((unit) => unit.kind === kind);
  const assessed = units.filter(({ band }) => band !== null).length;
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(kind),
    columns: [
      { name: say('level'), numeric: false },
      { name: say('units'), numeric: true },
      { name: say('share'), numeric: true },
      { name: say('names'), numeric: false },
    ],
    rows: bandIds.map((band) => {
      const onLevel = units.filter((unit) => unit.band === band);
      return [
        bandNames[band][language],
        { value: onLevel.length, print: 'count' },
        { value: shareOf(onLevel.length, assessed), print: 'share' },
        onLevel.map((unit) => nameIn(language, unit)).join(say('comma')),
      ];
    }),
    notes: [say('order')],
    how: say('how'),
  };
}
